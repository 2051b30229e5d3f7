// The rules common to all languages: what a statement makes of the mail, how much it weighs alone, and what can void it. The words
// that make a statement are in the language files. Weights were set by hand on self-written mails: 10 says the kind outright,
// 5–8 needs no contradiction, 1–4 only supports.
import type { MessageKind } from '@quittance/domain/event-kind';

/**
 * `complete` is a whole statement in one clause (your + contract + completed verb), the only ground for an automatic
 * cancellation. `bare` names the fact without its owner ("Cancellation confirmed"): it counts in a subject or heading and needs a
 * contract word elsewhere in the mail. `support` never decides alone.
 */
export type Strength = 'complete' | 'plain' | 'bare' | 'support';

export interface Rule {
  readonly kind: MessageKind;
  readonly weight: number;
  readonly strength: Strength;
  /** A condition or negation in the clause belongs to the statement ("renews unless you cancel"). */
  readonly unguarded?: true;
  /** The contract is the grammatical subject or object: a preposition before it makes another thing the subject. */
  readonly subject?: true;
  /** Says that it has happened: not when the clause lies ahead or names a third party. */
  readonly past?: true;
  /** Counted by composed-ending.ts alone: neither scored nor learned, because such words stand in many other mails. */
  readonly signal?: true;
}

const rule = (kind: MessageKind, weight: number, strength: Strength = 'plain'): Rule => ({ kind, weight, strength });
const unguarded = (kind: MessageKind, weight: number, strength: Strength = 'plain'): Rule => ({ kind, weight, strength, unguarded: true });
const signal = (kind: MessageKind) => ({ kind, weight: 0, strength: 'support', signal: true }) as const satisfies Rule;

