// Servers that give no UIDVALIDITY or no UIDNEXT (163.com, Winmail) don't tell when they number a folder anew. Where the count goes down, new mail then gets
// numbers below the cursor, and nothing would ever ask for it. So the highest message below the cursor is held against what is known under its number:
// another one there means that the count has begun again.
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import type { OpenFolder } from '@quittance/imap/open-folder';
import type { Folder } from '@quittance/store/folders';
import { listKnownFacts, type KnownFacts } from '@quittance/store/holes';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { placeOf } from './read-batch.ts';

/** First among so many numbers, then among all: a folder may hold a hundred thousand. */
const NEAR_UIDS = 200;
/** A single one may lack a row by a fault; these don't. */
const COMPARED = 20;

/** @param open as a fresh EXAMINE tells, in the epoch that is known. */
export async function countsAnew(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  open: OpenFolder,
): Promise<boolean> {
  if ((open.uidNext !== null && open.uidValidity !== null) || folder.lowUid >= folder.nextUid) return false;
  const uids = (await uidsBelow(deps, connection, folder)).slice(-COMPARED);
  if (uids.length === 0) return false;
  // All that was read is gone, and others are there. Where they are mere history that is still to be read, it is read from its end once more.
  if (uids.at(-1)! < folder.lowUid) return true;
  const known = new Map((await listKnownFacts(deps.db, placeOf(target, folder), uids)).map((one) => [one.uid, one]));
  const highest = uids.findLast((uid) => known.has(uid));
  if (highest === undefined) return true;
  const found = (await deps.source.fetchFacts(connection, [highest])).get(highest);
  return found !== undefined && isOther(known.get(highest)!, found);
}

async function uidsBelow(deps: ReadDeps, connection: ImapConnection, { nextUid }: Folder): Promise<number[]> {
  const from = Math.max(1, nextUid - NEAR_UIDS);
  const near = await deps.source.searchUids(connection, from, nextUid - 1);
  return near.length > 0 || from === 1 ? near : deps.source.searchUids(connection, 1, nextUid - 1);
}

// Both: there are servers that state sizes which are not those of their messages, and others that make dates up anew.
function isOther(known: KnownFacts, found: MessageFacts): boolean {
  if (known.sizeBytes === null || known.internalDate === null || found.internalDate === null) return false;
  return known.sizeBytes !== found.sizeBytes && known.internalDate !== found.internalDate;
}
