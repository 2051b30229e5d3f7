// The mailbox's second connection: retries, then the sweep of other folders, then one batch of history, over and over; each only while the
// live connection is idle. It fails alone: the live connection goes on while this one waits and comes back.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { CONNECT_CODES, type FailureKind } from '@quittance/imap/classify-login-failure';
import type { ImapConnection } from '@quittance/imap/connection';
import { nextDueUidAt } from '@quittance/store/locations';
import { backoffMs, BUSY_BACKOFF, NETWORK_BACKOFF, STABLE_MS } from './backoff.ts';
import { Backfill } from './backfill-mailbox.ts';
import { createByteBudget } from './byte-budget.ts';
import { closeOnAbort } from './connect-for.ts';
import { learnFolders } from './learn-folders.ts';
import type { LiveFirst } from './live-first.ts';
import { pause } from './login-limiter.ts';
import type { ReadTarget, SessionDeps } from './poller-deps.ts';
import { createReconciler, type Reconciler } from './reconcile-folders.ts';
import { createSweeper, retryPending, type Sweeper } from './sweep-folders.ts';

export interface TendOptions {
  readonly liveFolderId: string;
  readonly liveFirst: LiveFirst;
  readonly signal: AbortSignal;
  readonly connect: () => Promise<ImapConnection>;
}

const REST_MS_MIN = 250;

/** Returns when `signal` says so. @throws only `lease_lost` and what is not the mail server's doing. */
export async function tendFolders(deps: SessionDeps, target: ReadTarget, options: TendOptions): Promise<void> {
  const { signal } = options;
  const backfill = new Backfill(
    deps,
    target,
    createByteBudget(target.mailbox.host, () => performance.now()),
  );
  const sweeper = createSweeper(deps, target);
  const reconciler = createReconciler(deps, target);
  let failures = 0;
  while (!signal.aborted) {
    const startedAt = performance.now();
    try {
      await tendWith(deps, target, options, { backfill, sweeper, reconciler });
    } catch (error) {
      if (signal.aborted) return;
      if (!isServersDoing(error)) throw error;
      failures = performance.now() - startedAt > STABLE_MS ? 1 : failures + 1;
      const { networkMs, busyMs } = deps.timing;
      const policy = isRefusal(error) ? { ...BUSY_BACKOFF, baseMs: busyMs } : { ...NETWORK_BACKOFF, baseMs: networkMs };
      const retryAfterMs = error instanceof TransientError ? (error.retryAfterMs ?? 0) : 0;
      const leastMs = error.code === 'throttled' ? Math.max(retryAfterMs, deps.timing.throttledMs) : retryAfterMs;
      const calmMs = error.code === 'connection_lost' && failures >= 2 ? deps.timing.calmMs : 0;
      const delayMs = Math.max(leastMs, calmMs, backoffMs(policy, failures, deps.random()));
      deps.log.warn({ mailboxId: target.mailbox.id, code: error.code, delayMs }, 'second_connection_failed');
      deps.metrics.failure(error.code);
      backfill.replan();
      await pause(delayMs, signal).catch(() => {}); // Stopped: the loop's condition sees it.
    }
  }
}

async function tendWith(
  deps: SessionDeps,
  target: ReadTarget,
  options: TendOptions,
  parts: { backfill: Backfill; sweeper: Sweeper; reconciler: Reconciler },
): Promise<void> {
  const { signal, liveFirst } = options;
  const connection = await options.connect();
  const release = closeOnAbort(connection, signal);
  // The live connection has just listed the folders.
  let listedAt = performance.now();
  let sweptAt = -Infinity;
  try {
    while (!signal.aborted) {
      await liveFirst.whenIdle();
      const retried = await retryPending(deps, connection, target);
      if (performance.now() - sweptAt >= deps.timing.sweepMs) {
        if (performance.now() - listedAt >= deps.timing.relistMs) {
          await learnFolders(deps, connection, target);
          listedAt = performance.now();
        }
        if (await parts.sweeper.sweep(connection, options.liveFolderId)) parts.backfill.replan();
        sweptAt = performance.now();
      }
      const state = await parts.backfill.step(connection);
      if (state === 'more' || retried > 0) continue;
      if (await parts.reconciler.step(connection)) continue;
      if (!connection.isOpen) throw new TransientError('connection_lost', 'the second connection was lost');
      await rest(deps, target, connection, sweptAt, signal);
    }
  } finally {
    await connection.logout();
    release();
  }
}

/** Until the next sweep or the next promised retry, whichever is sooner. */
async function rest(
  deps: SessionDeps,
  target: ReadTarget,
  connection: ImapConnection,
  sweptAt: number,
  signal: AbortSignal,
): Promise<void> {
  const dueAt = await nextDueUidAt(deps.db, target.mailbox.id);
  const untilSweep = sweptAt + deps.timing.sweepMs - performance.now();
  const untilDue = dueAt === null ? Infinity : Date.parse(dueAt) - deps.clock.now().getTime();
  const ms = Math.max(REST_MS_MIN, Math.min(untilSweep, untilDue));
  await Promise.race([pause(ms, signal).catch(() => {}), connection.closed]);
}

// A refused second login is no word on the password: the live connection has just signed in with it. Servers that allow one connection say so.
function isServersDoing(error: unknown): error is TransientError | PermanentError {
  if (error instanceof TransientError) return error.code !== 'lease_lost';
  return error instanceof PermanentError && (error.code === 'folder_missing' || error.code in CONNECT_CODES);
}

const REFUSALS: ReadonlySet<FailureKind | undefined> = new Set(['busy', 'credential', 'policy', 'unknown']);

function isRefusal({ code }: { readonly code: string }): boolean {
  return REFUSALS.has((CONNECT_CODES as Record<string, FailureKind>)[code]);
}
