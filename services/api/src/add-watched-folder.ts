// Adds a watched folder for a person, from the page and from the API: it must lie where folders may be watched, and be what it is said to be.
import { PermanentError } from '@quittance/domain/errors';
import { detectSource } from '@quittance/intake/detect-source';
import { checkWatchFolder } from '@quittance/runtime/watch-folder';
import { addInlet, type InletKind } from '@quittance/store/inlets';
import { forPerson, type AppContext, type AppDeps } from './context.ts';

/**
 * @param said what the person calls it; told by what lies in it when not given.
 * @returns the id of the new inlet, or null when this person watches that folder already.
 * @throws PermanentError `folder_not_absolute`, `folder_not_found`, `folder_not_allowed`, `folder_unreadable`, `not_a_maildir`, `is_a_maildir`.
 */
export async function addWatchedFolder(
  c: AppContext,
  deps: Pick<AppDeps, 'db' | 'clock' | 'watchFolders'>,
  entered: string,
  said: InletKind | undefined,
): Promise<string | null> {
  const path = await checkWatchFolder(entered, deps.watchFolders);
  const holds = await detectSource(path).catch((error: NodeJS.ErrnoException) => {
    throw new PermanentError('folder_unreadable', `${path} can't be read (${error.code ?? 'no reason given'}): check its permissions.`);
  });
  if (said === 'maildir' && holds !== 'maildir')
    throw new PermanentError('not_a_maildir', `${path} is no Maildir: it has no "cur" and "new".`);
  // It would be read as no mail at all, with three folders more in it.
  if (said === 'drop' && holds === 'maildir') throw new PermanentError('is_a_maildir', `${path} is a Maildir, not a folder to drop into.`);
  const kind = said ?? (holds === 'maildir' ? 'maildir' : 'drop');
  return forPerson(c, deps, (tx, userId) => addInlet(tx, { userId, kind, path }));
}
