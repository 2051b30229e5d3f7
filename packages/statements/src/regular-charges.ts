// Charges of one payee that come back: weekly, monthly, quarterly or yearly, of about the same amount. Three make a habit; of yearly ones two.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { Period } from '@quittance/domain/period';

export interface PlainCharge {
  readonly on: CivilDate;
  /** Minor units, positive. */
  readonly amountMinor: number;
  readonly currency: string;
}

export interface RegularSeries<Charge extends PlainCharge> {
  readonly period: Period;
  /** In the order of days. */
  readonly charges: readonly Charge[];
}

interface Rhythm {
  readonly period: Period;
  readonly days: readonly [number, number];
  readonly least: number;
}

// Weekends, holidays and short months move a booking by some days.
const RHYTHMS: readonly Rhythm[] = [
  { period: 'P1W', days: [6, 8], least: 4 },
  { period: 'P2W', days: [13, 15], least: 4 },
  { period: 'P4W', days: [27, 28], least: 4 },
  { period: 'P1M', days: [26, 36], least: 3 },
  { period: 'P2M', days: [55, 67], least: 3 },
  { period: 'P3M', days: [84, 98], least: 3 },
  { period: 'P6M', days: [173, 192], least: 3 },
  { period: 'P1Y', days: [355, 376], least: 2 },
];
/** Prices rise; what differs more is bought, not subscribed. */
const PRICE_RATIO = 1.35;
/** So many of the charges must be in the rhythm. */
const MOST = 0.75;

/** @param charges of one payee and currency, in any order. */
export function findRegular<Charge extends PlainCharge>(charges: readonly Charge[]): RegularSeries<Charge> | null {
  const ordered = charges.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const whole = asSeries(ordered);
  if (whole) return whole;
  // A shop that also sells a subscription: the charges of one amount may be regular where all together are not.
  const groups = [...Map.groupBy(ordered, (charge) => charge.amountMinor).values()].toSorted((a, b) => b.length - a.length);
  for (const group of groups.slice(0, 5)) {
    const series = asSeries(group);
    if (series && group.length >= 3) return series;
  }
  return null;
}

function asSeries<Charge extends PlainCharge>(ordered: readonly Charge[]): RegularSeries<Charge> | null {
  if (ordered.length < 2) return null;
  const gaps = ordered.slice(1).map((charge, at) => daysBetween(ordered[at]!.on, charge.on));
  const ratios = ordered.slice(1).map((charge, at) => charge.amountMinor / ordered[at]!.amountMinor);
  const likeBefore = ratios.filter((ratio) => ratio < PRICE_RATIO && ratio > 1 / PRICE_RATIO).length;
  if (likeBefore < ratios.length * MOST) return null;
  for (const { period, days, least } of RHYTHMS) {
    if (ordered.length < least) continue;
    const inRhythm = gaps.filter((gap) => gap >= days[0] && gap <= days[1]).length;
    if (inRhythm >= Math.max(least - 1, gaps.length * MOST)) return { period, charges: ordered };
  }
  return null;
}
