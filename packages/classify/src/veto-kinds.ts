// What some statements rule out, whatever the words look like: the share of a kind that cannot be goes to the kind that the statement makes of
// it, or to all others alike. Used by decide.ts before anything is chosen.
import type { MessageKind } from '@quittance/domain/event-kind';
import { composedEnding } from './composed-ending.ts';
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { conceptMask } from './model/concepts.ts';
import { KINDS } from './model/linear-model.ts';
import { isSmallPrint } from './never-confirms.ts';
import { isReceiptWithEnd } from './receipt-with-end.ts';
import { endedAsAsked } from './score-kinds.ts';

/** Reasons for which a statement is not only doubtful but says the opposite. */
const DENIALS: ReadonlySet<Evidence['voided']> = new Set([
  'condition',
  'negation',
  'question',
  'not_yet',
  'third_party',
  'former_contract',
]);

/** What a shop writes, too; and whoever thanks for a gift. */
const OF_A_PURCHASE = ['renewal_charged', 'payment_failed', 'renewal_notice', 'signup', 'refund'] as const;
const UNPAID: ReadonlySet<RuleId> = new Set(['payment.past_due', 'payment.heading']);
const OF_THE_WRITER = ['cancellation_confirmed', 'expired', 'renewal_notice'] as const;

/** What the words expect too easily of a mail about any change of a contract. */
const SELDOM = ['reactivated', 'paused', 'plan_changed'] as const;

/** A subject and two sentences. */
const FEW_CLAUSES = 4;

type Holds = (...rules: RuleId[]) => boolean;

