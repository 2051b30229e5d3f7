import { createHash } from 'node:crypto';
import { insertContents } from '@quittance/store/contents';
import type { Database } from '@quittance/store/database';
import { takeLease } from '@quittance/store/leases';
import { lockPending, settleContents } from '@quittance/store/outcomes';
import { writeTogether } from '@quittance/store/together';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { openBytes } from '@quittance/vault/message-bytes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptBatch, acceptMessage, type AcceptDeps, type NewMessage } from './accept-message.ts';

let database: TestDatabase;
let db: Database;
let deps: AcceptDeps;
let userId: string;
let mailboxId: string;
let folderId: string;
let fence: { mailboxId: string; token: number };

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
  deps = { db, vault: testVault, clock: { now: () => new Date('2026-03-03T10:00:00Z') } };
});
afterAll(() => database.drop());

beforeEach(async () => {
  await db.deleteFrom('location').execute();
  await db.deleteFrom('app_user').execute();
  userId = await createTestUser(db);
  const mailbox = { user_id: userId, address: 'a@b.example', host: 'imap.b.example', port: 993, tls: 'tls' as const, username: 'a' };
  const mailboxRow = await db
    .insertInto('mailbox')
    .values({ ...mailbox, credential: Buffer.from('x') })
    .returning('id')
    .executeTakeFirstOrThrow();
  mailboxId = mailboxRow.id;
  const folder = { user_id: userId, mailbox_id: mailboxId, path: 'INBOX', uid_validity: 7, next_uid: 100, low_uid: 100 };
  folderId = (await db.insertInto('folder').values(folder).returning('id').executeTakeFirstOrThrow()).id;
  const lease = await takeLease(db, { mailboxId, userId, owner: 'test' });
  fence = { mailboxId, token: lease!.token };
});

function mail(uid: number, text = `Subject: ${uid}\r\n\r\nx`): NewMessage {
  const place = { path: 'INBOX', uidValidity: 7, uid };
  return {
    userId,
    raw: Buffer.from(text),
    location: { kind: 'imap', mailboxId, folderId, ...place },
    providerId: `p${uid}`,
    internalDate: '2026-03-03T09:00:00.000Z',
    origin: { kind: 'imap', host: 'imap.b.example', username: 'a', ...place },
    priority: 'live',
    fence,
  };
}

async function counts(): Promise<string> {
  const tables = ['content', 'staged_message', 'location', 'outbox'] as const;
  const rows = await Promise.all(
    tables.map((table) =>
      db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirst(),
    ),
  );
  return rows.map((row) => row?.n).join(' ');
}
/** Statements that wait for a lock, by PostgreSQL's own view. */
async function countWaiting(): Promise<number | undefined> {
  const query = db.selectFrom('pg_locks' as 'log').select((eb) => eb.fn.countAll<number>().as('n'));
  return (await query.where('granted' as 'size', '=', false as never).executeTakeFirst())?.n;
}
const locations = () => db.selectFrom('location').select(['uid', 'path', 'state', 'content_id']).orderBy('uid').orderBy('path').execute();
const cursor = async () => {
  const row = await db.selectFrom('folder').select(['next_uid', 'low_uid']).executeTakeFirstOrThrow();
  return [row.next_uid, row.low_uid];
};

it('stages the exact bytes, sealed, and moves the cursor', async () => {
  const raw = Buffer.from([0, 255, 13, 10, 1]);
  const input = { ...mail(100), raw, cursor: { folderId, uidValidity: 7, nextUid: 101 } };
  expect(await acceptMessage(deps, input)).toBe('accepted');
  const row = await db.selectFrom('staged_message').selectAll().executeTakeFirstOrThrow();
  expect(row.ciphertext.includes(raw)).toBe(false);
  expect(openBytes(testVault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext })).toEqual(raw);
  const { content_key: key } = await db.selectFrom('content').select('content_key').executeTakeFirstOrThrow();
  expect(key).toEqual(testVault.contentKey(userId, createHash('sha256').update(raw).digest()));
  expect(await cursor()).toEqual([101, 100]);
  expect(await counts()).toBe('1 1 1 1');
});

it('gives a second copy its place only, with the state of the content', async () => {
  await acceptMessage(deps, mail(100, 'same'));
  expect(await acceptMessage(deps, mail(101, 'same'))).toBe('duplicate');
  expect(await acceptMessage(deps, mail(101, 'same'))).toBe('duplicate');
  expect(await counts()).toBe('1 1 2 1');
  const [first] = await locations();
  await inTransaction(db, (tx) => writeTogether(tx, settleContents([first!.content_id!], 'ignored', new Date())));
  expect(await acceptBatch(deps, [mail(102, 'same'), mail(103, 'new'), mail(104, 'new')])).toEqual(['duplicate', 'accepted', 'duplicate']);
  expect((await locations()).map(({ uid, state }) => [uid, state])).toEqual([
    [100, 'ignored'],
    [101, 'ignored'],
    [102, 'ignored'],
    [103, 'pending'],
    [104, 'pending'],
  ]);
});

