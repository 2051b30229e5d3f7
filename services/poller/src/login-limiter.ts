// Keeps logins rare. Providers ban an address that signs in too often, and behind a shared address all people are one attacker: a bucket
// for each host (short bursts, then one a second) and one for each mailbox (a few at once, then two a minute). Failed logins wait far
// longer by failure-policy.ts; this holds for those that work. A host that is down holds up all its mailboxes: host-breaker.ts.
import { createHostBreaker } from './host-breaker.ts';
import { restUntil } from './rest-until.ts';

export interface LoginLimiter {
  /** Waits for its turn. Rejects with the signal's reason when that comes first. */
  acquire(login: Login, signal: AbortSignal): Promise<void>;
  /** How it went: a host that is down or overloaded is left alone for a while. A refused password says that it is up. */
  report(host: string, isUp: boolean): void;
}

interface Login {
  readonly host: string;
  readonly mailboxId: string;
  /** History leaves some logins to the live connection. */
  readonly purpose: 'live' | 'history';
}

interface Bucket {
  tokens: number;
  at: number;
}

const HOST = { burst: 10, perMs: 1 / 1_000 } as const;
const MAILBOX = { burst: 10, perMs: 1 / 30_000 } as const;
const LEFT_TO_LIVE = 4;

/** @param now in milliseconds, growing steadily. */
export function createLoginLimiter(now: () => number): LoginLimiter {
  const breaker = createHostBreaker(now);
  const hosts = new Map<string, Bucket>();
  const mailboxes = new Map<string, Bucket>();
  return {
    async acquire({ host, mailboxId, purpose }, signal) {
      const needed = purpose === 'live' ? 1 : 1 + LEFT_TO_LIVE;
      for (;;) {
        signal.throwIfAborted();
        const waitMs = Math.max(waitFor(hosts, host, HOST, 1), waitFor(mailboxes, mailboxId, MAILBOX, needed));
        const haltMs = waitMs === 0 ? breaker.waitMs(host) : 0;
        if (waitMs === 0 && haltMs === 0) break;
        await restUntil(Math.max(waitMs, haltMs), signal);
      }
      hosts.get(host)!.tokens -= 1;
      mailboxes.get(mailboxId)!.tokens -= 1;
    },
    report(host, isUp) {
      if (isUp) breaker.succeeded(host);
      else breaker.failed(host);
    },
  };

  function waitFor(buckets: Map<string, Bucket>, key: string, rate: { burst: number; perMs: number }, needed: number): number {
    const time = now();
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at: time };
    bucket.tokens = Math.min(rate.burst, bucket.tokens + (time - bucket.at) * rate.perMs);
    bucket.at = time;
    buckets.set(key, bucket);
    return bucket.tokens >= needed ? 0 : Math.ceil((needed - bucket.tokens) / rate.perMs);
  }
}
