// Clocks on walls: which instants a local time is in a zone, and back. Days have 23 to 25 hours where clocks are turned: a time may come
// twice, or never; then the moment at which it was jumped over stands for it.
import { addDays, type CivilDate } from './civil-date.ts';
import { toInstant, type Instant } from './instant.ts';

/** `HH:MM`, as text it sorts by time. */
export type WallTime = string;

export interface WallClock {
  readonly on: CivilDate;
  readonly time: WallTime;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export function isWallTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

export function wallClockAt(at: Date, timeZone: string): WallClock {
  const local = new Date(at.getTime() + offsetMs(at.getTime(), timeZone)).toISOString();
  return { on: local.slice(0, 10), time: local.slice(11, 16) };
}

/** Whole hours that the zone's clocks have counted: differs between two instants when a full hour struck between them. */
export function localHour(at: Date, timeZone: string): number {
  return Math.floor((at.getTime() + offsetMs(at.getTime(), timeZone)) / (60 * MINUTE_MS));
}

/** In order of time: mostly one, two where clocks are turned back over it. */
export function instantsOf(on: CivilDate, time: WallTime, timeZone: string): Date[] {
  const wanted = Date.parse(`${on}T${time}:00Z`);
  const offsets = [...new Set([wanted - DAY_MS, wanted + DAY_MS].map((at) => offsetMs(at, timeZone)))];
  const hits = offsets.map((offset) => wanted - offset).filter((at) => at + offsetMs(at, timeZone) === wanted);
  if (hits.length > 0) return hits.toSorted((a, b) => a - b).map((at) => new Date(at));
  return [new Date(jumpOver(wanted, wanted - Math.max(...offsets), wanted - Math.min(...offsets), timeZone))];
}

/** Where the clock skips midnight, the day begins when it moves on. */
export function startOfDay(on: CivilDate, timeZone: string): Instant {
  return toInstant(instantsOf(on, '00:00', timeZone)[0]!);
}

/** The first instant after `after` (or at it, with `inclusive`) at which clocks show `time`, on a day that `accepts`. */
export function nextInstantOf(
  time: WallTime,
  timeZone: string,
  after: Date,
  options: { readonly inclusive?: boolean; readonly accepts?: (on: CivilDate) => boolean } = {},
): Date {
  const { inclusive = false, accepts = () => true } = options;
  for (let on = wallClockAt(new Date(after.getTime() - DAY_MS), timeZone).on; ; on = addDays(on, 1)) {
    if (!accepts(on)) continue;
    const hit = instantsOf(on, time, timeZone).find((at) => (inclusive ? at >= after : at > after));
    if (hit) return hit;
  }
}

// Between `low` and `high` clocks jump from before `wanted` to after it.
function jumpOver(wanted: number, low: number, high: number, timeZone: string): number {
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / MINUTE_MS / 2) * MINUTE_MS;
    if (middle + offsetMs(middle, timeZone) < wanted) low = middle;
    else high = middle;
  }
  return high;
}

function offsetMs(at: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const whole = Math.floor(at / 1000) * 1000;
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(whole)) parts[type] = Number(value);
  const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'], parts['second']);
  return local - whole;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const digits = '2-digit' as const;
    const fields = { year: 'numeric', month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
