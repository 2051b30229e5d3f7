// A day as banks write it: 23/11/2026, 23.11.26, 11/23/2026, 2026-11-23, 20261123, "23 nov. 2026". Which of day and month comes first is asked
// of a whole column, because one date alone seldom tells.
import { civilDate, type CivilDate } from '@quittance/domain/civil-date';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

// The first three letters tell the months of English and French apart, but for June and July in French.
const MONTHS: readonly (readonly [number, string])[] = [
  [1, 'jan'],
  [2, 'feb fev fév'],
  [3, 'mar'],
  [4, 'apr avr'],
  [5, 'may mai'],
  [6, 'jun juin'],
  [7, 'jul juil'],
  [8, 'aug aou aoû'],
  [9, 'sep'],
  [10, 'oct'],
  [11, 'nov'],
  [12, 'dec déc'],
];
const CENTURY_PIVOT = 70;

export function readDate(text: string, order: DateOrder): CivilDate | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const [a, b, c] = parts;
  if (order === 'ymd' || a.length === 4) return civilDate(yearOf(a), Number(b), Number(c));
  return order === 'dmy' ? civilDate(yearOf(c), Number(b), Number(a)) : civilDate(yearOf(c), Number(a), Number(b));
}

/** The order that reads most of the samples; where both do, days come first unless they run apart wildly, as wrongly read ones do. */
export function guessDateOrder(samples: readonly string[]): { order: DateOrder; certain: boolean } {
  const counts = (['dmy', 'mdy', 'ymd'] as const).map((order) => ({
    order,
    dates: samples.flatMap((text) => readDate(text, order) ?? []),
  }));
  if (samples.length > 0 && samples.every((text) => partsOf(text)?.[0].length === 4)) return { order: 'ymd', certain: true };
  const [dmy, mdy] = counts as [(typeof counts)[0], (typeof counts)[0]];
  if (dmy.dates.length !== mdy.dates.length) return { order: dmy.dates.length > mdy.dates.length ? 'dmy' : 'mdy', certain: true };
  const runs = { dmy: runLength(dmy.dates), mdy: runLength(mdy.dates) };
  return { order: runs.mdy < runs.dmy ? 'mdy' : 'dmy', certain: false };
}

// Lines of a statement stand in the order of days: read the wrong way round, neighbours jump by months.
function runLength(dates: readonly CivilDate[]): number {
  let sum = 0;
  for (let at = 1; at < dates.length; at += 1) sum += Math.abs(Date.parse(dates[at]!) - Date.parse(dates[at - 1]!));
  return sum;
}

function partsOf(text: string): [string, string, string] | null {
  const bare = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const packed = /^(\d{4})(\d{2})(\d{2})(?:\d{6}.*)?$/.exec(bare);
  if (packed) return [packed[1]!, packed[2]!, packed[3]!];
  const plain = /^(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})$/.exec(bare);
  if (plain) return [plain[1]!, plain[2]!, plain[3]!];
  const named = /^(\d{1,2})[ \-/]([\p{L}]{3,10})\.?[ \-/](\d{2,4})$/u.exec(bare) ?? /^([\p{L}]{3,10})\.? (\d{1,2}),? (\d{4})$/u.exec(bare);
  if (!named) return null;
  const isDayFirst = /^\d/.test(named[1]!);
  const month = monthOf(isDayFirst ? named[2]! : named[1]!);
  if (month === null) return null;
  return [named[3]!.padStart(4, '20'), String(month), isDayFirst ? named[1]! : named[2]!];
}

function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  const found = MONTHS.find(([, names]) => names.split(' ').some((name) => lower.startsWith(name)));
  return found?.[0] ?? null;
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < CENTURY_PIVOT ? 2000 + year : 1900 + year;
}
