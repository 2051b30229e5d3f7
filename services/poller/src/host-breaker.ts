// A host that keeps failing is left alone for a while by all mailboxes on it: behind one address they are one caller to it, and a thousand
// mailboxes that each wait politely still make a storm. After the pause one connection tries, and the others follow when it succeeds.
export interface HostBreaker {
  /** The same without going: nobody becomes the probe by asking. */
  pauseMs(host: string): number;
  /** How long a connection to the host must still wait; 0: it may go, and counts as the probe where one is due. */
  waitMs(host: string): number;
  failed(host: string): void;
  succeeded(host: string): void;
}

interface HostState {
  failures: number;
  closedUntil: number;
  probing: boolean;
}

/** In a row, without a success in between: below this it may be one mailbox's trouble. */
const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE_MS = 10_000;
const PAUSE_MS_MAX = 5 * 60_000;
/** A probe that never reports is given up. */
const PROBE_MS_MAX = 60_000;

/** @param now in milliseconds, growing steadily. */
export function createHostBreaker(now: () => number): HostBreaker {
  const hosts = new Map<string, HostState>();
  const pauseMs = (host: string): number => {
    const state = hosts.get(host);
    return !state || state.failures < FAILURES_TO_OPEN ? 0 : Math.max(0, state.closedUntil - now());
  };
  return {
    pauseMs,
    waitMs(host) {
      const state = hosts.get(host);
      if (!state || state.failures < FAILURES_TO_OPEN) return 0;
      const waitMs = pauseMs(host);
      if (waitMs > 0) return waitMs;
      if (state.probing) {
        state.probing = false;
        state.closedUntil = now() + PROBE_MS_MAX;
        return PROBE_MS_MAX;
      }
      state.probing = true;
      state.closedUntil = now() + PROBE_MS_MAX;
      return 0;
    },
    failed(host) {
      const state = hosts.get(host) ?? { failures: 0, closedUntil: 0, probing: false };
      hosts.set(host, state);
      state.failures += 1;
      state.probing = false;
      const over = state.failures - FAILURES_TO_OPEN;
      if (over >= 0) state.closedUntil = now() + Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** Math.min(over, 10));
    },
    succeeded: (host) => void hosts.delete(host),
  };
}
