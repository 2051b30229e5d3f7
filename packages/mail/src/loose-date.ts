// The date in the header block of a forwarded mail, as clients write it in their languages: "3 mars 2026 à 16:34", "Monday, March 3, 2026
// 4:34 PM", "03.03.2026 16:34". Without a zone it is read in the forwarder's own.
import { toInstantOrNull, type Instant } from '@quittance/domain/instant';
import { readHeaderDate } from './date-header.ts';

// First letters without accents; each month in en fr de es it pt nl pl sv da.
const MONTHS: readonly RegExp[] = [
  /^(?:jan|janv|ene|gen|sty)/,
  /^(?:feb|fev|lut)/,
  /^(?:mar|maerz|mrz|maart|mrt)/,
  /^(?:apr|avr|abr|kwi)/,
  /^(?:may|mai|mag|maj|mei|mayo)/,
  /^(?:jun|juin|giu|cze)/,
  /^(?:jul|juil|lug|lip)/,
  /^(?:aug|aou|ago|sie)/,
  /^(?:sep|set|wrz)/,
  /^(?:oct|okt|out|ott|paz)/,
  /^(?:nov|lis)/,
  /^(?:dec|dez|dic|gru)/,
];

export function readLooseDate(value: string, offsetMinutes: number): Instant | null {
  const text = value.slice(0, 150).trim();
  if (/[+-]\d{4}\b|\bGMT\b|\bUTC\b/.test(text)) {
    const exact = readHeaderDate(text);
    if (exact) return exact.at;
  }
  const day = readDay(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  if (!day) return null;
  const { hour, minute } = readTime(text);
  return toInstantOrNull(new Date(Date.UTC(day.year, day.month - 1, day.day, hour, minute) - offsetMinutes * 60_000));
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function readDay(text: string): Day | null {
  const east = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})/.exec(text) ?? /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text);
  if (east) return valid(Number(east[1]), Number(east[2]), Number(east[3]));
  const dayFirst = /\b(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+)?([a-z]{3,12})\.?,?\s+(?:de\s+)?(\d{4})\b/.exec(text);
  if (dayFirst) return valid(Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /\b([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(text);
  if (monthFirst) return valid(Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const numeric = /\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b/.exec(text);
  if (!numeric) return null;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), Number(numeric[4])];
  // 3/14/2026 can only be American; 12-hour clocks come with that order too.
  const isMonthFirst = second > 12 || (numeric[2] === '/' && first <= 12 && /\d\s?[ap]\.?m\b/.test(text));
  return isMonthFirst ? valid(year, first, second) : valid(year, second, first);
}

function monthOf(name: string): number {
  return MONTHS.findIndex((shape) => shape.test(name)) + 1;
}

function valid(year: number, month: number, day: number): Day | null {
  return year >= 1970 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : null;
}

function readTime(text: string): { hour: number; minute: number } {
  const match = /\b(\d{1,2})\s?[:h時.]\s?(\d{2})(?::\d{2})?\s?([ap])?\.?m?\b/i.exec(text.replace(/\d{1,2}\.\d{1,2}\.\d{4}/, ''));
  if (!match) return { hour: 0, minute: 0 };
  const hour = Number(match[1]) % 24;
  const half = match[3]?.toLowerCase();
  if (half === 'p' && hour < 12) return { hour: hour + 12, minute: Number(match[2]) };
  if (half === 'a' && hour === 12) return { hour: 0, minute: Number(match[2]) };
  return { hour, minute: Number(match[2]) };
}
