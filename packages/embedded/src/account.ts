// Which account PostgreSQL runs as. It refuses to run as root, so root lends it an unprivileged account that exists already; anybody else
// runs it as themselves.
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PermanentError } from '@quittance/domain/errors';

const run = promisify(execFile);

export interface Account {
  readonly uid: number;
  readonly gid: number;
  /** True when we are root and this is someone else. */
  readonly lent: boolean;
}

// Where sh's own tools (cat, mkfifo, rm) are on every Unix we know.
const TOOLS = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/run/current-system/sw/bin';

// macOS has _postgres; every Unix has nobody.
const LENT = ['postgres', '_postgres', 'nobody'];

/** Of the data folder: when root lends an account, that one must be able to pass through to its own folder, never to list or read. */
export function dataFolderMode(): number {
  return process.getuid?.() === 0 ? 0o711 : 0o700;
}

/** The owner of an existing cluster, so that it stays readable when another account appears later; else ourselves or a lent account. */
export async function findAccount(cluster: string | null): Promise<Account> {
  if (process.platform === 'win32') {
    throw new PermanentError(
      'platform_unsupported',
      'the database that comes along needs Linux or macOS: use the Windows Subsystem for Linux, or name a PostgreSQL in DATABASE_URL.',
    );
  }
  const self = { uid: process.getuid!(), gid: process.getgid!(), lent: false };
  const owner = cluster && (await stat(cluster).catch(() => null));
  if (self.uid !== 0) {
    if (owner && owner.uid !== self.uid) throw foreign(cluster);
    return self;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, lent: true };
  for (const name of LENT) {
    const ids = await idsOf(name);
    if (ids) return { ...ids, lent: true };
  }
  throw new PermanentError(
    'account_unusable',
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it: start as a normal user, or set DATABASE_URL.',
  );
}

/** Options of spawn for running something as that account, in a folder it may enter. */
export function as(account: Account, cwd: string): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  // The locale decides in which language PostgreSQL reports errors, and we read them.
  const env = { PATH: TOOLS, LC_ALL: 'C', TZ: 'UTC' };
  return account.lent ? { cwd, env, uid: account.uid, gid: account.gid } : { cwd, env };
}

/** Runs a shell line as the account; true when it succeeds. */
export async function succeedsAs(account: Account, script: string, ...parameters: string[]): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', script, 'sh', ...parameters], as(account, '/'));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A container may give root without the right to become someone else.
    if (code === 'EPERM' || code === 'EINVAL') {
      throw new PermanentError(
        'account_unusable',
        'PostgreSQL does not run as root, and this root may not switch to another account: start as a normal user, or set DATABASE_URL.',
        { cause: error },
      );
    }
    return false;
  }
}

export function foreign(folder: string): PermanentError {
  return new PermanentError(
    'data_folder_foreign',
    `the data in ${folder} belongs to another account of this machine: start Quittance as that account (or as root, if root made it).`,
  );
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)));
    return uid ? { uid, gid: gid! } : null;
  } catch {
    return null; // No such account.
  }
}
