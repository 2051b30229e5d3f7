// A folder that vanished while another one appeared may be the same under a new name: then what is known of its messages goes on being known.
// UIDVALIDITY alone is no proof (servers take it from the clock), so the newest known messages must be there with the same sizes; a folder
// that is not recognised is read anew, and its content is known anyway.
import type { ImapConnection } from '@quittance/imap/connection';
import type { ListedFolder } from '@quittance/imap/list-folders';
import { newestKnownMessages, renameFolder } from '@quittance/store/folder-choices';
import { listFolders, type Folder } from '@quittance/store/folders';
import { checkFence } from '@quittance/store/leases';
import { inTransaction } from '@quittance/store/transaction';
import { isFoldersFault } from './folder-fault.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';

const COMPARED = 5;

export async function followRenames(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  listed: readonly ListedFolder[],
): Promise<void> {
  const known = await listFolders(deps.db, target.mailbox.id);
  const names = new Set(listed.map(({ path }) => path));
  const vanished = known.filter((folder) => !names.has(folder.path) && folder.uidValidity !== null && folder.checkedAt !== null);
  const appeared = listed.filter(({ path, selectable }) => selectable && !known.some((folder) => folder.path === path));
  for (const { path } of vanished.length > 0 ? appeared : []) {
    try {
      const same = await findSame(deps, connection, vanished, path);
      if (!same) continue;
      await inTransaction(deps.db, async (tx) => {
        await checkFence(tx, target.fence);
        await renameFolder(tx, same.id, path);
      });
      vanished.splice(vanished.indexOf(same), 1);
      deps.log.info({ folderId: same.id }, 'folder_renamed');
    } catch (error) {
      if (!isFoldersFault(error)) throw error; // A folder that can't be opened is seen to by the sweep.
    }
  }
}

async function findSame(
  deps: ReadDeps,
  connection: ImapConnection,
  vanished: readonly Folder[],
  path: string,
): Promise<Folder | undefined> {
  const open = await deps.source.openFolder(connection, path);
  const alike = vanished.filter((folder) => folder.uidValidity === open.uidValidity && (open.uidNext ?? Infinity) >= folder.nextUid);
  for (const folder of alike) {
    const newest = await newestKnownMessages(deps.db, folder.id, folder.uidValidity!, COMPARED);
    const facts = newest.length > 0 ? await deps.source.fetchFacts(connection, newest.map(({ uid }) => uid)) : null; // prettier-ignore
    const found = newest.filter(({ uid }) => facts?.has(uid));
    if (found.length > 0 && found.every(({ uid, sizeBytes }) => facts!.get(uid)!.sizeBytes === sizeBytes)) return folder;
  }
  return undefined;
}
