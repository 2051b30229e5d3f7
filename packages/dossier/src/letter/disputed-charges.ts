// The charges that a letter disputes: those after the end, and those since a reactivation that nobody asked for. Where both the mail and the bank
// tell of one payment, it is one.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { parseDecimal, type Money } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';
import { lateCharges } from '../late-charges.ts';
import { kindOf } from '../report/report-data.ts';
import type { LetterInput } from './letter-facts.ts';
import { unaskedReactivation } from './unasked-reactivation.ts';

export interface DisputedCharge {
  readonly on: CivilDate;
  readonly price: Money | null;
  readonly refundedOn: CivilDate | null;
}

type Input = Pick<LetterInput, 'subscription' | 'events' | 'corrections'>;

/** A bank books a payment within days of the mail about it. */
const SAME_PAYMENT_DAYS = 5;

export function chargesAfterEnd({ subscription }: { readonly subscription: Pick<Subscription, 'findings'> }): readonly DisputedCharge[] {
  return lateCharges(subscription).map(({ values: { charged_on: on, amount, currency }, since, until }) => ({
    on: on ?? since,
    price: amount && currency ? parseDecimal(amount, currency) : null,
    refundedOn: until,
  }));
}

export function chargesSinceReactivation({ subscription, events, corrections }: Input): readonly DisputedCharge[] {
  const reactivation = unaskedReactivation(subscription);
  if (!reactivation) return [];
  const told = events.filter(
    (event) =>
      kindOf(event, corrections) === 'renewal_charged' &&
      event.level !== 'R' &&
      (event.decided === 'auto' || corrections.has(event.id)) &&
      dayOf(event) >= reactivation.since,
  );
  return told
    .filter((event, index) => !told.slice(0, index).some((earlier) => isSamePayment(earlier, event)))
    .map((event) => ({ on: dayOf(event), price: event.price, refundedOn: null }));
}

function isSamePayment(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (one.source === other.source || one.price?.amountMinor !== other.price?.amountMinor) return false;
  return Math.abs(daysBetween(dayOf(one), dayOf(other))) <= SAME_PAYMENT_DAYS;
}

// As findings are dated.
function dayOf({ occurredAt }: SubscriptionEvent): CivilDate {
  return occurredAt.slice(0, 10);
}
