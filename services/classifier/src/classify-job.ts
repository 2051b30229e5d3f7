// Path of an email, step 5 of 9. Before: queue/jobs. After: classifier/record-outcome.
// A job's messages: loaded, read (mail/parse-message, classify/classify-message), verified, handed to record-outcome, and the log sealed.
// Safe to run twice and from two processes. A message whose reading ended a process twice is quarantined: its count is raised before it is
// read, and after one such end the messages of the batch are read one by one, each with its own count, so that the culprit is found.
// Asked to stop, it finishes and records the messages in hand and hands the rest back untouched.
import { setTimeout as sleep } from 'node:timers/promises';
import { HandBack } from '@quittance/queue/hand-back';
import type { ClassifyJob } from '@quittance/queue/jobs';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { TransientError } from '@quittance/domain/errors';
import type { LiveWork } from '@quittance/runtime/live-work';
import type { Database } from '@quittance/store/database';
import {
  claimStaged,
  listWaiting,
  lowerAttempts,
  raiseAttempts,
  type ClaimedMessage,
  type StagedMessage,
  type WaitingMessage,
} from '@quittance/store/outcomes';
import { isPassingDatabaseError } from '@quittance/store/pg-errors';
import type { Vault } from '@quittance/vault/vault';
import { heedCorrections, type Heeded } from './heed-corrections.ts';
import type { ClassifierMetrics } from './metrics.ts';
import { DEATHS_MAX, KILLED_ITS_READER, quarantineMessage } from './quarantine.ts';
import { readMessage, type ReadDeps, type Reading } from './read-message.ts';
import { recordOutcome, type Outcome } from './record-outcome.ts';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { verifyKept, type Verify } from './verify-messages.ts';

export interface ClassifyDeps {
  readonly db: Database;
  readonly vault: Pick<Vault, 'open' | 'derive'>;
  readonly reader: ReadDeps['reader'];
  readonly verify: Verify;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Buffer;
  /** A reading that another process began counts as under way for so long; less than a job of a dead process is left alone. */
  readonly busyMs: number;
  /** What history waits for, between two steps. */
  readonly liveWork: Pick<LiveWork, 'whenQuiet'>;
  /** Whether sealing is left to another live job of this person: see seal-turns.ts. Each seals where it is not given. */
  readonly mayLeave?: () => boolean;
  /** Aborted when the process is to end soon: a job in hand may hold minutes of work. */
  readonly stopping?: AbortSignal;
  /** Aborted when it was to end a while ago: not even what has been read waits for DNS any more. */
  readonly hurry?: AbortSignal;
  readonly log: Log;
  readonly metrics: ClassifierMetrics;
}

// Raw bytes at hand at once; a batch of ordinary mail (70 KB each) stays far below, one of mails with attachments does not.
const BATCH_BYTES_MAX = 48 * 1024 * 1024;

/** In one transaction: it holds the lock that the outcome of a live mail waits for. */
const OUTCOMES_MAX = 50;

/** @throws HandBack when `stopping` was aborted meanwhile; done is done, and the job may be run again. */
export async function classifyJob(deps: ClassifyDeps, job: ClassifyJob): Promise<void> {
  const waiting = job.contentIds.length > 1 ? await listWaiting(deps.db, job.userId, job.contentIds) : alone(job);
  for (const contentIds of batchesByBytes(waiting, BATCH_BYTES_MAX)) {
    if (deps.stopping?.aborted) break;
    const staged = await claimStaged(deps.db, job.userId, contentIds, deps.busyMs);
    if (staged.length > 0) await settle(deps, job, staged);
  }
  const isLeft = job.priority === 'live' && deps.mayLeave?.();
  if (!isLeft && (await sealCheckpoint(deps, job.userId))) deps.metrics.sealed();
  if (deps.stopping?.aborted) throw new HandBack();
}

async function settle(deps: ClassifyDeps, job: ClassifyJob, messages: readonly ClaimedMessage[]): Promise<void> {
  const fresh = messages.filter((message) => message.isClaimed);
  // What another process reads now is left to it: its job comes back by itself if it dies.
  const tried = messages.filter((message) => message.attempts > 0 && !message.isBeingRead);
  const [killers, suspects] = partition(tried, (message) => message.attempts >= DEATHS_MAX);
  try {
    for (const { contentId } of killers) await quarantineMessage(deps, job.userId, contentId, KILLED_ITS_READER);
    if (fresh.length + suspects.length === 0) return;
    const together = await readSideBySide(deps, job.priority, fresh);
    const read = [...together, ...(await readOneByOne(deps, suspects, job.priority))];
    await turnOf(deps, job.priority);
    // Side by side: neither what a person said of a mail nor who signed its like before changes what DNS is asked.
    const [readings, verified] = await Promise.all([heedCorrections(deps.db, job.userId, read), verifyKept(deps, job.userId, read)]);
    await quarantineUnreadable(deps, job.userId, readings);
    const kept = readings.flatMap((reading) => {
      const verification = verified.get(reading.contentId);
      return reading.kind === 'keep' && verification ? [{ ...reading, ...verification }] : [];
    });
    const ignored = readings.filter((reading) => reading.kind === 'ignore').map((reading) => reading.contentId);
    const { userId, priority } = job;
    for (let at = 0; at === 0 || at < kept.length; at += OUTCOMES_MAX) {
      await turnOf(deps, priority);
      await record(deps, { userId, priority, kept: kept.slice(at, at + OUTCOMES_MAX), ignored: at === 0 ? ignored : [] });
    }
    // What was let lie because the process stops; of the others nothing is left to forgive.
    if (deps.stopping?.aborted) await forgive(deps, fresh);
  } catch (error) {
    await forgive(deps, fresh);
    throw error;
  }
}

