// Watched folders on real files: what is half written waits, nothing is doubled over restarts, renames and copies, and what is no mail says so.
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import type { RunningService } from '@quittance/domain/service';
import { addInlet, listInlets, type InletKind } from '@quittance/store/inlets';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { mail, until } from '@quittance/testing/poller';
import { createVault, newKey } from '@quittance/vault/vault';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyOf, MaildirReader } from './read-maildir.ts';
import { watchInlets } from './watch-inlets.ts';

let database: TestDatabase;
let folder: string;
let userId: string;
const vault = createVault(newKey());
const running: RunningService[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'quittance-inlets-'));
  const user = await database.db.insertInto('app_user').values({ address: 'ana@example.org' }).returning('id').executeTakeFirstOrThrow();
  userId = user.id;
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Time passes as many times faster: what waits for minutes is seen in seconds. */
const FASTER = 20;
const given = () => ({ db: database.db, vault, clock: systemClock, log: silentLog, watchFolders: [folder] });

function watch(): RunningService {
  const service = watchInlets({ ...given(), inletMs: 30, nowMs: () => FASTER * performance.now() });
  running.push(service);
  return service;
}

async function inlet(kind: InletKind, path: string): Promise<void> {
  await addInlet(database.db, { userId, kind, path });
}

const contents = async (): Promise<number> => (await database.db.selectFrom('content').select('id').execute()).length;
const state = async () => (await listInlets(database.db, userId))[0]!;
const readAll = (count: number) => until(async () => expect((await state()).files).toBe(count));
/** Two looks more: what could have happened has. */
async function settled(): Promise<void> {
  for (let looks = 0; looks < 3; looks += 1) {
    const { checkedAt } = await state();
    await until(async () => expect((await state()).checkedAt).not.toBe(checkedAt));
  }
}

const goOn = (): boolean => false;

async function maildir(path: string): Promise<string> {
  for (const part of ['tmp', 'new', 'cur']) await mkdir(join(path, part), { recursive: true });
  return path;
}

it('reads a Maildir with its folders, and nothing twice: flags, moves, restarts', async () => {
  const path = await maildir(join(folder, 'Maildir'));
  const sub = await maildir(join(path, '.Archive'));
  await writeFile(join(path, 'new', '1.a.host'), mail('one'));
  await writeFile(join(path, 'cur', '2.b.host:2,S'), mail('two'));
  await writeFile(join(sub, 'cur', '3.c.host:2,'), mail('three'));
  await writeFile(join(path, 'tmp', '4.d.host'), mail('not delivered yet'));
  await writeFile(join(folder, 'elsewhere'), mail('outside'));
  await symlink(join(folder, 'elsewhere'), join(path, 'cur', '5.e.host'));
  await inlet('maildir', path);
  const first = watch();
  await readAll(3);
  await rename(join(path, 'new', '1.a.host'), join(path, 'cur', '1.a.host:2,S'));
  await rename(join(path, 'cur', '2.b.host:2,S'), join(sub, 'cur', '2.b.host:2,RS'));
  await settled();
  await first.stop();
  // Delivered, read and filed while nobody looks.
  await rename(join(path, 'tmp', '4.d.host'), join(path, 'new', '4.d.host'));
  await rename(join(path, 'cur', '1.a.host:2,S'), join(sub, 'cur', '1.a.host:2,FS'));
  await writeFile(join(path, 'new', '6.f.host'), mail('at the moment of the first look'));
  watch();
  await readAll(5);
  await rename(join(path, 'new', '6.f.host'), join(path, 'cur', '6.f.host:2,'));
  await settled();
  expect(await contents()).toBe(5);
  expect((await database.db.selectFrom('outbox').select('priority').execute()).length).toBe(5);
  expect((await readdir(join(path, 'new'))).sort()).toEqual(['4.d.host']);
  expect(keyOf('1.a.host,S=12:2,RS')).toBe('1.a.host,S=12');
});

