// A folder with those above it. Node's own recursive mkdir never returns where a folder exists that takes none (/proc): it makes the parent, which is
// there, and begins anew.
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** @returns whether it was made now. @throws the system's errors; ENOTDIR where a file stands in its way. */
export async function makeFolder(path: string, mode: number): Promise<boolean> {
  try {
    return await makeOne(path, mode);
  } catch (error) {
    const parent = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === path) throw error;
    await makeFolder(parent, mode);
  }
  return makeOne(path, mode);
}

async function makeOne(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode });
    return true;
  } catch (error) {
    const isThere = await stat(path).then((found) => found.isDirectory(), () => false); // prettier-ignore
    if (!isThere) throw error;
    return false;
  }
}
