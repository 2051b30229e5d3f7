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

  return {
    get dueInMs() {
      return Math.max(0, dueAt - performance.now());
    },
    async look(connection, hasNews) {
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
