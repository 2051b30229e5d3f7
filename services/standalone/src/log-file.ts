// The log of `npm start`: a file in the data folder, since the terminal is for the person. Kept small: two files, the older one is
// overwritten.
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { dataFolderMode } from '@quittance/embedded/account';
import { makeFolder } from '@quittance/runtime/make-folder';

const SIZE_BYTES_MAX = 5_000_000;

/** A destination for the logger. Written line by line and at once, so that the last words before a crash are there. */
export async function openLogFile(path: string): Promise<{ write(line: string): void }> {
  let size = 0;
  try {
    await makeFolder(dirname(path), dataFolderMode());
    size = statSync(path).size;
  } catch {
    // It begins now; a folder that can't be written to is reported by what comes next.
  }
  return {
    write(line) {
      try {
        if (size > SIZE_BYTES_MAX) {
          renameSync(path, `${path}.1`);
          size = 0;
        }
        appendFileSync(path, line, { mode: 0o600 });
        size += Buffer.byteLength(line);
      } catch {
        // A full disk must not end the process: what could not be logged is lost.
      }
    },
  };
}
