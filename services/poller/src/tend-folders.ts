// The mailbox's second connection: retries, then folders that changed, then one batch of history, over and over; each only while the live
// connection is idle. Opened when there is something for it and given up when there was nothing for a while. It fails alone: the live connection goes
// on while this one waits and comes back.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { failureKindOf, type FailureKind } from '@quittance/imap/classify-login-failure';
import { wasGreeted } from '@quittance/imap/connect-mailbox';
import type { ImapConnection } from '@quittance/imap/connection';
import { nextDueUidAt } from '@quittance/store/locations';
import { recordHistoryProblem } from '@quittance/store/mailbox-health';
import { backoffMs, BUSY_BACKOFF, NETWORK_BACKOFF, STABLE_MS } from './backoff.ts';
import { Backfill, type StepResult } from './backfill-mailbox.ts';
import { createByteBudget } from './byte-budget.ts';
import type { ChangedFolders, FolderFilter } from './changed-folders.ts';
import { closeOnAbort } from './connect-for.ts';
import { learnFolders } from './learn-folders.ts';
import type { LiveFirst } from './live-first.ts';
import type { ReadTarget, SessionDeps } from './poller-deps.ts';
import { createReconciler, type Reconciler } from './reconcile-folders.ts';
import { restUntil } from './rest-until.ts';
import { retryPending, type Sweeper } from './sweep-folders.ts';

export interface TendOptions {
  readonly liveFolderId: string;
  readonly liveFirst: LiveFirst;
  readonly changed: ChangedFolders;
  readonly sweeper: Sweeper;
  readonly signal: AbortSignal;
  readonly connect: () => Promise<ImapConnection>;
}

const REST_MS_MIN = 250;
const VAIN_TOLD = 3;

/** What outlives a connection. */
interface Work {
  readonly backfill: Backfill;
  readonly reconciler: Reconciler;
  /** Folders to look into. */
  due: FolderFilter | null;
  listedAt: number;
  /** Since the first connection of this session had nothing to do any more. */
  isSettled: boolean;
  /** Connections in a row that did nothing. */
  vain: number;
  /** Of one of this session or of an earlier one the person may have been told. */
  mayBeTold: boolean;
}

/** Returns when `signal` says so. @throws only `lease_lost` and what is not the mail server's doing. */
export async function tendFolders(deps: SessionDeps, target: ReadTarget, options: TendOptions): Promise<void> {
  const { signal } = options;
  const { host, backfill } = target.mailbox;
  const work: Work = {
    backfill: new Backfill(deps, target, createByteBudget(deps.historyBytesADay(host), deps.clock, backfill.day)),
    reconciler: createReconciler(deps, target),
    due: null,
    // The live connection has just listed the folders.
    listedAt: performance.now(),
    isSettled: false,
    vain: 0,
    mayBeTold: true,
  };
  let failures = 0;
  while (!signal.aborted) {
    const startedAt = performance.now();
    try {
      await tendWith(deps, target, options, work);
      failures = 0;
      await untilNeeded(deps, target, options, work);
    } catch (error) {
      if (signal.aborted) return;
      if (!isServersDoing(error)) throw error;
      failures = performance.now() - startedAt > STABLE_MS ? 1 : failures + 1;
      const { networkMs, busyMs } = deps.timing;
      const policy = isRefusal(error) ? { ...BUSY_BACKOFF, baseMs: busyMs } : { ...NETWORK_BACKOFF, baseMs: networkMs };
      const retryAfterMs = error instanceof TransientError ? (error.retryAfterMs ?? 0) : 0;
      const leastMs = error.code === 'throttled' ? Math.max(retryAfterMs, deps.timing.throttledMs) : retryAfterMs;
      const calmMs = error.code === 'connection_lost' && wasGreeted(error) && failures >= 2 ? deps.timing.calmMs : 0;
      const delayMs = Math.max(leastMs, calmMs, backoffMs(policy, failures, deps.random()));
      deps.log.warn({ mailboxId: target.mailbox.id, code: error.code, delayMs }, 'second_connection_failed');
      deps.metrics.failure(error.code);
      work.backfill.replan();
      work.vain += 1;
      if (work.vain >= VAIN_TOLD) await tellOf(deps, target, work, error);
      await restUntil(delayMs, signal);
    }
  }
}

