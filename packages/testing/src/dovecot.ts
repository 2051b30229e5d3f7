// A private Dovecot 2.3 for a test: free ports on loopback (plain with STARTTLS, and TLS with a certificate made on the spot), a passwd file
// for each user, Maildirs in a temporary folder. Works as root (mail then belongs to nobody) and as an ordinary user.
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, waitForGreeting } from './ports.ts';
import { signalFamily } from './process-family.ts';
import { findProgram } from './tools.ts';

export interface Dovecot {
  readonly host: '127.0.0.1';
  /** Plain and STARTTLS. */
  readonly port: number;
  readonly tlsPort: number;
  /** The certificate, for clients that should trust it (its name is localhost). */
  readonly ca: string;
  /** The same in a file, for NODE_EXTRA_CA_CERTS of other processes. */
  readonly caFile: string;
  readonly password: string;
  /** Of its master process. */
  readonly pid: number;
  /** Where a folder's Maildir is, for suites that put many messages there at once. */
  maildirOf(user: string, folder?: string): string;
  addUser(name: string): Promise<void>;
  /** For new sign-ins; sessions stay. */
  setPassword(name: string, password: string): Promise<void>;
  /** Drops a message into a folder's Maildir, atomically, as a delivery agent does. @returns the file's path. */
  deliver(user: string, raw: Buffer | string, options?: { folder?: string; receivedAt?: Date }): Promise<string>;
  /** Makes a folder by hand. */
  makeFolder(user: string, folder: string): Promise<void>;
  /** Gives the folder a new UIDVALIDITY, as after a restored backup. */
  resetUidValidity(user: string, folder?: string): void;
  /** Flags of every message, by file: `:2,` and what follows. Sorted. */
  flags(user: string, folder?: string): Promise<string[]>;
  /** Ends the sessions of a user, as an administrator would. */
  kick(user: string): void;
  /** Freezes the server with all its processes. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

const MAIL_ID = 65_534; // nobody
const PASSWORD = 'correct horse battery';

export interface DovecotOptions {
  readonly users?: readonly string[];
  readonly connectionsMax?: number;
  /** Offers COMPRESS=DEFLATE. */
  readonly compress?: boolean;
  /** Signs in by OAuth tokens too, asking here who owns one. */
  readonly introspectUrl?: string;
  /** How tokens may be said; both ways when not given. */
  readonly tokenMechanisms?: string;
}

