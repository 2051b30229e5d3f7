// What the fold carries from event to event: the facts that are shown, and the history from which findings are derived at the end.
import type { CivilDate } from '@quittance/domain/civil-date';
import { civilDateOf } from '@quittance/domain/civil-date';
import type { MerchantRef } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Instant } from '@quittance/domain/instant';
import type { Money } from '@quittance/domain/money';
import type { Period } from '@quittance/domain/period';
import type {
  CancellationRequest,
  Finding,
  LeaveDay,
  Notice,
  PricePoint,
  StatedDeadline,
  SubscriptionStatus,
} from '@quittance/domain/subscription';

export interface Charge {
  readonly eventId: string;
  readonly on: CivilDate;
  readonly price: Money | null;
  /** What its mail is numbered by. */
  readonly reference?: string | null;
  /** Where the day is only that of the bank's booking: the first day on which the charge may have been made. */
  readonly earliestOn?: CivilDate;
  /** Events that told of the same charge after this one. */
  readonly witnesses?: readonly string[];
}

/** What was told on a day, by an event and perhaps by others after it. */
export interface Told {
  readonly on: CivilDate;
  readonly eventId: string;
  readonly witnesses?: readonly string[];
}

/** The newest first: a list that grows without being copied. */
export interface Charges {
  readonly last: Charge;
  readonly before: Charges | null;
}

/** One confirmed cancellation, until it is undone by a reactivation. */
export interface Cancellation {
  readonly on: CivilDate;
  /** The end the confirmation states. */
  readonly endsOn: CivilDate | null;
  /** When it would have renewed: the day on which a charge is one too many. */
  readonly renewalOn: CivilDate | null;
  readonly undoneOn: CivilDate | null;
}

/** A request, with the Message-ID of the mail that made it. */
export interface SentRequest extends CancellationRequest {
  readonly rfcMessageId: string | null;
}

export interface SubscriptionState {
  readonly merchant: MerchantRef;
  readonly biller: string | null;
  readonly plan: string | null;
  readonly status: SubscriptionStatus;
  readonly startedOn: CivilDate | null;
  readonly renewsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  readonly deadline: StatedDeadline | null;
  readonly leaveDays: readonly LeaveDay[];
  readonly price: Money | null;
  /** The price before the last one: a return to it after a pro-rata bill is no rise. */
  readonly priceBefore: Money | null;
  readonly period: Period | null;
  /** The price that the newest welcome stated. */
  readonly welcome: PricePoint | null;
  /** What another welcome of the same days stated instead, as long as nothing says which of the two holds. */
  readonly otherPrice: PricePoint | null;
  readonly reference: string | null;
  /** Every price told, oldest first. */
  readonly prices: readonly PricePoint[];
  /** The references seen, for attaching: the newest ones, since bills have a new one each time. */
  readonly references: readonly string[];
  /** The newest number that a mail called the contract's. */
  readonly contract: string | null;
  readonly lastEventAt: Instant;
  readonly request: CancellationRequest | null;
  /** All that wait for the confirmation, oldest first; `request` is the first of them. */
  readonly requests: readonly SentRequest[];
  /** What it was before it was asked to end. */
  readonly statusBeforeRequest: SubscriptionStatus;
  /** Requests that came back. */
  readonly bounces: readonly {
    readonly on: CivilDate;
    readonly eventId: string;
    readonly requestedOn: CivilDate | null;
    readonly settledOn: CivilDate | null;
  }[];
  readonly notices: readonly Notice[];
  readonly cancellations: readonly Cancellation[];
  readonly charges: Charges | null;
  readonly refunds: readonly Charge[];
  readonly failure: Told | null;
  /** Raised prices: announced ones, and those that only a charge told. */
  readonly rises: readonly { readonly finding: Finding; readonly silent: boolean }[];
  readonly reactivations: readonly Told[];
  readonly suspicious: readonly Finding[];
}

export function newState(merchant: MerchantRef, first: SubscriptionEvent): SubscriptionState {
  return {
    merchant,
    biller: null,
    plan: null,
    status: 'unknown',
    startedOn: null,
    renewsOn: null,
    endsOn: null,
    noticePeriod: null,
    minimumTermEndsOn: null,
    deadline: null,
    leaveDays: [],
    price: null,
    priceBefore: null,
    period: null,
    welcome: null,
    otherPrice: null,
    prices: [],
    reference: null,
    references: [],
    contract: null,
    lastEventAt: first.occurredAt,
    request: null,
    requests: [],
    statusBeforeRequest: 'unknown',
    bounces: [],
    notices: [],
    cancellations: [],
    charges: null,
    refunds: [],
    failure: null,
    rises: [],
    reactivations: [],
    suspicious: [],
  };
}

/** Of a longer history nothing is asked any more. */
const CHARGES_MAX = 200;

/** The newest ones, oldest first. */
export function chargesOf({ charges }: SubscriptionState, most = CHARGES_MAX): Charge[] {
  const listed: Charge[] = [];
  for (let at = charges; at && listed.length < most; at = at.before) listed.push(at.last);
  return listed.reverse();
}

/** More than that tell of one thing only where something is wrong. */
const WITNESSES_MAX = 20;

export function witnessed<T extends { readonly witnesses?: readonly string[] }>(told: T, eventId: string): T {
  const { witnesses = [] } = told;
  return witnesses.length < WITNESSES_MAX ? { ...told, witnesses: [...witnesses, eventId] } : told;
}

/** A fact that may change the state: told for sure, and not by a likely forger. */
export function isEffective(event: SubscriptionEvent): boolean {
  return event.decided === 'auto' && event.level !== 'R';
}

/** The day the event happened: a charge's own date where the mail states one. */
export function dayOf(event: SubscriptionEvent): CivilDate {
  const told = civilDateOf(event.occurredAt);
  return event.kind === 'renewal_charged' && event.effectiveOn && event.effectiveOn < told ? event.effectiveOn : told;
}

export function isClosed(state: SubscriptionState): boolean {
  return state.status === 'cancelled' || state.status === 'ended';
}

/** From when on nothing may be charged any more. */
export function effectiveEnd(cancellation: Cancellation): CivilDate {
  return cancellation.endsOn ?? cancellation.renewalOn ?? cancellation.on;
}
