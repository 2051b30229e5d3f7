// The way there and back: everything returns exactly, nothing erased does, and what is damaged, forked or foreign is refused as a whole.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { checkToken } from '@quittance/anchor/stamping';
import { isOfMessage } from '@quittance/store/erasure-list';
import { writeBackup } from '@quittance/store/backup';
import { eraseMessage } from '@quittance/store/erasure';
import { latestCheckpoint } from '@quittance/store/log';
import { proveLeaf } from '@quittance/store/log-proofs';
import { restoreBackup, type Restored } from '@quittance/store/restore';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { createVault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { CANCELLED, closeStories, fsck, fsckAll, hashOf, memoryList, settle, tellStory } from './kept-story.ts';

const AT = '2026-06-02T00:00:00.000Z';
let source: TestDatabase;
let userId: string;
let folder: string;
let file: string;
const targets: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-backup-'));
  file = join(folder, 'quittance.backup');
  source = await createTestDatabase();
  ({ userId } = await tellStory(source.db));
  await tellStory(source.db, 'berta@example.org');
  // Text that COPY has to escape, and an identity column far from its start.
  await stageMail(source.db, userId, mailText('still waiting', 'x'), { path: 'a\tb\\c\nd.mbox#1' });
  await sql`alter table content alter column id restart with 5000`.execute(source.db);
  await stageMail(source.db, userId, mailText('also waiting', 'x'));
  await sql`update outbox set published_at = now()`.execute(source.db);
  await backup(source);
});
afterEach(async () => {
  for (const target of targets.splice(0)) await target.drop();
});
afterAll(async () => {
  await closeStories();
  await source.drop();
  await rm(folder, { recursive: true, force: true });
});

const backup = (from: TestDatabase, to = file) => writeBackup({ databaseUrl: from.url, vault: testVault, file: to, at: AT });

async function emptyTarget(): Promise<TestDatabase> {
  const target = await createTestDatabase();
  targets.push(target);
  return target;
}

const restore = (into: TestDatabase, rest: Partial<Parameters<typeof restoreBackup>[0]> = {}): Promise<Restored> =>
  restoreBackup({ databaseUrl: into.url, vault: testVault, fold, file, erasures: [], checkToken, ...rest });

