// Watched folders on real files: what is half written waits, nothing is doubled over restarts, renames and copies, and what is no mail says so.
import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
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
import { DropReader } from './read-drop.ts';
import { keyOf } from './read-maildir.ts';
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

function watch(watchFolders = [folder]): RunningService {
  const service = watchInlets({ db: database.db, vault, clock: systemClock, log: silentLog, watchFolders, inletMs: 30 });
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
  watch();
  await rename(join(path, 'tmp', '4.d.host'), join(path, 'new', '4.d.host'));
  await readAll(4);
  await settled();
  expect(await contents()).toBe(4);
  expect((await database.db.selectFrom('outbox').select('priority').execute()).length).toBe(4);
  expect((await readdir(join(path, 'new'))).sort()).toEqual(['4.d.host']);
  expect(keyOf('1.a.host,S=12:2,RS')).toBe('1.a.host,S=12');
});

it('leaves what is still being written until it stands still', async () => {
  const path = join(folder, 'drop');
  await mkdir(path);
  await inlet('drop', path);
  const deps = { db: database.db, vault, clock: systemClock, log: silentLog, watchFolders: [folder], inletMs: 30 };
  const reader = new DropReader(deps, await state(), path);
  const whole = mail('dropped');
  await writeFile(join(path, 'slow.eml'), whole.subarray(0, 40));
  await reader.look();
  await appendFile(join(path, 'slow.eml'), whole.subarray(40, 90));
  await reader.look();
  await appendFile(join(path, 'slow.eml'), whole.subarray(90));
  await reader.look();
  expect(await contents()).toBe(0);
  await reader.look();
  expect(await readFile(join(path, 'done', 'slow.eml'))).toEqual(whole);
  expect(await contents()).toBe(1);
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
