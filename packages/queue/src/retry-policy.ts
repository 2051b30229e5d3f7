// When a failed job is tried again. Attempts are few on purpose: the outbox keeps what has no outcome, and its relay publishes stale
// rows once more, so a long outage costs delay and nothing else.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { UnrecoverableError } from 'bullmq';

export const ATTEMPTS_MAX = 8;

const BACKOFF_MS = 500;
const BACKOFF_MS_MAX = 60_000;

/** Doubles from half a second to a minute; a TransientError that knows better wins. */
export function backoffMs(attemptsMade: number, error?: Error): number {
  const exponential = Math.min(BACKOFF_MS * 2 ** Math.max(attemptsMade - 1, 0), BACKOFF_MS_MAX);
  return error instanceof TransientError && error.retryAfterMs !== undefined ? Math.max(error.retryAfterMs, 0) : exponential;
}

/** Whether trying again can't help: the job ends, and what it stood for is in quarantine or still in the outbox. */
export function isFinal(error: unknown): boolean {
  return error instanceof PermanentError;
}

/** BullMQ's own word for "don't retry". */
export function unrecoverable(error: PermanentError): UnrecoverableError {
  return Object.assign(new UnrecoverableError(`${error.code}: ${error.message}`), { cause: error });
}
