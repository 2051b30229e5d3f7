// Where the cluster stands: `postgres/` in the data folder. When root starts it and the unprivileged account can't enter the data folder
// (a clone under root's home, mode 700), it stands in /var/lib/quittance/<id>/postgres and `postgres.json` in the data folder says so.
// The cluster's folder appears by one rename, complete with its password, so a crash leaves either all of it or nothing.
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, link, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import { makeFolder } from '@quittance/runtime/make-folder';
import { dataFolderMode, foreign, succeedsAs, type Account } from './account.ts';

export interface Place {
  /** Holds data/, password, log. */
  readonly cluster: string;
  readonly owner: Account;
}

/** Folders that survive a restart of the machine and that every account may enter. */
export const ELSEWHERE = ['/var/lib/quittance', '/usr/local/var/quittance', '/opt/quittance'];

/** Makes the data folder and decides where the cluster stands or will stand. */
export async function openPlace(folder: string, owner: Account): Promise<Place> {
  await openDataFolder(folder);
  const known = await findPlace(folder);
  if (known) {
    if (owner.lent && !(await succeedsAs(owner, 'cd "$1"', known))) throw unenterable(known);
    return { cluster: known, owner };
  }
  const inPlace = join(await realpath(folder), 'postgres');
  if (!owner.lent || (await succeedsAs(owner, 'cd "$1"', await realpath(folder)))) return { cluster: inPlace, owner };
  return { cluster: await placeElsewhere(folder, owner), owner };
}

/** The cluster's folder as far as it is decided; null when nothing exists yet. */
export async function findPlace(folder: string): Promise<string | null> {
  const pointer = await readPointer(folder);
  if (pointer) {
    if (!(await exists(resolve(pointer, '..')))) {
      throw new PermanentError(
        'data_folder_damaged',
        `${join(folder, 'postgres.json')} says that the data is in ${pointer}, which is gone: bring it back, or delete that file to begin anew.`,
      );
    }
    return pointer;
  }
  const inPlace = join(folder, 'postgres');
  return (await exists(inPlace)) ? realpath(inPlace) : null;
}

/** @throws PermanentError `data_folder_damaged` when the folder is there but holds no cluster. */
export async function clusterExists(cluster: string): Promise<boolean> {
  if (!(await exists(cluster))) return false;
  for (const file of ['data/PG_VERSION', 'data/global/pg_control', 'password']) {
    if (!(await exists(join(cluster, file)))) throw damaged(cluster, `${file} is missing`);
  }
  return true;
}

export function damaged(cluster: string, what: string, cause?: unknown): PermanentError {
  return new PermanentError(
    'data_folder_damaged',
    `the data in ${cluster} is damaged (${what}): restore it from a backup, or move the folder away to begin anew.`,
    { cause },
  );
}

async function openDataFolder(folder: string): Promise<void> {
  try {
    const isNew = await makeFolder(resolve(folder), dataFolderMode());
    if (isNew) await chmod(folder, dataFolderMode());
    const probe = join(folder, `.probe-${randomBytes(4).toString('hex')}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw folderProblem(folder, cause as NodeJS.ErrnoException);
  }
}

/** What a failed write into our folders means to the person. */
export function folderProblem(folder: string, cause: NodeJS.ErrnoException): PermanentError {
  if (cause.code === 'ENOSPC' || cause.code === 'EDQUOT') {
    return new PermanentError('disk_full', `there is no space left for ${resolve(folder)}: free some and start again.`, { cause });
  }
  const reason = cause.code === 'ENOTDIR' || cause.code === 'EEXIST' ? 'a file stands in its way' : (cause.code ?? cause.message);
  return new PermanentError(
    'data_folder_unwritable',
    `can't write to the data folder ${resolve(folder)} (${reason}): give this account the right to, or choose another one with --data or QUITTANCE_DATA.`,
    { cause },
  );
}

async function placeElsewhere(folder: string, owner: Account): Promise<string> {
  for (const base of ELSEWHERE) {
    const home = join(base, randomBytes(8).toString('hex'));
    try {
      await makeFolder(home, 0o700);
      await chmod(base, 0o711);
      await chown(home, owner.uid, owner.gid);
    } catch {
      continue; // Read-only or missing there; the next one may do.
    }
    if (await succeedsAs(owner, 'cd "$1"', home)) return writePointer(folder, home);
    await rm(home, { recursive: true, force: true });
  }
  throw unenterable(resolve(folder));
}

// Linked into place, not written there: of two processes starting at once, one decides.
async function writePointer(folder: string, home: string): Promise<string> {
  const cluster = join(home, 'postgres');
  const draft = join(folder, `.postgres.json-${randomBytes(4).toString('hex')}`);
  await writeFile(draft, `${JSON.stringify({ folder: cluster })}\n`, { mode: 0o600 });
  try {
    await link(draft, join(folder, 'postgres.json'));
    return cluster;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderProblem(folder, error as NodeJS.ErrnoException);
    await rm(home, { recursive: true, force: true });
    return (await findPlace(folder))!;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readPointer(folder: string): Promise<string | null> {
  const file = join(folder, 'postgres.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'EACCES') throw foreign(folder);
    throw error;
  }
  try {
    return (JSON.parse(text) as { folder: string }).folder;
  } catch (cause) {
    throw damaged(folder, 'postgres.json can not be read', cause);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    if (code === 'EACCES') throw foreign(path);
    throw error;
  }
}

function unenterable(path: string): PermanentError {
  return new PermanentError(
    'account_unusable',
    `PostgreSQL does not run as root, and the account it runs as can't enter ${path}: choose a data folder it can reach (QUITTANCE_DATA=/var/lib/quittance/data), or set DATABASE_URL.`,
  );
}
