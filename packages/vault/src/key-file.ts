// The master key's file: 32 random bytes, mode 0600, beside the data or where QUITTANCE_KEY_FILE says. Losing it loses the archive,
// so a missing file is made only where `create` says that there is no data yet.
import { chmod, open, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import { makeFolder } from '@quittance/runtime/make-folder';
import { KEY_BYTES, newKey } from './vault.ts';

/** @throws PermanentError `key_file_missing` or `bad_key_file`, both saying what to do. */
export async function readKeyFile(path: string, options: { create: boolean }): Promise<Buffer> {
  try {
    const key = await readFile(path);
    if (key.length !== KEY_BYTES) {
      throw new PermanentError(
        'bad_key_file',
        `${path} must hold ${KEY_BYTES} bytes, it holds ${key.length}: restore it from your recovery sheet or backup.`,
      );
    }
    return key;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (!options.create) {
    throw new PermanentError(
      'key_file_missing',
      `there is data, but its key ${path} is missing: restore the key file; without it nothing can be read.`,
    );
  }
  return createKeyFile(path);
}

async function createKeyFile(path: string): Promise<Buffer> {
  const key = newKey();
  await makeFolder(dirname(resolve(path)), 0o700);
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(key);
    await file.sync();
    await file.close();
  } catch (error) {
    // Another process was first: its key is the key.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readKeyFile(path, { create: false });
    throw error;
  }
  await chmod(path, 0o600);
  return key;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
