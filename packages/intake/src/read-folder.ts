// A folder of anything: mbox files, single messages, archives, Maildirs, at any depth. Files that hold no mail are passed over; links are not
// followed, since they may lead round in circles.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';

/** @param readOne reads what is found, by its kind; it calls back here for folders. */
export async function* readFolder(
  path: string,
  depth: number,
  readOne: (path: string, depth: number) => AsyncGenerator<FileItem>,
): AsyncGenerator<FileItem> {
  if (depth > FILE_LIMITS.folderDepthMax) {
    yield problem(path, 'folder_too_deep', 'lies too deep and was passed over');
    return;
  }
  let names: string[] = [];
  try {
    const entries = await readdir(path, { withFileTypes: true });
    names = entries.filter((entry) => (entry.isFile() || entry.isDirectory()) && !isHidden(entry.name)).map(({ name }) => name);
  } catch (error) {
    yield problemOf(path, error);
  }
  for (const name of names.sort()) yield* readOne(join(path, name), depth + 1);
}

// `.Sent` of a Maildir is a folder with mail; `.DS_Store` and `.git` are not.
function isHidden(name: string): boolean {
  return /^\.(?:DS_Store|git|Trash-\d+|Spotlight.*|fseventsd)$|^__MACOSX$/.test(name);
}
