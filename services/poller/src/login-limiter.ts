// Keeps logins rare. Providers ban an address that signs in too often, and behind a shared address all people are one attacker: turns for each host,
// which all pollers take from the database (short bursts, then one a second), and a bucket for each mailbox, which one poller at a time reads (a few
// at once, then two a minute). Failed logins wait far longer by failure-policy.ts; this holds for those that work. A host that is down holds up all
// its mailboxes: host-breaker.ts.
import type { TurnRate } from '@quittance/store/login-turns';
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

/** @returns 0 when the turn was taken, else the milliseconds to wait before asking again. */
export type TakeTurn = (host: string, rate: TurnRate) => Promise<number>;

const HOST: TurnRate = { burst: 10, everyMs: 1_000 };
const MAILBOX: TurnRate = { burst: 10, everyMs: 30_000 };
const LEFT_TO_LIVE = 4;

/** @param now in milliseconds, growing steadily. */
export function createLoginLimiter(now: () => number, takeTurn: TakeTurn): LoginLimiter {
  const breaker = createHostBreaker(now);
  const mailboxes = new Map<string, Bucket>();
  const queues = new Map<string, Promise<void>>();
  return {
    async acquire({ host, mailboxId, purpose }, signal) {
      const needed = purpose === 'live' ? 1 : 1 + LEFT_TO_LIVE;
      for (;;) {
        signal.throwIfAborted();
        const bucket = refilled(mailboxId);
        const waitMs = Math.max(bucket.tokens >= needed ? 0 : Math.ceil((needed - bucket.tokens) * MAILBOX.everyMs), breaker.pauseMs(host));
        if (waitMs === 0) {
          // Before anything is waited for: the mailbox's other connection may ask meanwhile.
          bucket.tokens -= 1;
          let isOurs = false;
          try {
            isOurs = await hasTurn(host, signal);
          } finally {
            if (!isOurs) bucket.tokens += 1;
          }
          if (isOurs) return;
        } else await restUntil(waitMs, signal);
      }
    },
    report(host, isUp) {
      if (isUp) breaker.succeeded(host);
      else breaker.failed(host);
    },
  };

  /** One after the other, so that a thousand mailboxes that wait for a host don't all ask the database. False: the host went down meanwhile. */
  function hasTurn(host: string, signal: AbortSignal): Promise<boolean> {
    const key = host.toLowerCase();
    const before = queues.get(key) ?? Promise.resolve();
    const turn = before.then(() => waitForTurn(host, key, signal));
    const settled = turn.then(
      () => {},
      () => {},
    );
    queues.set(key, settled);
    void settled.then(() => queues.get(key) === settled && queues.delete(key));
    return unlessAborted(turn, signal);
  }

  async function waitForTurn(host: string, key: string, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted && breaker.pauseMs(host) === 0) {
      const waitMs = await takeTurn(key, HOST);
      if (waitMs === 0) return breaker.waitMs(host) === 0;
      await restUntil(waitMs, signal);
    }
    return false;
  }

  function refilled(mailboxId: string): Bucket {
    const time = now();
    const bucket = mailboxes.get(mailboxId) ?? { tokens: MAILBOX.burst, at: time };
    bucket.tokens = Math.min(MAILBOX.burst, bucket.tokens + (time - bucket.at) / MAILBOX.everyMs);
    bucket.at = time;
    mailboxes.set(mailboxId, bucket);
    return bucket;
  }
}

/** Whoever gives up does not stay in the queue. */
async function unlessAborted(turn: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const giveUp = (): void => resolve(false);
  signal.addEventListener('abort', giveUp, { once: true });
  turn.then(resolve, reject);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
