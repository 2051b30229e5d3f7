// An open, signed-in connection as the rest of the package passes it around. It lives once: after `closed` it is of no use. Events are
// hints only; `activity` counts them, so that a hint that comes between a search and IDLE is not lost.
import { TransientError } from '@quittance/domain/errors';
import type { ImapFlow } from 'imapflow';

export interface ImapConnection {
  /** For the files of this package. */
  readonly client: ImapFlow;
  /** Resolves when the connection is gone, whoever ended it. */
  readonly closed: Promise<void>;
  readonly isOpen: boolean;
  /** Grows with each hint that the selected folder may have changed. */
  readonly activity: number;
  /** What came over it, after decompression. */
  readonly receivedBytes: number;
  readonly supportsIdle: boolean;
  /** Gmail shows each message in All Mail, whatever its labels. */
  readonly isGmail: boolean;
  /** Calls back on each hint and when the connection closes. @returns the function that stops it. */
  onActivity(listener: () => void): () => void;
  /** At once, without a word to the server. */
  close(): void;
  /** Says goodbye, for at most two seconds. Never throws. */
  logout(): Promise<void>;
}

const LOGOUT_MS_MAX = 2_000;

/** Takes a client before `connect()`: without an `error` listener from the start, a reset would end the process. */
export function wrapClient(client: ImapFlow): ImapConnection {
  const closed = Promise.withResolvers<void>();
  const listeners = new Set<() => void>();
  let activity = 0;
  const hint = (): void => {
    activity += 1;
    for (const listener of listeners) listener();
  };
  client.on('error', () => {}); // `close` follows, and whatever command was under way has failed with the reason.
  client.on('close', () => {
    closed.resolve();
    hint();
  });
  client.on('exists', hint);
  client.on('expunge', hint);
  client.on('mailboxClose', hint);
  return {
    client,
    closed: closed.promise,
    get isOpen() {
      return client.usable && !client.isClosed;
    },
    get activity() {
      return activity;
    },
    get receivedBytes() {
      return client.stats(false).received;
    },
    get supportsIdle() {
      return client.capabilities.has('IDLE');
    },
    get isGmail() {
      return client.capabilities.has('X-GM-EXT-1');
    },
    onActivity(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => client.close(),
    async logout() {
      const timer = setTimeout(() => client.close(), LOGOUT_MS_MAX);
      await client.logout().catch(() => {}); // It is closed either way.
      clearTimeout(timer);
      client.close();
    },
  };
}

/** Runs a command that must not take longer: a connection that is silent for that long is dead, and is closed. */
export async function withDeadline<T>(connection: ImapConnection, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    connection.close();
  }, timeoutMs);
  try {
    return await work();
  } catch (error) {
    if (late) throw new TransientError('timeout', `the server did not answer within ${timeoutMs / 1000} s`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
