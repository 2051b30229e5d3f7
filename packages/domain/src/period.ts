// A billing period as ISO 8601 duration of one unit: `P1M`, `P4W`, `P1Y`, `P14D`.
import { addDays, addMonths, type CivilDate } from './civil-date.ts';
import { PermanentError } from './errors.ts';

export type Period = string;
export type PeriodUnit = 'D' | 'W' | 'M' | 'Y';

const SHAPE = /^P(\d{1,3})([DWMY])$/;

export function isPeriod(text: string): text is Period {
  return SHAPE.test(text);
}

export function period(count: number, unit: PeriodUnit): Period {
  return `P${count}${unit}`;
}

// There are few, and they are read a million times in a fold.
const parsed = new Map<Period, { count: number; unit: PeriodUnit }>();

export function parsePeriod(text: Period): { count: number; unit: PeriodUnit } {
  let known = parsed.get(text);
  if (!known) {
    known = readPeriod(text);
    if (parsed.size < 1_000) parsed.set(text, known);
  }
  return known;
}

function readPeriod(text: Period): { count: number; unit: PeriodUnit } {
  const match = SHAPE.exec(text);
  if (!match) throw new PermanentError('bad_period', `"${text}" is not a period: write P1M, P1Y, P4W or P14D.`);
  return { count: Number(match[1]), unit: match[2] as PeriodUnit };
}

/** `date` plus `times` periods (negative goes back). */
export function addPeriod(date: CivilDate, length: Period, times = 1): CivilDate {
  const { count, unit } = parsePeriod(length);
  const steps = count * times;
  if (unit === 'D') return addDays(date, steps);
  if (unit === 'W') return addDays(date, steps * 7);
  return addMonths(date, unit === 'Y' ? steps * 12 : steps);
}

/** Length in days, with the mean month and year of the Gregorian calendar: good for comparing, not for dating. */
export function periodDays(length: Period): number {
  const { count, unit } = parsePeriod(length);
  return count * { D: 1, W: 7, M: 30.436875, Y: 365.2425 }[unit];
}
