// Reads the folders nobody watches live: a sync of those that changed, and another try for messages that were announced and not delivered. Runs
// on the mailbox's second connection.
import { toInstant, type Instant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import { getFolder, listFolders, recordFolderFailure, type Folder } from '@quittance/store/folders';
import { checkFence } from '@quittance/store/leases';
import { listDueUids, listKnownUids, noteMissing, postponeRetries, recordUnreadUid } from '@quittance/store/locations';
import { inTransaction } from '@quittance/store/transaction';
import type { FolderFilter } from './changed-folders.ts';
import { isFolderMissing, isFoldersFault } from './folder-fault.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { after, placeOf, readBatch } from './read-batch.ts';
import { CONFIRMATIONS_TO_BE_GONE, CONFIRM_GONE_MS } from './retry-schedule.ts';
import { isUnchanged, noteChecked, syncFolder } from './sync-folder.ts';

/** Folders that are listed and can't be opened are asked this seldom after three refusals. */
const PHANTOM_FAILURES = 3;
const PHANTOM_MS = 6 * 3_600_000;
const RETRIES_MAX = 100;
/** What waits in a folder that can't be read now is asked for again after this. */
const FOLDER_AGAIN_MS = 5 * 60_000;

export interface Sweeper {
  /** @returns whether a folder has history to read that it had not before. */
  sweep(connection: ImapConnection, liveFolderId: string, isDue: FolderFilter): Promise<boolean>;
  /** It is listed and was refused again and again: to be asked for again much later. */
  isLeftAlone(folderId: string): boolean;
}

export function createSweeper(deps: ReadDeps, target: ReadTarget): Sweeper {
  const askAgainAt = new Map<string, number>();

  async function sweepFolder(connection: ImapConnection, folder: Folder, isChanged: boolean): Promise<boolean> {
    // STATUS of the selected folder is answered with old numbers by some servers: that one is opened anew.
    const isSelected = deps.source.selectedFolder(connection)?.path === folder.path;
    if (!isChanged && !isSelected && (await isUnchanged(deps, connection, folder))) {
      await noteChecked(deps, folder);
      return false;
    }
    const synced = await syncFolder(deps, connection, target, folder.id, { reopen: true });
    return synced.uidValidity !== folder.uidValidity || (folder.checkedAt === null && synced.lowUid > 1);
  }

  const isLeftAlone = (folderId: string): boolean => performance.now() < (askAgainAt.get(folderId) ?? 0);

  return {
    isLeftAlone,
    async sweep(connection, liveFolderId, isDue) {
      let hasHistory = false;
      const folders = await listFolders(deps.db, target.mailbox.id);
      for (const folder of folders) {
        const due = isDue(folder.id);
        if (!folder.wanted || folder.id === liveFolderId || !due || isLeftAlone(folder.id)) continue;
        try {
          hasHistory = (await sweepFolder(connection, folder, due === 'changed')) || hasHistory;
        } catch (error) {
          if (!isFoldersFault(error)) throw error;
          const failures = await recordFolderFailure(deps.db, folder.id);
          if (failures >= PHANTOM_FAILURES) askAgainAt.set(folder.id, performance.now() + PHANTOM_MS);
          deps.log.warn({ folderId: folder.id, failures, err: error }, 'folder_refused');
        }
      }
      return hasHistory;
    },
  };
}

/** Asks again for messages that were announced and not delivered. @returns how many were looked at. */
export async function retryPending(deps: ReadDeps, connection: ImapConnection, target: ReadTarget): Promise<number> {
  const due = await listDueUids(deps.db, target.mailbox.id, toInstant(deps.clock.now()), RETRIES_MAX);
  for (const [folderId, uids] of groupByFolder(due)) {
    const folder = await getFolder(deps.db, folderId);
    try {
      await retryFolder(deps, connection, target, folder, uids);
    } catch (error) {
      if (!isFoldersFault(error)) throw error;
      deps.log.warn({ folderId, err: error }, 'folder_refused');
      if (isFolderMissing(error)) for (const uid of uids) await noteAbsent(deps, target, folder, uid);
      else await postponeRetries(deps.db, placeOf(target, folder), uids, later(deps, FOLDER_AGAIN_MS));
    }
  }
  return due.length;
}

async function retryFolder(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  uids: readonly number[],
): Promise<void> {
  const open = await deps.source.openFolder(connection, folder.path);
  if (open.uidValidity !== folder.uidValidity) {
    // The sync of that folder begins the new epoch and settles these; until then they must not be due again at once.
    await postponeRetries(deps.db, placeOf(target, folder), uids, later(deps, FOLDER_AGAIN_MS));
    return;
  }
  for (const uid of uids) await retryUid(deps, connection, target, folder, uid);
}

async function retryUid(deps: ReadDeps, connection: ImapConnection, target: ReadTarget, folder: Folder, uid: number): Promise<void> {
  const found = await deps.source.searchUids(connection, uid, uid);
  if (found.length === 0) return noteAbsent(deps, target, folder, uid);
  const facts = await deps.source.fetchFacts(connection, [uid]);
  const known = new Map((await listKnownUids(deps.db, placeOf(target, folder), [uid])).map((one) => [one.uid, one]));
  await readBatch(deps, connection, target, folder, { uids: [uid], facts, known }, { mode: 'retry', priorityOf: () => 'live' });
}

// Absent from a search that succeeded. Two of them, minutes apart, in separate selections, make it gone.
async function noteAbsent(deps: ReadDeps, target: ReadTarget, folder: Folder, uid: number): Promise<void> {
  const place = placeOf(target, folder);
  await inTransaction(deps.db, async (tx) => {
    await checkFence(tx, target.fence);
    const confirmations = await noteMissing(tx, place, uid, later(deps, CONFIRM_GONE_MS));
    if (confirmations >= CONFIRMATIONS_TO_BE_GONE) await recordUnreadUid(tx, place, { uid, state: 'gone' }, later(deps, 0));
  });
}

const later = (deps: ReadDeps, ms: number): Instant => after(deps.clock.now(), ms);

function groupByFolder(due: readonly { folderId: string; uid: number }[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { folderId, uid } of due) groups.set(folderId, [...(groups.get(folderId) ?? []), uid]);
  return groups;
}
