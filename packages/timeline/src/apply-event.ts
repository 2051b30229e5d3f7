// The status machine of a subscription (trial active past_due paused cancel_requested cancelled ended unknown). An event that is only
// probable may fill in facts that nobody knows yet; an event of a likely forged mail changes nothing; neither changes the status.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { unreachable } from '@quittance/domain/errors';
import { NOT_RENEWED } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { addPeriod } from '@quittance/domain/period';
import type { Notice, SubscriptionStatus } from '@quittance/domain/subscription';
import { contractOf } from './contract-of.ts';
import { BANK_WINDOW_DAYS } from './find-duplicate.ts';
import { movePrice, setPrice } from './price-history.ts';
import { ask, bouncedId, settleBounces, takeBack } from './requests.ts';
import { withDeadline } from './stated-deadline.ts';
import { settlePrice, welcomePrice } from './welcome-price.ts';
import {
  chargesOf,
  dayOf,
  isClosed,
  isEffective,
  witnessed,
  type Charge,
  type Charges,
  type SubscriptionState,
} from './subscription-state.ts';

const SUSPICION_DAYS = 30;
/** Bills have a new number each time: of those before these nothing will come any more. */
const REFERENCES_MAX = 100;
const BOOKING_DAYS = 3;
/** A charge this close to the renewal date is that renewal. */
const RENEWAL_SLACK_DAYS = 3;
/** A mail that comes later is about something else. */
const TOLD_AGAIN_DAYS = 7;

export function applyEvent(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  if (event.level === 'R') return markSuspicious(state, event);
  if (event.decided === 'abstain') return perhapsAnswered({ ...state, lastEventAt: event.occurredAt }, event);
  const described = noted(describe(state, event), event);
  if (!isEffective(event)) return withDeadline(perhapsAnswered(fillUnknown(described, event), event), event);
  return withDeadline(step(described, event, dayOf(event)), event);
}

/** A second mail about a fact that is counted already: only what the first one left open is taken from it. */
export function applyDuplicate(state: SubscriptionState, event: SubscriptionEvent, told: string): SubscriptionState {
  if (event.level === 'R') return markSuspicious(state, event);
  const filled = withDeadline(fillUnknown(describe(state, event, told), event), event);
  return {
    ...filled,
    charges: withWitness(filled.charges, told, event.id),
    rises: filled.rises.map((rise) => (rise.finding.eventId === told ? { ...rise, finding: witnessed(rise.finding, event.id) } : rise)),
  };
}

// Charges of the last days: what tells of the same comes soon.
function withWitness(charges: Charges | null, told: string, eventId: string, depth = 8): Charges | null {
  if (!charges || depth === 0) return charges;
  if (charges.last.eventId === told) return { ...charges, last: witnessed(charges.last, eventId) };
  const before = withWitness(charges.before, told, eventId, depth - 1);
  return before === charges.before ? charges : { ...charges, before };
}

function step(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  switch (event.kind) {
    case 'signup':
      return welcome(begin(state, 'active', on), event, on);
    case 'trial_started':
      return { ...setPrice(begin(state, 'trial', on), event), renewsOn: event.renewsOn ?? event.endsOn ?? state.renewsOn };
    case 'trial_ending':
      return announce({ ...state, status: state.status === 'unknown' ? 'trial' : state.status }, event, event.renewsOn ?? event.endsOn);
    case 'renewal_notice':
      return announce({ ...state, status: wake(state.status) }, event, event.renewsOn);
    case 'price_change': {
      const from = event.effectiveOn ?? event.renewsOn ?? on;
      return movePrice({ ...state, status: wake(state.status), renewsOn: event.renewsOn ?? state.renewsOn }, event, {
        from,
        silent: false,
      });
    }
    case 'renewal_charged':
      return charge(state, event, on);
    case 'payment_failed':
      return {
        ...state,
        status: isOneOf(state.status, 'active', 'trial', 'unknown', 'paused') ? 'past_due' : state.status,
        failure: state.failure ? witnessed(state.failure, event.id) : { on, eventId: event.id },
      };
    case 'plan_changed': {
      // A mail that does not name the new plan leaves it open: the old one is gone either way.
      const changed = setPrice({ ...state, plan: event.plan, status: wake(state.status) }, event);
      return { ...changed, renewsOn: event.renewsOn ?? state.renewsOn };
    }
    case 'paused':
      return isOneOf(state.status, 'active', 'trial', 'past_due', 'unknown')
        ? { ...state, status: 'paused', renewsOn: event.renewsOn, failure: null }
        : state;
    case 'refund':
      return { ...state, refunds: [...state.refunds, { eventId: event.id, on, price: event.price }] };
    case 'cancellation_requested':
      return bouncedId(event) === null ? ask(state, event, on) : takeBack(state, event, on);
    case 'cancellation_confirmed':
      return confirm(settleBounces(state, on), event, on);
    case 'expired':
      return expire(settleBounces(state, on), event, on);
    case 'reactivated':
      return reactivate(state, event, on);
    default:
      return unreachable(event.kind);
  }
}

