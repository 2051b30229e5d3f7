// The forms by which a person says what mail does not tell: fields of a subscription's terms, shared by adding one and setting terms.
import { isPeriod } from '@quittance/domain/period';
import type { OwnWordTexts } from '@quittance/i18n/own-word.en';
import { html } from 'hono/html';
import { CURRENCIES } from './about-form.ts';
import { selectField, textField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

const PERIODS = ['P1W', 'P4W', 'P1M', 'P2M', 'P3M', 'P6M', 'P1Y', 'P2Y'];
const NOTICES = ['P7D', 'P14D', 'P1M', 'P2M', 'P3M'];

export interface TermValues {
  readonly amount?: string;
  readonly currency?: string;
  readonly period?: string;
  readonly renews_on?: string;
  readonly notice_period?: string;
  readonly minimum_term_ends_on?: string;
}

/** Why a form was refused: its code says beside which field. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
}

export function errorOf(problem: Refusal | null, code: string): string | undefined {
  return problem?.code === code ? problem.text : undefined;
}

export function termFields(t: OwnWordTexts, words: Words, values: TermValues, problem: Refusal | null = null): Markup {
  const currency = values.currency || words.settings.currency;
  return html`<div class="row">
      ${textField({ name: 'amount', label: t.amount, value: values.amount ?? '', hint: t.amountHint, placeholder: words.language === 'fr' ? '12,99' : '12.99', error: errorOf(problem, 'bad_amount') })}
      ${selectField({ name: 'currency', label: t.currency, value: currency, options: [...new Set([currency, ...CURRENCIES])].map((code) => [code, code] as const) })}
      ${selectField({ name: 'period', label: t.period, value: values.period ?? '', options: lengths(PERIODS, values.period, t.periodNone, words) })}
    </div>
    <div class="row">
      ${textField({ name: 'renews_on', label: t.renewsOn, type: 'date', value: values.renews_on ?? '' })}
      ${selectField({ name: 'notice_period', label: t.noticePeriod, value: values.notice_period ?? '', options: lengths(NOTICES, values.notice_period, t.noticeNone, words) })}
      ${textField({ name: 'minimum_term_ends_on', label: t.minimumTerm, type: 'date', value: values.minimum_term_ends_on ?? '' })}
    </div>`;
}

// What a mail told may be none of the usual ones.
function lengths(usual: readonly string[], value: string | undefined, none: string, words: Words): (readonly [string, string])[] {
  // What was sent and refused is no length to choose.
  const all = [...new Set([...usual, ...(value && isPeriod(value) ? [value] : [])])];
  return [['', none], ...all.map((period) => [period, words.period(period)] as const)];
}
