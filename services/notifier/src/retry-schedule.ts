// When a delivery that failed is tried again: soon at first, since most trouble is a restart, then over two days, since some is a weekend.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const WAITS_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];

export const ATTEMPTS_MAX = WAITS_MS.length + 1;

/** null after the last attempt. `retryAfterMs` is the receiver's own wish: never sooner than that. */
export function retryDelayMs(attempt: number, retryAfterMs: number): number | null {
  const wait = WAITS_MS[attempt - 1];
  return wait === undefined ? null : Math.max(wait, retryAfterMs);
}
