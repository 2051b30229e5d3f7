// "It belongs to another subscription": moves an event where the person says that it belongs, also one that belongs to none.
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { selectField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export function moveForm(
  c: AppContext,
  event: { readonly id: string; readonly subscriptionId: string | null },
  subscriptions: readonly FoldedSubscription[],
  words: Words,
): Markup | string {
  const others = subscriptions.filter(({ id }) => id !== event.subscriptionId);
  if (others.length === 0) return '';
  const t = ownWordTexts(words.language);
  const options = others.map((one) => [one.id, [one.merchant.name, one.plan].filter(Boolean).join(' · ')] as const);
  return html`<details class="card small">
    <summary>${t.move}</summary>
    <form class="stack" method="post" action="${paths.moveEvent(event.id)}">
      ${csrfField(c)} ${selectField({ name: 'subscription', label: t.moveTo, value: '', options })}
      <button class="quiet">${words.texts.actions.save}</button>
    </form>
  </details>`;
}
