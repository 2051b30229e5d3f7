// The safety net under everything else: once a day, and after the mailbox was away for an hour, the whole list of a folder's UIDs is compared
// with what is known. A UID without a row, or one that was taken for gone, was lost by a server's lie or a fault of ours; it is asked for like one that
// was not delivered.
import { toInstant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import { listFolders, type Folder } from '@quittance/store/folders';
import { findHoles, insertHoles, recordReconciled } from '@quittance/store/holes';
import { checkFence } from '@quittance/store/leases';
import { inTransaction } from '@quittance/store/transaction';
import { isFoldersFault, mayBeFoldersFault } from './folder-fault.ts';
import { createFolderStrikes } from './folder-strikes.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { placeOf } from './read-batch.ts';

const AWAY_MS = 3_600_000;
/** A folder that is refused now is asked for again after this. */
const REFUSED_MS = 3_600_000;

export interface Reconciler {
  /** Compares at most one folder that is due. @returns whether there was one. */
  step(connection: ImapConnection): Promise<boolean>;
}

/** @param away the mailbox was not read for a while before this session: every folder is due. */
export function createReconciler(deps: ReadDeps, target: ReadTarget): Reconciler {
  const sessionAt = deps.clock.now().getTime();
  const wasAway = sessionAt - Date.parse(target.mailbox.checkedAt ?? target.mailbox.createdAt) > AWAY_MS;
  const askAgainAt = new Map<string, number>();
  const strikes = createFolderStrikes(() => performance.now());

  function isDue(folder: Folder, now: number): boolean {
    if (!folder.wanted || folder.checkedAt === null || strikes.isOut(folder.id)) return false;
    if (performance.now() < (askAgainAt.get(folder.id) ?? 0)) return false;
    if (folder.reconciledAt === null) return true;
    const at = Date.parse(folder.reconciledAt);
    return now - at >= deps.timing.reconcileMs || (wasAway && at < sessionAt);
  }

  return {
    async step(connection) {
      const now = deps.clock.now().getTime();
      const due = (await listFolders(deps.db, target.mailbox.id)).find((folder) => isDue(folder, now));
      if (!due) return false;
      try {
        await reconcile(deps, connection, target, due);
      } catch (error) {
        if (mayBeFoldersFault(error)) strikes.add(due.id);
        if (!isFoldersFault(error)) throw error;
        askAgainAt.set(due.id, performance.now() + REFUSED_MS); // The sweep says so.
      }
      return true;
    },
  };
}

async function reconcile(deps: ReadDeps, connection: ImapConnection, target: ReadTarget, folder: Folder): Promise<void> {
  const open = await deps.source.openFolder(connection, folder.path);
  // The sync of the folder begins the new epoch, in which everything is read anyway.
  const uids = open.uidValidity === folder.uidValidity ? await deps.source.searchUids(connection, 1) : [];
  // What lies outside is still to be read: new mail above, history below.
  const passed = uids.filter((uid) => uid >= folder.lowUid && uid < folder.nextUid);
  const place = placeOf(target, folder);
  const holes = await findHoles(deps.db, place, passed);
  const at = toInstant(deps.clock.now());
  await inTransaction(deps.db, async (tx) => {
    await checkFence(tx, target.fence);
    await insertHoles(tx, place, holes, at);
    await recordReconciled(tx, folder.id, at);
  });
  if (holes.length > 0) deps.log.error({ folderId: folder.id, holes: holes.length }, 'messages_found_missing');
}
