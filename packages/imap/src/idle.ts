// Waits until something may have happened in the selected folder. Always started explicitly, right after a search: the library's own IDLE
// begins seconds later, and mail that came in between would wait for it. Before each IDLE the caller searches; here nothing is concluded.
import type { ImapConnection } from './connection.ts';
import { withDeadline } from './connection.ts';
import { TransientError } from '@quittance/domain/errors';

export type IdleEnd = 'activity' | 'heartbeat' | 'closed' | 'stopped';

export interface IdleOptions {
  /** `connection.activity` as it was before the last search: a hint since then ends the wait at once. */
  readonly since: number;
  readonly heartbeatMs: number;
  readonly signal: AbortSignal;
}

/** A server that ends IDLE by itself at once is asked again after this, so that it can't keep us busy. */
const SELF_ENDED_MS = 5_000;

export async function idle(connection: ImapConnection, options: IdleOptions): Promise<IdleEnd> {
  if (options.signal.aborted) return 'stopped';
  if (!connection.isOpen) return 'closed';
  if (connection.activity !== options.since) return 'activity';
  const { promise, resolve } = Promise.withResolvers<IdleEnd>();
  const stopListening = connection.onActivity(() => resolve(connection.isOpen ? 'activity' : 'closed'));
  const onAbort = (): void => resolve('stopped');
  options.signal.addEventListener('abort', onAbort, { once: true });
  let ended = false;
  let timer = setTimeout(() => resolve('heartbeat'), options.heartbeatMs);
  connection.client.idle().then(
    () => {
      if (ended) return;
      clearTimeout(timer);
      timer = setTimeout(() => resolve('heartbeat'), Math.min(SELF_ENDED_MS, options.heartbeatMs));
    },
    () => resolve('closed'),
  );
  try {
    return await promise;
  } finally {
    ended = true;
    clearTimeout(timer);
    stopListening();
    options.signal.removeEventListener('abort', onAbort);
  }
}

/** Proves that the server is alive. @throws TransientError `timeout` or `connection_lost` */
export async function heartbeat(connection: ImapConnection, timeoutMs: number): Promise<void> {
  await withDeadline(connection, timeoutMs, async () => {
    // The library swallows a NOOP that failed; only the connection's state tells.
    await connection.client.noop();
    if (!connection.isOpen) throw new TransientError('connection_lost', 'the connection was lost while waiting for mail');
  });
}
