// How much there is to read, for the progress bar.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Counting more files than this takes longer than it is worth. */
const FILES_MAX = 20_000;

/** Bytes, or null where it can't be told beforehand: archives unpack to more than they are. */
export async function sizeOfFiles(paths: readonly string[]): Promise<number | null> {
  let bytes = 0;
  let files = 0;
  try {
    for (const path of paths) {
      const info = await stat(path);
      const entries = info.isDirectory() ? await readdir(path, { recursive: true, withFileTypes: true }) : [];
      const names = info.isDirectory()
        ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
        : [path];
      files += names.length;
      if (files > FILES_MAX || names.some((name) => /\.(?:zip|gz|tgz)$/i.test(name))) return null;
      for (const name of names) bytes += (await stat(name)).size;
    }
  } catch {
    return null; // The import itself tells what can't be read.
  }
  return bytes === 0 ? null : bytes;
}
