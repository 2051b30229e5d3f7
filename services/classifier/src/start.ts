// Starts the classifier: jobs from the queue, logs that a crash left unsealed, verdicts that wait for DNS, the daily anchor with its time stamps.
import type { Stamping } from '@quittance/anchor/stamping';
import type { Log } from '@quittance/domain/log';
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import type { Endpoint } from '@quittance/llm/ask-endpoint';
import type { ClassifyJob } from '@quittance/queue/jobs';
import { LOCK_MS, openQueue } from '@quittance/queue/open-queue';
import { createLiveWork, type LiveWork } from '@quittance/runtime/live-work';
import type { Metrics } from '@quittance/runtime/metrics';
import type { Database } from '@quittance/store/database';
import { listUnsealedLogs } from '@quittance/store/log';
import type { Vault } from '@quittance/vault/vault';
import { randomBytes } from 'node:crypto';
import { classifyJob, type ClassifyDeps } from './classify-job.ts';
import { createMailReader } from './mail-reader.ts';
import { createClassifierMetrics } from './metrics.ts';
import { reverifyPending } from './reverify-pending.ts';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { createSealTurns } from './seal-turns.ts';
import { suggestKinds } from './suggest-kinds.ts';
import type { Verify } from './verify-messages.ts';

export interface ClassifierDeps extends ServiceContext {
  readonly db: Database;
  readonly databaseUrl: string;
  /** Jobs come through this Redis when given, else through PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly vault: Pick<Vault, 'open' | 'derive'>;
  readonly verify: Verify;
  /** Anchors the heads of all logs once a day and asks the time-stamp authorities; absent where another process does. */
  readonly stamping?: Pick<Stamping, 'daily'> | undefined;
  readonly metrics: Metrics;
  /** A local model that may be asked about unclear mail; none when not given. */
  readonly llm?: Endpoint | undefined;
  /** Shared with what else runs in this process. */
  readonly liveWork?: LiveWork | undefined;
  /** How long a silent process keeps its jobs before another one takes them. */
  readonly lockMs?: number;
  /** Another reader, for tests of messages that kill whoever reads them. */
  readonly readWorkerUrl?: URL;
}

/**
 * Jobs wait for the reader and the database most of the time; more at once only lengthens each. But a live one holds a single mail, and those that come
 * in a bunch are read while the first is recorded.
 */
const CONCURRENCY = { live: 6, history: 2 };
const REVERIFY_EVERY_MS = 60_000;
/** What was read is worth waiting so long for its verdicts; a shutdown is given twenty seconds. */
const HURRY_AFTER_MS = 4_000;
const STAMP_EVERY_MS = 60_000;
const SUGGEST_EVERY_MS = 60_000;
/** A job's lock is renewed at half its time, so half of it at least passes between a death and the taking over. */
const busyMsOf = (lockMs: number): number => 0.45 * lockMs;

export async function start(deps: ClassifierDeps): Promise<RunningService> {
  const reader = createMailReader(deps.readWorkerUrl);
  const queue = await openQueue({ databaseUrl: deps.databaseUrl, redisUrl: deps.redisUrl, log: deps.log });
  const metrics = createClassifierMetrics(deps.metrics);
  const liveWork = deps.liveWork ?? createLiveWork();
  const [stopping, hurry] = [new AbortController(), new AbortController()];
  const work: ClassifyDeps = {
    ...deps,
    reader,
    randomBytes,
    busyMs: busyMsOf(deps.lockMs ?? LOCK_MS),
    liveWork,
    metrics,
    stopping: stopping.signal,
    hurry: hurry.signal,
  };
  for (const userId of await listUnsealedLogs(work.db)) await sealLeftOver(work, userId);
  const sealTurns = createSealTurns({ seal: (userId) => sealLeftOver(work, userId) });
  const runLive = (job: ClassifyJob): Promise<void> =>
    liveWork.run(() => sealTurns.run(job.userId, (mayLeave) => classifyJob({ ...work, mayLeave }, job)));
  await queue.consumeClassify((job) => (job.priority === 'live' ? runLive(job) : classifyJob(work, job)), {
    concurrency: CONCURRENCY,
    ...(deps.lockMs && { lockMs: deps.lockMs }),
  });
  const reverifying = repeat(() => reverifyPending(work), REVERIFY_EVERY_MS, 'reverification_failed', deps.log);
  const { stamping } = deps;
  const anchoring = stamping && repeat(() => stamping.daily(), STAMP_EVERY_MS, 'anchoring_failed', deps.log);
  const { llm } = deps;
  const suggesting = llm && repeat(() => suggest(work, llm), SUGGEST_EVERY_MS, 'suggesting_failed', deps.log);
  deps.log.info({ backend: queue.backend }, 'classifier_started');
  return {
    async stop() {
      // Closing first, so that no job is taken that was just handed back. The messages in hand are finished; they still need the reader.
      const closed = queue.close().catch((error: unknown) => deps.log.warn({ err: error }, 'queue_close_failed'));
      stopping.abort();
      const hurrying = setTimeout(() => hurry.abort(), HURRY_AFTER_MS);
      await Promise.all([closed, reverifying.stop(), anchoring?.stop(), suggesting?.stop()]);
      clearTimeout(hurrying);
      await reader.close();
      deps.log.info({}, 'classifier_stopped');
    },
  };
}

// The rules and their weights take a second and a half to load; without a model, only the readers' processes need them.
async function suggest(work: ClassifyDeps, llm: Endpoint): Promise<number> {
  const { rankKinds } = await import('@quittance/classify/rank-kinds');
  return suggestKinds({ ...work, llm, rankKinds });
}

// A log that can't be sealed (it was cut or changed) is that user's alarm, not the end of everybody's service.
async function sealLeftOver(work: ClassifyDeps, userId: string): Promise<void> {
  try {
    if (await sealCheckpoint(work, userId)) work.metrics.sealed();
  } catch (error) {
    work.log.fatal({ userId, err: error }, 'log_not_sealed');
  }
}

/** Runs `work` every so often, never twice at once; what it throws is logged, and the next turn tries again. */
function repeat(work: () => Promise<unknown>, everyMs: number, failure: string, log: Log): RunningService {
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = work()
      .catch((error: unknown) => log.warn({ err: error }, failure))
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