const turnOf = (deps: ClassifyDeps, priority: ClassifyJob['priority']): Promise<void> =>
  priority === 'live' || deps.stopping?.aborted ? Promise.resolve() : deps.liveWork.whenQuiet();

/** Enough to keep the readers busy; more would only wait for them, unsealed. */
const SIDE_BY_SIDE = 4;

async function readSideBySide(
  deps: ClassifyDeps,
  priority: ClassifyJob['priority'],
  messages: readonly StagedMessage[],
): Promise<Reading[]> {
  const readings: Reading[] = [];
  const left = messages.entries();
  const readOn = async (): Promise<void> => {
    for (const [at, message] of left) {
      await turnOf(deps, priority);
      if (deps.stopping?.aborted) return;
      readings[at] = await readMessage(deps, message, priority);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, readOn));
  // Without the holes of those that were not read any more.
  return readings.filter(() => true);
}

async function readOneByOne(deps: ClassifyDeps, messages: readonly StagedMessage[], priority: ClassifyJob['priority']): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const message of messages) {
    if (deps.stopping?.aborted) break;
    const claimed = await raiseAttempts(deps.db, [message.contentId], deps.busyMs);
    if (claimed.size === 0) continue;
    try {
      readings.push(await readMessage(deps, message, priority));
    } finally {
      await forgive(deps, [message]);
    }
  }
  return readings;
}

async function quarantineUnreadable(deps: ClassifyDeps, userId: string, readings: readonly Heeded[]): Promise<void> {
  for (const reading of readings) {
    if (reading.kind === 'quarantine') await quarantineMessage(deps, userId, reading.contentId, reading.problem);
  }
}

// One message that the database or the fold refuses must not hold up its batch: the batch is taken apart, and that one is parked.
async function record(deps: ClassifyDeps, outcome: Outcome): Promise<void> {
  try {
    deps.metrics.recorded(await recordOutcome(deps, outcome));
  } catch (error) {
    if (error instanceof TransientError || isPassingDatabaseError(error)) throw error;
    const [only] = outcome.kept;
    if (outcome.kept.length > 1 || (only && outcome.ignored.length > 0)) {
      await record(deps, { ...outcome, kept: [] });
      for (const reading of outcome.kept) await record(deps, { ...outcome, kept: [reading], ignored: [] });
      return;
    }
    if (!only) throw error;
    deps.log.fatal({ contentId: only.contentId, err: error }, 'outcome_recording_failed');
    await quarantineMessage(deps, outcome.userId, only.contentId, {
      code: 'recording_failed',
      text: 'Quittance could not record what this message says. Its bytes are kept; try it again after an update.',
    });
  }
}

const FORGIVE_AGAIN_MS = { first: 200, max: 5_000 };

// The end was orderly, so the messages are not to blame for it. While the database is away nothing else could be done anyway, and giving up
// would leave counts that say of innocent messages that they end their readers.
async function forgive(deps: ClassifyDeps, messages: readonly StagedMessage[]): Promise<void> {
  for (let waitMs = FORGIVE_AGAIN_MS.first; ; waitMs = Math.min(2 * waitMs, FORGIVE_AGAIN_MS.max)) {
    try {
      return await lowerAttempts(deps.db, idsOf(messages));
    } catch (error) {
      // The first error is the one to report, by whoever called.
      deps.log.warn({ err: error }, 'attempts_not_lowered');
      if (!isPassingDatabaseError(error)) return;
    }
    await sleep(waitMs, undefined, { ref: false });
  }
}

/** One message is one batch, however big it is. */
function alone({ contentIds }: ClassifyJob): WaitingMessage[] {
  return contentIds.map((contentId) => ({ contentId, sizeBytes: 0 }));
}

function batchesByBytes(messages: readonly WaitingMessage[], bytesMax: number): number[][] {
  const batches: number[][] = [];
  let bytes = Infinity;
  for (const { contentId, sizeBytes } of messages) {
    if (bytes + sizeBytes > bytesMax) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(contentId);
    bytes += sizeBytes;
  }
  return batches;
}

function idsOf(messages: readonly StagedMessage[]): number[] {
  return messages.map((message) => message.contentId);
}

function partition<T>(items: readonly T[], belongsFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongsFirst), items.filter((item) => !belongsFirst(item))];
}
