// The part of the settings page that makes, renews and withdraws the secret link of the calendar feed.
import type { Instant } from '@quittance/domain/instant';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

/** @param url the link, right after it was made; it is known at no other time. */
export function calendarCard(c: AppContext, madeAt: Instant | null, words: Words, url?: string): Markup {
  const t = preferenceTexts(words.language).calendarCard;
  const shown = url
    ? html`<div class="notice good" role="status">
        <p>${t.once}</p>
        <pre class="code">${url}</pre>
        <p><a href="${url.replace(/^https?:/, 'webcal:')}">${t.open}</a></p>
      </div>`
    : '';
  return html`<section class="card" id="calendar">
    <h2>${t.title}</h2>
    <p class="small soft">${t.lead}</p>
    ${shown}
    <p class="small">${madeAt ? t.since(words.date(words.dayOf(madeAt))) : t.none}</p>
    <form class="inline" method="post" action="${paths.calendarLink()}">
      ${csrfField(c)}<button class="${madeAt ? 'quiet' : ''}">${madeAt ? t.rotate : t.make}</button
      >${madeAt ? html`<button class="quiet" formaction="${paths.calendarRemove()}">${t.remove}</button>` : ''}
    </form>
    ${madeAt ? html`<small class="soft">${t.rotateHint}</small>` : ''}
  </section>`;
}