/** Returns when nothing was left to do for a while. */
async function tendWith(deps: SessionDeps, target: ReadTarget, options: TendOptions, work: Work): Promise<void> {
  const { signal, liveFirst } = options;
  const connection = await options.connect();
  const release = closeOnAbort(connection, signal);
  let busyAt = performance.now();
  const keepMs = work.isSettled ? deps.timing.inUseMs : deps.timing.keepMs;
  try {
    while (!signal.aborted) {
      await liveFirst.whenIdle();
      const state = await step(deps, connection, target, options, work);
      work.vain = 0;
      if (work.mayBeTold) await takeBack(deps, target, work);
      if (state === 'more') busyAt = performance.now();
      else if (state === 'done' && (performance.now() - busyAt >= keepMs || !connection.isOpen)) break;
      else if (!connection.isOpen) throw new TransientError('connection_lost', 'the second connection was lost');
      else {
        const keptMs = state === 'done' ? busyAt + keepMs - performance.now() : Infinity;
        const ms = Math.max(REST_MS_MIN, Math.min(await untilDueMs(deps, target), keptMs));
        // What changed while the database was asked woke nobody; from here on it does.
        if (options.changed.isEmpty && connection.isOpen)
          await restUntil(ms, signal, options.changed.onAdded, (wake) => connection.onActivity(() => connection.isOpen || wake()));
      }
    }
    work.isSettled = true;
  } finally {
    await connection.logout();
    release();
  }
}

// One refusal passes by itself; who is told of each is told of nothing.
async function tellOf(deps: SessionDeps, { mailbox }: ReadTarget, work: Work, error: TransientError | PermanentError): Promise<void> {
  // The live connection has just signed in with the same password: what is refused is a second one.
  const code = isRefusal(error) ? 'second_refused' : error.code;
  const problem = { code, text: error.message, at: toInstant(deps.clock.now()) };
  await recordHistoryProblem(deps.db, { mailboxId: mailbox.id, userId: mailbox.userId, problem });
  work.mayBeTold = true;
}

async function takeBack(deps: SessionDeps, { mailbox }: ReadTarget, work: Work): Promise<void> {
  await recordHistoryProblem(deps.db, { mailboxId: mailbox.id, userId: mailbox.userId, problem: null });
  work.mayBeTold = false;
}

async function step(
  deps: SessionDeps,
  connection: ImapConnection,
  target: ReadTarget,
  { liveFolderId, changed, sweeper }: TendOptions,
  work: Work,
): Promise<StepResult> {
  const { backfill, reconciler } = work;
  const retried = await retryPending(deps, connection, target);
  const isNew = changed.takeUnknown();
  if (isNew || performance.now() - work.listedAt >= deps.timing.relistMs) {
    await learnFolders(deps, connection, target);
    work.listedAt = performance.now();
  }
  work.due ??= changed.take();
  if (isNew) work.due = withUnseen(work.due);
  const found = work.due ? await sweeper.sweep(connection, liveFolderId, work.due) : null;
  if (found?.hasHistory) backfill.replan();
  // What goes by another name now is known again as soon as the folders are listed.
  if (found?.hasMissing) work.listedAt = -Infinity;
  // Not before: what a broken connection left is the next one's.
  const swept = work.due !== null;
  work.due = null;
  const state = await backfill.step(connection);
  if (state === 'more' || retried > 0 || swept) return 'more';
  return (await reconciler.step(connection)) ? 'more' : state;
}

// What was just learned, nobody has looked into.
function withUnseen(due: FolderFilter | null): FolderFilter {
  return (folderId) => due?.(folderId) ?? 'unseen';
}

/** Until there is something for a second connection. */
async function untilNeeded(deps: SessionDeps, target: ReadTarget, { changed, signal }: TendOptions, work: Work): Promise<void> {
  while (!signal.aborted && changed.isEmpty && performance.now() - work.listedAt < deps.timing.relistMs) {
    const ms = await untilDueMs(deps, target);
    if (ms <= 0) return;
    if (changed.isEmpty) await restUntil(Math.max(REST_MS_MIN, ms), signal, changed.onAdded);
  }
}

/** Until the next promised retry; no longer than one sweep lasts, since the live connection may promise more. */
async function untilDueMs(deps: SessionDeps, target: ReadTarget): Promise<number> {
  const dueAt = await nextDueUidAt(deps.db, target.mailbox.id);
  return Math.min(deps.timing.sweepMs, dueAt === null ? Infinity : Date.parse(dueAt) - deps.clock.now().getTime());
}

// A refused second login is no word on the password: the live connection has just signed in with it. Servers that allow one connection say so.
function isServersDoing(error: unknown): error is TransientError | PermanentError {
  if (error instanceof TransientError) return error.code !== 'lease_lost';
  return error instanceof PermanentError && (error.code === 'folder_missing' || failureKindOf(error.code) !== undefined);
}

const REFUSALS: ReadonlySet<FailureKind | undefined> = new Set(['busy', 'credential', 'policy', 'unknown']);

function isRefusal({ code }: { readonly code: string }): boolean {
  return REFUSALS.has(failureKindOf(code));
}
