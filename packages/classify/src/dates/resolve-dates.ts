// Settles what a written date leaves open: the order of day and month, and a missing year (classify research §3.5).
import { civilDate, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { WrittenDate } from './find-dates.ts';

export interface DateHints {
  readonly language: string;
  readonly tld: string;
  /** Currency of the amounts in the mail, '' when there are none. */
  readonly currency: string;
  /** The day the message was sent; null when no clock of the message is readable. */
  readonly today: CivilDate | null;
}

export type DayOrder = 'dmy' | 'mdy';

/** The order that dates in figures follow in this mail; null when nothing tells. */
export function decideOrder(dates: readonly WrittenDate[], hints: DateHints): DayOrder | null {
  const shown = new Set(dates.flatMap((date) => (date.order === null ? [] : [date.order])));
  if (shown.size === 1) return [...shown][0]!;
  if (hints.language !== 'en' && hints.language !== 'und') return 'dmy';
  if (hints.today !== null) {
    // A receipt names its own day: the reading that gives the message's date shows the order.
    const same = new Set<DayOrder>();
    for (const date of dates.filter(({ ambiguous }) => ambiguous)) {
      for (const order of ['dmy', 'mdy'] as const) if (readAs(date, order, hints.today, 0) === hints.today) same.add(order);
    }
    if (same.size === 1) return [...same][0]!;
  }
  if (DAY_FIRST_TLDS.has(hints.tld)) return 'dmy';
  if (hints.tld === 'us' || hints.currency === 'USD') return 'mdy';
  if (hints.currency !== '') return 'dmy';
  return hints.language === 'en' && (hints.tld === 'com' || hints.tld === 'io') ? 'mdy' : null;
}

/**
 * The civil date, or null when it does not exist or its order stays open. `direction` says where a missing year is looked for:
 * 1 the nearest date from today on, -1 the nearest up to today, 0 the nearest of all.
 */
export function resolveDate(date: WrittenDate, order: DayOrder | null, today: CivilDate | null, direction: -1 | 0 | 1): CivilDate | null {
  if (!date.ambiguous) return complete(date.year, date.month, date.day, today, direction);
  if (order !== null) return readAs(date, order, today, direction);
  // Nothing tells the order: only a date that makes sense in one reading alone is kept.
  if (today === null || direction === 0) return null;
  const sensible = (['dmy', 'mdy'] as const)
    .map((each) => readAs(date, each, today, direction))
    .filter((each) => each !== null && isNear(daysBetween(today, each) * direction));
  return sensible.length === 1 ? sensible[0]! : null;
}

function isNear(daysAhead: number): boolean {
  return daysAhead >= 0 && daysAhead <= 400;
}

function readAs(date: WrittenDate, order: DayOrder, today: CivilDate | null, direction: -1 | 0 | 1): CivilDate | null {
  return order === 'dmy'
    ? complete(date.year, date.month, date.day, today, direction)
    : complete(date.year, date.day, date.month, today, direction);
}

// A day of slack either way: the sender's zone may already have the next day.
function complete(year: number | null, month: number, day: number, today: CivilDate | null, direction: -1 | 0 | 1): CivilDate | null {
  if (year !== null) return civilDate(year, month, day);
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const candidates = [thisYear - 1, thisYear, thisYear + 1].flatMap((each) => civilDate(each, month, day) ?? []);
  const fitting = candidates.filter((each) => direction === 0 || daysBetween(today, each) * direction >= -1);
  fitting.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return fitting[0] ?? null;
}

const DAY_FIRST_TLDS: ReadonlySet<string> = new Set(
  'uk ie au nz in za eu fr de es it pt nl be ch at lu pl se no dk fi cz sk hu ro gr tr br mx ar cl'.split(' '),
);
