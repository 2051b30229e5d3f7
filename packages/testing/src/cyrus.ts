// A private Cyrus IMAP 3.6 for a test, run from an unpacked Debian package (it can't be installed beside Dovecot) on a free port, with users in
// a SASL database of its own. What Dovecot lacks: COMPRESS, OBJECTID, and IDLE that tells at once. Works as root (mail then belongs to
// nobody) and as an ordinary user.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, waitForGreeting } from './ports.ts';
import { openPlainImap, type PlainImap } from './plain-imap.ts';
import { signalFamily } from './process-family.ts';
import { findProgram } from './tools.ts';

export interface Cyrus {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly password: string;
  /** Signed in as that user, beside the poller. */
  connectAs(user: string): Promise<PlainImap>;
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

const MAIL_ID = 65_534; // nobody
const PASSWORD = 'correct horse';

/** Suites ask `missingPrograms('cyrus')` first. */
export async function startCyrus(options: { users: readonly string[] }): Promise<Cyrus> {
  const root = unpackedRoot();
  const base = await mkdtemp(join(tmpdir(), 'quittance-cyrus-'));
  await chmod(base, 0o755);
  const port = await freePort();
  const env = { ...process.env, LD_LIBRARY_PATH: libraries(root), SASL_PATH: plugins(root) };
  for (const folder of ['socket', 'proc', 'log', 'msg', 'db', 'lock']) await mkdir(join(base, 'config', folder), { recursive: true });
  await mkdir(join(base, 'spool'));
  const config = join(base, 'imapd.conf');
  await writeFile(config, configuration(base));
  await writeFile(join(base, 'cyrus.conf'), services(root, config, port));
  for (const user of options.users) {
    execFileSync(join(root, 'usr/sbin/saslpasswd2'), ['-p', '-c', '-f', join(base, 'sasldb2'), '-u', 'localhost', user], {
      env,
      input: PASSWORD,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  }
  if (process.getuid?.() === 0) await giveAway(base);
  const args = ['-D', '-C', config, '-M', join(base, 'cyrus.conf'), '-p', join(base, 'master.pid')];
  const child = spawn(join(root, 'usr/lib/cyrus/bin/master'), args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  await waitForGreeting(port, child, 'Cyrus');
  const clients: PlainImap[] = [];
  for (const user of options.users) await makeFolders(port, user);
  return {
    host: '127.0.0.1',
    port,
    password: PASSWORD,
    async connectAs(user) {
      const client = await openPlainImap(port, user, PASSWORD);
      clients.push(client);
      return client;
    },
    pause: () => signalFamily(child.pid!, 'SIGSTOP'),
    resume: () => signalFamily(child.pid!, 'SIGCONT'),
    async stop() {
      for (const client of clients) client.close();
      await end(child);
      await rm(base, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** The first sign-in makes the inbox and nothing else. */
async function makeFolders(port: number, user: string): Promise<void> {
  const client = await openPlainImap(port, user, PASSWORD);
  for (const folder of ['Archive', 'Junk', 'Trash', 'Sent']) await client.run(`CREATE "INBOX.${folder}"`);
  client.close();
}

async function end(child: ChildProcess): Promise<void> {
  signalFamily(child.pid!, 'SIGCONT');
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  // It waits for its connections; these are the test's own.
  signalFamily(child.pid!, 'SIGTERM');
  const timer = setTimeout(() => signalFamily(child.pid!, 'SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

function unpackedRoot(): string {
  const master = findProgram('cyrus');
  if (!master) throw new Error('Cyrus is not unpacked: run the tests through "npm test", or ask missingPrograms first.');
  return dirname(dirname(dirname(dirname(dirname(master)))));
}

const libraries = (root: string): string =>
  [`usr/lib/cyrus`, `usr/lib/${triplet()}`, `lib/${triplet()}`].map((folder) => join(root, folder)).join(':');
const plugins = (root: string): string => [join(root, `usr/lib/${triplet()}/sasl2`), `/usr/lib/${triplet()}/sasl2`].join(':');

function triplet(): string {
  return process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
}

async function giveAway(path: string): Promise<void> {
  await chown(path, MAIL_ID, MAIL_ID);
  for (const entry of await readdir(path, { recursive: true })) await chown(join(path, entry), MAIL_ID, MAIL_ID);
}

function configuration(base: string): string {
  const isRoot = process.getuid?.() === 0;
  return `
configdirectory: ${base}/config
partition-default: ${base}/spool
defaultpartition: default
servername: localhost
allowplaintext: yes
sasl_pwcheck_method: auxprop
sasl_auxprop_plugin: sasldb
sasl_sasldb_path: ${base}/sasldb2
sasl_mech_list: PLAIN LOGIN
cyrus_user: ${isRoot ? 'nobody' : userInfo().username}
${isRoot ? 'cyrus_group: nogroup' : ''}
autocreate_quota: 0
idlesocket: ${base}/config/socket/idle
`;
}

function services(root: string, config: string, port: number): string {
  const bin = join(root, 'usr/lib/cyrus/bin');
  return `
START {
  recover cmd="${bin}/ctl_cyrusdb -C ${config} -r"
}
SERVICES {
  imap cmd="${bin}/imapd -C ${config}" listen="127.0.0.1:${port}" prefork=1
}
DAEMON {
  idled cmd="${bin}/idled -C ${config}"
}
EVENTS {
}
`;
}
