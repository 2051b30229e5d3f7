// The findings of a subscription that need no clock, derived from the history the fold kept. Those that do are clock-findings.ts.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { formatDecimal } from '@quittance/domain/money';
import type { Finding } from '@quittance/domain/subscription';
import { priceRises, sameAmount } from './price-history.ts';
import { confirmationOf } from './proof.ts';
import { effectiveEnd, isEffective, type Cancellation, type Charge, type SubscriptionState, type Told } from './subscription-state.ts';

/** Two mails about one act of the person arrive this close together. */
export const TOGETHER_DAYS = 2;
/** A bill for the last days comes with the next run of bills. */
const LAST_BILL_DAYS = 35;
/** More than that is no part of a period any more. */
const PART_OF_PRICE = 0.9;

/** @param charges of the state, oldest first. */
export function findingsOf(state: SubscriptionState, charges: readonly Charge[], events: readonly SubscriptionEvent[]): Finding[] {
  const findings = [
    ...chargedAfterCancellation(state, charges, events),
    ...reactivatedUnasked(state, events),
    ...priceRises(state, charges),
    ...paymentFailed(state),
    ...requestNotDelivered(state),
    ...state.suspicious,
  ];
  return findings.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function chargedAfterCancellation(state: SubscriptionState, charges: readonly Charge[], events: readonly SubscriptionEvent[]): Finding[] {
  if (state.cancellations.length === 0) return [];
  const refunds = [...state.refunds];
  return charges.flatMap((charge) => {
    const cancellation = state.cancellations.find((one) => isTooLate(charge, one, state, charges));
    if (!cancellation) return [];
    const settled = takeRefund(refunds, charge);
    return [
      {
        kind: 'charged_after_cancellation' as const,
        since: charge.on,
        until: settled?.on ?? null,
        ...toldBy(charge),
        values: {
          ended_on: effectiveEnd(cancellation),
          charged_on: charge.on,
          ...amountOf(charge),
          ...provenBy(events, cancellation, charge),
        },
      },
    ];
  });
}

// A last bill for the days before the effective end is none. A charge on the very day of renewal is one when it is the next period's price.
function isTooLate(charge: Charge, cancellation: Cancellation, state: SubscriptionState, charges: readonly Charge[]): boolean {
  if (cancellation.undoneOn && charge.on >= addDays(cancellation.undoneOn, -TOGETHER_DAYS)) return false;
  const { endsOn, renewalOn, on } = cancellation;
  const surely = charge.earliestOn ?? charge.on;
  if (endsOn) {
    if (surely > endsOn) return !isLastBill(charge, endsOn, state, charges);
    return surely === endsOn && endsOn === renewalOn && surely > on && isFullPrice(charge, state);
  }
  // Renewal dates that were reckoned from a charge are good to a day or two; so are receipts of the day of the cancellation.
  if (renewalOn) return surely > on && charge.on >= addDays(renewalOn, -TOGETHER_DAYS);
  return surely > addDays(on, TOGETHER_DAYS);
}

// What is billed in arrears comes after the end, once, and is a part of the price.
function isLastBill(charge: Charge, endsOn: CivilDate, { price }: SubscriptionState, charges: readonly Charge[]): boolean {
  const first = charges.find((one) => one.on > endsOn);
  if (first !== charge || daysBetween(endsOn, charge.on) > LAST_BILL_DAYS) return false;
  if (!charge.price || !price || charge.price.currency !== price.currency) return false;
  return charge.price.amountMinor < price.amountMinor * PART_OF_PRICE;
}

function isFullPrice(charge: Charge, state: SubscriptionState): boolean {
  return charge.price !== null && state.price !== null && sameAmount(charge.price, state.price);
}

/** The refund that gave a charge back, taken out of those that are left: one gives back one. */
export function takeRefund(left: Charge[], charge: Pick<Charge, 'on' | 'price'>): Charge | undefined {
  const refund = left.findIndex((one) => one.on >= charge.on && settles(one, charge));
  return refund < 0 ? undefined : left.splice(refund, 1)[0];
}

function settles(refund: Charge, charge: Pick<Charge, 'price'>): boolean {
  if (!refund.price || !charge.price) return true;
  return refund.price.currency === charge.price.currency && refund.price.amountMinor >= charge.price.amountMinor * 0.98;
}

// A sign-up of the same days says that the person wanted it.
function reactivatedUnasked(state: SubscriptionState, events: readonly SubscriptionEvent[]): Finding[] {
  const wanted = events
    .filter((event) => isEffective(event) && (event.kind === 'signup' || event.source === 'person'))
    .map((event) => event.occurredAt.slice(0, 10));
  return state.reactivations
    .filter((one) => !wanted.some((day) => Math.abs(daysBetween(day, one.on)) <= TOGETHER_DAYS))
    .map((one) => ({
      kind: 'reactivated_unasked' as const,
      since: one.on,
      until: cancelledAgainOn(state, one.on),
      ...toldBy(one),
      values: { reactivated_on: one.on },
    }));
}

function cancelledAgainOn(state: SubscriptionState, on: CivilDate): CivilDate | null {
  return state.cancellations.find((one) => one.on >= on && one.undoneOn === null)?.on ?? null;
}

function paymentFailed(state: SubscriptionState): Finding[] {
  if (!state.failure) return [];
  return [
    {
      kind: 'payment_failed',
      since: state.failure.on,
      until: null,
      ...toldBy(state.failure),
      values: { failed_on: state.failure.on },
    },
  ];
}

function requestNotDelivered({ bounces }: SubscriptionState): Finding[] {
  return bounces.map(({ on, eventId, requestedOn, settledOn }) => ({
    kind: 'request_not_delivered',
    since: on,
    until: settledOn,
    eventId,
    values: { ...(requestedOn && { requested_on: requestedOn }) },
  }));
}

function toldBy({ eventId, witnesses }: Told): Pick<Finding, 'eventId' | 'witnesses'> {
  return witnesses ? { eventId, witnesses } : { eventId };
}

// The person's own word is no proof, nor is a mail that was erased.
function provenBy(events: readonly SubscriptionEvent[], cancellation: Cancellation, { on }: Charge): Record<string, string> {
  const proof = confirmationOf(events, cancellation, on);
  return proof ? { proof_event: proof.eventId, proof_level: proof.level } : {};
}

function amountOf(charge: Charge): Record<string, string> {
  return charge.price ? { amount: formatDecimal(charge.price), currency: charge.price.currency } : {};
}
