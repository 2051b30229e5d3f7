// What was charged in the last months. Amounts of different currencies are never added up.
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import type { MonthlyCharge } from '@quittance/store/monthly-charges';

export interface ChargesByMonth {
  readonly currency: string;
  /** In which something was charged, too: they are no part of the months' sums. */
  readonly others: readonly string[];
  readonly months: readonly { readonly month: CivilDate; readonly amountMinor: number }[];
}

/** Charges per month, oldest first, in the person's currency, or where nothing was charged in it in the most frequent one; null when there were none. */
export function chargesByMonth(
  charged: readonly MonthlyCharge[],
  { today, own }: { readonly today: CivilDate; readonly own: string },
  months = 12,
): ChargesByMonth | null {
  const first = addMonths(`${today.slice(0, 7)}-01`, 1 - months);
  const counts = new Map<string, number>();
  for (const { currency, count } of charged) counts.set(currency, (counts.get(currency) ?? 0) + count);
  const currency = counts.has(own) ? own : [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (!currency) return null;
  const slots = Array.from({ length: months }, (_, index) => addMonths(first, index));
  const sumOf = (month: CivilDate): number => charged.find((one) => one.month === month && one.currency === currency)?.amountMinor ?? 0;
  const others = [...counts.keys()].filter((one) => one !== currency).toSorted();
  return { currency, others, months: slots.map((month) => ({ month, amountMinor: sumOf(month) })) };
}
