// The shape of a country pack. Packs are data: whoever corrects one changes text and dates, no code. Texts are our own words, never the law's.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Period } from '@quittance/domain/period';

export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

export const SITUATIONS = [
  'cancellation_confirmation', // what must follow a cancellation
  'easy_cancellation', // how it must be possible to cancel
  'renewal_notice', // what must come before a renewal
  'trial_notice', // … before a trial turns into a paid plan
  'price_notice', // … before a price changes
  'renewal_limit', // how far a renewal may bind
  'withdrawal_acknowledgement', // what must follow a withdrawal within the first days
  'charge_after_end', // money taken for a subscription that is over
  'refund_authorised', // from the bank, for a debit that was authorised once
  'refund_unauthorised', // … for one that never was, or no longer
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What a confirmation or a notice must hold; wording in elements.ts. */
export type RequiredElement =
  | 'receipt'
  | 'content'
  | 'received_at'
  | 'ends_on'
  | 'effects'
  | 'refund'
  | 'durable_medium'
  | 'deadline_in_box'
  | 'dedicated_message'
  | 'product'
  | 'amount'
  | 'frequency'
  | 'how_to_cancel'
  | 'renews_unless_cancelled';

export type LegalClock =
  /** How long an answer may take. `stated`: the law gives the figure; else it says "at once" or "reasonable", and the figure is ours. */
  | { readonly kind: 'within'; readonly hours: number; readonly stated: boolean }
  /** A notice is due between `earliest` and `latest` before that day. `refusal`: the last day on which the renewal can be refused. */
  | {
      readonly kind: 'before';
      readonly what: 'renewal' | 'refusal' | 'trial_end' | 'price_change';
      readonly earliest: Period;
      readonly latest: Period;
    }
  /** How long the person has, from the debit on. */
  | { readonly kind: 'claim'; readonly within: Period };

export interface LegalRule {
  /** `fr.l215-1`: stable, for programs. */
  readonly id: string;
  readonly situation: Situation;
  /** The article as a letter cites it. */
  readonly citation: Bilingual;
  /** Where the text stands: the legislator's or regulator's own page. */
  readonly source: string;
  /** Since when, or when it is expected: an expected rule never acts. */
  readonly inForce: { readonly since: CivilDate } | { readonly expected: Bilingual };
  readonly says: Bilingual;
  /** What follows when it was not kept. */
  readonly otherwise: Bilingual | null;
  /** As a letter to the other side cites it, where `says` and `otherwise` speak to the reader of the page. Only of a rule whose breach lets the person leave. */
  readonly inLetter?: Bilingual;
  readonly requires: readonly RequiredElement[];
  readonly clock: LegalClock | null;
  /** Only for terms of at least this length. */
  readonly termAtLeast?: Period;
  /** Only for trials of more than so many days. */
  readonly trialDaysOver?: number;
  /** The rule that holds instead for insurance: mail does not tell such contracts from others, so whoever is told of this one is told that, too. */
  readonly insuranceHas?: string;
  /** True where mail does not tell whether it applies (insurance): shown, but it raises nothing by itself. */
  readonly onlyShown?: boolean;
}

export interface CountryPack {
  /** Lower case: `fr`, `us-ca`. */
  readonly id: string;
  readonly name: Bilingual;
  /** Whose rules hold too, after the own ones. */
  readonly standsOn: string | null;
  readonly rules: readonly LegalRule[];
}
