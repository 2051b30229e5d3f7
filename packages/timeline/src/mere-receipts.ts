// Receipts that begin no subscription. One that names no contract says that money was paid, not that it will be again: a garage, a dentist and a shop
// write the same. What shows a contract is any other mail of the merchant, or the same sum paid again after a usual term.
import { daysBetween } from '@quittance/domain/civil-date';
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { dayOf, isEffective } from './subscription-state.ts';

/** Days from one payment to the next: a week, two, a month, two, a quarter, half a year, a year. A weekend or a short month moves it. */
const TERMS: readonly (readonly [from: number, to: number])[] = [
  [6, 8],
  [13, 15],
  [27, 33],
  [58, 63],
  [88, 94],
  [180, 186],
  [363, 369],
];

/** @param events in the order of time. @returns the ids of those that alone begin nothing. */
export function mereReceipts(events: readonly SubscriptionEvent[]): ReadonlySet<string> {
  const unnamed = events.filter(namesNoContract);
  if (unnamed.length === 0) return new Set();
  const borneOut = new Set(events.filter((event) => isEffective(event) && !namesNoContract(event)).map(({ merchant }) => merchant?.id));
  const alone = unnamed.filter(({ merchant }) => !borneOut.has(merchant?.id));
  const latest = new Map<string, SubscriptionEvent>();
  const recurring = new Set<string>();
  for (const event of alone.filter((one) => isEffective(one) && one.price !== null)) {
    const sum = sumOf(event);
    const before = latest.get(sum);
    if (before && isTerm(daysBetween(dayOf(before), dayOf(event)))) recurring.add(sum);
    // One payment that two mails tell of is one.
    if (!before || dayOf(before) < dayOf(event)) latest.set(sum, event);
  }
  return new Set(alone.filter((event) => event.price === null || !recurring.has(sumOf(event))).map(({ id }) => id));
}

function sumOf({ merchant, price }: SubscriptionEvent): string {
  return `${merchant?.id} ${price?.currency} ${price?.amountMinor}`;
}

export function namesNoContract({ kind, reasons }: Pick<SubscriptionEvent, 'kind' | 'reasons'>): boolean {
  return kind === 'renewal_charged' && reasons.some(({ rule }) => rule === UNNAMED_CONTRACT);
}

function isTerm(days: number): boolean {
  return TERMS.some(([from, to]) => days >= from && days <= to);
}
