// The constants of the decision in one place. Rule weights are in frames/rules.ts.
//
// Place weights and relations were set by hand on the self-written tables of classify-kinds.test.ts and hard-negatives.test.ts; how far a
// score can be believed is not set here but fitted (model/stacker.ts). Costs are those of docs/accuracy.md.
import type { EventKind } from '@quittance/domain/event-kind';

/** How much a statement counts by where it stands. */
export const PLACE_WEIGHT = { subject: 2, lead: 1.4, body: 1 } as const;
/** Reasons against hide in offers and help links below the matter itself: later they count less. */
export const OTHER_PLACE_WEIGHT = { subject: 2, lead: 1, body: 0.4 } as const;

/** Further statements of a kind, after its strongest: each adds this part of what it would weigh alone. */
export const FURTHER_SHARE = 0.3;
export const SUPPORT_SHARE = 0.5;
/** All support together, and support without any statement, never weigh more than this. */
export const SUPPORT_MAX = 6;
export const SUPPORT_ALONE_MAX = 4;
/** A title without owner in the body (a label, a button) against one in the subject. */
export const BODY_TITLE_SHARE = 0.7;

/** What remains of a kind's score in a mail that never names a contract: a shop's receipt, an airline's refund. */
export const WITHOUT_CONTRACT: Readonly<Record<EventKind, number>> = {
  signup: 0.35,
  trial_started: 0.9,
  trial_ending: 0.9,
  renewal_notice: 0.6,
  renewal_charged: 0.35,
  price_change: 0.6,
  payment_failed: 0.6,
  cancellation_requested: 0.6,
  cancellation_confirmed: 0.4,
  expired: 0.6,
  refund: 0.5,
  paused: 0.5,
  reactivated: 0.5,
  plan_changed: 0.5,
};

/** A kind explains another away only when it is at least this part as strong. */
export const EXPLAINS_SHARE = 0.75;

/** A kind that reaches `from` explains part of another kind's evidence away: a receipt states the next renewal, too. */
export interface Relation {
  readonly kind: EventKind;
  readonly from: number;
  readonly leaves: Readonly<Partial<Record<EventKind, number>>>;
}

export const RELATIONS: readonly Relation[] = [
  { kind: 'cancellation_requested', from: 12, leaves: { cancellation_confirmed: 0.55, expired: 0.5, renewal_notice: 0.5 } },
  {
    kind: 'payment_failed',
    from: 10,
    leaves: { renewal_charged: 0.3, renewal_notice: 0.4, paused: 0.5, signup: 0.4, price_change: 0.5, expired: 0.7, plan_changed: 0.5 },
  },
  {
    kind: 'trial_started',
    from: 10,
    leaves: { trial_ending: 0.4, signup: 0.5, renewal_notice: 0.4, renewal_charged: 0.4, plan_changed: 0.6, reactivated: 0.5 },
  },
  {
    kind: 'trial_ending',
    from: 9,
    leaves: { renewal_notice: 0.5, signup: 0.4, renewal_charged: 0.4, cancellation_confirmed: 0.6, expired: 0.6 },
  },
  { kind: 'plan_changed', from: 10, leaves: { renewal_charged: 0.6, signup: 0.5, renewal_notice: 0.5, price_change: 0.5, expired: 0.6 } },
  { kind: 'price_change', from: 10, leaves: { renewal_notice: 0.5, plan_changed: 0.6, renewal_charged: 0.5 } },
  { kind: 'refund', from: 10, leaves: { renewal_charged: 0.3, payment_failed: 0.8 } },
  { kind: 'paused', from: 10, leaves: { reactivated: 0.4, renewal_notice: 0.5, expired: 0.5 } },
  { kind: 'reactivated', from: 10, leaves: { signup: 0.5, renewal_notice: 0.5, renewal_charged: 0.7, paused: 0.5 } },
  { kind: 'signup', from: 11, leaves: { renewal_charged: 0.6, renewal_notice: 0.4, plan_changed: 0.7 } },
  { kind: 'renewal_charged', from: 8, leaves: { renewal_notice: 0.4, expired: 0.5, signup: 0.85 } },
  { kind: 'renewal_notice', from: 9, leaves: { expired: 0.7, signup: 0.7, cancellation_confirmed: 0.6 } },
];

/** A whole statement of a cancellation explains more than a mere mention does. */
export const COMPLETE_CANCELLATION: Relation = {
  kind: 'cancellation_confirmed',
  from: 9,
  leaves: {
    cancellation_requested: 0.5,
    expired: 0.3,
    renewal_notice: 0.3,
    refund: 0.7,
    renewal_charged: 0.4,
    signup: 0.3,
    payment_failed: 0.7,
    paused: 0.5,
    plan_changed: 0.6,
    trial_ending: 0.5,
  },
};

/** What it costs to take any other mail for this kind. */
export const FALSE_COST: Readonly<Record<EventKind, number>> = {
  signup: 4,
  trial_started: 4,
  trial_ending: 4,
  renewal_notice: 4,
  renewal_charged: 4,
  price_change: 4,
  payment_failed: 4,
  cancellation_requested: 4,
  cancellation_confirmed: 20,
  expired: 4,
  refund: 5,
  paused: 4,
  reactivated: 4,
  plan_changed: 4,
};
/** A question to the person; about a cancellation it costs more, because until it is answered alerts go on as if nothing had ended. */
export const PROBABLE_COST = 0.6;
export const PROBABLE_CANCELLATION_COST = 2;
/** A mail left open. */
export const ABSTAIN_COST = 0.3;
/** A mail about a subscription put aside: between a missed charge (1) and a missed notice or end of a trial (4). */
export const MISS_COST = 2.5;
export const ABSTAIN_CONFIDENCE = 0.54;
/** The same where no statement of any event was found: words alone are more often wrong. */
export const UNSTATED_CONFIDENCE = 0.75;
/** A missed confirmation costs more than a needless question. */
export const ASK_CANCELLATION_CONFIDENCE = 0.5;
/** So few words say nothing by themselves. */
export const UNSTATED_WORDS = 12;
/** From this share of a cancellation on, sentences that seem to tell of one are reason enough to ask. */
export const TOLD_SHARE = 0.1;
/** A mail left open in which a cancellation is this likely, and of whose sentences one may tell of an end, is asked about. */
export const OPEN_SHARE = 0.2;
export const OPEN_TOLD = 0.3;
/** A mail left open is kept where an event is this likely and the text no longer; of 650 notices that were read the longest has 3,059 characters. */
export const PERHAPS_SHARE = 0.1;
export const PERHAPS_CHARS = 4000;
/** How surely one sentence must tell of the end, and another one bear it out, to be reason enough to ask where no rule heard anything. */
export const TOLD_APART = 0.5;
/** That a mail is none although it names a contract, in a language that was never learned: about as often as among the templates read. */
export const FOREIGN_CONTRACT_CONFIDENCE = 0.25;
/** How much less mail that names a contract is about none; chosen like REAL_MAIL, on the half that may be read. */
export const FOREIGN_OTHER = 0.1;
/** From here on such a mail is asked about: below it one question in three was wrong, on the same half. */
export const FOREIGN_CONFIDENCE = 0.65;

/**
 * Skeletons are written to be hard: in real mail rules can be believed more, single words less, and mail about nothing of the kind is more
 * common. `words` scales what the words say, `sharpness` all that was weighed, `other` is added for no kind at all. The three were chosen by
 * log loss on the half of the collected templates that may be read; the other half only measures (docs/accuracy.md).
 */
export const REAL_MAIL = { words: 0.5, sharpness: 2.3, other: 1.7 } as const;