/** Suites ask `missingPrograms('dovecot', 'openssl')` first. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const isRoot = process.getuid?.() === 0;
  const base = await mkdtemp(join(tmpdir(), 'quittance-dovecot-'));
  await chmod(base, 0o755);
  const [port, tlsPort] = await Promise.all([freePort(), freePort()]);
  const own = async (path: string): Promise<void> => {
    if (isRoot) await chown(path, MAIL_ID, MAIL_ID);
  };
  makeCertificate(base);
  await mkdir(join(base, 'mail'));
  await own(join(base, 'mail'));
  await mkdir(join(base, 'users'));
  if (options.introspectUrl !== undefined) await writeFile(join(base, 'oauth2.conf'), tokenConfiguration(options.introspectUrl));
  const config = join(base, 'dovecot.conf');
  await writeFile(
    config,
    configuration({
      base,
      port,
      tlsPort,
      isRoot,
      compress: options.compress ?? false,
      connectionsMax: options.connectionsMax ?? 50,
      tokenMechanisms: options.introspectUrl === undefined ? '' : (options.tokenMechanisms ?? 'oauthbearer xoauth2'),
    }),
  );
  const child = spawn(findProgram('dovecot') ?? 'dovecot', ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  await waitForGreeting(port, child, 'Dovecot');
  let delivered = 0;
  let epoch = 1_000;
  const doveadm = (...args: string[]): void => {
    execFileSync(findProgram('doveadm') ?? 'doveadm', ['-c', config, ...args], { stdio: 'ignore' });
  };

  const maildir = (user: string, folder = 'INBOX'): string =>
    folder === 'INBOX' ? join(base, 'mail', user) : join(base, 'mail', user, `.${folder}`);
  const makeMaildir = async (path: string): Promise<void> => {
    for (const part of ['', 'tmp', 'new', 'cur']) {
      await mkdir(join(path, part), { recursive: true });
      await own(join(path, part));
    }
  };
  // A file for each: Dovecot looks at most once a second whether one has changed, and refuses whoever was added to it meanwhile.
  const writePassword = (name: string, password: string): Promise<void> =>
    writeFile(join(base, 'users', name), `${name}:{PLAIN}${password}::::::\n`);
  const server: Dovecot = {
    host: '127.0.0.1',
    port,
    tlsPort,
    ca: await readFile(join(base, 'cert.pem'), 'utf8'),
    caFile: join(base, 'cert.pem'),
    password: PASSWORD,
    pid: child.pid!,
    maildirOf: maildir,
    async addUser(name) {
      await makeMaildir(maildir(name));
      await writePassword(name, PASSWORD);
    },
    setPassword: writePassword,
    async deliver(user, raw, { folder, receivedAt } = {}) {
      const path = maildir(user, folder);
      delivered += 1;
      const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(6, '0')}P${process.pid}.test`;
      const draft = join(path, 'tmp', name);
      await writeFile(draft, raw);
      if (receivedAt) await utimes(draft, receivedAt, receivedAt);
      await own(draft);
      const file = join(path, 'new', name);
      await rename(draft, file);
      return file;
    },
    async makeFolder(user, folder) {
      await makeMaildir(maildir(user, folder));
      await writeFile(join(maildir(user, folder), 'maildirfolder'), '');
    },
    resetUidValidity(user, folder = 'INBOX') {
      epoch += 1;
      doveadm('mailbox', 'update', '-u', user, '--uid-validity', String(epoch), folder);
    },
    async flags(user, folder) {
      const path = maildir(user, folder);
      const names = [...(await readdir(join(path, 'new'))), ...(await readdir(join(path, 'cur')))];
      return names.map((name) => name.replace(/:2,$/, '')).sort();
    },
    kick(user) {
      try {
        doveadm('kick', user);
      } catch {
        // Nobody to kick: doveadm says so with an exit code.
      }
    },
    pause: () => signalFamily(child.pid!, 'SIGSTOP'),
    resume: () => signalFamily(child.pid!, 'SIGCONT'),
    async stop() {
      signalFamily(child.pid!, 'SIGCONT');
      if (child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await rm(base, { recursive: true, force: true, maxRetries: 10 });
    },
  };
  for (const user of options.users ?? []) await server.addUser(user);
  return server;
}

function configuration(c: {
  base: string;
  port: number;
  tlsPort: number;
  isRoot: boolean;
  compress: boolean;
  connectionsMax: number;
  tokenMechanisms: string;
}): string {
  const user = userInfo().username;
  const account = c.isRoot ? 'nobody' : user;
  return `
base_dir = ${c.base}/run
state_dir = ${c.base}/state
log_path = ${c.base}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = ${account}
default_internal_group = ${c.isRoot ? 'nogroup' : groupName()}
default_login_user = ${account}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${c.base}/mail/%u
disable_plaintext_auth = no
auth_mechanisms = plain login ${c.tokenMechanisms}
auth_failure_delay = 0
ssl = yes
ssl_cert = <${c.base}/cert.pem
ssl_key = <${c.base}/key.pem
mail_max_userip_connections = ${c.connectionsMax}
${c.compress ? 'protocol imap {\n  mail_plugins = imap_zlib\n}' : ''}
passdb {
  driver = passwd-file
  args = ${c.base}/users/%u
}
${c.tokenMechanisms ? `passdb {\n  driver = oauth2\n  mechanisms = ${c.tokenMechanisms}\n  args = ${c.base}/oauth2.conf\n}` : ''}
userdb {
  driver = static
  args = uid=${c.isRoot ? MAIL_ID : process.getuid?.()} gid=${c.isRoot ? MAIL_ID : process.getgid?.()} home=${c.base}/mail/%u
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = ${c.port}
  }
  inet_listener imaps {
    port = ${c.tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
namespace inbox {
  inbox = yes
  separator = .
  mailbox Junk {
    special_use = \\Junk
  }
  mailbox Trash {
    special_use = \\Trash
  }
  mailbox Sent {
    special_use = \\Sent
  }
  mailbox Archive {
    special_use = \\Archive
  }
  mailbox Drafts {
    special_use = \\Drafts
  }
}
`;
}

function tokenConfiguration(introspectUrl: string): string {
  return `introspection_url = ${introspectUrl}?access_token=
introspection_mode = get
username_attribute = username
active_attribute = active
active_value = true
`;
}

function groupName(): string {
  return execFileSync('/usr/bin/id', ['-gn'], { encoding: 'utf8' }).trim();
}

function makeCertificate(base: string): void {
  execFileSync(
    '/usr/bin/openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost',
      '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(base, 'key.pem'), '-out', join(base, 'cert.pem')],
    { stdio: 'ignore' },
  );
}
