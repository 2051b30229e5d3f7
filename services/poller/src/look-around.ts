// Looks after the folders nobody watches, on the live connection between two IDLEs: STATUS of each. One that changed is the second connection's
// to read, which is opened for it; while nothing changes anywhere a mailbox needs no second one.
import type { ImapConnection } from '@quittance/imap/connection';
import { listFolders, type Folder } from '@quittance/store/folders';
import type { ChangedFolders } from './changed-folders.ts';
import { isFoldersFault } from './folder-fault.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import type { Sweeper } from './sweep-folders.ts';
import { isUnchanged, noteChecked } from './sync-folder.ts';

export interface LookAround {
  /** Until the next look is due. */
  readonly dueInMs: number;
  /** Asks for one folder after the other, and leaves the rest for the next call as soon as something happens in the watched one. */
  look(connection: ImapConnection, hasNews: () => boolean): Promise<void>;
}

export function createLookAround(
  deps: ReadDeps,
  target: ReadTarget,
  { liveFolderId, changed, sweeper }: { liveFolderId: string; changed: ChangedFolders; sweeper: Pick<Sweeper, 'isLeftAlone'> },
): LookAround {
  let dueAt = performance.now() + deps.timing.sweepMs;
  let listAt = performance.now() + deps.timing.reopenMs;
  /** Ids; what is known of them is read anew for each call, since the second connection reads them meanwhile. */
  let left: string[] = [];

  async function isQuiet(connection: ImapConnection, folder: Folder): Promise<boolean> {
    try {
      return await isUnchanged(deps, connection, folder);
    } catch (error) {
      if (!isFoldersFault(error)) throw error;
      return false; // Opening it will tell what became of it.
    }
  }

  // One command, though of a line for each folder: a folder that was just made waits minutes and not for the hour's listing. That is the second
  // connection's, since telling a new folder from one that was renamed means to open it.
  async function listNew(connection: ImapConnection): Promise<void> {
    if (performance.now() < listAt) return;
    listAt = performance.now() + deps.timing.reopenMs;
    const known = new Set((await listFolders(deps.db, target.mailbox.id)).map(({ path }) => path));
    const listed = await deps.source.listFolders(connection);
    if (listed.some(({ path, selectable }) => selectable && !known.has(path))) changed.addUnknown();
  }

  return {
    get dueInMs() {
      return Math.max(0, dueAt - performance.now());
    },
    async look(connection, hasNews) {
      if (left.length === 0) await listNew(connection);
      const folders = (await listFolders(deps.db, target.mailbox.id)).filter(
        (folder) => folder.wanted && folder.id !== liveFolderId && !sweeper.isLeftAlone(folder),
      );
      if (left.length === 0) left = folders.map(({ id }) => id);
      const known = new Map(folders.map((folder) => [folder.id, folder]));
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        const folder = known.get(id);
        if (folder && (await isQuiet(connection, folder))) await noteChecked(deps, folder);
        else if (folder) changed.add(id);
        if (left.length > 0 && hasNews()) return;
      }
      dueAt = performance.now() + deps.timing.sweepMs;
    },
  };
}
