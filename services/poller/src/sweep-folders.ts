// Reads the folders nobody watches live: a sync of those that changed, and another try for messages that were announced and not delivered. Runs
// on the mailbox's second connection.
import { TransientError } from '@quittance/domain/errors';
import { toInstant, type Instant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import { getFolder, listFolders, recordFolderFailure, type Folder } from '@quittance/store/folders';
import { checkFence } from '@quittance/store/leases';
import { listDueUids, listKnownUids, noteMissing, postponeRetries, recordUnreadUid } from '@quittance/store/locations';
import { inTransaction } from '@quittance/store/transaction';
import { askFacts } from './ask-facts.ts';
import type { FolderFilter } from './changed-folders.ts';
import { isFolderMissing, isFoldersFault, mayBeFoldersFault } from './folder-fault.ts';
import { createFolderStrikes } from './folder-strikes.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { after, placeOf, readBatch } from './read-batch.ts';
import { CONFIRMATIONS_TO_BE_GONE, CONFIRM_GONE_MS } from './retry-schedule.ts';
import { isNewEpoch, isUnchanged, noteChecked, syncFolder } from './sync-folder.ts';

/** Folders that are listed and could never be opened, and those that were deleted, are asked this seldom after three refusals. */
const PHANTOM_FAILURES = 3;
const PHANTOM_MS = 6 * 3_600_000;
const RETRIES_MAX = 100;
/** What waits in a folder that can't be read now is asked for again after this. */
const FOLDER_AGAIN_MS = 5 * 60_000;

interface Swept {
  /** A folder has history to read that it had not before. */
  readonly hasHistory: boolean;
  /** A folder was deleted, or goes by another name now. */
  readonly hasMissing: boolean;
}

export interface Sweeper {
  sweep(connection: ImapConnection, liveFolderId: string, isDue: FolderFilter): Promise<Swept>;
  /** It is listed and was refused again and again, or breaks connections: to be asked for again much later. */
  isLeftAlone(folder: Pick<Folder, 'id' | 'path'>): boolean;
}

export function createSweeper(deps: ReadDeps, target: ReadTarget): Sweeper {
  const askAgainAt = new Map<string, number>();
  const strikes = createFolderStrikes(() => performance.now());

  async function sweepFolder(connection: ImapConnection, folder: Folder, isChanged: boolean): Promise<boolean> {
    // STATUS of the selected folder is answered with old numbers by some servers: that one is opened anew.
    const isSelected = deps.source.selectedFolder(connection)?.path === folder.path;
    if (!isChanged && !isSelected && (await isUnchanged(deps, connection, folder))) {
      await noteChecked(deps, folder);
      return false;
    }
    const synced = await syncFolder(deps, connection, target, folder.id, { reopen: true });
    return isNewEpoch(folder, synced) || (folder.checkedAt === null && synced.lowUid > 1);
  }

  // By its name, too: under another one it may be read again at once.
  const nameOf = ({ id, path }: Pick<Folder, 'id' | 'path'>): string => `${id} ${path}`;
  const isLeftAlone: Sweeper['isLeftAlone'] = (folder) =>
    performance.now() < (askAgainAt.get(nameOf(folder)) ?? 0) || strikes.isOut(folder.id);

  async function noteFailure(folder: Folder, error: unknown): Promise<void> {
    // What broke was perhaps the network: the page must not say that the server refuses the folder, and throttled is the whole account.
    if (!isFoldersFault(error)) {
      if (!(error instanceof TransientError && error.code === 'throttled')) strikes.add(folder.id);
      return;
    }
    const failures = await recordFolderFailure(deps.db, folder.id);
    const isPhantom = isFolderMissing(error) || folder.checkedAt === null;
    if (!isPhantom) strikes.add(folder.id);
    else if (failures >= PHANTOM_FAILURES) askAgainAt.set(nameOf(folder), performance.now() + PHANTOM_MS);
    deps.log.warn({ folderId: folder.id, failures, err: error }, 'folder_refused');
  }

  return {
    isLeftAlone,
    async sweep(connection, liveFolderId, isDue) {
      let hasHistory = false;
      let hasMissing = false;
      const folders = await listFolders(deps.db, target.mailbox.id);
      for (const folder of folders.toSorted((a, b) => strikes.count(a.id) - strikes.count(b.id))) {
        const due = isDue(folder.id);
        // Of the watched one the live connection says that only where its history is another one now.
        if (folder.id === liveFolderId && due === 'changed') hasHistory = true;
        if (!folder.wanted || folder.id === liveFolderId || !due || isLeftAlone(folder)) continue;
        try {
          hasHistory = (await sweepFolder(connection, folder, due === 'changed')) || hasHistory;
          strikes.clear(folder.id);
        } catch (error) {
          if (!mayBeFoldersFault(error)) throw error;
          await noteFailure(folder, error);
          if (!isFoldersFault(error)) throw error;
          hasMissing ||= isFolderMissing(error) && folder.listed;
        }
      }
      return { hasHistory, hasMissing };
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
      if (!mayBeFoldersFault(error)) throw error;
      deps.log.warn({ folderId, err: error }, 'folder_refused');
      // While the last list of folders still has it, it may only go by another name now.
      if (isFolderMissing(error) && !folder.listed) for (const uid of uids) await noteAbsent(deps, target, folder, uid);
      // Else the next connection would begin with them, and perhaps end with them, too.
      else await postponeRetries(deps.db, placeOf(target, folder), uids, later(deps, FOLDER_AGAIN_MS));
      if (!isFoldersFault(error)) throw error;
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
  const place = placeOf(target, folder);
  const known = new Map((await listKnownUids(deps.db, place, [uid])).map((one) => [one.uid, one]));
  const facts = await askFacts(deps, connection, place, [uid], known);
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
