// How often calendars may be asked for: each feed by its readers, and each network address for feeds that do not exist. Kept in memory,
// like sign-in attempts; a restart forgives.
import type { Clock } from '@quittance/domain/instant';

export interface RequestLimits {
  /** Whether this address has asked for too many feeds that do not exist. @returns seconds to wait; 0: go on. */
  blockedSeconds(ip: string): number;
  countMiss(ip: string): void;
  /** Counts a request for a feed. @returns seconds to wait; 0: go on. */
  countRead(userId: string): number;
}

const WINDOW_MS = 10 * 60_000;
const MISSES_MAX = 20;
// Several calendars of several devices read one feed every few minutes at most.
const READS_MAX = 60;
const ENTRIES_MAX = 10_000;

interface Window {
  count: number;
  readonly startedAt: number;
}

export function createRequestLimits(deps: { readonly clock: Clock }): RequestLimits {
  // In order of their beginning, so that the oldest are dropped first.
  const windows = new Map<string, Window>();

  function current(key: string): Window | null {
    const window = windows.get(key);
    if (!window) return null;
    const age = deps.clock.now().getTime() - window.startedAt;
    // Younger than nothing: the machine's clock was set back.
    return age >= 0 && age < WINDOW_MS ? window : null;
  }

  function count(key: string): void {
    const window = current(key);
    if (window) {
      window.count += 1;
      return;
    }
    windows.delete(key);
    windows.set(key, { count: 1, startedAt: deps.clock.now().getTime() });
    if (windows.size > ENTRIES_MAX) windows.delete(windows.keys().next().value!);
  }

  function waitSeconds(key: string, most: number): number {
    const window = current(key);
    if (!window || window.count < most) return 0;
    return Math.max(1, Math.ceil((window.startedAt + WINDOW_MS - deps.clock.now().getTime()) / 1000));
  }

  return {
    blockedSeconds: (ip) => waitSeconds(`miss:${ip}`, MISSES_MAX),
    countMiss: (ip) => count(`miss:${ip}`),
    countRead(userId) {
      const wait = waitSeconds(`read:${userId}`, READS_MAX);
      if (wait === 0) count(`read:${userId}`);
      return wait;
    },
  };
}
