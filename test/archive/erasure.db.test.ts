// What is left of an erased message, who may erase, and that dying anywhere in between leaves all of it or nothing.
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { acceptBatch } from '@quittance/intake/accept-message';
import { loadActFile } from '@quittance/store/act-files';
import { eraseActFile } from '@quittance/store/erase-act-file';
import { eraseMessage, type Erased } from '@quittance/store/erasure';
import type { Database } from '@quittance/store/database';
import { openErasureList, type ErasureList } from '@quittance/store/erasure-list';
import { loadSealedMessage } from '@quittance/store/evidence';
import { loadWholeLog } from '@quittance/store/log-proofs';
import { listActs } from '@quittance/store/hand';
import { stateCancellation } from '@quittance/store/own-hand';
import { replayErasures } from '@quittance/store/replay-erasures';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { openCrashingDatabase } from '@quittance/testing/crash-points';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANCELLED, closeStories, clock, fsck, hashOf, memoryList, tellStory } from './kept-story.ts';

const AT = '2026-06-02T00:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await closeStories();
  await database.drop();
});

const erase = (
  db: Database,
  userId: string,
  list: Pick<ErasureList, 'append'> = memoryList(),
  sha256 = hashOf(CANCELLED),
): Promise<Erased | null> => eraseMessage({ db, vault: testVault, fold, list }, { userId, sha256, reason: 'not theirs to keep', at: AT });

const rowsOf = async (userId: string): Promise<string> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'user_id'`.execute(
    database.db,
  );
  const all: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t where user_id = ${userId}::uuid order by 1`.execute(database.db);
    all.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return all.join('\n');
};

it('leaves the facts, the leaves and a tombstone, and none of the words', async () => {
  const { db } = database;
  const { userId } = await tellStory(db, 'words@example.org');
  const before = await rowsOf(userId);
  const words = ['membership', 'gymbox.example>', 'hello@gymbox', 's1._domainkey', 'cancelled"', '@streamly.example,"Gymbox'];
  const [subscription] = (await listSubscriptions(db, userId)).filter((one) => one.merchant.id === 'gymbox');
  expect(subscription).toMatchObject({ status: 'cancelled', endsOn: '2026-06-20', proof: { level: 'A' } });
  const list = memoryList();
  expect(await erase(db, userId, list)).toEqual({ erasedAt: AT, leafIndex: 4 });

  const after = await rowsOf(userId);
  const gone = words.filter((word) => before.includes(word));
  expect(gone.length).toBeGreaterThan(1);
  // The other mails have the same signature in their verdicts: what is counted is that this one's is gone.
  for (const word of gone) expect(after.split(word).length, word).toBeLessThan(before.split(word).length);
  expect(after).not.toContain('membership');
  expect(after).not.toContain('hello@gymbox');
  expect(await loadSealedMessage(db, userId, Buffer.from(hashOf(CANCELLED), 'hex'))).toBeNull();
  // What happened is still known; it just is no proof any more.
  const [folded] = (await listSubscriptions(db, userId)).filter((one) => one.merchant.id === 'gymbox');
  expect(folded).toMatchObject({ id: subscription!.id, status: 'cancelled', endsOn: '2026-06-20', proof: null });
  expect(list.entries).toHaveLength(1);

  await sealCheckpoint({ db, clock, vault: testVault }, userId);
  const log = (await loadWholeLog(db, userId))!;
  const signer = createCheckpointSigner(log.origin, testVault.derive('checkpoint-signing-key'));
  expect(verifyLedger(log, [signer.verifierKey])).toEqual([]);
  expect(JSON.parse(log.leaves[4]!.manifest!.toString())).toMatchObject({ kind: 'erase', reason: 'not theirs to keep', at: AT });
  expect(await fsck(db, userId, list.entries)).toMatchObject({ erased: 1, leaves: 5, checkpoints: 4, problems: [] });

  // A second time changes nothing; an unknown message is none; another person's neither.
  expect(await erase(db, userId, list)).toEqual({ erasedAt: AT, leafIndex: null });
  expect(await erase(db, userId, list, 'ab'.repeat(32))).toBeNull();
  const { userId: other } = await tellStory(db, 'other@example.org');
  expect(await erase(db, userId, list, hashOf(CANCELLED))).toEqual({ erasedAt: AT, leafIndex: null });
  expect((await fsck(db, other)).erased).toBe(0);
  expect(list.entries).toHaveLength(1);
});