/** Every row of every table as text, but for what a restore leaves out on purpose. */
async function everything(database: TestDatabase): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'
    and tablename not in ('session', 'sign_in_link', 'mailbox_lease', 'login_turn', 'kysely_migration', 'kysely_migration_lock')`.execute(
    database.db,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(database.db);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

const isEmpty = async (database: TestDatabase): Promise<boolean> =>
  Object.values(await everything(database)).every((rows) => rows.length === 0);

it('brings back every row, and proofs that are equal', async () => {
  await sql`update outbox set published_at = null`.execute(source.db);
  const target = await emptyTarget();
  const done = await restore(target);
  expect(done.reports.map((report) => report.problems)).toEqual([[], []]);
  expect(done.erasedAgain).toBe(0);
  const [before, after] = [await everything(source), await everything(target)];
  expect(after).toEqual(before);
  expect(before['content']!.length).toBeGreaterThan(8);
  expect(done.rows).toBe(Object.values(before).reduce((sum, rows) => sum + rows.length, 0));
  expect(done.tables).toBe(Object.keys(before).length);
  expect(done.header.logs.find((log) => log.user_id === userId)).toMatchObject({ size: 4 });
  for (let leaf = 0; leaf < 4; leaf += 1) {
    const proof = await proveLeaf(target.db, userId, leaf);
    expect(proof).not.toBeNull();
    expect(proof).toBe(await proveLeaf(source.db, userId, leaf));
  }
  // New rows go on after the old ones, and the archive goes on to verify.
  await settle(target.db, userId, [CANCELLED.replace('4711', '4712')]);
  expect((await fsck(target.db, userId)).problems).toEqual([]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('leaves nothing of the mail readable in the file, nor the key', async () => {
  const text = zstdDecompressSync((await readFile(file)).subarray('quittance-backup/v1\n'.length)).toString('latin1');
  expect(text).toContain('Your Gymbox membership has been cancelled'); // The subject is a column, as in the database.
  expect(text).not.toContain('You can train until 20 June');
  expect(text).not.toContain(Buffer.alloc(32, 7).toString('hex'));
});

it('does not bring back what was erased after it was made', async () => {
  const old = await emptyTarget();
  await restore(old);
  const list = memoryList();
  const request = { userId, sha256: hashOf(CANCELLED), reason: 'asked', at: AT };
  await eraseMessage({ db: old.db, vault: testVault, fold, list }, request);
  // Erased before the backup knew an outcome of it, and before it came at all.
  const waiting = mailText('still waiting', 'x');
  const later = mailText('came later', 'x');
  for (const mail of [waiting, later]) {
    const contentKey = testVault.contentKey(userId, Buffer.from(hashOf(mail), 'hex'));
    await list.append({ userId, contentKey, reason: 'asked', at: AT });
  }
  const again = await emptyTarget();
  const done = await restore(again, { erasures: list.entries });
  expect(done.erasedAgain).toBe(1);
  expect((await fsck(again.db, userId, list.entries)).problems).toEqual([]);
  const leaves = (database: TestDatabase) =>
    database.db.selectFrom('log_leaf').select(['leaf_index', 'entry']).where('user_id', '=', userId).orderBy('leaf_index').execute();
  // The same erasure gives the same leaf: the log of then and the log of now do not part.
  expect(await leaves(again)).toEqual(await leaves(old));
  // The other person has the same mail, and keeps it.
  const [inSource, inTarget] = [JSON.stringify(await everything(source)), JSON.stringify(await everything(again))];
  const countOf = (text: string, word: string): number => text.split(word).length - 1;
  for (const word of ['membership', 'hello@gymbox']) {
    expect(countOf(inSource, word), word).toBeGreaterThan(countOf(inTarget, word));
    expect(countOf(inTarget, word), word).toBeGreaterThan(0);
  }
  const states = await again.db
    .selectFrom('content')
    .select('state')
    .where(
      'content_key',
      'in',
      list.entries.filter(isOfMessage).map((entry) => entry.contentKey),
    )
    .execute();
  expect(states.map(({ state }) => state).sort()).toEqual(['ignored', 'ignored', 'kept']);
  const { count } = await again.db
    .selectFrom('staged_message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(count).toBe(1);
});

it('refuses an older backup and a forked log when a checkpoint from outside is shown', async () => {
  const [honest, forked] = [await emptyTarget(), await emptyTarget()];
  const given = (await latestCheckpoint(source.db, userId))!.note;
  await restore(honest, { checkpoint: given });
  await restore(forked);
  await settle(honest.db, userId, [CANCELLED.replace('4711', '4713')]);
  const newer = (await latestCheckpoint(honest.db, userId))!.note;
  const target = await emptyTarget();
  await expect(restore(target, { checkpoint: newer })).rejects.toMatchObject({ code: 'backup_older' });
  await settle(forked.db, userId, [CANCELLED.replace('4711', '4714')]);
  const other = join(folder, 'forked.backup');
  await backup(forked, other);
  await expect(restore(target, { file: other, checkpoint: newer })).rejects.toMatchObject({ code: 'log_forked' });
  await expect(restore(target, { checkpoint: newer.replace(userId, userId).replace('\n5\n', '\n4\n') })).rejects.toMatchObject({
    code: 'bad_file',
  });
  await expect(restore(target, { checkpoint: 'quittance.local/a/0000000000000000\n1\nx\n' })).rejects.toMatchObject({ code: 'log_forked' });
  expect(await isEmpty(target)).toBe(true);
});

it('refuses what is damaged, foreign, of another schema or key, or not to be trusted, and leaves nothing of it', async () => {
  const target = await emptyTarget();
  const whole = await readFile(file);
  const damaged = join(folder, 'damaged.backup');
  const refuse = async (bytes: Buffer, code = 'bad_file') => {
    await writeFile(damaged, bytes);
    await expect(restore(target, { file: damaged })).rejects.toMatchObject({ code });
  };
  await refuse(Buffer.from('another file'));
  for (const length of [20, 300, whole.length >> 1, whole.length - 30]) await refuse(whole.subarray(0, length));
  const head = whole.subarray(0, whole.indexOf('\n') + 1);
  const plain = zstdDecompressSync(whole.subarray(head.length));
  for (const place of [40, whole.length >> 1, whole.length - 200]) await refuse(withFlippedBit(whole, place, head.length));
  // Well packed, with one row changed.
  plain[plain.indexOf('berta@example.org')] = 'c'.charCodeAt(0);
  await refuse(Buffer.concat([head, zstdCompressSync(plain)]));
  await expect(restore(target, { file: join(folder, 'missing') })).rejects.toMatchObject({ code: 'bad_file' });
  await expect(restore(target, { vault: createVault(randomBytes(32)) })).rejects.toMatchObject({ code: 'wrong_key_file' });
  await sql`insert into kysely_migration (name, timestamp) values ('9999_later', 'x')`.execute(target.db);
  await expect(restore(target)).rejects.toMatchObject({ code: 'schema_differs' });
  await sql`delete from kysely_migration where name = '9999_later'`.execute(target.db);
  expect(await isEmpty(target)).toBe(true);

  // Made by this key and complete, but of a database that does not verify.
  const wrong = await emptyTarget();
  await restore(wrong);
  await sql`alter table message disable trigger all`.execute(wrong.db);
  await sql`update message set size_bytes = size_bytes + 1`.execute(wrong.db);
  await backup(wrong, damaged);
  await expect(restore(target, { file: damaged })).rejects.toMatchObject({
    code: 'fsck_failed',
    message: expect.stringContaining('size_wrong') as string,
  });
  expect(await isEmpty(target)).toBe(true);
  await expect(restore(wrong)).rejects.toMatchObject({ code: 'not_empty' });
  // And the last word of all: the target still takes the good one.
  await restore(target);
  expect((await fsckAll(target.db)).flatMap((report) => report.problems)).toEqual([]);
}, 60_000);

/** At that place or behind it: a few bits of what is packed say nothing, and what unpacks to the same is no damage. */
function withFlippedBit(whole: Buffer, place: number, headLength: number): Buffer {
  const flipped = Buffer.from(whole);
  flipped[place]! ^= 1;
  const unpacked = (bytes: Buffer): string => zstdDecompressSync(bytes.subarray(headLength)).toString('hex');
  try {
    return place >= headLength && unpacked(flipped) === unpacked(whole) ? withFlippedBit(whole, place + 1, headLength) : flipped;
  } catch {
    return flipped;
  }
}

it('keeps the last good backup when a new one fails', async () => {
  const before = await readFile(file);
  const broken = await emptyTarget();
  await restore(broken);
  await sql`alter table log rename column size to size_of`.execute(broken.db);
  await expect(backup(broken)).rejects.toThrow(/size/);
  expect(await readFile(file)).toEqual(before);
  await expect(backup(source, join(folder, 'no', 'such', 'folder'))).rejects.toMatchObject({ code: 'bad_file' });
});
