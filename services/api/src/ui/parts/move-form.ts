// "It belongs to another subscription": moves an event where the person says that it belongs, also one that belongs to none; and the question which
// one a mail is about, where nothing tells it apart.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { namesNoContract } from '@quittance/timeline/mere-receipts';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { options, selectField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

/** What the form sends for a subscription that the event begins. */
export const OF_ITS_OWN = 'own';

/** For an event that is about none of the person's subscriptions. */
export const OF_NONE = 'none';

type Named = Pick<FoldedSubscription, 'id' | 'merchant' | 'plan'>;

export function moveForm(
  c: AppContext,
  event: { readonly id: string; readonly subscriptionId: string | null; readonly merchantName: string | null },
  subscriptions: readonly Named[],
  words: Words,
): Markup | string {
  const t = ownWordTexts(words.language);
  const isNobodys = event.subscriptionId === null;
  const others = subscriptions.filter(({ id }) => id !== event.subscriptionId);
  const own = isNobodys && event.merchantName !== null ? ([[OF_ITS_OWN, t.ownOne]] as const) : [];
  if (others.length + own.length === 0) return '';
  return html`<details class="card small">
    <summary>${isNobodys ? t.moveFromNone : t.move}</summary>
    <form class="stack" method="post" action="${paths.moveEvent(event.id)}">
      ${csrfField(c)} ${selectField({ name: 'subscription', label: t.moveTo, value: '', options: [...others.map(optionOf), ...own] })}
      <button class="quiet">${words.texts.actions.save}</button>
    </form>
  </details>`;
}

/** @param subscriptions those that it may be about, the likeliest first. */
export function belongsForm(c: AppContext, event: SubscriptionEvent, subscriptions: readonly Named[], words: Words): Markup {
  const t = ownWordTexts(words.language);
  const isMere =
    event.merchant !== null && namesNoContract(event) && subscriptions.every(({ merchant }) => merchant.id !== event.merchant?.id);
  const id = `belongs-${event.id}`;
  const choice = isMere
    ? html`<button name="subscription" value="${OF_ITS_OWN}">${t.yes}</button>`
    : html`<label class="sr" for="${id}">${t.ofWhich}</label>
        <select id="${id}" name="subscription" required>
          ${options([['', t.choose], ...subscriptions.map(optionOf), ...(event.merchant ? ([[OF_ITS_OWN, t.ownOne]] as const) : [])], '')}
        </select>
        <button>${words.texts.actions.save}</button>`;
  return html`<p>${isMere ? t.isOne : t.ofWhich}</p>
    <form class="inline" method="post" action="${paths.moveEvent(event.id)}">${csrfField(c)} ${choice}</form>
    <form class="inline" method="post" action="${paths.moveEvent(event.id)}">
      ${csrfField(c)}<input type="hidden" name="next" value="${c.req.path}" />
      <button class="quiet" name="subscription" value="${OF_NONE}">${isMere ? t.no : t.none}</button>
    </form>`;
}

function optionOf({ id, merchant, plan }: Named): readonly [string, string] {
  return [id, [merchant.name, plan].filter(Boolean).join(' · ')];
}
