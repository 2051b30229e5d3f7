// Path of an email, step 2 of 9. Before: poller/watch-mailbox. After: intake/accept-message.
// From the folder's cursor to its newest UID. UID SEARCH is the truth; EXISTS and UIDNEXT are hints that servers get wrong. Opens the
// folder read-only, notices a new epoch, and asks again until a search finds nothing new.
import { toInstant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import type { OpenFolder } from '@quittance/imap/open-folder';
import { recordChecked } from '@quittance/store/coverage';
import { beginEpoch, getFolder, type Folder } from '@quittance/store/folders';
import { checkFence, revokeLease } from '@quittance/store/leases';
import { listKnownUids, retireEpoch, settleEndedEpoch } from '@quittance/store/locations';
import { inTransaction } from '@quittance/store/transaction';
import { askFacts } from './ask-facts.ts';
import { countsAnew } from './counts-anew.ts';
import { isSuspect, LIVE_LIMITS, planBatches } from './plan-batches.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { placeOf, readBatch, type Priority } from './read-batch.ts';
import { readNews } from './read-news.ts';

/** Facts are asked for in pieces of this size. */
const CHUNK_UIDS = 500;
/** What a person moves or a server delivers late is still news for this long. */
const NEWS_MS = 3 * 24 * 3_600_000;
const SLACK_MS = 24 * 3_600_000;

export interface SyncOptions {
  /** EXAMINE even when the folder is selected already. */
  readonly reopen: boolean;
  /** As the last sync over this connection left it: where it still stands so, its search need not wait for the database. */
  readonly last?: Folder | undefined;
}

/** @returns the folder as it is known now. */
export async function syncFolder(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folderId: string,
  options: SyncOptions,
): Promise<Folder> {
  const [read, early] = await Promise.all([getFolder(deps.db, folderId), searchEarly(deps, connection, options)]);
  let folder = read;
  const selected = deps.source.selectedFolder(connection);
  const open = !options.reopen && selected?.path === folder.path ? selected : await deps.source.openFolder(connection, folder.path);
  folder = await enterEpoch(deps, connection, target, folder, open, options.reopen || selected?.path !== folder.path);
  let found = early && isSameCursor(early.folder, folder) ? early.uids : null;
  const isNews = newsTest(folder, deps.clock.now());
  for (;;) {
    const uids = found ?? (await deps.source.searchUids(connection, folder.nextUid));
    found = null;
    if (uids.length === 0) break;
    const next = uids.slice(0, CHUNK_UIDS);
    await deps.liveWork.run(() => readNew(deps, connection, target, folder, next, isNews));
    folder = await getFolder(deps.db, folderId);
  }
  await noteChecked(deps, folder);
  return folder;
}

async function searchEarly(deps: ReadDeps, connection: ImapConnection, { reopen, last }: SyncOptions) {
  const selected = deps.source.selectedFolder(connection);
  if (reopen || !last || selected?.path !== last.path || selected.uidValidity !== last.uidValidity) return null;
  return { folder: last, uids: await deps.source.searchUids(connection, last.nextUid) };
}

const isSameCursor = (a: Folder, b: Folder): boolean => a.path === b.path && a.uidValidity === b.uidValidity && a.nextUid === b.nextUid;

async function readNew(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  uids: readonly number[],
  priorityOf: (facts: MessageFacts) => Priority,
): Promise<void> {
  if (await readNews(deps, connection, target, folder, { uids, priorityOf })) return;
  const place = placeOf(target, folder);
  const known = new Map((await listKnownUids(deps.db, place, uids)).map((one) => [one.uid, one]));
  // Where one of them breaks connections the cursor goes on by single messages, as far as it gets.
  const next = uids.some((uid) => (known.get(uid)?.breaks ?? 0) > 0) ? uids.slice(0, 1) : uids;
  const facts = await askFacts(deps, connection, place, next, known);
  const batches = planBatches(
    next,
    (uid) => facts.get(uid)?.sizeBytes,
    (uid) => isSuspect(known.get(uid)),
    LIVE_LIMITS,
  );
  for (const batch of batches) {
    await readBatch(deps, connection, target, folder, { uids: batch, facts, known }, { mode: 'live', priorityOf });
  }
}

/** The first opening, a new UIDVALIDITY, or a count that starts again: live reading begins at the end, the rest is history. */
async function enterEpoch(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  open: OpenFolder,
  fresh: boolean,
): Promise<Folder> {
  const first = folder.checkedAt === null && folder.uidValidity === null;
  const renumbered = !first && open.uidValidity !== folder.uidValidity;
  // Only a fresh EXAMINE tells the next UID; while a folder stays selected the number is an old one.
  const isLower = open.uidNext !== null && open.uidNext < folder.nextUid;
  const startedAgain = !first && !renumbered && fresh && (isLower || (await countsAnew(deps, connection, target, folder, open)));
  if (!first && !renumbered && !startedAgain) return folder;
  const uidNext = open.uidNext ?? ((await deps.source.searchUids(connection, 1)).at(-1) ?? 0) + 1;
  await inTransaction(deps.db, async (tx) => {
    await checkFence(tx, target.fence);
    if (startedAgain) {
      // By its UIDVALIDITY a batch on its way can't tell the old numbers from the new: what is committed is retired, what is not yet can't be any more.
      await revokeLease(tx, folder.mailboxId);
      await retireEpoch(tx, folder.id, open.uidValidity);
    }
    if (!first) await settleEndedEpoch(tx, folder.id, open.uidValidity);
    await beginEpoch(tx, folder.id, { uidValidity: open.uidValidity, uidNext });
  });
  if (!first) deps.log.warn({ folderId: folder.id, was: folder.uidValidity, is: open.uidValidity, uidNext }, 'folder_renumbered');
  return getFolder(deps.db, folder.id);
}

// A folder that 5,000 old messages are moved into must raise no storm of alerts, and mail that came while we were away is news.
function newsTest(folder: Folder, now: Date): (facts: MessageFacts) => Priority {
  const checkedAt = folder.checkedAt === null ? now.getTime() : Date.parse(folder.checkedAt);
  const since = Math.min(checkedAt - SLACK_MS, now.getTime() - NEWS_MS);
  return ({ internalDate }) => (internalDate === null || Date.parse(internalDate) >= since ? 'live' : 'history');
}

/** Within an epoch `nextUid` only goes up and `lowUid` only down. */
export function isNewEpoch(before: Folder, now: Folder): boolean {
  return now.uidValidity !== before.uidValidity || now.nextUid < before.nextUid || now.lowUid > before.lowUid;
}

/** By STATUS, without opening it: nothing came since it was last read to its end. */
export async function isUnchanged(deps: ReadDeps, connection: ImapConnection, folder: Folder): Promise<boolean> {
  if (folder.checkedAt === null) return false;
  const status = await deps.source.folderStatus(connection, folder.path);
  return status !== null && status.uidNext === folder.nextUid && status.uidValidity === folder.uidValidity;
}

/** The folder's state is known up to now. */
export function noteChecked(deps: ReadDeps, folder: Folder): Promise<void> {
  return recordChecked(deps.db, {
    userId: folder.userId,
    mailboxId: folder.mailboxId,
    folderId: folder.id,
    uidValidity: folder.uidValidity,
    uidNext: folder.nextUid,
    at: toInstant(deps.clock.now()),
  });
}
