// Keeps logins rare. Providers ban an address that signs in too often, and behind a shared address all people are one attacker: a bucket
// for each host (short bursts, then one a second) and one for each mailbox (a few at once, then one a minute).
export interface LoginLimiter {
  /** Waits for its turn. Rejects with the signal's reason when that comes first. */
  acquire(host: string, mailboxId: string, signal: AbortSignal): Promise<void>;
}

interface Bucket {
  tokens: number;
  at: number;
}

const HOST = { burst: 10, perMs: 1 / 1_000 } as const;
const MAILBOX = { burst: 6, perMs: 1 / 60_000 } as const;

/** @param now in milliseconds, growing steadily. */
export function createLoginLimiter(now: () => number): LoginLimiter {
  const hosts = new Map<string, Bucket>();
  const mailboxes = new Map<string, Bucket>();
  return {
    async acquire(host, mailboxId, signal) {
      for (;;) {
        signal.throwIfAborted();
        const waitMs = Math.max(waitFor(hosts, host, HOST), waitFor(mailboxes, mailboxId, MAILBOX));
        if (waitMs === 0) break;
        await pause(waitMs, signal);
      }
      hosts.get(host)!.tokens -= 1;
      mailboxes.get(mailboxId)!.tokens -= 1;
    },
  };

  function waitFor(buckets: Map<string, Bucket>, key: string, rate: { burst: number; perMs: number }): number {
    const time = now();
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at: time };
    bucket.tokens = Math.min(rate.burst, bucket.tokens + (time - bucket.at) * rate.perMs);
    bucket.at = time;
    buckets.set(key, bucket);
    return bucket.tokens >= 1 ? 0 : Math.ceil((1 - bucket.tokens) / rate.perMs);
  }
}

/** Rejects with the signal's reason. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
