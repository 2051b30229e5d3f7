// What is written down of UIDs before their bytes are asked for.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from './database.ts';
import {
  listKnownUids,
  noteAttempts,
  noteBroken,
  noteFirstAttempts,
  postponeRetries,
  PUT_OFF,
  recordUnreadUid,
  type UidPlace,
} from './locations.ts';
import { inTransaction } from './transaction.ts';

const times = { now: '2026-03-03T10:00:00.000Z', retryAt: '2026-03-03T10:15:00.000Z' };
let database: TestDatabase;
let place: UidPlace;
beforeAll(async () => {
  database = await createTestDatabase();
  place = await newFolder(database.db);
});
afterAll(() => database.drop());

async function newFolder(db: Database): Promise<UidPlace> {
  const userId = await createTestUser(db);
  const account = {
    address: 'a@b.example',
    host: 'imap.b.example',
    port: 993,
    tls: 'tls' as const,
    username: 'a',
    credential: Buffer.from('x'),
  };
  const mailbox = await db
    .insertInto('mailbox')
    .values({ user_id: userId, ...account })
    .returning('id as mailboxId')
    .executeTakeFirstOrThrow();
  const folder = { path: 'INBOX', uid_validity: 7, next_uid: 1, low_uid: 1 };
  const { id: folderId } = await db
    .insertInto('folder')
    .values({ user_id: userId, mailbox_id: mailbox.mailboxId, ...folder })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { userId, ...mailbox, folderId, path: 'INBOX', uidValidity: 7 };
}

it('first attempts of UIDs are noted together or not at all, also when another connection is about to note one', async () => {
  const { db } = database;
  const known = async () => (await listKnownUids(db, place, [1, 2, 3, 4])).map(({ uid }) => uid).toSorted((a, b) => a - b);

  expect(await noteFirstAttempts(db, place, [1, 1], times)).toEqual(new Map([[1, 1]]));
  expect(await noteFirstAttempts(db, place, [1, 2], times)).toBeNull();
  expect(await known()).toEqual([1]);

  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  const { late } = await inTransaction(db, async (tx) => {
    await noteAttempts(tx, place, [3], times);
    const noting = noteFirstAttempts(db, place, [2, 3, 4], times);
    await vi.waitFor(async () => expect((await waiting.execute(db)).rows).toHaveLength(1));
    return { late: noting };
  });
  expect(await late).toBeNull();
  expect(await known()).toEqual([1, 3]);
});

it('who waits for a day goes on waiting while the folder of all is refused', async () => {
  const { db } = database;
  const late = '2026-03-04T10:00:00.000Z';
  const soon = '2026-03-03T10:20:00.000Z';
  await noteAttempts(db, place, [11, 12], times);
  await inTransaction(db, (tx) =>
    recordUnreadUid(tx, place, { uid: 11, state: 'pending', problemCode: PUT_OFF, nextTryAt: late }, times.now),
  );
  await postponeRetries(db, place, [11, 12], soon);
  const rows = await db.selectFrom('location').select(['uid', 'next_try_at']).where('uid', 'in', [11, 12]).orderBy('uid').execute();
  expect(rows.map(({ next_try_at }) => new Date(next_try_at!).toISOString())).toEqual([late, soon]);
  expect((await listKnownUids(db, place, [11, 12])).toSorted((a, b) => a.uid - b.uid)).toMatchObject([
    { isPutOff: true },
    { isPutOff: false },
  ]);
});

it('a connection that broke is held against one message that was asked for alone, and a throttled account against none', async () => {
  const { db } = database;
  const ofOne = async (isTheirs: boolean, uid: number) => {
    await noteAttempts(db, place, [uid], times);
    await noteBroken(db, place, [uid], { retryAt: times.retryAt, isTheirs });
    return (await listKnownUids(db, place, [uid]))[0];
  };
  expect(await ofOne(true, 21)).toMatchObject({ attempts: 1, breaks: 1, deaths: 0 });
  expect(await ofOne(false, 22)).toMatchObject({ attempts: 0, breaks: 0, deaths: 0 });
});