it('moves what it took, doubles nothing, and keeps what it cannot read with the reason', async () => {
  const path = join(folder, 'drop');
  await mkdir(path);
  await inlet('drop', path);
  watch();
  const whole = mail('dropped');
  await writeFile(join(path, 'a.eml'), whole);
  await readAll(1);
  await writeFile(join(path, 'copy.eml'), whole);
  await until(async () => expect((await readdir(join(path, 'done'))).sort()).toEqual(['a.eml', 'copy.eml']));
  await writeFile(join(path, 'a.eml'), mail('another of the same name'));
  await writeFile(join(path, 'picture.eml'), Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  await writeFile(join(path, 'empty.eml'), '');
  await writeFile(join(path, 'notes.txt'), 'not for us');
  await until(async () => expect((await readdir(join(path, 'done'))).sort()).toEqual(['a.1.eml', 'a.eml', 'copy.eml']));
  await until(async () =>
    expect((await readdir(join(path, 'failed'))).sort()).toEqual(['empty.eml', 'empty.eml.txt', 'picture.eml', 'picture.eml.txt']),
  );
  expect((await state()).unreadable.map(({ name, code }) => `${name} ${code}`).sort()).toEqual([
    'empty.eml empty_file',
    'picture.eml not_mail',
  ]);
  expect((await readdir(path)).sort()).toEqual(['done', 'failed', 'notes.txt', 'processing']);
  expect(await contents()).toBe(2);
});

it('goes on with what a crash left in between, without doubling it', async () => {
  const path = join(folder, 'drop');
  await mkdir(join(path, 'processing'), { recursive: true });
  await inlet('drop', path);
  await writeFile(join(path, 'processing', 'a.eml'), mail('left behind'));
  const first = watch();
  await readAll(1);
  await first.stop();
  // Killed between the transaction and the move.
  await rename(join(path, 'done', 'a.eml'), join(path, 'processing', 'a.eml'));
  watch();
  await until(async () => expect(await readdir(join(path, 'done'))).toEqual(['a.eml']));
  expect(await contents()).toBe(1);
});

/** Three looks' worth; ten thousand go the same way in three quarters of a minute. */
const MANY = 1_500;

it('takes very many files at once in pieces, while another folder has its turn, and stops between two of them', async () => {
  const [many, few] = [join(folder, 'many'), await maildir(join(folder, 'few'))];
  await mkdir(many);
  await Promise.all(Array.from({ length: MANY }, (_, n) => writeFile(join(many, `${n}.eml`), mail(`mail ${n}`))));
  await inlet('drop', many);
  await inlet('maildir', few);
  await writeFile(join(few, 'new', '1.a.host'), mail('beside'));
  const first = watch();
  const files = async () => (await listInlets(database.db, userId)).map((one) => one.files);
  await until(async () => expect((await files())[1]).toBe(1), 30_000);
  expect((await files())[0]).toBeLessThan(MANY);
  await first.stop();
  const atStop = (await files())[0]!;
  expect(atStop).toBeLessThan(MANY);
  watch();
  await until(async () => expect((await files())[0]).toBe(MANY), 60_000);
  expect(await contents()).toBe(MANY + 1);
  await until(async () => expect(await readdir(join(many, 'done'))).toHaveLength(MANY));
});

it('follows no link, neither of a file nor of a folder in it', async () => {
  const outside = await maildir(await mkdtemp(join(tmpdir(), 'quittance-outside-')));
  await writeFile(join(outside, 'cur', '1.a.host'), mail('not ours'));
  await writeFile(join(outside, 'b.eml'), mail('not ours either'));
  const box = join(folder, 'box');
  await mkdir(join(box, 'new'), { recursive: true });
  await symlink(join(outside, 'cur'), join(box, 'cur'));
  await symlink(outside, join(box, '.Archive'));
  const drop = join(folder, 'drop');
  await mkdir(drop);
  await symlink(join(outside, 'b.eml'), join(drop, 'b.eml'));
  await symlink(outside, join(drop, 'processing'));
  await inlet('maildir', box);
  await inlet('drop', drop);
  watch();
  await until(async () => expect((await listInlets(database.db, userId))[1]!.problem).toMatchObject({ code: 'folder_unreadable' }));
  await settled();
  expect(await contents()).toBe(0);
  expect((await readdir(outside)).sort()).toEqual(['b.eml', 'cur', 'new', 'tmp']);
  await rm(outside, { recursive: true });
});

it('says which file is too big, leaves one that may not be read until it may, and does not take an empty one for a mail', async () => {
  const path = await maildir(join(folder, 'Maildir'));
  const huge = await open(join(path, 'new', '1.huge.host'), 'w');
  await huge.truncate(51 * 1024 * 1024);
  await huge.close();
  await writeFile(join(path, 'new', '2.closed.host'), mail('closed'));
  await chmod(join(path, 'new', '2.closed.host'), 0);
  await writeFile(join(path, 'new', '3.empty.host'), '');
  await writeFile(join(path, 'new', '4.d.host'), mail('fine'));
  await chmod(folder, 0o755);
  await inlet('maildir', path);
  const reader = new MaildirReader({ ...given(), inletMs: 0, nowMs: () => performance.now() }, await state(), path);
  // Root may read everything.
  await asNobody(() => reader.look(goOn));
  expect(await contents()).toBe(1);
  expect((await state()).unreadable.map(({ name, code }) => `${name} ${code}`).sort()).toEqual([
    '1.huge.host mail_too_big',
    '2.closed.host file_unreadable',
    '3.empty.host empty_file',
  ]);
  await chmod(join(path, 'new', '2.closed.host'), 0o644);
  await reader.look(goOn);
  expect(await contents()).toBe(2);
  expect((await state()).unreadable.map(({ name }) => name).sort()).toEqual(['1.huge.host', '3.empty.host']);
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

it('looks only where it may, says what is wrong, and comes back by itself', async () => {
  const path = join(folder, 'inside');
  const outside = await mkdtemp(join(tmpdir(), 'quittance-outside-'));
  await symlink(outside, path);
  await inlet('drop', path);
  watch();
  await until(async () => expect((await state()).problem).toMatchObject({ code: 'folder_not_allowed' }));
  await rm(path);
  await until(async () => expect((await state()).problem).toMatchObject({ code: 'folder_not_found' }));
  await mkdir(path);
  await writeFile(join(path, 'a.eml'), mail('there again'));
  await chmod(path, 0o755);
  await readAll(1);
  expect((await state()).problem).toBeNull();
  await rm(outside, { recursive: true });
});