// --- the steps that need more than a line ---

function begin(state: SubscriptionState, status: 'active' | 'trial', on: CivilDate): SubscriptionState {
  const startedOn = state.startedOn ?? on;
  if (isOneOf(state.status, 'unknown', 'trial', 'past_due')) return { ...state, status, startedOn };
  return { ...state, startedOn };
}

function welcome(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const priced = welcomePrice(state, event);
  // Of a price that does not hold the renewal does not, either.
  return priced.otherPrice?.eventId === event.id ? priced : withRenewal(priced, event, on);
}

function announce(state: SubscriptionState, event: SubscriptionEvent, renewsOn: CivilDate | null): SubscriptionState {
  // A merchant that announces a renewal after the cancellation is told of by an alert; the cancellation stands.
  if (isClosed(state)) return state;
  const moved = settlePrice(state, event, { from: renewsOn ?? dayOf(event), silent: false });
  return { ...moved, renewsOn: renewsOn ?? (isForATerm(event) ? null : state.renewsOn) };
}

function charge(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const charged = { ...state, charges: { last: chargeOf(event, on), before: state.charges }, failure: null };
  // After a confirmed cancellation a charge is a finding, not a new life; an ended one that is charged runs again.
  if (state.status === 'cancelled') return charged;
  // What an account in another currency was debited says nothing about the price.
  const isForeign = event.source === 'bank' && state.price !== null && state.price.currency !== event.price?.currency;
  const priced = isForeign ? charged : settlePrice(charged, event, { from: on, silent: true });
  // It runs on until the request is answered, and again if the request turns out never to have arrived.
  if (state.status === 'cancel_requested') return withRenewal({ ...priced, statusBeforeRequest: 'active' }, event, on);
  const endsOn = state.status === 'ended' ? null : state.endsOn;
  return withRenewal({ ...priced, status: 'active', endsOn }, event, on);
}

// A bank books a card up to three days after its use; where the line does not tell the day, the charge may be that old.
export function chargeOf(event: SubscriptionEvent, on: CivilDate): Charge {
  const charge = { eventId: event.id, on, price: event.price, reference: event.reference };
  return event.source === 'bank' && !event.effectiveOn ? { ...charge, earliestOn: addDays(on, -BOOKING_DAYS) } : charge;
}

function confirm(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const endsOn = event.endsOn ?? event.effectiveOn;
  const last = state.cancellations.at(-1);
  if (state.status === 'cancelled' && last) {
    if (!endsOn) return state;
    return { ...state, endsOn, cancellations: [...state.cancellations.slice(0, -1), { ...last, endsOn }] };
  }
  const renewalOn = state.renewsOn && state.renewsOn >= on ? state.renewsOn : null;
  return {
    ...state,
    status: 'cancelled',
    endsOn: endsOn ?? state.endsOn,
    renewsOn: null,
    request: null,
    failure: null,
    cancellations: [...state.cancellations, { on, endsOn, renewalOn, undoneOn: null }],
  };
}

function expire(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const endsOn = event.endsOn ?? event.effectiveOn ?? on;
  if (state.status === 'cancelled') return { ...state, endsOn: state.endsOn ?? endsOn };
  return { ...state, status: 'ended', endsOn, renewsOn: null, request: null, failure: null };
}

function reactivate(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  if (isOneOf(state.status, 'active', 'trial', 'past_due', 'unknown')) return toldAgain(state, event, on);
  const wasCancelled = isOneOf(state.status, 'cancelled', 'cancel_requested');
  return {
    ...state,
    status: 'active',
    endsOn: null,
    renewsOn: event.renewsOn,
    request: null,
    cancellations: state.cancellations.map((one) => ({ ...one, undoneOn: one.undoneOn ?? on })),
    reactivations: wasCancelled ? [...state.reactivations, { on, eventId: event.id }] : state.reactivations,
  };
}

function toldAgain(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const last = state.reactivations.at(-1);
  if (!last || daysBetween(last.on, on) > TOLD_AGAIN_DAYS) return state;
  return { ...state, reactivations: [...state.reactivations.slice(0, -1), witnessed(last, event.id)] };
}

