// The same suite over both backends.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { silentLog } from '@quittance/domain/log';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startRedis, type TestRedis } from '@quittance/testing/redis';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ClassifyJob, ClassifyJobToPublish } from './jobs.ts';
import { openQueue, type Attempt, type ClassifyHandler, type Queue } from './open-queue.ts';

const userId = '5f0c7a52-6d0e-4a53-8f6e-0d9b0f7f4c11';

function job(id: number, rest: Partial<ClassifyJobToPublish> = {}): ClassifyJobToPublish {
  return { userId, contentIds: [id], priority: 'live', outboxIds: [id], ...rest };
}

/** Collects what a handler sees and resolves when `count` calls were made. */
function recorder(act: (job: ClassifyJob, attempt: Attempt) => void = () => {}) {
  const calls: { ids: number[]; attempt: Attempt }[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const handler: ClassifyHandler = async (job, attempt) => {
    calls.push({ ids: job.contentIds, attempt });
    for (const entry of waiting) if (calls.length >= entry.count) entry.resolve();
    act(job, attempt);
  };
  const reached = (count: number) => new Promise<void>((resolve) => (calls.length >= count ? resolve() : waiting.push({ count, resolve })));
  return { handler, calls, reached };
}

const backends = [
  { name: 'postgres', needsRedis: false },
  { name: 'redis', needsRedis: true },
] as const;

describe.each(backends)('queue on $name', ({ needsRedis }) => {
  const missing = needsRedis ? missingPrograms('redis-server') : '';
  if (missing) return it.skipIf(true)(`can not run here${missing}`, () => {});
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  const open: Queue[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    redis = needsRedis ? await startRedis() : undefined;
  });
  afterEach(async () => {
    for (const queue of open.splice(0)) await queue.close();
  });
  afterAll(async () => {
    await redis?.stop();
    await database.drop();
  });

  async function connect(): Promise<Queue> {
    const queue = await openQueue({ databaseUrl: database.url, redisUrl: redis?.url, log: silentLog });
    open.push(queue);
    return queue;
  }

  async function drained(queue: Queue): Promise<void> {
    await expect.poll(() => queue.countOpen(), { timeout: 20_000 }).toBe(0);
  }

  it('lets several processes prepare at once', async () => {
    const queues = await Promise.all([connect(), connect(), connect()]);
    expect(queues.map((queue) => queue.backend)).toEqual(Array(3).fill(needsRedis ? 'redis' : 'postgres'));
  });

  it('adds a job once however often its outbox rows are published, also under another batch order', async () => {
    const queue = await connect();
    const batch = { userId, contentIds: [5, 6], priority: 'history' as const };
    await queue.publishClassify([{ ...batch, outboxIds: [1, 2] }]);
    await queue.publishClassify([
      { ...batch, outboxIds: [2, 1] },
      { ...batch, outboxIds: [1, 2] },
    ]);
    expect(await queue.countOpen()).toBe(1);
    const seen = recorder();
    await queue.consumeClassify(seen.handler, { concurrency: { live: 2, history: 2 } });
    await drained(queue);
    expect(seen.calls.map((call) => call.ids)).toEqual([[5, 6]]);
    // A finished job leaves its id free: work released again from the outbox must be able to run.
    await queue.publishClassify([{ ...batch, outboxIds: [1, 2] }]);
    await seen.reached(2);
  });

  it('runs a live job while every slot for history is taken', async () => {
    const queue = await connect();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const seen = recorder();
    await queue.consumeClassify(
      async (job, attempt) => {
        await seen.handler(job, attempt);
        if (job.priority === 'history') await released;
      },
      { concurrency: { live: 1, history: 1 } },
    );
    await queue.publishClassify([job(1, { priority: 'history' }), job(2, { priority: 'history' })]);
    await seen.reached(1);
    await queue.publishClassify([job(3, { priority: 'live' })]);
    await seen.reached(2);
    release();
    await seen.reached(3);
    expect(seen.calls.map((call) => call.ids[0])).toEqual([1, 3, 2]);
    await drained(queue);
  });

  it('tries a transient failure again with the attempt visible, and a permanent one not', async () => {
    const queue = await connect();
    const seen = recorder((job, attempt) => {
      if (job.contentIds[0] === 10 && attempt.number < 3) throw new TransientError('busy', 'busy', { retryAfterMs: 5 });
      if (job.contentIds[0] === 11) throw new PermanentError('broken', 'broken for good');
    });
    await queue.consumeClassify(seen.handler, { concurrency: { live: 2, history: 2 } });
    await queue.publishClassify([job(10), job(11)]);
    await seen.reached(4);
    await drained(queue);
    expect(seen.calls.filter((call) => call.ids[0] === 10).map((call) => call.attempt.number)).toEqual([1, 2, 3]);
    expect(seen.calls.filter((call) => call.ids[0] === 11)).toHaveLength(1);
    expect(seen.calls.every((call) => call.attempt.deaths === 0)).toBe(true);
  });

  it('refuses a payload that is none', async () => {
    const queue = await connect();
    await expect(queue.publishClassify([job(1, { contentIds: [] })])).rejects.toMatchObject({ code: 'bad_job' });
    await expect(queue.publishClassify([job(1, { userId: 'me' })])).rejects.toMatchObject({ code: 'bad_job' });
  });

  it("takes over a killed process's job and says so", async () => {
    const queue = await connect();
    const lockMs = 1_000;
    const child = spawn(process.execPath, [new URL('../../testing/src/hold-job.ts', import.meta.url).pathname], {
      env: { ...process.env, DATABASE_URL: database.url, LOCK_MS: String(lockMs), ...(redis && { REDIS_URL: redis.url }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    // Read as lines from the start: the second may come while the publishing is still awaited.
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    expect(await lines.next()).toMatchObject({ value: 'ready' });
    await queue.publishClassify([job(42)]);
    expect(await lines.next()).toMatchObject({ value: 'held 42' });
    child.kill('SIGKILL');
    const seen = recorder();
    await queue.consumeClassify(seen.handler, { concurrency: { live: 1, history: 1 }, lockMs });
    await seen.reached(1);
    expect(seen.calls[0]).toMatchObject({ ids: [42], attempt: { number: 2, deaths: 1 } });
    await drained(queue);
  });
});
