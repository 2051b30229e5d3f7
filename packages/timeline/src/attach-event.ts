// Which subscription of a merchant an event belongs to. Strong signs first (a reference), soft ones add up; with a single running
// subscription whatever does not contradict it belongs to it. Where two fit alike nothing is guessed: the person is asked.
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { periodDays } from '@quittance/domain/period';
import { contractOf, contractsDiffer } from './contract-of.ts';
import { sameAmount } from './price-history.ts';
import { samePlan } from './same-plan.ts';
import { dayOf, effectiveEnd, isClosed, isEffective, type SubscriptionState } from './subscription-state.ts';

/** `create`: it proves a subscription of its own; `ask`: it stays unattached. */
export type Attachment = { readonly kind: 'attach'; readonly index: number } | { readonly kind: 'create' } | { readonly kind: 'ask' };

const SCORE = { reference: 5, plan: 2, partOfPlan: 1, amount: 2, period: 1, renewal: 2, biller: 1 } as const;
const SURE = 5;
/** So much better than the next one must the best be, when it is not sure by itself. */
const LEAD = 2;
const RENEWAL_SLACK_DAYS = 3;
/** A charge this long after the end of a cancelled subscription is of another one, whose beginning was not seen. */
const CHARGE_REACH_DAYS = 400;
const REACH_DAYS = 60;
const STALE_DAYS = 400;

const STARTS: ReadonlySet<EventKind> = new Set(['signup', 'trial_started']);
const RENEWALS: ReadonlySet<EventKind> = new Set(['renewal_notice', 'renewal_charged']);
/** Prove a running subscription when they name its price or plan. */
const SIGNS_OF_LIFE: ReadonlySet<EventKind> = new Set(['trial_ending', 'price_change', 'payment_failed']);

export function attachEvent(event: SubscriptionEvent, states: readonly SubscriptionState[]): Attachment {
  if (event.source === 'bank') return attachBankLine(event, states);
  if (event.level === 'R') return besideMerchant(event, states);
  const referenced = states.findLastIndex((state) => hasReference(state, event));
  if (referenced >= 0 && !(STARTS.has(event.kind) && isClosed(states[referenced]!))) return { kind: 'attach', index: referenced };
  const candidates = states.map((state, index) => ({ state, index })).filter(({ state }) => !contradicts(state, event));
  if (!event.merchant) return chooseByScore(event, candidates, SURE);

  const open = candidates.filter(({ state }) => isOpenFor(state, event));
  if (open.length === 1) return { kind: 'attach', index: open[0]!.index };
  // A changed plan contradicts no subscription by its name; where one alone shares the name, it grew out of that.
  const named = event.kind === 'plan_changed' ? open.filter(({ state }) => ['yes', 'part'].includes(planMatch(state, event))) : [];
  if (named.length === 1) return { kind: 'attach', index: named[0]!.index };
  if (open.length > 1) return chooseByScore(event, open, LEAD);
  // An undecided mail may stand beside a running subscription, but opens and reopens nothing.
  if (event.decided === 'abstain') return { kind: 'ask' };
  const closed = candidates.findLast(({ state }) => isClosed(state) && isWithinReach(state, event));
  if (closed && !STARTS.has(event.kind)) return { kind: 'attach', index: closed.index };
  return mayCreate(event, states) ? { kind: 'create' } : { kind: 'ask' };
}

// A bank line names neither plan nor contract, and perhaps another currency. It belongs to the subscription whose price it is, an open one before
// one that ended; only where the merchant has none is it the sign of one that no mail told of.
function attachBankLine(event: SubscriptionEvent, states: readonly SubscriptionState[]): Attachment {
  const within = states.map((state, index) => ({ state, index })).filter(({ state }) => !isClosed(state) || isWithinReach(state, event));
  if (within.length === 0) return event.kind === 'renewal_charged' ? { kind: 'create' } : { kind: 'ask' };
  const score = ({ state }: Candidate): number => scoreOf(state, event) + (isClosed(state) ? 0 : 1);
  const best = within.reduce((one, other) => (score(other) >= score(one) ? other : one));
  return { kind: 'attach', index: best.index };
}

// A likely forged mail changes nothing and its figures mean nothing: it stands beside what it pretends to be about, so that it is told of there.
function besideMerchant(event: SubscriptionEvent, states: readonly SubscriptionState[]): Attachment {
  const own = states.map((state, index) => ({ state, index })).filter(({ state }) => state.merchant.id === event.merchant?.id);
  const beside = own.findLast(({ state }) => !isClosed(state)) ?? own.at(-1);
  return beside ? { kind: 'attach', index: beside.index } : { kind: 'ask' };
}

