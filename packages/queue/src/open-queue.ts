// The queue as the rest of Quittance sees it: publish ids, consume ids. Delivery is at least once: a handler must be safe to run twice.
// A finished or failed job leaves nothing behind; what is still open stands in the outbox.
import type { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { WaitingError, type Job, type Queue as BullQueue, type Worker } from 'bullmq';
import { chooseBackend, type Backend, type BackendOptions } from './backend.ts';
import { HandBack } from './hand-back.ts';
import { CLASSIFY_QUEUES, classifyJobId, parseClassifyJob, type ClassifyJob, type ClassifyJobToPublish } from './jobs.ts';
import { ATTEMPTS_MAX, backoffMs, isFinal, unrecoverable } from './retry-policy.ts';

export interface QueueOptions extends BackendOptions {
  readonly log: Log;
}

export interface Attempt {
  readonly jobId: string;
  /** 1 for the first try; tries that ended because their process died count too. */
  readonly number: number;
  /** How often a process died over this job. */
  readonly deaths: number;
}

/** Throws `HandBack` to leave the rest of a job to whoever starts next, as may be needed while the queue closes. */
export type ClassifyHandler = (job: ClassifyJob, attempt: Attempt) => Promise<void>;

interface ConsumeOptions {
  /** Jobs at a time. */
  readonly concurrency: Readonly<Record<Priority, number>>;
  /** How long a silent process keeps its jobs; they are taken over within this and twice the check's interval (half of it). */
  readonly lockMs?: number;
}

interface Consumer {
  /** Takes no new job, from this very call on, and waits for those at hand. */
  close(): Promise<void>;
}

export interface Queue {
  readonly backend: 'postgres' | 'redis';
  publishClassify(jobs: readonly ClassifyJobToPublish[]): Promise<void>;
  consumeClassify(handler: ClassifyHandler, options: ConsumeOptions): Promise<Consumer>;
  /** Jobs not finished yet, for metrics and doctor. */
  countOpen(): Promise<number>;
  /** Closes consumers first. Call it before the database server stops. */
  close(): Promise<void>;
}

/** How long a silent process keeps its jobs where nothing else is asked for. */
export const LOCK_MS = 20_000;
// BullMQ gives a job up after this many deaths of its process. Ours is the finer rule (a message that killed its process twice is
// quarantined, its batch goes on), so this one must not be met first.
const DEATHS_MAX = 50;
const PRIORITIES = ['live', 'history'] as const;
type Priority = (typeof PRIORITIES)[number];

export async function openQueue({ log, ...options }: QueueOptions): Promise<Queue> {
  const backend = chooseBackend(options);
  await backend.prepare();
  const queues = { live: openOne(backend, 'live', log), history: openOne(backend, 'history', log) };
  await Promise.all(Object.values(queues).map((queue) => queue.waitUntilReady()));
  const consumers = new Set<Consumer>();
  return {
    backend: backend.kind,
    async publishClassify(jobs) {
      const all = jobs.map(toBullJob);
      for (const priority of PRIORITIES) {
        const own = all.filter((job) => job.data.priority === priority);
        await addAll(queues[priority], own);
      }
    },
    async consumeClassify(handler, consumeOptions) {
      const consumer = await consume(backend, handler, consumeOptions, log);
      consumers.add(consumer);
      return consumer;
    },
    async countOpen() {
      const counts = await Promise.all(
        Object.values(queues).map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
      );
      return counts.flatMap((count) => Object.values(count)).reduce((sum, count) => sum + count, 0);
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.close()));
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
    },
  };
}

function openOne(backend: Backend, priority: keyof typeof CLASSIFY_QUEUES, log: Log): BullQueue {
  const queue = backend.newQueue(CLASSIFY_QUEUES[priority]);
  queue.on('error', (error) => log.warn({ err: error }, 'queue_connection_failed'));
  return queue;
}

/** On PostgreSQL, adding many at once makes two temporary tables, which costs as much as a dozen jobs added one by one. */
const ONE_BY_ONE_MAX = 12;

async function addAll(queue: BullQueue, jobs: readonly ReturnType<typeof toBullJob>[]): Promise<void> {
  if (jobs.length > ONE_BY_ONE_MAX) await queue.addBulk([...jobs]);
  else for (const { name, data, opts } of jobs) await queue.add(name, data, opts);
}

function toBullJob({ outboxIds, ...job }: ClassifyJobToPublish) {
  return {
    name: 'classify',
    data: parseClassifyJob(job),
    opts: {
      jobId: classifyJobId(outboxIds),
      attempts: ATTEMPTS_MAX,
      backoff: { type: 'quittance' },
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

async function consume(backend: Backend, handler: ClassifyHandler, options: ConsumeOptions, log: Log): Promise<Consumer> {
  const lockDuration = options.lockMs ?? LOCK_MS;
  const workers = PRIORITIES.map((priority) =>
    backend.newWorker(CLASSIFY_QUEUES[priority], (job, token) => handle(job, token, handler), {
      concurrency: options.concurrency[priority],
      lockDuration,
      stalledInterval: lockDuration / 2,
      maxStalledCount: DEATHS_MAX,
      backoff: (attemptsMade, _type, error) => backoffMs(attemptsMade, error),
    }),
  );
  for (const worker of workers) listenTo(worker, log);
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

// Without an `error` listener a dropped connection would end the process.
function listenTo(worker: Worker, log: Log): void {
  worker.on('error', (error) => log.warn({ err: error }, 'queue_connection_failed'));
  worker.on('stalled', (jobId) => log.warn({ jobId }, 'job_taken_over'));
  worker.on('failed', (job, error) => {
    const fields = { jobId: job?.id, attempt: job?.attemptsStarted, err: error };
    if (error.name === 'InvariantError') log.fatal(fields, 'job_failed');
    else log.warn(fields, 'job_failed');
  });
}

async function handle(job: Job, token: string | undefined, handler: ClassifyHandler): Promise<void> {
  try {
    await handler(parseClassifyJob(job.data), { jobId: job.id ?? '', number: job.attemptsStarted, deaths: job.stalledCounter });
  } catch (error) {
    if (error instanceof HandBack) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    throw isFinal(error) ? unrecoverable(error as PermanentError) : error;
  }
}
