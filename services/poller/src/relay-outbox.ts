// Path of an email, between steps 3 and 4: moves outbox rows into the queue. The outbox is the truth: rows are marked in the transaction
// that holds them locked while the queue takes the jobs, so a crash publishes twice (harmless) and never loses one.
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { RunningService } from '@quittance/domain/service';
import type { ClassifyJobToPublish } from '@quittance/queue/jobs';
import type { Database } from '@quittance/store/database';
import { listen } from '@quittance/store/notifications';
import { markPublished, notePublished, releaseStalePublished, takeUnpublished, type OutboxRow } from '@quittance/store/outbox';
import { inTransaction } from '@quittance/store/transaction';
import { WakeableLoop } from './wakeable-loop.ts';

export interface RelayDeps {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly publishClassify: (jobs: readonly ClassifyJobToPublish[]) => Promise<void>;
  /** Jobs the queue still has; tells a queue that is slow from one that lost its data. */
  readonly countOpenJobs?: (() => Promise<number>) | undefined;
  readonly timing: { readonly relayMs: number; readonly republishMs: number };
}

const ROWS_MAX = 1_000;
/** A batch that a crash repeats stays small; one message a job while the person waits for it. */
const HISTORY_JOB_MAX = 100;
const RELEASE_EVERY_MS = 60_000;
/** A long backlog is old without being lost: of it only so much goes out twice. A queue that is empty has lost what is old. */
const RELEASE_MAX = { busy: 1_000, empty: 100_000 };

const PRIORITIES = ['live', 'history'] as const;
type Priority = OutboxRow['priority'];

export interface Relay extends RunningService {
  /** Publishes rows that this process has just committed, without asking the database for them. What goes wrong is left to the loops. */
  handOver(rows: readonly OutboxRow[]): void;
}

/** Each priority has a loop of its own, so that a mail that has just come never waits while a thousand old ones go out. */
export async function startRelay(deps: RelayDeps): Promise<Relay> {
  let releasedAt = -Infinity;
  const release = async (): Promise<void> => {
    if (performance.now() - releasedAt <= RELEASE_EVERY_MS) return;
    releasedAt = performance.now();
    await publishAgain(deps);
  };
  const onError = (error: unknown): void => deps.log.error({ err: error }, 'relay_failed');
  const live = new WakeableLoop(() => relayAll(deps, 'live', live), onError);
  const history = new WakeableLoop(async () => {
    await release();
    await relayAll(deps, 'history', history);
  }, onError);
  const loops = { live, history };
  /** `''` stands for both. */
  const wake = (which: string): void => {
    for (const priority of PRIORITIES) if (which === '' || which === priority) loops[priority].wake();
  };
  const listener = await listen({
    url: deps.databaseUrl,
    channels: ['outbox'],
    onHint: (_channel, priority) => wake(priority),
    onError: (error) => deps.log.warn({ err: error }, 'listen_failed'),
  });
  const timer = setInterval(() => wake(''), deps.timing.relayMs);
  wake('');
  const underWay = new Set<Promise<void>>();
  return {
    handOver(rows) {
      const work = publishNow(deps, rows)
        .catch(onError)
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    async stop() {
      clearInterval(timer);
      await listener.close().catch(() => {}); // The server may be gone before us.
      await Promise.all([live.stop(), history.stop(), ...underWay]);
    },
  };
}

async function relayAll(deps: RelayDeps, priority: Priority, loop: WakeableLoop): Promise<void> {
  let published: number;
  do published = await relayOnce(deps, priority);
  while (published === ROWS_MAX && !loop.stopping);
}

// The queue may have lost everything; what has no outcome after minutes goes out once more.
async function publishAgain(deps: RelayDeps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - deps.timing.republishMs);
  const open = (await deps.countOpenJobs?.()) ?? 1;
  const released = await releaseStalePublished(deps.db, before, open > 0 ? RELEASE_MAX.busy : RELEASE_MAX.empty);
  if (released > 0) deps.log.warn({ released }, 'outbox_republished');
}

// A loop may come upon the rows before they are marked and publish them too: under the same job id, harmlessly.
async function publishNow(deps: Pick<RelayDeps, 'db' | 'clock' | 'publishClassify'>, rows: readonly OutboxRow[]): Promise<void> {
  await deps.publishClassify(toJobs(rows));
  await notePublished(
    deps.db,
    rows.map((row) => row.id),
    deps.clock.now(),
  );
}

/** @returns how many rows were published. */
function relayOnce(deps: Pick<RelayDeps, 'db' | 'clock' | 'publishClassify'>, priority: Priority): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    const rows = await takeUnpublished(tx, priority, ROWS_MAX);
    if (rows.length === 0) return 0;
    await deps.publishClassify(toJobs(rows));
    await markPublished(
      tx,
      rows.map((row) => row.id),
      deps.clock.now(),
    );
    return rows.length;
  });
}

export function toJobs(rows: readonly OutboxRow[]): ClassifyJobToPublish[] {
  const jobs: { userId: string; contentIds: number[]; outboxIds: number[]; priority: 'live' | 'history' }[] = [];
  const open = new Map<string, (typeof jobs)[number]>();
  for (const { id, userId, contentId, priority } of rows) {
    let job = priority === 'history' ? open.get(userId) : undefined;
    if (!job || job.contentIds.length >= HISTORY_JOB_MAX) {
      job = { userId, contentIds: [], outboxIds: [], priority };
      jobs.push(job);
      if (priority === 'history') open.set(userId, job);
    }
    job.contentIds.push(contentId);
    job.outboxIds.push(id);
  }
  return jobs;
}
