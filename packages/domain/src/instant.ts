// A point in time: ISO 8601 in UTC with milliseconds, `2026-11-23T09:00:00.000Z`. As text it sorts by time, survives JSON
// and can't be mistaken for a civil date.

export type Instant = string;

export function toInstant(date: Date): Instant {
  return date.toISOString();
}

/** null for null or an invalid date: mail headers carry both. */
export function toInstantOrNull(date: Date | null | undefined): Instant | null {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

/** What tells the time. Injected everywhere, so that tests and `QUITTANCE_NOW` can fix it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
