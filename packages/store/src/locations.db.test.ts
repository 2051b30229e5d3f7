// What is written down of UIDs before their bytes are asked for.
import { createTestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { listKnownUids, noteAttempts, noteFirstAttempts } from './locations.ts';
import { inTransaction } from './transaction.ts';

it('first attempts of UIDs are noted together or not at all, also when another connection is about to note one', async () => {
  const database = await createTestDatabase();
  const { db } = database;
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
  const place = { userId, ...mailbox, folderId, path: 'INBOX', uidValidity: 7 };
  const times = { now: '2026-03-03T10:00:00.000Z', retryAt: '2026-03-03T10:15:00.000Z' };
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
  await database.drop();
});