export function vetoKinds(shares: readonly number[], findings: Findings): readonly number[] {
  const { evidence, contractWords, firmWords } = findings;
  const holds: Holds = (...rules) => evidence.some((item) => rules.includes(item.rule) && item.voided === null);
  let left = vetoTenses(shares, evidence, firmWords, holds);
  // Ended by the merchant for want of payment: nobody was released from anything.
  if (holds('expired.unpaid')) left = moved(left, 'cancellation_confirmed', 'expired');
  // Suspended for want of payment is not paused.
  if (holds('expired.unpaid')) left = moved(left, 'paused', 'expired');
  if (holds('plan.replaced')) left = moved(left, 'cancellation_confirmed', 'plan_changed');
  // A line that is to be cut off for a bill that was not paid.
  const isUnpaid = evidence.some((item) => item.voided === null && UNPAID.has(item.rule) && !isSmallPrint(item));
  const isWhole = evidence.some(
    (item) => item.voided === null && RULES[item.rule].strength === 'complete' && RULES[item.rule].kind === 'cancellation_confirmed',
  );
  const isAsked = isWhole || holds('cancel.as_asked', 'ending.processed', 'told.asked');
  if (!isAsked && holds('payment.failed')) left = moved(left, 'cancellation_confirmed', 'payment_failed');
  // The sender ends the service for everybody.
  if (!isAsked && holds('other.by_merchant')) left = moved(left, 'cancellation_confirmed', 'other');
  if (isUnpaid && !holds('cancel.as_asked', 'ending.processed', 'cancel.confirmed'))
    left = moved(left, 'cancellation_confirmed', 'payment_failed');
  // What is given back of an ended contract is told in the mail that ends it.
  const ending = composedEnding(findings);
  if (ending === 'certain') left = moved(left, 'refund', 'cancellation_confirmed');
  // Signals of an end that was wanted stand together, and no statement says that it came by itself.
  const isStatedToEnd = evidence.some(({ rule, voided }) => RULES[rule].kind === 'expired' && voided === null);
  if (ending === 'certain' || (ending === 'likely' && !isStatedToEnd)) left = moved(left, 'expired', 'cancellation_confirmed');
  const expired = evidence.filter(({ rule, voided }) => RULES[rule].kind === 'expired' && voided === null);
  if (expired.length > 0 && expired.every((item) => endedAsAsked(item, evidence))) left = moved(left, 'expired', 'cancellation_confirmed');
  if (isReceiptWithEnd(findings)) left = moved(left, 'cancellation_requested', 'cancellation_confirmed');
  // Threatened, denied, said of somebody else: no cancellation.
  if (isDenied(evidence)) {
    const as = deniedAs(evidence, holds);
    left = moved(left, 'cancellation_confirmed', as);
    if (as === 'other') left = moved(left, 'cancellation_requested', as);
  }
  // "Conferma la tua disdetta" says of a mail that it confirms, and asks the reader to.
  if (saysBeside(evidence, 'cancellation_confirmed', 'request.to_confirm'))
    left = moved(left, 'cancellation_confirmed', 'cancellation_requested');
  // Whoever writes of their own contract tells a friend.
  if (holds('other.own_words')) for (const kind of OF_THE_WRITER) left = moved(left, kind, 'other');
  // Whoever asks for card data to undo a cancellation cancelled nothing.
  if (holds('other.scam')) left = moved(left, 'cancellation_confirmed', 'other');
  // Active again is what was active before.
  if (saysBeside(evidence, 'signup', 'reactivated.done')) left = moved(left, 'signup', 'reactivated');
  // Who cancelled a paid plan has the free one from then on.
  if (!holds('plan.replaced') && saysBeside(evidence, 'plan_changed', 'cancel.done'))
    left = moved(left, 'plan_changed', 'cancellation_confirmed');
  // Thanks for renewing begin nothing.
  if (saysBeside(evidence, 'signup', 'charged.renewed')) left = moved(left, 'signup', 'renewal_charged');
  // A card that ran out is named as the reason why nothing could be charged.
  if (holds('payment.failed') && saysBeside(evidence, 'other', 'other.card')) left = moved(left, 'other', 'payment_failed');
  // A request that was carried out is none any more.
  if (holds('cancel.confirmed') && !holds('request.pending', 'request.to_confirm', 'request.asked'))
    left = moved(left, 'cancellation_requested', 'cancellation_confirmed');
  if (findings.concepts.length <= FEW_CLAUSES) left = vetoInFewWords(left, findings, holds);
  // A threat pauses nothing, whatever the words expect.
  if (holds('payment.consequence') && (!isSpokenOf(evidence, 'paused') || saysBeside(evidence, 'paused', 'payment.consequence')))
    left = moved(left, 'paused', 'payment_failed');
  // A trial that is over ends no more, whatever the words expect of one.
  if (holds('trial.ended') && (saysBeside(evidence, 'trial_ending', 'trial.ended') || !evidence.some(isForetoldTrial)))
    left = moved(left, 'trial_ending', 'expired');
  if (callsBack(evidence, holds)) left = moved(left, 'expired', 'other');
  if (holds('other.account_update')) left = moved(left, 'plan_changed', 'other');
  // A passport, a voucher or a guarantee that ran out is no contract; the money for an order is that of no contract either.
  if (saysBeside(evidence, 'expired', 'other.security')) left = moved(left, 'expired', 'other');
  if (firmWords === 0 && saysBeside(evidence, 'payment_failed', 'other.purchase')) left = moved(left, 'payment_failed', 'other');
  // Asked to be cancelled is a booking.
  if (isRequestOfThing(evidence)) left = moved(left, 'cancellation_requested', 'other');
  // Subscriptions are ordered, too: where access is said to run, the order is of one.
  if (firmWords > 0 && holds('other.purchase') && holds('signup.active') && evidence.every(isNoCounter))
    left = moved(left, 'other', 'signup');
  // About a purchase, in a mail that names no contract and no period.
  if (contractWords === 0 && holds('other.purchase')) for (const kind of OF_A_PURCHASE) left = moved(left, kind, 'other');
  return left;
}

/** Where a mail says no more than one statement, the words around it decide nothing: what none of them says goes to what it says. */
function vetoInFewWords(shares: readonly number[], { evidence, concepts }: Findings, holds: Holds): readonly number[] {
  let left = shares;
  const stated = new Set(evidence.filter(isWholeStatement).map(({ rule }) => RULES[rule].kind));
  const [only] = stated;
  if (stated.size === 1 && only !== 'other') for (const kind of SELDOM) if (!isSpokenOf(evidence, kind)) left = moved(left, kind, only!);
  // What expires soon has not expired: who asks to renew it says so of both.
  if (holds('notice.expires_soon') && !evidence.some(isStatedEnd)) left = moved(left, 'expired', 'renewal_notice');
  // What could not be charged has not run out by that.
  if (holds('payment.failed') && !evidence.some(isStatedEnd)) left = moved(left, 'expired', 'payment_failed');
  // Nothing was asked to be cancelled where no word says so.
  if (!isSpokenOf(evidence, 'cancellation_requested') && !concepts.some(tellsOfEnd)) left = moved(left, 'cancellation_requested', 'other');
  return left;
}

/** A contract that ended is what a title that calls back starts from; a club that tells the day, and offers nothing, tells of the end. */
function callsBack(evidence: readonly Evidence[], holds: Holds): boolean {
  const titled = evidence.some(({ rule, voided, clause }) => rule === 'other.win_back' && voided === null && clause.place === 'subject');
  if (!titled) return false;
  const offers = holds('other.marketing') || evidence.some(({ rule, clause }) => rule === 'other.win_back' && clause.place !== 'subject');
  const namesDay = ({ clause }: Evidence): boolean => clause.tokens.some(({ type }) => type === 'date');
  return offers || !evidence.some((item) => item.rule === 'expired.done' && item.voided === null && namesDay(item));
}

