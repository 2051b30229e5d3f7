// A date as people write it, without time or zone: `2026-11-23`. Renewal dates and end dates are civil; instants are not.
import { PermanentError } from './errors.ts';
import type { Instant } from './instant.ts';

export type CivilDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The date for year, month (1–12) and day, or null where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (year < 1900 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

export function parseCivilDate(text: string): CivilDate {
  const match = SHAPE.exec(text);
  const date = match && civilDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!date) throw new PermanentError('bad_date', `"${text}" is not a date: write it as YYYY-MM-DD.`);
  return date;
}

/** The day on which an instant falls in a time zone (IANA name). */
export function civilDateOf(instant: Instant | Date, timeZone = 'UTC'): CivilDate {
  // An instant begins with its day in UTC; folds ask for it a million times.
  if (typeof instant === 'string' && timeZone === 'UTC' && instant.length === 24) return instant.slice(0, 10);
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  return timeZone === 'UTC' ? date.toISOString().slice(0, 10) : formatterOf(timeZone).format(date);
}

// Making a formatter takes a thousand times as long as using one; there are some 400 zones at most.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Month arithmetic that stays in the month: 31 January plus one month is the last day of February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const counted = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (counted % 12) + 1];
  return `${String(toYear).padStart(4, '0')}-${twoDigits(toMonth)}-${twoDigits(Math.min(day, lastDayOf(toYear, toMonth)))}`;
}

function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The number of a day, for counting and for looking up: 0 is 1 January 1970. */
export function dayNumber(date: CivilDate): number {
  // Its digits, not the text: a fold asks for a million of them.
  return Math.round(Date.UTC(digits(date, 0, 4), digits(date, 5, 7) - 1, digits(date, 8, 10)) / DAY_MS);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = 10 * value + (text.charCodeAt(at) - 48);
  return value;
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}
