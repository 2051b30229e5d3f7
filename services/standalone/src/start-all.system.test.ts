// `npm start` as a person meets it: the link on the terminal opens the page, Ctrl-C leaves nothing behind, the data is there the next time,
// and what stands in the way is said in words.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { findPlace } from '@quittance/embedded/place';
import { cleanEnvironment, ENTRY, runQuittance } from '@quittance/testing/run-quittance';
import { afterEach, expect, it } from 'vitest';

const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) {
    const place = await findPlace(join(folder, 'data')).catch(() => null);
    if (place && !place.startsWith(folder)) await rm(resolve(place, '..'), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});

async function newFolder(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'quittance-start-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return join(folder, 'data');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly link: string;
  readonly said: string;
}

/** Starts it and reads the terminal up to the sign-in link. */
async function start(data: string, options: { env?: Record<string, string>; node?: string } = {}): Promise<Started> {
  const env = cleanEnvironment({ QUITTANCE_DATA: data, PORT: String(await freePort()), ...options.env });
  const child = spawn(options.node ?? process.execPath, [ENTRY, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const errors = text(child.stderr);
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    said += String(chunk);
    const link = /http:\S+\/sign-in\/\S+/.exec(said)?.[0];
    if (link && /Ctrl-C/.test(said)) return { child, url: new URL(link).origin, link, said };
  }
  throw new Error(`it ended before it was ready: ${said}${await errors}`);
}

async function stop({ child }: Started, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function serverIsGone(data: string): Promise<boolean> {
  const cluster = (await findPlace(data))!;
  const left = [...(await readdir(cluster)), ...(await readdir(join(cluster, 'data')))];
  return !left.some((name) => name === 'postmaster.pid' || name.startsWith('alive.'));
}

it('prints a link that opens the page, ends with Ctrl-C leaving nothing behind, and finds its data again', async () => {
  const data = await newFolder();
  const first = await start(data);
  expect(first.said.split('\n').length).toBeLessThan(10);
  expect((await fetch(`${first.url}/livez`)).status).toBe(200);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  const signedIn = await fetch(first.link, { redirect: 'manual' });
  expect(signedIn.status).toBe(303);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await fetch(first.url, { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html');
  const again = await fetch(first.link, { redirect: 'manual' });
  expect(again.headers.getSetCookie(), 'the link works once').toEqual([]);

  // A command beside it uses the same data, and the services of the running instance.
  const imported = await runQuittance(['import', 'sample', '--json'], { env: { QUITTANCE_DATA: data } });
  expect(imported.code).toBe(0);
  expect(imported.json()['accepted']).toBeGreaterThan(40);
  expect(imported.json()).toMatchObject({ quarantined: 0, duplicates: 0 });

  expect(await stop(first)).toBe(0);
  expect(await serverIsGone(data)).toBe(true);
  await expect(fetch(`${first.url}/livez`)).rejects.toThrow();
  expect(((await stat(join(data, 'key'))).mode & 0o777).toString(8)).toBe('600');

  const second = await start(data, { env: { LANG: 'fr_FR.UTF-8' } });
  expect(second.said).toContain('Ctrl-C l’arrête');
  const timeline = await runQuittance(['timeline', '--json'], { env: { QUITTANCE_DATA: data } });
  expect((timeline.json()['subscriptions'] as unknown[]).length).toBeGreaterThan(10);
  expect(await stop(second, 'SIGTERM')).toBe(0);
  expect(await serverIsGone(data)).toBe(true);
  expect(await readFile(join(data, 'quittance.log'), 'utf8')).not.toMatch(/"level":"(error|fatal)"/);
});

it('says where it runs already, and that a port is taken', async () => {
  const [data, other] = [await newFolder(), await newFolder()];
  const running = await start(data);
  const second = await runQuittance(['start'], { env: { QUITTANCE_DATA: data, PORT: String(await freePort()) } });
  expect(second).toMatchObject({ code: 69, stderr: expect.stringContaining(running.url) as string });
  const samePort = await runQuittance(['start'], { env: { QUITTANCE_DATA: other, PORT: new URL(running.url).port } });
  expect(samePort).toMatchObject({ code: 69, stderr: expect.stringMatching(/port \d+ is used .* PORT=/) as string });
  expect(await serverIsGone(other)).toBe(true);
  const link = await runQuittance(['user', 'link', '--json'], { env: { QUITTANCE_DATA: data } });
  expect(String(link.json()['sign_in_link'])).toContain(`${running.url}/sign-in/`);
});

it('refuses to open the page to other machines without a password, and a folder without its key', async () => {
  const data = await newFolder();
  const open = await runQuittance(['start'], { env: { QUITTANCE_DATA: data, HOST: '0.0.0.0', PORT: '0' } });
  expect(open).toMatchObject({ code: 78, stderr: expect.stringContaining('password') as string });
  await rm(join(data, 'key'));
  const keyless = await runQuittance(['start'], { env: { QUITTANCE_DATA: data } });
  expect(keyless).toMatchObject({ code: 78, stderr: expect.stringMatching(/key .* is missing/) as string });
});

// Only root's own home is closed to the account that the database runs as.
const asRoot = process.getuid!() === 0 ? it : () => {};

asRoot("runs in root's own home, which its database's account can't enter", async () => {
  const data = await newFolder(homedir());
  await chmod(resolve(data, '..'), 0o700);
  const running = await start(data);
  expect((await fetch(`${running.url}/livez`)).status).toBe(200);
  expect(await stop(running)).toBe(0);
});

const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((program) => isOld(program));
// Where npm came with a new Node there is nothing to hand over.
const withOldNode = oldNode ? it : () => {};

withOldNode('hands over from an old Node to its own', async () => {
  const result = await runQuittance(['--help'], { node: oldNode! });
  expect(result).toMatchObject({ code: 0, stdout: expect.stringContaining('quittance') as string });
  const running = await start(await newFolder(), { node: oldNode! });
  expect(await stop(running)).toBe(0);
  expect((await runQuittance(['prove'], { node: oldNode! })).code).toBe(2);
});

function isOld(program: string): boolean {
  try {
    const version = process.getBuiltinModule('node:child_process').execFileSync(program, ['--version'], { encoding: 'utf8' });
    return Number(version.slice(1).split('.')[0]) < 24;
  } catch {
    return false; // Not there.
  }
}