// The next renewal: as stated, else a period after the charge. An announced date that is still ahead stands.
function withRenewal(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  if (event.renewsOn) return { ...state, renewsOn: event.renewsOn };
  if (isForATerm(event)) return { ...state, renewsOn: null };
  if (state.renewsOn && daysBetween(on, state.renewsOn) > RENEWAL_SLACK_DAYS) return state;
  return { ...state, renewsOn: state.period ? addPeriod(on, state.period) : null };
}

// A mail that names the end of the term and says that nothing renews then, or announces that end and no renewal: nothing is reckoned. A receipt's
// "valid until" is none of these: to miss the next charge is worse than to expect one that does not come.
function isForATerm({ kind, renewsOn, endsOn, occurredAt, reasons }: SubscriptionEvent): boolean {
  if (renewsOn !== null || endsOn === null || endsOn <= occurredAt.slice(0, 10)) return false;
  return kind === 'renewal_notice' || reasons.some(({ rule, field }) => field === 'ends_on' && rule === NOT_RENEWED);
}

function markSuspicious(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  const since = dayOf(event);
  const values = { told: event.kind satisfies EventKind };
  const finding = { kind: 'suspicious_message' as const, since, until: addDays(since, SUSPICION_DAYS), eventId: event.id, values };
  return { ...state, suspicious: [...state.suspicious, finding] };
}

// What any mail about the subscription may tell besides its kind. The first plan named stays until a change of plan is told.
function describe(state: SubscriptionState, event: SubscriptionEvent, duplicateOf: string | null = null): SubscriptionState {
  const isBill = isOneOf(event.kind, 'renewal_charged', 'refund', 'payment_failed');
  const isContract = contractOf(event) !== null || (duplicateOf === null && isRepeated(state, event));
  const known = event.reference !== null && state.references.includes(event.reference);
  return {
    ...state,
    biller: state.biller ?? event.biller,
    plan: state.plan ?? event.plan,
    // A bill's number changes each time; the contract's does not. A letter that named the bill's would name what the other side never wrote of it.
    reference: isBill ? (state.reference ?? (isContract ? event.reference : null)) : (event.reference ?? state.reference),
    contract: contractOf(event) ?? state.contract,
    references: event.reference && !known ? [...state.references.slice(1 - REFERENCES_MAX), event.reference] : state.references,
    noticePeriod: event.noticePeriod ?? state.noticePeriod,
    minimumTermEndsOn: event.minimumTermEndsOn ?? state.minimumTermEndsOn,
    lastEventAt: event.occurredAt,
  };
}

// By another charge: an invoice beside a receipt, a refund and a payment that failed all name the number of one bill.
function isRepeated(state: SubscriptionState, event: SubscriptionEvent): boolean {
  if (event.kind !== 'renewal_charged' || event.reference === null || state.reference !== null || !isEffective(event)) return false;
  const on = dayOf(event);
  return chargesOf(state).some((one) => one.reference === event.reference && Math.abs(daysBetween(one.on, on)) > BANK_WINDOW_DAYS);
}

function fillUnknown(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  const isPrice = !isOneOf(event.kind, 'refund', 'cancellation_requested', 'cancellation_confirmed', 'expired');
  return {
    ...state,
    price: state.price ?? (isPrice ? event.price : null),
    period: state.period ?? event.period,
    renewsOn: isClosed(state) ? state.renewsOn : (state.renewsOn ?? event.renewsOn),
  };
}

// A confirmation that was read with doubt confirms nothing; but who waits for one is to be asked whether it is the one.
function perhapsAnswered(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  if (event.kind !== 'cancellation_confirmed' || !state.request) return state;
  return { ...state, request: { ...state.request, answer: { on: dayOf(event), eventId: event.id } } };
}

// What announces something, read with doubt or not: a notice that may have come is none that is missing.
function noted(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  const what = NOTICE_OF[event.kind];
  if (!what) return state;
  const of = what === 'price_change' ? (event.effectiveOn ?? event.renewsOn) : (event.renewsOn ?? event.endsOn);
  // Until when a dearer price may be left is another day.
  const named = what !== 'price_change' && event.cancelBy && isEffective(event) ? { cancelBy: event.cancelBy } : {};
  return { ...state, notices: [...state.notices.slice(1 - NOTICES_MAX), { what, on: dayOf(event), of, ...named, eventId: event.id }] };
}

const NOTICES_MAX = 24;
const NOTICE_OF: Partial<Record<EventKind, Notice['what']>> = {
  renewal_notice: 'renewal',
  trial_ending: 'trial_end',
  price_change: 'price_change',
};

function wake(status: SubscriptionStatus): SubscriptionStatus {
  return status === 'unknown' ? 'active' : status;
}

function isOneOf<T extends string>(value: T, ...others: T[]): boolean {
  return others.includes(value);
}