it('knows the same bytes when they come again, and leaves them erased', async () => {
  const { db } = database;
  const { userId } = await tellStory(db, 'again@example.org');
  await erase(db, userId);
  const accepted = await acceptBatch({ db, vault: testVault, clock }, [
    {
      userId,
      raw: Buffer.from(CANCELLED),
      location: { kind: 'import', path: 'again.mbox#1' },
      origin: { kind: 'import', path: 'again.mbox#1' },
      priority: 'live',
    },
  ]);
  expect(accepted).toEqual(['duplicate']);
  const staged = await db.selectFrom('staged_message').select('content_id').where('user_id', '=', userId).execute();
  expect(staged).toEqual([]);
  expect((await fsck(db, userId)).problems).toEqual([]);
});

it('is not in the power of the role that works for people', async () => {
  const { db } = database;
  const { userId } = await tellStory(db, 'role@example.org');
  for (const statement of [
    'delete from message_secret',
    'delete from message_body',
    `update message set subject = ''`,
    'update log_leaf set manifest = null',
    `update event set reasons = '[]'`,
    `update verdict set detail = '{}'`,
  ]) {
    const attempt = asUser(db, userId, async (tx) => {
      await sql`select set_config('quittance.erasing', 'on', true)`.execute(tx);
      await sql.raw(statement).execute(tx);
    });
    await expect(attempt, statement).rejects.toThrow(/permission denied/);
  }
  // And the owner's connection only in a transaction that says so.
  await expect(sql`delete from message_secret where user_id = ${userId}::uuid`.execute(db)).rejects.toThrow(/append-only/);
  await erase(db, userId);
  await expect(sql`delete from message_secret where user_id = ${userId}::uuid`.execute(db)).rejects.toThrow(/append-only/);
});

it('is done or not done, wherever it dies, and never done without being listed', { timeout: 120_000 }, async () => {
  const observer = openCrashingDatabase(database.url, null);
  const first = await tellStory(database.db, 'undisturbed@example.org');
  await erase(observer.db, first.userId);
  const writes = [...observer.writes];
  await observer.close();
  expect(writes.length).toBeGreaterThan(10);
  expect(writes.at(-1)).toMatch(/commit/i);
  for (const write of writes.keys()) {
    for (const when of ['before', 'after'] as const) {
      const name = `${when} ${writes[write]}`;
      const { userId } = await tellStory(database.db, `${when}-${write}@example.org`);
      const untouched = await rowsOf(userId);
      const crashing = openCrashingDatabase(database.url, { when, write: write + 1 });
      const list = memoryList();
      await expect(erase(crashing.db, userId, list), name).rejects.toThrow();
      expect(crashing.hasCrashed, name).toBe(true);
      await crashing.close();
      const isDone = when === 'after' && write === writes.length - 1;
      if (isDone) expect(list.entries, name).toHaveLength(1);
      else expect(await rowsOf(userId), name).toBe(untouched);
      expect((await fsck(database.db, userId)).problems, name).toEqual([]);
      expect(await erase(database.db, userId, list), name).toMatchObject({ leafIndex: isDone ? null : 4 });
      expect(await fsck(database.db, userId, list.entries), name).toMatchObject({ erased: 1, leaves: 5, problems: [] });
    }
  }
});

it('does nothing when the list cannot be written', async () => {
  const { db } = database;
  const { userId } = await tellStory(db, 'full@example.org');
  const before = await rowsOf(userId);
  await expect(erase(db, userId, { append: () => Promise.reject(new Error('disk full')) })).rejects.toThrow('disk full');
  expect(await rowsOf(userId)).toBe(before);
});

