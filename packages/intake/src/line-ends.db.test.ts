// The same mail from a file, whose lines end in LF, and from a server, whose lines end in CRLF: one content, whose evidence is the bytes that came first.
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, Tx } from '@quittance/store/database';
import { insertContents } from '@quittance/store/contents';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { openBytes } from '@quittance/vault/message-bytes';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { acceptBatch, acceptMessage, type Accepted, type AcceptDeps } from './accept-message.ts';
import { importFiles } from './import-files.ts';

const LF = 'From: a@shop.example\nSubject: Your plan\n\nIt was renewed.\n\nThank you.\n';
const CRLF = LF.replaceAll('\n', '\r\n');

let database: TestDatabase;
let db: Database;
let deps: AcceptDeps;
let folder: string;
let userId: string;
let users = 0;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
  deps = { db, vault: testVault, clock: { now: () => new Date('2026-03-03T10:00:00Z') } };
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-ends-'));
  userId = await createTestUser(db, `user${++users}@example.org`);
});
afterEach(() => rm(folder, { recursive: true }));

const accept = (raw: string, path: string): Promise<Accepted> => {
  const place = { kind: 'import' as const, path };
  return acceptMessage(deps, { userId, raw: Buffer.from(raw), location: place, origin: place, priority: 'history' });
};

/** The bytes of each content, and where it was found. */
async function contents(): Promise<{ raw: string; paths: string[] }[]> {
  const rows = await db.selectFrom('staged_message').selectAll().where('user_id', '=', userId).orderBy('content_id').execute();
  return Promise.all(
    rows.map(async ({ content_id, wrapped_key, ciphertext }) => {
      const found = await db.selectFrom('location').select('path').where('content_id', '=', content_id).orderBy('id').execute();
      const raw = openBytes(testVault, content_id, { wrappedKey: wrapped_key, ciphertext });
      return { raw: raw.toString(), paths: found.map(({ path }) => path) };
    }),
  );
}

it.each([
  ['from a file first', LF, CRLF],
  ['from a server first', CRLF, LF],
  ['of which one line was spoilt', CRLF.replace('\r\n\r\n', '\n\r\n'), LF],
])('is one mail, %s, and its bytes stay as they came', async (_, first, second) => {
  expect([await accept(first, 'one'), await accept(second, 'two'), await accept(first, 'three')]).toEqual([
    'accepted',
    'duplicate',
    'duplicate',
  ]);
  expect(await contents()).toEqual([{ raw: first, paths: ['one', 'two', 'three'] }]);
});

it('is counted once in an import, and as a duplicate', async () => {
  const files = {
    'all.mbox': `From a@b.example Fri Sep 16 22:26:51 2016\n${LF}\n`,
    'server.eml': CRLF,
    'file.eml': LF,
    'other.eml': `${CRLF}PS\r\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const wait = async (): Promise<void> => {
    await db.updateTable('content').set({ state: 'ignored' }).where('user_id', '=', userId).execute();
  };
  const paths = Object.keys(files).map((name) => join(folder, name));
  expect(await importFiles({ ...deps, wait }, { userId, paths })).toMatchObject({ read: 4, duplicates: 2, ignored: 2 });
  expect(await importFiles({ ...deps, wait }, { userId, paths })).toMatchObject({ read: 4, duplicates: 4, ignored: 0 });
});

it('is no other mail, however alike', async () => {
  const others = [LF, `${LF}\n`, LF.slice(0, -1), LF.replace('Thank', '\rThank'), LF.replace('plan', 'Plan')];
  for (const [n, raw] of others.entries()) expect(await accept(raw, `${n}`), JSON.stringify(raw)).toBe('accepted');
  expect(await contents()).toHaveLength(others.length);
});

it('is still known where it came before lines were evened out', async () => {
  const key = testVault.contentKey(userId, createHash('sha256').update(LF).digest());
  await inTransaction(db, (tx) => insertContents(tx, userId, [key], '2026-01-01T00:00:00.000Z'));
  expect([await accept(LF, 'again'), await accept(LF, 'once more')]).toEqual(['duplicate', 'duplicate']);
});

it('locks what is known in one order, however it is known', async () => {
  const other = 'From: a@shop.example\r\nSubject: Welcome\r\n\r\nHello.\r\n';
  expect(await accept(other, 'first')).toBe('accepted');
  const older = testVault.contentKey(userId, createHash('sha256').update(LF).digest());
  await inTransaction(db, (tx) => insertContents(tx, userId, [older], '2026-01-01T00:00:00.000Z'));
  const lock = (tx: Tx, order: 'asc' | 'desc') =>
    tx.selectFrom('content').select('id').where('user_id', '=', userId).orderBy('id', order).limit(1).forUpdate().execute();
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  // An outcome locks the first, then the second; the acceptance comes in between.
  const { accepted } = await inTransaction(db, async (tx) => {
    await lock(tx, 'asc');
    const batch = [LF, other].map((raw, n) => {
      const place = { kind: 'import' as const, path: `${n}` };
      return { userId, raw: Buffer.from(raw), location: place, origin: place, priority: 'history' as const };
    });
    const coming = acceptBatch(deps, batch);
    coming.catch(() => {});
    await vi.waitFor(async () => expect((await waiting.execute(db)).rows).toHaveLength(1));
    await lock(tx, 'desc');
    return { accepted: coming };
  });
  expect(await accepted).toEqual(['duplicate', 'duplicate']);
});
