// What running subscriptions cost, and what was charged in the last months. Amounts of different currencies are never added up.
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import type { Money } from '@quittance/domain/money';
import { periodDays } from '@quittance/domain/period';
import type { Subscription } from '@quittance/domain/subscription';
import type { MonthlyCharge } from '@quittance/store/overview';

const RUNNING: readonly Subscription['status'][] = ['trial', 'active', 'past_due', 'cancel_requested'];
const MONTH_DAYS = 30.436875;

export function isRunning(subscription: Subscription): boolean {
  return RUNNING.includes(subscription.status);
}

export interface Cost {
  readonly month: Money;
  readonly year: Money;
}

/** One total per currency, the dearest first. Trials cost nothing yet. */
export function runningCosts(subscriptions: readonly Subscription[]): Cost[] {
  const perYear = new Map<string, number>();
  for (const { status, price, period } of subscriptions.filter(isRunning)) {
    if (!price || !period || status === 'trial') continue;
    perYear.set(price.currency, (perYear.get(price.currency) ?? 0) + (price.amountMinor * 365.2425) / periodDays(period));
  }
  return [...perYear]
    .map(([currency, year]) => ({
      month: { amountMinor: Math.round((year * MONTH_DAYS) / 365.2425), currency },
      year: { amountMinor: Math.round(year), currency },
    }))
    .toSorted((a, b) => b.year.amountMinor - a.year.amountMinor);
}

/** Charges per month, oldest first, in the currency that was charged most often; null when there were none. */
export function chargesByMonth(
  charged: readonly MonthlyCharge[],
  today: CivilDate,
  months = 12,
): { readonly currency: string; readonly months: readonly { readonly month: CivilDate; readonly amountMinor: number }[] } | null {
  const first = addMonths(`${today.slice(0, 7)}-01`, 1 - months);
  const counts = new Map<string, number>();
  for (const { currency, count } of charged) counts.set(currency, (counts.get(currency) ?? 0) + count);
  const currency = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (!currency) return null;
  const slots = Array.from({ length: months }, (_, index) => addMonths(first, index));
  const sumOf = (month: CivilDate): number => charged.find((one) => one.month === month && one.currency === currency)?.amountMinor ?? 0;
  return { currency, months: slots.map((month) => ({ month, amountMinor: sumOf(month) })) };
}