it('erases the file beside an act: the act and its leaves stay, fsck passes, and the list erases it again after a restore', async () => {
  const { db } = database;
  const { userId } = await tellStory(db, 'letter@example.org');
  const [gym] = (await listSubscriptions(db, userId)).filter((one) => one.merchant.id === 'gymbox');
  const said = { subscriptionId: gym!.id, on: '2026-06-01', by: 'letter', confirmed: false, endsOn: null, note: null } as const;
  const file = { name: 'lettre-avocat.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 secret') };
  const keep = () =>
    asUser(db, userId, (tx) => stateCancellation({ tx, fold, userId, at: AT, vault: testVault }, { ...said, file: { ...file } }));
  const { actId } = await keep();
  const list = memoryList();
  const request = { userId, actId, reason: 'too much in it', at: AT };
  const eraseFile = () => eraseActFile({ db, vault: testVault, list }, request);
  const erased = await eraseFile();
  expect(erased).toMatchObject({ erasedAt: AT, leafIndex: expect.any(Number) });
  expect(await eraseFile()).toEqual({ erasedAt: AT, leafIndex: null });
  expect(await eraseActFile({ db, vault: testVault, list }, { ...request, actId: gym!.eventIds[0]! })).toBeNull();
  expect(list.entries).toEqual([request]);

  expect(await loadActFile(db, userId, actId)).toBeNull();
  expect(await rowsOf(userId)).not.toContain('lettre-avocat');
  const [act] = (await asUser(db, userId, (tx) => listActs(tx, userId))).filter(({ id }) => id === actId);
  expect(act).toMatchObject({ undone: null, file: { name: '', sizeBytes: 15, erasedAt: AT } });
  await sealCheckpoint({ db, clock, vault: testVault }, userId);
  expect((await fsck(db, userId, list.entries)).problems).toEqual([]);
  const { rows } = await sql<{ manifest: string }>`
    select convert_from(manifest, 'UTF8') as manifest from log_leaf
    where user_id = ${userId}::uuid and leaf_index = ${erased!.leafIndex}`.execute(db);
  expect(JSON.parse(rows[0]!.manifest)).toMatchObject({ kind: 'erase', act: actId, reason: 'too much in it' });

  // As after a backup from before the erasure: what the list names is there again.
  const { actId: other } = await keep();
  const named = [...list.entries, { ...request, actId: other }];
  expect((await fsck(db, userId, named)).problems).toMatchObject([{ kind: 'erased_came_back', row: `file of act ${other}` }]);
  expect(await inTransaction(db, (tx) => replayErasures(tx, { vault: testVault, fold }, named))).toBe(1);
  await sealCheckpoint({ db, clock, vault: testVault }, userId);
  expect((await fsck(db, userId, named)).problems).toEqual([]);

  // The role that works for people can change nothing of it, and what is changed behind Quittance is seen.
  const bringBack = sql`update act_file set name = 'x' where act_id = ${actId}::uuid`;
  await expect(asUser(db, userId, (tx) => bringBack.execute(tx))).rejects.toThrow();
  await inTransaction(db, async (tx) => {
    await sql`select set_config('quittance.erasing', 'on', true)`.execute(tx);
    await bringBack.execute(tx);
  });
  expect((await fsck(db, userId, named)).problems).toMatchObject([{ kind: 'erasure_incomplete', detail: 'left of it: name' }]);
});

it('keeps its list in a file that a torn line does not spoil', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-erased-'));
  const path = join(folder, 'data', 'erased.log');
  const list = openErasureList(path);
  expect(await list.read()).toEqual([]);
  const entry = (letter: number) => ({ userId: 'u', contentKey: Buffer.alloc(32, letter), reason: 'line\nbreak "quoted"', at: AT });
  await list.append(entry(1));
  await writeFile(path, '{"user":"u","content_k', { flag: 'a' });
  await list.append(entry(2));
  const ofFile = { userId: 'u', actId: '5b0e3f0a-6a3c-4a0e-9b1d-2f3c4d5e6f70', reason: 'too much', at: AT };
  await list.append(ofFile);
  expect(await list.read()).toEqual([entry(1), entry(2), ofFile]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await writeFile(path, '{"user":"u"}\n', { flag: 'a' });
  await expect(list.read()).rejects.toMatchObject({ code: 'bad_file' });
  await rm(folder, { recursive: true });
});
