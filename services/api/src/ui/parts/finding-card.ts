// One finding on a subscription's page: what it says, the law, what it rests on, how it goes away, and the ways to put it aside.
import { findingId } from '@quittance/domain/finding-id';
import type { Finding, FindingAside, Subscription } from '@quittance/domain/subscription';
import { explainFinding, findingRemedy } from '@quittance/i18n/findings';
import { startUpper } from '@quittance/i18n/format';
import { lawTexts } from '@quittance/i18n/law';
import { letterTexts } from '@quittance/i18n/letters';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { findRule } from '@quittance/law/country-packs';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { undoForm } from '../own-word.ts';
import { findingBadge } from './badges.ts';
import { options } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

const WARNS: readonly Finding['kind'][] = [
  'price_increased',
  'cancel_by',
  'confirmation_missing',
  'notice_missing',
  'silent_merchant',
  'duplicate_subscription',
];

/** What a letter answers. */
const ANSWERED: readonly Finding['kind'][] = [
  'charged_after_cancellation',
  'confirmation_missing',
  'reactivated_unasked',
  'cancel_by',
  'notice_missing',
  'price_increased',
];

export function findingCard(c: AppContext, one: Subscription, finding: Finding, words: Words): Markup {
  const t = ownWordTexts(words.language);
  const id = findingId(one.id, finding);
  return html`<div class="notice ${WARNS.includes(finding.kind) ? 'warn' : 'bad'}">
    ${findingBadge(finding.kind, words.texts)}
    <p>${explainFinding(finding, words.language)}</p>
    ${law(finding, words)}
    <p class="small soft">
      ${findingRemedy(finding.kind, words.language)}
      ${finding.eventId && one.eventIds.includes(finding.eventId) ? html`<a href="#event-${finding.eventId}">${t.evidence}</a>` : ''}
      ${ANSWERED.includes(finding.kind) ? html`· <a href="#letters">${letterTexts(words.language).write}</a>` : ''}
    </p>
    <details class="small">
      <summary>${t.aside}</summary>
      <form class="inline" method="post" action="${paths.findingAside()}">
        ${hidden(c, id)}
        <label class="sr" for="days-${id}">${t.snooze}</label>
        <select id="days-${id}" name="days">
          ${options(Object.entries(t.snoozeDays), '7')}
        </select>
        <button class="quiet">${t.snooze}</button>
      </form>
      <form class="inline" method="post" action="${paths.findingAside()}">
        ${hidden(c, id)}
        <label for="reason-${id}">${t.reason}</label>
        <input id="reason-${id}" name="reason" required pattern=".*\\S.*" title="${t.reason}" maxlength="500" />
        <button class="quiet">${t.dismiss}</button>
      </form>
    </details>
  </div>`;
}

/** What was settled by a later mail, is over, or was put aside: there, but folded away. */
export function settledFindings(c: AppContext, settled: readonly Finding[], aside: readonly FindingAside[], words: Words): Markup | string {
  const t = ownWordTexts(words.language);
  const count = settled.length + aside.length;
  if (count === 0) return '';
  return html`<details class="card small">
    <summary>${t.asideTitle(count)}</summary>
    <ul class="list">
      ${settled.map((finding) => html`<li>${findingBadge(finding.kind, words.texts)} ${explainFinding(finding, words.language)} <span class="soft">${t.settled}</span></li>`)}
      ${aside.map(
        ({ finding, until, reason, actId }) =>
          html`<li>
            ${findingBadge(finding.kind, words.texts)} ${explainFinding(finding, words.language)}
            <span class="soft">${until ? t.asideUntil(words.date(until)) : t.asideReason(reason ?? '')}</span> ${undoForm(c, actId, t)}
          </li>`,
      )}
    </ul>
  </details>`;
}

function law(finding: Finding, words: Words): Markup | string {
  const rule = finding.values['rule'] === undefined ? null : findRule(finding.values['rule']);
  if (!rule) return '';
  const { language } = words;
  return html`<p class="small">
    <a href="${paths.law()}#${rule.id}">${startUpper(rule.citation[language])}</a>.
    ${rule.clock?.kind === 'within' && !rule.clock.stated ? lawTexts(language).ours : ''} ${rule.otherwise ? rule.otherwise[language] : ''} ${words.texts.subscription.notAdvice}
  </p>`;
}

function hidden(c: AppContext, id: string): Markup {
  return html`${csrfField(c)}<input type="hidden" name="finding" value="${id}" /><input type="hidden" name="next" value="${c.req.path}" />`;
}
