// The charges that a letter names: those after the end, those since a reactivation that nobody asked for, and those since a request that was never
// confirmed. Where both the mail and the bank tell of one payment, it is one.
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { parseDecimal, type Money } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';
import { chargeOf } from '@quittance/timeline/apply-event';
import { ToldFacts } from '@quittance/timeline/find-duplicate';
import { takeRefund, TOGETHER_DAYS } from '@quittance/timeline/findings';
import { dayOf, type Charge } from '@quittance/timeline/subscription-state';
import { lateCharges } from '../late-charges.ts';
import { kindOf } from '../report/report-data.ts';
import { lastRequest, type LetterInput } from './letter-facts.ts';
import { unaskedReactivation } from './unasked-reactivation.ts';

export interface DisputedCharge {
  readonly on: CivilDate;
  readonly price: Money | null;
  readonly refundedOn: CivilDate | null;
}

type Input = Pick<LetterInput, 'subscription' | 'events' | 'corrections'>;

export function chargesAfterEnd({ subscription }: { readonly subscription: Pick<Subscription, 'findings'> }): readonly DisputedCharge[] {
  return lateCharges(subscription).map(({ values: { charged_on: on, amount, currency }, since, until }) => ({
    on: on ?? since,
    price: amount && currency ? parseDecimal(amount, currency) : null,
    refundedOn: until,
  }));
}

export function chargesSinceReactivation(input: Input): readonly DisputedCharge[] {
  const reactivation = unaskedReactivation(input.subscription);
  if (!reactivation) return [];
  const { since } = reactivation;
  const overOn = surelyOverOn(input, since);
  // The payment may be told of before the reactivation is, but what was due before the end is owed.
  const isOfIt = ({ on, earliestOn = on }: Charge): boolean =>
    on >= since || (overOn !== null && earliestOn >= overOn && on >= addDays(since, -TOGETHER_DAYS));
  const late = new Set(lateCharges(input.subscription).flatMap(({ eventId, witnesses = [] }) => [eventId, ...witnesses]));
  const refunds = [...paymentsOf(input, 'refund')];
  for (const { price, refundedOn } of chargesAfterEnd(input)) if (refundedOn) takeRefund(refunds, { on: refundedOn, price });
  return paymentsOf(input, 'renewal_charged')
    .filter((charge) => !late.has(charge.eventId) && isOfIt(charge))
    .map((charge) => ({ on: charge.on, price: charge.price, refundedOn: takeRefund(refunds, charge)?.on ?? null }));
}

/** Whether they are owed depends on the day of the end, which nobody told. What was taken on the day of the request itself may have come before it. */
export function chargesSinceRequest(input: Input): readonly DisputedCharge[] {
  const request = lastRequest(input);
  if (!request) return [];
  const refunds = [...paymentsOf(input, 'refund')];
  return paymentsOf(input, 'renewal_charged')
    .filter(({ on, earliestOn = on }) => earliestOn > dayOf(request))
    .map((charge) => ({ on: charge.on, price: charge.price, refundedOn: takeRefund(refunds, charge)?.on ?? null }));
}

// Each payment once, whoever tells of it, as the timeline counts them.
function paymentsOf(input: Input, kind: 'renewal_charged' | 'refund'): readonly Charge[] {
  const facts = new ToldFacts();
  return toldOf(input, kind).flatMap((event) => {
    if (facts.find(event)) return [];
    facts.add(event);
    return chargeOf(event, dayOf(event));
  });
}

// From when on a charge is for what was cancelled. Of the days of the cancellation itself nobody can tell.
function surelyOverOn(input: Input, before: CivilDate): CivilDate | null {
  const confirmed = toldOf(input, 'cancellation_confirmed').filter((event) => dayOf(event) <= before);
  const last = confirmed.at(-1);
  if (!last) return null;
  const endsOn = confirmed
    .flatMap((event) => event.endsOn ?? event.effectiveOn ?? [])
    .toSorted()
    .at(-1);
  return endsOn && endsOn > dayOf(last) ? endsOn : addDays(dayOf(last), TOGETHER_DAYS + 1);
}

function toldOf({ events, corrections }: Input, kind: SubscriptionEvent['kind']): readonly SubscriptionEvent[] {
  return events
    .filter((event) => kindOf(event, corrections) === kind && event.level !== 'R')
    .filter((event) => event.decided === 'auto' || corrections.has(event.id))
    .map((event) => ({ ...event, kind, decided: 'auto' }));
}
