// When a folder was watched: one interval while looks follow each other, another one after a gap or a renumbering.
import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { listCoverage, listWatched, recordChecked } from './coverage.ts';

let database: TestDatabase;
let place: { userId: string; mailboxId: string; folderId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  const userId = await createTestUser(db, `${randomUUID()}@example.org`);
  const account = { address: 'a@b.example', host: 'imap.b.example', port: 993, tls: 'tls' as const, username: userId };
  const { id: mailboxId } = await db
    .insertInto('mailbox')
    .values({ user_id: userId, ...account, credential: Buffer.from('x'), problem_code: 'busy', problem_since: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const { id: folderId } = await db
    .insertInto('folder')
    .values({ user_id: userId, mailbox_id: mailboxId, path: 'INBOX', uid_validity: 7, failures: 2 })
    .returning('id')
    .executeTakeFirstOrThrow();
  place = { userId, mailboxId, folderId };
});

const check = (time: string, uidNext: number, uidValidity = 7) =>
  recordChecked(database.db, { ...place, uidValidity, uidNext, at: `2026-03-03T${time}:00.000Z` });
const intervals = async () =>
  (await listCoverage(database.db, place.mailboxId, 10)).map(({ fromAt, untilAt, uidNext }) => [
    fromAt.slice(11, 16),
    untilAt.slice(11, 16),
    uidNext,
  ]);

it('grows with each look, and begins anew where looks stopped for longer than half an hour', async () => {
  await check('10:00', 5);
  await check('10:01', 5);
  await check('10:31', 9);
  expect(await intervals()).toEqual([['10:00', '10:31', 9]]);
  await check('11:02', 9);
  await check('11:03', 10);
  expect(await intervals()).toEqual([
    ['11:02', '11:03', 10],
    ['10:00', '10:31', 9],
  ]);
  const between = await listWatched(database.db, place.mailboxId, '2026-03-03T10:32:00.000Z', '2026-03-03T11:01:00.000Z');
  expect(between).toEqual([]);
});

it('begins anew with the numbers of the folder, and shrinks for no clock that was set back', async () => {
  await check('10:00', 500);
  await check('10:05', 3, 8);
  await check('10:02', 3, 8);
  expect(await intervals()).toEqual([
    ['10:05', '10:05', 3],
    ['10:00', '10:00', 500],
  ]);
});

it('ends what was wrong with the mailbox and the folder', async () => {
  await check('10:00', 5);
  const { db } = database;
  const mailbox = await db
    .selectFrom('mailbox')
    .select(['problem_code', 'checked_at'])
    .where('id', '=', place.mailboxId)
    .executeTakeFirst();
  expect(mailbox).toEqual({ problem_code: null, checked_at: '2026-03-03T10:00:00.000Z' });
  const folder = await db.selectFrom('folder').select('failures').where('id', '=', place.folderId).executeTakeFirst();
  expect(folder).toEqual({ failures: 0 });
});