const TABLE = {
  'cancel.done': { ...rule('cancellation_confirmed', 10, 'complete'), subject: true, past: true },
  'cancel.confirmed': { ...rule('cancellation_confirmed', 10, 'complete'), past: true },
  'cancel.auto_renew_off': { ...rule('cancellation_confirmed', 9, 'complete'), past: true },
  'cancel.done_unowned': { ...rule('cancellation_confirmed', 6), subject: true, past: true },
  'cancel.heading': { ...rule('cancellation_confirmed', 6, 'bare'), subject: true, past: true },
  'cancel.title': { ...rule('cancellation_confirmed', 3, 'bare'), subject: true, past: true },
  'cancel.scheduled': rule('cancellation_confirmed', 6),
  'cancel.will_not_renew': unguarded('cancellation_confirmed', 6),
  'cancel.ends_on': rule('cancellation_confirmed', 4, 'support'),
  'cancel.access_until': unguarded('cancellation_confirmed', 3, 'support'),
  'cancel.no_more_charges': unguarded('cancellation_confirmed', 3, 'support'),
  'cancel.farewell': unguarded('cancellation_confirmed', 2, 'support'),
  'cancel.as_asked': rule('cancellation_confirmed', 3, 'support'),

  // Signals of an ending that only several of them together tell (composed-ending.ts).
  'ending.stated': { ...signal('cancellation_confirmed'), past: true },
  'ending.title': { ...signal('cancellation_confirmed'), past: true },
  'ending.confirms': { ...signal('cancellation_confirmed'), past: true },
  'ending.against': { ...signal('other'), unguarded: true },
  'ending.processed': signal('cancellation_confirmed'),
  'ending.follows': { ...signal('cancellation_confirmed'), unguarded: true },
  'ending.row': { ...signal('cancellation_confirmed'), unguarded: true },

  // The same, told by a sentence as a whole (model/sentence-model.ts).
  'told.ended': signal('cancellation_confirmed'),
  'told.surely_ended': signal('cancellation_confirmed'),
  'told.last_day': signal('cancellation_confirmed'),
  'told.no_more_charges': signal('cancellation_confirmed'),
  'told.asked': signal('cancellation_confirmed'),
  'told.farewell': signal('cancellation_confirmed'),
  'told.aftermath': signal('cancellation_confirmed'),

  'request.received': rule('cancellation_requested', 11),
  'request.pending': unguarded('cancellation_requested', 9),
  'request.to_confirm': unguarded('cancellation_requested', 10),
  'request.asked': rule('cancellation_requested', 6),

  'payment.failed': rule('payment_failed', 10),
  'payment.past_due': rule('payment_failed', 8),
  'payment.heading': rule('payment_failed', 8, 'bare'),
  'payment.update_method': unguarded('payment_failed', 4, 'support'),
  'payment.retry': unguarded('payment_failed', 4, 'support'),
  'payment.consequence': unguarded('payment_failed', 7),

  'charged.paid': rule('renewal_charged', 9),
  'charged.renewed': rule('renewal_charged', 9),
  'charged.receipt': rule('renewal_charged', 7, 'bare'),
  'charged.invoice': unguarded('renewal_charged', 4, 'support'),
  'charged.lines': unguarded('renewal_charged', 2, 'support'),

  'refund.done': rule('refund', 10),
  'refund.heading': rule('refund', 9, 'bare'),
  'refund.promised': rule('refund', 5),

  'trial.started': rule('trial_started', 10),
  'trial.welcome': rule('trial_started', 8, 'bare'),
  'trial.ending': unguarded('trial_ending', 9),
  'trial.ended': rule('expired', 11),
  'trial.converted': rule('signup', 12),

  'notice.renews': unguarded('renewal_notice', 8),
  'notice.heading': rule('renewal_notice', 8, 'bare'),
  'notice.will_charge': unguarded('renewal_notice', 6),
  'notice.expires_soon': unguarded('renewal_notice', 8),
  'notice.next_payment': unguarded('renewal_notice', 3, 'support'),
  'notice.invoice_due': unguarded('renewal_notice', 3, 'support'),
  'notice.cancel_by': unguarded('renewal_notice', 3, 'support'),
  'notice.awaits_payment': unguarded('renewal_notice', 3, 'support'),

  'price.changes': unguarded('price_change', 10),
  'price.heading': unguarded('price_change', 9, 'bare'),
  'price.from_to': unguarded('price_change', 4, 'support'),

  'expired.done': rule('expired', 9),
  'expired.heading': rule('expired', 7, 'bare'),
  'expired.no_longer': rule('expired', 4, 'support'),
  'expired.unpaid': unguarded('expired', 13),
  // Ended by the sender against the reader's will, for what they did.
  'expired.for_cause': rule('expired', 8),

  'paused.done': rule('paused', 10),
  'paused.heading': rule('paused', 8, 'bare'),
  'reactivated.done': rule('reactivated', 10),
  'reactivated.heading': rule('reactivated', 8, 'bare'),
  'plan.changed': rule('plan_changed', 10),
  'plan.heading': rule('plan_changed', 8, 'bare'),
  'plan.will_change': rule('plan_changed', 7),
  // "Cancelled because it was converted": the contract goes on under another name.
  'plan.replaced': rule('plan_changed', 12),

  'signup.active': rule('signup', 8),
  'signup.thanks': rule('signup', 9),
  'signup.heading': rule('signup', 7, 'bare'),
  'signup.recurring': rule('signup', 8),
  'signup.welcome': rule('signup', 4, 'support'),

  'other.newsletter': unguarded('other', 12),
  'other.thing_cancelled': unguarded('other', 9),
  'other.thing': unguarded('other', 5),
  'other.merchant_side': unguarded('other', 14),
  'other.marketing': unguarded('other', 8),
  'other.win_back': unguarded('other', 11),
  'other.survey': unguarded('other', 11),
  'other.help': unguarded('other', 10),
  'other.policy': unguarded('other', 9),
  'other.security': unguarded('other', 9),
  'other.thread': unguarded('other', 14),
  'other.account_update': rule('other', 14),
  'other.purchase': unguarded('other', 7),
  'other.card': rule('other', 9),
  'other.scam': unguarded('other', 20),
  'other.free_plan': unguarded('other', 9),
  'other.example': unguarded('other', 12),
  'other.not_done': unguarded('other', 12),
  'other.delivery': unguarded('other', 9),
  'other.own_words': rule('other', 14),
  // Why a service stops without anybody having ended the contract, or before they did.
  'other.outage': { ...signal('other'), unguarded: true },
  'other.by_merchant': { ...signal('other'), unguarded: true },
  'other.stay': { ...signal('other'), unguarded: true },
  // Ended by the sender, or about to be, because of what the reader did or did not pay.
  'told.threat': { ...signal('other'), unguarded: true },
  // Not yet settled, somebody else's, replaced, only a part, or bait: in a sentence's own words, and in those that rules know.
  'told.against': { ...signal('other'), unguarded: true },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof TABLE;
export const RULES: Readonly<Record<RuleId, Rule>> = TABLE;
