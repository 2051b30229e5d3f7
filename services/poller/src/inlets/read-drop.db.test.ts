// A drop folder and copies that stall, under a clock of the test's own: none is taken half where it can be known, and one that grows after it was taken is
// read again.
import { appendFile, chmod, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import { addInlet, listInlets } from '@quittance/store/inlets';
import { saveUserSettings } from '@quittance/store/user-settings';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { mail } from '@quittance/testing/poller';
import { createVault, newKey } from '@quittance/vault/vault';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { DropReader } from './read-drop.ts';
import { TakenFiles } from './taken-files.ts';

let database: TestDatabase;
let folder: string;
let userId: string;
let people = 0;
const vault = createVault(newKey());

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-drop-'));
  const user = await database.db
    .insertInto('app_user')
    .values({ address: `ana${(people += 1)}@example.org` })
    .returning('id')
    .executeTakeFirstOrThrow();
  userId = user.id;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mine = () => database.db.selectFrom('content').select('id').where('user_id', '=', userId);
const contents = async (): Promise<number> => (await mine().execute()).length;
const state = async () => (await listInlets(database.db, userId))[0]!;
const goOn = (): boolean => false;

/** A drop folder looked at every two seconds by a clock of its own. */
async function openDrop() {
  const path = join(folder, 'drop');
  await mkdir(path);
  await addInlet(database.db, { userId, kind: 'drop', path });
  const given = { db: database.db, vault, clock: systemClock, log: silentLog, watchFolders: [folder] };
  let nowMs = 0;
  const open = async () => new DropReader({ ...given, inletMs: 2_000, nowMs: () => nowMs }, await state(), path);
  let reader = await open();
  return {
    path,
    file: (name: string) => join(path, name),
    async pass(seconds: number): Promise<void> {
      for (let left = seconds; left > 0; left -= 2) {
        nowMs += 2_000;
        await reader.look(goOn);
      }
    },
    async restart(): Promise<void> {
      reader = await open();
    },
    done: () => readdir(join(path, 'done')),
  };
}

const BLOCK = 4_096;
const long = (subject: string) => mail(subject, 'Your subscription was renewed.\r\n'.repeat(700));

it('puts nothing in the place of a file that was put away under the same name', async () => {
  const drop = await openDrop();
  await writeFile(drop.file('a.eml'), mail('first'));
  await drop.pass(6);
  // As an older release or a person may leave it.
  await writeFile(drop.file('processing/a.eml'), mail('second'));
  await drop.pass(4);
  expect(await drop.done()).toEqual(['a.1.eml', 'a.eml']);
  expect(await readFile(drop.file('done/a.eml'), 'utf8')).toContain('first');
  expect(await contents()).toBe(2);
});

it('takes a whole mail within seconds, and waits for one that is being written while it grows', async () => {
  const drop = await openDrop();
  const [quick, slow] = [mail('at once'), long('in pieces')];
  await writeFile(drop.file('quick.eml'), quick);
  for (let at = 0; at < slow.length; at += 1_000) {
    await appendFile(drop.file('slow.eml'), slow.subarray(at, at + 1_000));
    await drop.pass(2);
  }
  expect(await drop.done()).toEqual(['quick.eml']);
  await drop.pass(6);
  expect(await readFile(drop.file('done/slow.eml'))).toEqual(slow);
  expect(await contents()).toBe(2);
});

it.each([
  ['at the end of a block', (whole: Buffer) => whole.subarray(0, 2 * BLOCK), 58],
  ['within a line', (whole: Buffer) => whole.subarray(0, 9_001), 58],
  ['within the header', (whole: Buffer) => whole.subarray(0, 40), 290],
  ['before a byte was written', (whole: Buffer) => whole.subarray(0, 0), 58],
])('leaves a copy that stalls %s alone', async (_name, cut, seconds) => {
  const drop = await openDrop();
  const whole = long('stalls');
  await writeFile(drop.file('a.eml'), cut(whole));
  await drop.pass(seconds);
  expect(await contents()).toBe(0);
  await writeFile(drop.file('a.eml'), whole);
  await drop.pass(8);
  expect(await readFile(drop.file('done/a.eml'))).toEqual(whole);
  expect(await contents()).toBe(1);
});

it('takes a mail that looks half in the end: it may be all there is', async () => {
  const drop = await openDrop();
  await writeFile(drop.file('a.eml'), 'From: a@b.example\r\nSubject: no end\r\n\r\nno newline at the end');
  await drop.pass(70);
  expect(await drop.done()).toEqual(['a.eml']);
  expect(await contents()).toBe(1);
});

it.each(['the same process', 'another one'])('reads a file again that grew after it was taken, and %s keeps the whole', async (who) => {
  const drop = await openDrop();
  const whole = long('grows');
  // The writer goes on in the file it opened, wherever that is moved to.
  const writer = await open(drop.file('a.eml'), 'w');
  const half = 1 + whole.indexOf('\n', 9_000);
  await writer.write(whole.subarray(0, half));
  await drop.pass(10);
  expect(await drop.done()).toEqual(['a.eml']);
  if (who === 'another one') await drop.restart();
  await writer.write(whole.subarray(half));
  await writer.close();
  await drop.pass(20);
  expect(await readFile(drop.file('done/a.eml'))).toEqual(whole);
  expect((await readdir(drop.path)).sort()).toEqual(['done', 'failed', 'processing']);
  const sizes = await database.db
    .selectFrom('staged_message')
    .select('size_bytes')
    .where('user_id', '=', userId)
    .orderBy('size_bytes')
    .execute();
  expect(sizes.map((row) => row.size_bytes)).toEqual([half, whole.length]);
  expect(await state()).toMatchObject({ files: 1, unreadable: [] });
  await drop.pass(400);
  expect(await contents()).toBe(2);
});

it('takes a file back that could not be read because nothing was in it yet', async () => {
  const drop = await openDrop();
  const writer = await open(drop.file('a.eml'), 'w');
  await saveUserSettings(database.db, userId, { language: 'fr' });
  await drop.pass(70);
  expect((await readdir(drop.file('failed'))).sort()).toEqual(['a.eml', 'a.eml.txt']);
  expect(await readFile(drop.file('failed/a.eml.txt'), 'utf8')).toBe('a.eml\n\nLe fichier est vide.\n');
  await writer.write(mail('late'));
  await writer.close();
  // Looked at ever more seldom: after a minute, half a minute later.
  await drop.pass(60);
  expect(await drop.done()).toEqual(['a.eml']);
  expect(await readdir(drop.file('failed'))).toEqual([]);
  expect(await state()).toMatchObject({ files: 1, unreadable: [] });
});

it('a file that is renamed while it waits, or once it is whole, is taken once under its new name', async () => {
  const drop = await openDrop();
  await writeFile(drop.file('a.eml.part'), long('downloaded').subarray(0, 9_000));
  await writeFile(drop.file('b.eml'), mail('renamed'));
  await drop.pass(4);
  await rename(drop.file('b.eml'), drop.file('c.eml'));
  await drop.pass(300);
  expect(await drop.done()).toEqual(['c.eml']);
  await writeFile(drop.file('a.eml.part'), long('downloaded'));
  await rename(drop.file('a.eml.part'), drop.file('a.eml'));
  await drop.pass(8);
  expect((await drop.done()).sort()).toEqual(['a.eml', 'c.eml']);
  expect(await contents()).toBe(2);
});

it('a file whose permissions were wrong fails once, with the reason', async () => {
  const drop = await openDrop();
  await writeFile(drop.file('a.eml'), mail('closed'), { mode: 0 });
  await chmod(folder, 0o755);
  for (const path of [drop.path, ...['processing', 'done', 'failed'].map((place) => drop.file(place))]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o777);
  }
  await asNobody(() => drop.pass(120));
  expect((await readdir(drop.file('failed'))).sort()).toEqual(['a.eml', 'a.eml.txt']);
  expect((await state()).unreadable).toMatchObject([{ name: 'a.eml', code: 'file_unreadable' }]);
});

async function asNobody(work: () => Promise<unknown>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid!(65_534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

it('after a restart, what was taken is looked at a part at a time, and not at all while stopping', async () => {
  const inlet = await addedInlet();
  let nowMs = 0;
  const deps = { db: database.db, vault, clock: systemClock, log: silentLog, watchFolders: [folder], inletMs: 2_000, nowMs: () => nowMs };
  const taken = new TakenFiles(deps, inlet);
  for (let n = 0; n < 450; n += 1) taken.add(`${n}.eml`, 10);
  nowMs = 4_000;
  const seen: string[] = [];
  const look = async (isStopping: boolean): Promise<number> => {
    const before = seen.length;
    const stateOf = async (name: string) => ({ size: seen.push(name) && 10, mtimeMs: 1 });
    expect(await taken.listGrown(stateOf, () => isStopping)).toEqual([]);
    return seen.length - before;
  };
  expect([await look(true), await look(false), await look(false), await look(false), await look(false)]).toEqual([0, 200, 200, 50, 0]);
  expect(new Set(seen).size).toBe(450);
});

async function addedInlet() {
  await mkdir(join(folder, 'drop'));
  await addInlet(database.db, { userId, kind: 'drop', path: join(folder, 'drop') });
  return state();
}
