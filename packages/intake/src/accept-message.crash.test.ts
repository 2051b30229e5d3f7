// Acceptance dies before and after every single write, is started again, and must leave what an undisturbed run leaves.
import { openCrashingDatabase, type CrashPoint } from '@quittance/testing/crash-points';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import type { Database } from '@quittance/store/database';
import { takeLease, type Fence } from '@quittance/store/leases';
import { openBytes } from '@quittance/vault/message-bytes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptBatch, acceptMessage, type NewMessage } from './accept-message.ts';

const clock = { now: () => new Date('2026-03-03T10:00:00Z') };
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Mailbox {
  readonly userId: string;
  readonly mailboxId: string;
  readonly folderId: string;
  readonly fence: Fence;
}

let mailboxes = 0;

async function createMailbox(db: Database): Promise<Mailbox> {
  const userId = await createTestUser(db, `user${++mailboxes}@example.org`);
  const settings = { user_id: userId, address: 'a@b.example', host: 'imap.b.example', port: 993, tls: 'tls' as const, username: 'a' };
  const made = await db
    .insertInto('mailbox')
    .values({ ...settings, credential: Buffer.from('x') })
    .returning('id')
    .executeTakeFirstOrThrow();
  const folder = { user_id: userId, mailbox_id: made.id, path: 'INBOX', uid_validity: 7, next_uid: 10, low_uid: 10 };
  const { id: folderId } = await db.insertInto('folder').values(folder).returning('id').executeTakeFirstOrThrow();
  const lease = await takeLease(db, { mailboxId: made.id, userId, owner: 'test' });
  return { userId, mailboxId: made.id, folderId, fence: { mailboxId: made.id, token: lease!.token } };
}

function mail({ userId, mailboxId, folderId, fence }: Mailbox, uid: number, text: string): NewMessage {
  const place = { path: 'INBOX', uidValidity: 7, uid };
  const origin = { kind: 'imap' as const, host: 'imap.b.example', username: 'a', ...place };
  return { userId, raw: Buffer.from(text), location: { kind: 'imap', mailboxId, folderId, ...place }, origin, priority: 'live', fence };
}

const steps: Record<string, (db: Database, mailbox: Mailbox) => Promise<unknown>> = {
  'a message': (db, mailbox) =>
    acceptMessage(
      { db, vault: testVault, clock },
      { ...mail(mailbox, 10, 'one'), cursor: { folderId: mailbox.folderId, uidValidity: 7, nextUid: 11 } },
    ),
  'a batch with a duplicate': (db, mailbox) =>
    acceptBatch(
      { db, vault: testVault, clock },
      ['one', 'two', 'one', 'three'].map((text, i) => mail(mailbox, i + 1, text)),
      {
        cursor: { folderId: mailbox.folderId, uidValidity: 7, lowUid: 1 },
      },
    ),
};

/** Everything acceptance writes for one person, without the ids and ciphertexts that differ by nature. */
async function snapshot({ userId, folderId }: Mailbox) {
  const { db } = database;
  const staged = await db.selectFrom('staged_message').selectAll().where('user_id', '=', userId).execute();
  const plain = new Map(
    staged.map((row) => [
      row.content_id,
      openBytes(testVault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext }).toString(),
    ]),
  );
  const contents = await db.selectFrom('content').select(['id', 'state', 'first_seen_at']).where('user_id', '=', userId).execute();
  const places = await db
    .selectFrom('location')
    .select(['uid', 'state', 'content_id', 'size_bytes'])
    .where('user_id', '=', userId)
    .orderBy('uid')
    .execute();
  const jobs = await db.selectFrom('outbox').select(['content_id', 'priority', 'published_at']).where('user_id', '=', userId).execute();
  const cursor = await db.selectFrom('folder').select(['next_uid', 'low_uid']).where('id', '=', folderId).executeTakeFirstOrThrow();
  return {
    contents: contents.map(({ id, ...row }) => ({ ...row, text: plain.get(id) })).toSorted((a, b) => (a.text! < b.text! ? -1 : 1)),
    places: places.map(({ content_id: id, ...row }) => ({ ...row, text: plain.get(id!) })),
    jobs: jobs.map(({ content_id: id, ...row }) => ({ ...row, text: plain.get(id) })).toSorted((a, b) => (a.text! < b.text! ? -1 : 1)),
    cursor,
  };
}

it.each(Object.entries(steps))('%s', async (_name, step) => {
  const undisturbed = await createMailbox(database.db);
  const listing = openCrashingDatabase(database.url, null);
  await step(listing.db, undisturbed);
  await listing.close();
  const wanted = await snapshot(undisturbed);
  expect(wanted.contents.length).toBeGreaterThan(0);
  // The list itself must see what it claims to, whatever goes together in one statement.
  for (const table of ['content', 'staged_message', 'location', 'outbox', 'folder']) {
    expect(listing.writes.join('\n'), table).toMatch(new RegExp(`(insert into|update) "?${table}"?\\b`));
  }
  expect(listing.writes.at(-1)).toMatch(/^commit$/i);
  expect(listing.writes.length).toBeGreaterThanOrEqual(3);

  for (let write = 1; write <= listing.writes.length; write++) {
    for (const when of ['before', 'after'] as const) {
      const point: CrashPoint = { when, write };
      const mailbox = await createMailbox(database.db);
      const before = await snapshot(mailbox);
      const crashing = openCrashingDatabase(database.url, point);
      await expect(step(crashing.db, mailbox), `${when} ${listing.writes[write - 1]}`).rejects.toThrow();
      expect(crashing.hasCrashed).toBe(true);
      await crashing.close();
      // All or nothing, and all only when the commit had reached the server.
      const isCommitted = when === 'after' && write === listing.writes.length;
      expect(await snapshot(mailbox)).toEqual(isCommitted ? wanted : before);
      await step(database.db, mailbox);
      expect(await snapshot(mailbox)).toEqual(wanted);
    }
  }
});
