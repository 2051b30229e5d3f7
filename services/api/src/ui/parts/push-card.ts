// The card that has this very browser show alerts. Each state stands on the page in words; the script shows the one that holds. Without it the card
// says what is needed.
import type { AlertChannel } from '@quittance/store/channels';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { assetUrl } from '../assets.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export function pushCard(c: AppContext, vapid: { readonly publicKey: Buffer }, words: Words): Markup {
  const t = words.texts.alerts.push;
  const who = c.get('who');
  const csrf = who?.kind === 'session' ? who.csrfToken : '';
  return html`<section class="card" data-push="1" data-csrf="${csrf}" data-key="${vapid.publicKey.toString('base64url')}">
    <h2>${t.title}</h2>
    <p class="small soft">${t.lead}</p>
    <noscript><p class="small">${t.needsScript}</p></noscript>
    <p data-state="ready" hidden><button type="button">${t.button}</button></p>
    <p data-state="insecure" hidden>${t.insecure}</p>
    <p data-state="unsupported" hidden>${t.unsupported}</p>
    <p data-state="denied" hidden>${t.denied}</p>
    <p data-state="failed" role="alert" hidden>${t.failed}</p>
    <p data-state="done" role="status" hidden>${t.done}</p>
    <script type="module" src="${assetUrl('push.js')}"></script>
  </section>`;
}

/** A browser's endpoint is a long secret-like address: its push service says enough. */
export function targetOf({ kind, target }: Pick<AlertChannel, 'kind' | 'target'>): string {
  return kind === 'web_push' ? `${new URL(target).host} …${target.slice(-6)}` : target;
}
