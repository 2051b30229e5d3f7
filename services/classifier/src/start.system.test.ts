// Real processes that die by SIGKILL in the middle of a job, on both backends of the queue.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { silentLog } from '@quittance/domain/log';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { openQueue } from '@quittance/queue/open-queue';
import { listEvents } from '@quittance/store/events';
import { loadWholeLog } from '@quittance/store/log-proofs';
import { countOpenWork } from '@quittance/store/outbox';
import { listQuarantined } from '@quittance/store/quarantine';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startRedis, type TestRedis } from '@quittance/testing/redis';
import { createTestUser, mailText, stageMail } from '@quittance/testing/staged-mail';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROCESS = new URL('../../../test/processes/classifier.ts', import.meta.url).pathname;

describe.each([
  { name: 'postgres', needsRedis: false },
  { name: 'redis', needsRedis: true },
])('classifier processes on $name', ({ needsRedis }) => {
  const missing = needsRedis ? missingPrograms('redis-server') : '';
  if (missing) return it.skipIf(true)(`can not run here${missing}`, () => {});
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    redis = needsRedis ? await startRedis() : undefined;
  });
  afterAll(async () => {
    await redis?.stop();
    await database.drop();
  });

  function spawnClassifier(): ChildProcess {
    const env = { ...process.env, DATABASE_URL: database.url, LOCK_MS: '1000', ...(redis && { REDIS_URL: redis.url }) };
    return spawn(process.execPath, [PROCESS], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  }

  /** A supervisor: starts the process again each time it dies. */
  function supervise(): { deaths: () => number; stop: () => Promise<void> } {
    let deaths = 0;
    let stopped = false;
    let child = spawnClassifier();
    const restart = () => {
      if (stopped) return;
      deaths += 1;
      child = spawnClassifier();
      child.once('exit', restart);
    };
    child.once('exit', restart);
    return {
      deaths: () => deaths,
      async stop() {
        stopped = true;
        const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  it('row 27: quarantines the message that killed its process twice; a new process takes the job over and all others arrive once', async () => {
    const { db } = database;
    const userId = await createTestUser(db);
    const staged = [];
    for (let index = 0; index < 12; index += 1) {
      const deadly = index === 7;
      const body = `Your Streamly Premium subscription number ${index} will renew automatically on 20 June 2026. You will be charged EUR 12.99.`;
      staged.push(
        await stageMail(db, userId, mailText(deadly ? 'deadly' : 'Your subscription renews on 20 June 2026', body), {
          priority: 'history',
        }),
      );
    }
    const queue = await openQueue({ databaseUrl: database.url, redisUrl: redis?.url, log: silentLog });
    const supervisor = supervise();
    try {
      const ids = staged.map((mail) => mail.contentId);
      await queue.publishClassify([{ userId, contentIds: ids, priority: 'history', outboxIds: staged.map((mail) => mail.outboxId) }]);
      await expect.poll(() => countOpenWork(db, userId), { timeout: 120_000, interval: 100 }).toBe(0);
      expect(supervisor.deaths()).toBe(2);
      expect(await listQuarantined(db, userId)).toMatchObject([{ contentId: ids[7], code: 'killed_its_reader' }]);
      expect((await listEvents(db, userId)).map((event) => event.seq)).toEqual(Array.from({ length: 11 }, (_, index) => index + 1));
      const log = (await loadWholeLog(db, userId))!;
      expect(verifyLedger({ ...log, checkpoints: [] }, [])).toEqual([]);
      expect(log.size).toBe(11);
      await expect.poll(() => queue.countOpen(), { timeout: 20_000 }).toBe(0);
    } finally {
      await supervisor.stop();
      await queue.close();
    }
  }, 240_000);
});
