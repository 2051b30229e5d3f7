// Work that went out long ago and has no outcome: published again in full when the queue lost it, a little at a time when it is only slow.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import type { ClassifyJobToPublish } from '@quittance/queue/jobs';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { until } from '@quittance/testing/poller';
import { startRelay } from './relay-outbox.ts';

const ROWS = 2_500;
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  const { db } = database;
  const { id: userId } = await db.insertInto('app_user').values({ address: 'ana@example.org' }).returning('id').executeTakeFirstOrThrow();
  const keys = Array.from({ length: ROWS }, (_, n) => ({ user_id: userId, content_key: keyOf(n), first_seen_at: new Date() }));
  const contents = await db.insertInto('content').values(keys).returning('id').execute();
  const published_at = new Date(Date.now() - 20 * 60_000);
  const rows = contents.map(({ id }) => ({ user_id: userId, content_id: id, priority: 'history' as const, published_at }));
  await db.insertInto('outbox').values(rows).execute();
});
afterEach(() => database.drop());

function keyOf(n: number): Buffer {
  const key = Buffer.alloc(32);
  key.writeUInt32BE(n);
  return key;
}

it('row 30: a queue that is away loses nothing: what it could not take stays in the outbox, and goes out once when it is back', async () => {
  await database.db.updateTable('outbox').set({ published_at: null }).execute();
  const published: ClassifyJobToPublish[] = [];
  let isAway = true;
  const failures: unknown[] = [];
  const publishClassify = async (jobs: readonly ClassifyJobToPublish[]): Promise<void> => {
    if (isAway) throw new Error('the queue is away');
    published.push(...jobs);
  };
  const log = { ...silentLog, error: (fields: object) => void failures.push(fields) };
  const timing = { relayMs: 20, republishMs: 10 * 60_000 };
  const deps = { db: database.db, databaseUrl: database.url, clock: systemClock, log, publishClassify, timing };
  const relay = await startRelay({ ...deps, countOpenJobs: () => Promise.resolve(1) });
  await until(() => expect(failures.length).toBeGreaterThan(2));
  const waiting = await database.db.selectFrom('outbox').select('id').where('published_at', 'is', null).execute();
  expect(waiting).toHaveLength(ROWS);
  isAway = false;
  await until(() => expect(published.flatMap(({ contentIds }) => contentIds)).toHaveLength(ROWS));
  await relay.stop();
  expect(new Set(published.flatMap(({ contentIds }) => contentIds)).size).toBe(ROWS);
});

it.each([
  ['slow', 40, 1_000],
  ['empty', 0, ROWS],
])('publishes again what a queue that is %s may have lost', async (_name, open, expected) => {
  const published: ClassifyJobToPublish[] = [];
  const timing = { relayMs: 20, republishMs: 10 * 60_000 };
  const publishClassify = async (jobs: readonly ClassifyJobToPublish[]) => void published.push(...jobs);
  const deps = { db: database.db, databaseUrl: database.url, clock: systemClock, log: silentLog, publishClassify, timing };
  const relay = await startRelay({ ...deps, countOpenJobs: () => Promise.resolve(open) });
  const count = () => published.reduce((sum, job) => sum + job.contentIds.length, 0);
  await until(() => expect(count()).toBeGreaterThanOrEqual(expected));
  await relay.stop();
  expect(count()).toBe(expected);
});

it('what is handed over goes out at once, and is left to the loops when the queue does not take it', async () => {
  const { db } = database;
  const columns = ['id', 'user_id as userId', 'content_id as contentId'] as const;
  const rows = await db.selectFrom('outbox').select(columns).orderBy('id').limit(3).execute();
  const [first, refused, taken] = rows.map((row) => ({ ...row, priority: 'live' as const }));
  const setOpen = (id: number) => db.updateTable('outbox').set({ published_at: null, priority: 'live' }).where('id', '=', id).execute();
  const published: number[] = [];
  const refusals: unknown[] = [];
  const publishClassify = async (jobs: readonly ClassifyJobToPublish[]) => {
    const ids = jobs.flatMap((job) => job.contentIds);
    if (refusals.length === 0 && ids.includes(refused!.contentId)) throw new Error('the queue is away');
    published.push(...ids);
  };
  const log = { ...silentLog, error: (fields: object) => void refusals.push(fields) };
  // Its loops look once, at the start.
  const timing = { relayMs: 3_600_000, republishMs: 3_600_000 };
  await setOpen(first!.id);
  const relay = await startRelay({ db, databaseUrl: database.url, clock: systemClock, log, publishClassify, timing });
  await until(() => expect(published).toEqual([first!.contentId]));
  for (const { id } of [refused!, taken!]) await setOpen(id);
  relay.handOver([refused!]);
  await until(() => expect(refusals).toHaveLength(1));
  relay.handOver([taken!]);
  await until(() => expect(published).toEqual([first!.contentId, taken!.contentId]));
  await relay.stop();
  expect(await db.selectFrom('outbox').select('id').where('published_at', 'is', null).execute()).toEqual([{ id: refused!.id }]);
});
