// What running subscriptions cost, a month and a year, each and in total, in the person's currency as far as rates were entered; and which
// prices rose. What could not be converted is named, never left out silently.
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import type { Money } from '@quittance/domain/money';
import { periodDays } from '@quittance/domain/period';
import { convert, type Rate } from '@quittance/domain/rate';
import type { Subscription } from '@quittance/domain/subscription';

const RUNNING: readonly Subscription['status'][] = ['trial', 'active', 'past_due', 'cancel_requested'];
const YEAR_DAYS = 365.2425;
const RISES_MONTHS = 12;

export function isRunning({ status }: Pick<Subscription, 'status'>): boolean {
  return RUNNING.includes(status);
}

export interface Cost {
  readonly month: Money;
  readonly year: Money;
}

interface SubscriptionCost extends Cost {
  readonly subscription: Subscription;
  /** In the person's currency; null without a rate. */
  readonly own: Cost | null;
}

export interface Costs {
  readonly each: readonly SubscriptionCost[];
  readonly total: Cost;
  /** Those with which it was converted. */
  readonly rates: readonly Rate[];
  /** Currencies that the total lacks. */
  readonly missing: readonly string[];
  /** What the total lacks because nothing says how often it is paid. */
  readonly unknown: readonly Subscription[];
}

/** The dearest first. Trials and what is paused cost nothing yet. */
export function costsOf(subscriptions: readonly Subscription[], currency: string, rates: readonly Rate[]): Costs {
  const used = new Set<Rate>();
  const each = subscriptions.flatMap((subscription): SubscriptionCost[] => {
    const { price, period, status } = subscription;
    if (!isRunning(subscription) || status === 'trial' || !price || !period) return [];
    const year = (price.amountMinor * YEAR_DAYS) / periodDays(period);
    const cost = costOf(year, price.currency);
    const converted = convert({ amountMinor: year, currency: price.currency }, currency, rates);
    if (converted?.rate) used.add(converted.rate);
    return [{ subscription, ...cost, own: converted && costOf(converted.money.amountMinor, currency) }];
  });
  const sum = each.reduce((total, { own }) => total + (own?.year.amountMinor ?? 0), 0);
  return {
    each: each.toSorted((a, b) => (b.own?.year.amountMinor ?? 0) - (a.own?.year.amountMinor ?? 0)),
    total: costOf(sum, currency),
    rates: [...used],
    missing: [...new Set(each.filter(({ own }) => !own).map(({ year }) => year.currency))].toSorted(),
    unknown: subscriptions.filter((one) => isRunning(one) && one.status !== 'trial' && one.price !== null && one.period === null),
  };
}

export interface PriceRise {
  readonly subscription: Subscription;
  readonly on: CivilDate;
  readonly from: Money;
  readonly to: Money;
  /** 0.083 for 8.3 %. */
  readonly share: number;
  readonly eventId: string;
}

/** Of the last twelve months and those to come, the newest first. A change of plan is none, nor is another period. */
export function risesOf(subscriptions: readonly Subscription[], today: CivilDate): PriceRise[] {
  const since = addMonths(today, -RISES_MONTHS);
  return subscriptions
    .flatMap((subscription) =>
      subscription.findings.flatMap((finding) => {
        const point = subscription.prices.findIndex(({ eventId }) => eventId === finding.eventId);
        const [before, after] = [subscription.prices[point - 1], subscription.prices[point]];
        if (finding.kind !== 'price_increased' || !before || !after || finding.since < since) return [];
        const share = after.price.amountMinor / before.price.amountMinor - 1;
        return [{ subscription, on: finding.since, from: before.price, to: after.price, share, eventId: after.eventId }];
      }),
    )
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

function costOf(yearMinor: number, currency: string): Cost {
  return { month: { amountMinor: Math.round(yearMinor / 12), currency }, year: { amountMinor: Math.round(yearMinor), currency } };
}