it('fills the row of a UID that waited for its bytes, and leaves one that has them', async () => {
  const waiting = { user_id: userId, mailbox_id: mailboxId, folder_id: folderId, path: 'INBOX', uid_validity: 7, uid: 100 };
  await db
    .insertInto('location')
    .values({ ...waiting, state: 'pending', attempts: 2, problem_code: 'reading', next_try_at: new Date(), seen_at: new Date() } as never)
    .execute();
  await acceptMessage(deps, mail(100, 'one'));
  await acceptMessage(deps, mail(100, 'other'));
  const rows = await db.selectFrom('location').select(['uid', 'problem_code', 'next_try_at', 'content_id', 'provider_id']).execute();
  const { id } = await db.selectFrom('content').select('id').orderBy('id').executeTakeFirstOrThrow();
  expect(rows).toEqual([{ uid: 100, problem_code: null, next_try_at: null, content_id: id, provider_id: 'p100' }]);
});

it('the same bytes at once: one content, two places, one job', async () => {
  for (let round = 0; round < 20; round++) {
    const outcomes = await Promise.all(
      [mail(round * 2, `race ${round}`), mail(round * 2 + 1, `race ${round}`)].map((one) => acceptMessage(deps, one)),
    );
    expect(outcomes.toSorted()).toEqual(['accepted', 'duplicate']);
  }
  expect(await counts()).toBe('20 20 40 20');
});

it('batches with the same bytes in other orders wait for each other without a deadlock', async () => {
  const [a, m, z] = ['a', 'm', 'z'].map((char) => Buffer.alloc(32, char)) as [Buffer, Buffer, Buffer];
  const insert = (keys: Buffer[]) => inTransaction(db, (tx) => insertContents(tx, userId, keys, '2026-03-03T10:00:00.000Z'));
  // Both are held up in the middle, so that each has its first keys when they go on.
  const { both } = await inTransaction(db, async (tx) => {
    await insertContents(tx, userId, [m], '2026-03-03T10:00:00.000Z');
    const both = Promise.all([insert([a, m, z]), insert([z, m, a])]);
    await expect.poll(countWaiting).toBe(2);
    return { both };
  });
  expect((await both).map((fresh) => fresh.size).toSorted((a, b) => a - b)).toEqual([0, 2]);
});

it('an outcome recorded at the same time reaches the new place too', async () => {
  await acceptMessage(deps, mail(100, 'same'));
  const id = (await locations())[0]!.content_id!;
  let second!: Promise<string>;
  await inTransaction(db, async (tx) => {
    await lockPending(tx, userId, [id]);
    second = acceptMessage(deps, mail(101, 'same'));
    await expect.poll(countWaiting).toBe(1);
    await writeTogether(tx, settleContents([id], 'kept', new Date()));
  });
  expect(await second).toBe('duplicate');
  expect((await locations()).map(({ state }) => state)).toEqual(['kept', 'kept']);
});

it('a folder that is renumbered back meanwhile sends its reader back, too', async () => {
  await db.updateTable('folder').set({ uid_validity: 8 }).execute();
  const { refused } = await inTransaction(db, async (tx) => {
    await tx.selectFrom('mailbox_lease').select('token').forUpdate().execute();
    await tx.updateTable('folder').set({ uid_validity: 7 }).execute();
    // It saw the folder before, waits for the lease, and finds all as it should be when it looks again.
    const accepting = acceptMessage(deps, { ...mail(1), cursor: { folderId, uidValidity: 7, nextUid: 2 } });
    const refused = expect(accepting).rejects.toMatchObject({ code: 'epoch_changed' });
    await expect.poll(countWaiting).toBe(1);
    return { refused };
  });
  await refused;
  expect(await counts()).toBe('0 0 0 0');
});

describe('writes nothing', () => {
  it('for a lease that was lost', async () => {
    await db
      .updateTable('mailbox_lease')
      .set({ token: fence.token + 1 })
      .execute();
    await expect(acceptMessage(deps, { ...mail(100), cursor: { folderId, uidValidity: 7, nextUid: 101 } })).rejects.toMatchObject({
      code: 'lease_lost',
    });
    await expect(acceptBatch(deps, [mail(100), mail(101)])).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await counts()).toBe('0 0 0 0');
    expect(await cursor()).toEqual([100, 100]);
  });

  it('for a folder that was renumbered, with and without a cursor', async () => {
    await db.updateTable('folder').set({ uid_validity: 8 }).execute();
    await expect(acceptMessage(deps, mail(100))).rejects.toMatchObject({ code: 'epoch_changed' });
    await expect(acceptBatch(deps, [mail(100)], { cursor: { folderId, uidValidity: 7, lowUid: 1 } })).rejects.toMatchObject({
      code: 'epoch_changed',
    });
    expect(await counts()).toBe('0 0 0 0');
  });
});

it('takes 200 messages in one transaction with a bounded number of statements', async () => {
  const batch = Array.from({ length: 200 }, (_, i) => mail(i + 1, `Subject: ${i}\r\n\r\n${'word '.repeat(6_000)}${i}`));
  const outcomes = await acceptBatch(deps, batch, { cursor: { folderId, uidValidity: 7, lowUid: 1 } });
  expect(new Set(outcomes)).toEqual(new Set(['accepted']));
  expect(await counts()).toBe('200 200 200 200');
  expect(await cursor()).toEqual([100, 1]);
});
