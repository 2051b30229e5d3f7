// A person who presses Ctrl-C during the first scan: the classifier ends in the middle of a job of many old messages, on both backends.
import { silentLog } from '@quittance/domain/log';
import { systemClock } from '@quittance/domain/instant';
import type { RunningService } from '@quittance/domain/service';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { openQueue } from '@quittance/queue/open-queue';
import { createMetrics } from '@quittance/runtime/metrics';
import { listEvents } from '@quittance/store/events';
import { loadWholeLog } from '@quittance/store/log-proofs';
import { countOpenWork } from '@quittance/store/outbox';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startRedis, type TestRedis } from '@quittance/testing/redis';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, type ClassifierDeps } from './start.ts';

const MESSAGES = 60;
/** More than are read side by side, far less than there are. */
const READ_BEFORE_STOP = 10;

describe.each([
  { name: 'postgres', needsRedis: false },
  { name: 'redis', needsRedis: true },
])('stopping the classifier on $name', ({ needsRedis }) => {
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

  /** `onRead` is told of each message whose bytes are opened to be read. */
  function startClassifier(onRead: () => void): Promise<RunningService> {
    const vault: ClassifierDeps['vault'] = {
      derive: (purpose) => testVault.derive(purpose),
      open(...sealed) {
        onRead();
        return testVault.open(...sealed);
      },
    };
    return start({
      db: database.db,
      databaseUrl: database.url,
      redisUrl: redis?.url,
      vault,
      verify: () => Promise.resolve({ level: 'B', pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' }),
      clock: systemClock,
      log: silentLog,
      metrics: createMetrics(),
    });
  }

  it('ends after the messages in hand, and the next start reads the others, each once', async () => {
    const { db } = database;
    const userId = await createTestUser(db);
    const staged = [];
    for (let index = 0; index < MESSAGES; index += 1) {
      const body = `Your Streamly Premium subscription number ${index} will renew automatically on 20 June 2026. You will be charged EUR 12.99.`;
      staged.push(await stageMail(db, userId, mailText('Your subscription renews on 20 June 2026', body), { priority: 'history' }));
    }
    const queue = await openQueue({ databaseUrl: database.url, redisUrl: redis?.url, log: silentLog });
    try {
      const contentIds = staged.map((mail) => mail.contentId);
      await queue.publishClassify([{ userId, contentIds, priority: 'history', outboxIds: staged.map((mail) => mail.outboxId) }]);

      const enough = Promise.withResolvers<void>();
      let reads = 0;
      const first = await startClassifier(() => {
        reads += 1;
        if (reads === READ_BEFORE_STOP) enough.resolve();
      });
      await enough.promise;
      await first.stop();
      expect(reads).toBeLessThan(MESSAGES / 2);
      expect(await countOpenWork(db, userId)).toBe(MESSAGES - reads);
      // No message is to blame for the end of its reader, and the job waits for whoever comes next.
      const rows = await db.selectFrom('content').select(['attempts', 'reading_since']).where('user_id', '=', userId).execute();
      expect(rows).toEqual(staged.map(() => ({ attempts: 0, reading_since: null })));
      expect(await queue.countOpen()).toBe(1);

      const second = await startClassifier(() => {
        reads += 1;
      });
      await expect.poll(() => countOpenWork(db, userId), { timeout: 60_000, interval: 50 }).toBe(0);
      await expect.poll(() => queue.countOpen(), { timeout: 60_000, interval: 50 }).toBe(0);
      await second.stop();
      expect(reads).toBe(MESSAGES);
      expect((await listEvents(db, userId)).map((event) => event.seq)).toEqual(Array.from({ length: MESSAGES }, (_, index) => index + 1));
      const log = (await loadWholeLog(db, userId))!;
      expect(log.size).toBe(MESSAGES);
      expect(verifyLedger({ ...log, checkpoints: [] }, [])).toEqual([]);
    } finally {
      await queue.close();
    }
  }, 180_000);
});
