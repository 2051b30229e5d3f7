// Which folders of this machine may be watched: those under WATCH_FOLDERS. Whoever signs in to the page of a server must not have its other files read
// into their archive, so the page and the poller ask the same question, and links are followed before it is answered.
import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, relative, resolve } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';

/** Where nothing was said: on one's own machine one's own folder, on a page that others reach none. */
export function watchFoldersOf({
  WATCH_FOLDERS: said,
  HOST: host,
}: {
  WATCH_FOLDERS?: readonly string[] | undefined;
  HOST: string;
}): readonly string[] {
  if (said) return said;
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host) ? [homedir()] : [];
}

/**
 * @returns the folder as it really is called.
 * @throws PermanentError `folder_not_absolute`, `folder_not_found`, `folder_not_allowed`, each saying what to do.
 */
export async function checkWatchFolder(path: string, roots: readonly string[]): Promise<string> {
  if (!isAbsolute(path))
    throw new PermanentError('folder_not_absolute', `${path} is not a whole path: write it from the root, e.g. /home/me/Maildir.`);
  const real = await realpath(path).catch(() => null);
  const isFolder = real !== null && (await stat(real).catch(() => null))?.isDirectory() === true;
  // Where it may not look, it does not say what is there.
  const places = await Promise.all(roots.map((root) => realpath(resolve(root)).catch(() => null)));
  const within = real ?? resolve(path);
  if (!places.some((place) => place !== null && isInside(within, place))) {
    const allowed = roots.length > 0 ? roots.join(', ') : 'none';
    throw new PermanentError(
      'folder_not_allowed',
      `${path} does not lie in a folder that may be watched (${allowed}): add one to WATCH_FOLDERS, or choose another folder.`,
    );
  }
  if (!isFolder) throw new PermanentError('folder_not_found', `${path} is no folder that can be opened.`);
  return real;
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