/** Money that was taken, could not be taken, or is still to be paid: each names the other two in passing. */
function vetoTenses(shares: readonly number[], evidence: readonly Evidence[], firmWords: number, holds: Holds): readonly number[] {
  const isPaid = holds('charged.paid', 'charged.renewed');
  if (holds('payment.failed') && !isPaid) return moved(shares, 'renewal_notice', 'payment_failed');
  // A bill that asks to be paid is no receipt, nor is an order that waits for the money, whatever it thanks for.
  if (holds('notice.awaits_payment')) return moved(shares, 'renewal_charged', firmWords > 0 ? 'renewal_notice' : 'other');
  if (holds('notice.invoice_due') && !isPaid)
    return moved(shares, 'renewal_charged', holds('payment.past_due') ? 'payment_failed' : firmWords > 0 ? 'renewal_notice' : null);
  // A receipt names the next payment too; a notice says so in its subject, where "you sent an automatic payment" says nothing of one to come.
  const isInSubject = (kind: MessageKind) => evidence.some(({ rule, clause }) => RULES[rule].kind === kind && clause.place === 'subject');
  const announces = isInSubject('renewal_notice') && !isInSubject('renewal_charged');
  return isPaid && !announces ? moved(shares, 'renewal_notice', 'renewal_charged') : shares;
}

/** Whether all statements of a kind stand in clauses that say something else, too. */
function saysBeside(evidence: readonly Evidence[], kind: MessageKind, beside: RuleId): boolean {
  const said = evidence.filter(({ rule, voided }) => voided === null && RULES[rule].kind === kind && RULES[rule].strength !== 'support');
  const isBeside = ({ clause }: Evidence): boolean =>
    evidence.some((item) => item.rule === beside && item.clause === clause && item.voided === null);
  return said.length > 0 && said.every(isBeside);
}

/** Whether any statement of the kind was found, be it void. */
function isSpokenOf(evidence: readonly Evidence[], kind: MessageKind): boolean {
  return evidence.some(({ rule }) => RULES[rule].kind === kind);
}

const ENDS = ['cancelled', 'cancel', 'cancellation', 'autorenew', 'off'].reduce((mask, name) => mask | conceptMask(name), 0);
const tellsOfEnd = (spoken: number): boolean => (spoken & ENDS) !== 0;

const isWholeStatement = ({ rule, voided }: Evidence): boolean =>
  voided === null && (RULES[rule].strength === 'complete' || RULES[rule].strength === 'plain') && RULES[rule].signal !== true;

const isStatedEnd = ({ rule, voided }: Evidence): boolean =>
  RULES[rule].kind === 'expired' && RULES[rule].strength !== 'support' && voided === null;

const isForetoldTrial = ({ rule, voided }: Evidence): boolean => rule === 'trial.ending' && voided === null;

function isNoCounter({ rule, voided }: Evidence): boolean {
  return voided !== null || rule === 'other.purchase' || RULES[rule].kind === 'signup' || RULES[rule].kind === 'renewal_charged';
}

function isRequestOfThing(evidence: readonly Evidence[]): boolean {
  const asked = evidence.filter(({ rule }) => RULES[rule].kind === 'cancellation_requested');
  return asked.length > 0 && asked.every(({ voided }) => voided === 'part_of_contract');
}

function isDenied(evidence: readonly Evidence[]): boolean {
  const said = evidence.filter(({ rule }) => RULES[rule].kind === 'cancellation_confirmed' && RULES[rule].strength !== 'support');
  return said.length > 0 && said.every((item) => DENIALS.has(item.voided));
}

/** Threatened for want of payment, it is about that payment; where one was asked for, whatever else is likely; else about nothing. */
function deniedAs(evidence: readonly Evidence[], holds: Holds): MessageKind | null {
  if (holds('payment.consequence')) return 'payment_failed';
  return evidence.some(({ rule, voided }) => voided === null && RULES[rule].kind === 'cancellation_requested') ? null : 'other';
}

export function moved(shares: readonly number[], from: MessageKind, to: MessageKind | null): number[] {
  const share = shares[KINDS.indexOf(from)]!;
  return shares.map((other, index) => {
    if (KINDS[index] === from) return 0;
    if (to === null) return other / (1 - share || 1);
    return KINDS[index] === to ? other + share : other;
  });
}
