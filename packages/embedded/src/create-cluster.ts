// Makes a new cluster beside its final place and renames it there, so that a crash or a second starter never leaves a half-made one.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '@quittance/domain/log';
import { PermanentError } from '@quittance/domain/errors';
import { as } from './account.ts';
import type { Binaries } from './binaries.ts';
import { folderProblem, type Place } from './place.ts';

const run = promisify(execFile);
const LEFTOVER_MS = 3_600_000;
export const SUPERUSER = 'quittance';

export async function createCluster(place: Place, binaries: Binaries, options: { durable: boolean; log: Log }): Promise<void> {
  const { cluster, owner } = place;
  await removeLeftovers(cluster);
  const draft = `${cluster}.new-${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(join(draft, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (owner.lent) {
      await chown(draft, owner.uid, owner.gid);
      await chown(join(draft, 'password'), owner.uid, owner.gid);
    }
    await run(binaries.initdb, initdbArguments(draft, options.durable), as(owner, draft));
    await rename(draft, cluster);
    options.log.info({ cluster }, 'cluster_created');
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    // Another process was quicker; its cluster is the cluster.
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw creationProblem(cluster, error as NodeJS.ErrnoException & { stderr?: string });
  }
}

function initdbArguments(folder: string, durable: boolean): string[] {
  return [
    `--pgdata=${join(folder, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and case rules on every machine, whatever locales it has: PostgreSQL's own.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function creationProblem(cluster: string, error: NodeJS.ErrnoException & { stderr?: string }): PermanentError {
  const said = error.stderr ?? '';
  if (/No space left/.test(said)) return folderProblem(cluster, Object.assign(new Error(said), { code: 'ENOSPC' }));
  if (/Permission denied/.test(said)) return folderProblem(cluster, Object.assign(new Error(said), { code: 'EACCES' }));
  if (error.stderr === undefined && error.code !== undefined) return folderProblem(cluster, error);
  const last = said.trim().split('\n').slice(-3).join(' ');
  return new PermanentError('postgres_failed', `the database could not be made in ${cluster}: ${last || error.message}`, { cause: error });
}

// What a crashed attempt left behind; a younger one may still be at work.
async function removeLeftovers(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix)) continue;
    const path = join(dirname(cluster), name);
    const info = await stat(path).catch(() => null);
    if (info && Date.now() - info.mtimeMs > LEFTOVER_MS) await rm(path, { recursive: true, force: true });
  }
}
