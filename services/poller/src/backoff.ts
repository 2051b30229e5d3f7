// How long to wait before the next connection: full jitter, growing with each failure, and reset only after a connection that lived five
// minutes: a server that accepts and drops at once would otherwise be called again every second.
export interface Backoff {
  readonly baseMs: number;
  readonly maxMs: number;
}

export const NETWORK_BACKOFF: Backoff = { baseMs: 2_000, maxMs: 5 * 60_000 };
export const BUSY_BACKOFF: Backoff = { baseMs: 60_000, maxMs: 30 * 60_000 };

/** A connection that lived this long was a good one. */
export const STABLE_MS = 5 * 60_000;

/** @param failures in a row, 1 for the first. @param random in [0, 1). */
export function backoffMs(backoff: Backoff, failures: number, random: number): number {
  const ceiling = Math.min(backoff.maxMs, backoff.baseMs * 2 ** Math.min(failures - 1, 20));
  // Never less than a tenth: a jitter of zero is a hammer.
  return Math.round(ceiling * (0.1 + 0.9 * random));
}
