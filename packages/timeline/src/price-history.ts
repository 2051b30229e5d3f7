// The price over time. A rise is told by an announcement or, silently, by a higher charge; a pro-rata bill, the end of a trial, a
// changed plan and bills by use are none.
import { addDays, civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { formatDecimal, type Money } from '@quittance/domain/money';
import type { Period } from '@quittance/domain/period';
import type { Finding, PricePoint } from '@quittance/domain/subscription';
import { dayOf, witnessed, type Charge, type SubscriptionState } from './subscription-state.ts';

/** Taxes and exchange rates move an amount a little. */
const TOLERANCE = 0.02;
/** As long as it is news. */
const NEWS_DAYS = 60;
const BY_USE_BILLS = 4;

/** The price as stated, no matter what it was: a sign-up or a changed plan. */
export function setPrice(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  if (!event.price || event.price.amountMinor === 0) return { ...state, period: event.period ?? state.period };
  const period = event.period ?? state.period;
  const prices = withPoint(state, event.price, period, dayOf(event), event.id);
  return { ...state, price: event.price, priceBefore: null, period, prices, otherPrice: null };
}

/** The price that will be charged `from` a day on, or was charged on it (`silent`: nobody announced it). */
export function movePrice(
  state: SubscriptionState,
  event: SubscriptionEvent,
  change: { from: CivilDate; silent: boolean },
): SubscriptionState {
  if (!state.price || state.status === 'trial') return setPrice(state, event);
  if (!event.price || event.price.amountMinor === 0) return { ...state, period: event.period ?? state.period };
  const period = event.period ?? state.period;
  if (sameAmount(state.price, event.price)) return { ...state, period, rises: toldAgain(state.rises, event), otherPrice: null };
  const prices = withPoint(state, event.price, period, change.from, event.id);
  const moved = { ...state, price: event.price, priceBefore: state.price, period, prices, otherPrice: null };
  if (!comparable(state.period, event.period)) return { ...moved, priceBefore: null };
  const isRise = isHigher(event.price, state.price) && (!state.priceBefore || isHigher(event.price, state.priceBefore));
  if (!isRise) return moved;
  const finding: Finding = {
    kind: 'price_increased',
    since: change.from,
    until: addDays(change.from, NEWS_DAYS),
    eventId: event.id,
    values: {
      from: formatDecimal(state.price),
      to: formatDecimal(event.price),
      currency: event.price.currency,
      percent: percentOf(state.price, event.price),
      ...(change.silent ? { unannounced: 'yes' } : {}),
    },
  };
  return { ...moved, rises: [...state.rises, { finding, silent: change.silent }] };
}

// The announcement once more, or the first charge at the price that was announced.
function toldAgain(rises: SubscriptionState['rises'], { id, occurredAt }: SubscriptionEvent): SubscriptionState['rises'] {
  const last = rises.at(-1);
  if (!last || civilDateOf(occurredAt) > addDays(last.finding.since, NEWS_DAYS)) return rises;
  return [...rises.slice(0, -1), { ...last, finding: witnessed(last.finding, id) }];
}

/** The rises worth telling: bills that differ each time are bills by use. */
export function priceRises(state: SubscriptionState, charges: readonly Charge[]): Finding[] {
  if (state.rises.length === 0) return [];
  const byUse = isByUse(charges);
  return state.rises.filter((rise) => !(rise.silent && byUse)).map((rise) => rise.finding);
}

// The same price told twice is one point; one that was told before it began takes the place of what stood there for that day.
function withPoint(state: SubscriptionState, price: Money, period: Period | null, from: CivilDate, eventId: string): readonly PricePoint[] {
  const last = state.prices.at(-1);
  const isTold = last && last.price.amountMinor === price.amountMinor && last.price.currency === price.currency && last.period === period;
  return isTold ? state.prices : [...state.prices, { from, price, period, eventId }];
}

/** By how much it rose, in percent with one decimal: `8.3`. */
function percentOf(before: Money, after: Money): string {
  return (Math.round((1000 * (after.amountMinor - before.amountMinor)) / before.amountMinor) / 10).toFixed(1);
}

export function sameAmount(one: Money, other: Money): boolean {
  if (one.currency !== other.currency) return false;
  const larger = Math.max(Math.abs(one.amountMinor), Math.abs(other.amountMinor));
  return Math.abs(one.amountMinor - other.amountMinor) <= larger * TOLERANCE;
}

function isHigher(one: Money, other: Money): boolean {
  return one.currency === other.currency && one.amountMinor > other.amountMinor && !sameAmount(one, other);
}

function comparable(one: Period | null, other: Period | null): boolean {
  return one === null || other === null || one === other;
}

function isByUse(charges: readonly Charge[]): boolean {
  const last = charges.slice(-BY_USE_BILLS).flatMap((charge) => charge.price ?? []);
  if (last.length < BY_USE_BILLS) return false;
  return last.every((price, index) => last.slice(index + 1).every((other) => !sameAmount(price, other)));
}