interface Candidate {
  readonly state: SubscriptionState;
  readonly index: number;
}

function chooseByScore(event: SubscriptionEvent, candidates: readonly Candidate[], leastLead: number): Attachment {
  const ranked = candidates
    .map(({ state, index }) => ({ index, score: scoreOf(state, event) }))
    .sort((a, b) => b.score - a.score || b.index - a.index);
  const [best, next] = ranked;
  if (!best) return { kind: 'ask' };
  const lead = best.score - (next?.score ?? 0);
  const isClear = best.score >= SURE ? lead > 0 : best.score >= leastLead && lead >= leastLead;
  return isClear ? { kind: 'attach', index: best.index } : { kind: 'ask' };
}

function scoreOf(state: SubscriptionState, event: SubscriptionEvent): number {
  const plan = planMatch(state, event);
  const due = event.renewsOn ?? event.endsOn ?? (event.kind === 'renewal_charged' ? dayOf(event) : null);
  return (
    (hasReference(state, event) ? SCORE.reference : 0) +
    (plan === 'yes' ? SCORE.plan : plan === 'part' ? SCORE.partOfPlan : 0) +
    (state.price && event.price && sameAmount(state.price, event.price) ? SCORE.amount : 0) +
    (state.period && event.period === state.period ? SCORE.period : 0) +
    (state.renewsOn && due && Math.abs(daysBetween(state.renewsOn, due)) <= RENEWAL_SLACK_DAYS ? SCORE.renewal : 0) +
    (state.biller && event.biller === state.biller ? SCORE.biller : 0)
  );
}

/** True when the event can't be about this subscription. */
export function contradicts(state: SubscriptionState, event: SubscriptionEvent): boolean {
  if (event.merchant && event.merchant.id !== state.merchant.id) return true;
  if (state.biller && event.biller && state.biller !== event.biller) return true;
  // Two contracts that are each renewed are two, however alike. Of other mails the number may have changed with the plan.
  if (RENEWALS.has(event.kind) && contractsDiffer(state.contract, contractOf(event))) return true;
  const plan = planMatch(state, event);
  if (plan === 'no' && event.kind !== 'plan_changed') return true;
  if (plan === 'yes' || !state.price || !event.price) return false;
  return pricesContradict(state, event);
}

function pricesContradict(state: SubscriptionState, event: SubscriptionEvent): boolean {
  const isStart = STARTS.has(event.kind);
  if (!isStart && !RENEWALS.has(event.kind)) return false;
  if (state.price!.currency !== event.price!.currency) return true;
  if (sameAmount(state.price!, event.price!)) return false;
  if (isStart) return state.status !== 'trial';
  return state.period !== null && event.period !== null && state.period !== event.period;
}

function planMatch(state: SubscriptionState, event: SubscriptionEvent): 'yes' | 'part' | 'no' | 'unknown' {
  return state.plan && event.plan ? samePlan(state.plan, event.plan, state.merchant.name) : 'unknown';
}

function hasReference(state: SubscriptionState, event: SubscriptionEvent): boolean {
  return event.reference !== null && state.references.includes(event.reference);
}

// A new start is never taken for the old life of a subscription that was asked to end, or that was silent for long.
function isOpenFor(state: SubscriptionState, event: SubscriptionEvent): boolean {
  if (isClosed(state)) return false;
  return !STARTS.has(event.kind) || (state.status !== 'cancel_requested' && !isStale(state, event));
}

function isStale(state: SubscriptionState, event: SubscriptionEvent): boolean {
  const silentDays = daysBetween(state.lastEventAt.slice(0, 10), dayOf(event));
  return silentDays > (state.period ? 2 * periodDays(state.period) + REACH_DAYS : STALE_DAYS);
}

function isWithinReach(state: SubscriptionState, event: SubscriptionEvent): boolean {
  const last = state.cancellations.at(-1);
  const end = state.status === 'cancelled' && last ? effectiveEnd(last) : (state.endsOn ?? state.lastEventAt.slice(0, 10));
  const isMoney = event.kind === 'renewal_charged' || event.kind === 'refund' || event.kind === 'reactivated';
  return daysBetween(end, dayOf(event)) <= (isMoney ? CHARGE_REACH_DAYS : REACH_DAYS);
}

function mayCreate(event: SubscriptionEvent, states: readonly SubscriptionState[]): boolean {
  if (STARTS.has(event.kind) || RENEWALS.has(event.kind)) return true;
  if (SIGNS_OF_LIFE.has(event.kind)) return event.price !== null || event.plan !== null;
  // The proof that people came for: mailed by a merchant of whom no running subscription is known.
  return event.kind === 'cancellation_confirmed' && isEffective(event) && states.every(isClosed);
}
