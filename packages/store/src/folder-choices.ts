// Which folders the person wants read, and folders that go by another name now. The poller learns of a choice through the mailbox's version
// and lists the folders anew.
import type { Queryable, Tx } from './database.ts';
import { notify } from './notifications.ts';

/**
 * @param choices by folder id; null leaves it to the folder's use again.
 * @returns false when the mailbox is not this person's.
 */
export async function setFolderChoices(
  tx: Tx,
  userId: string,
  mailboxId: string,
  choices: ReadonlyMap<string, boolean | null>,
): Promise<boolean> {
  const mailbox = await tx
    .selectFrom('mailbox')
    .select('id')
    .where('id', '=', mailboxId)
    .where('user_id', '=', userId)
    .where('state', '<>', 'removed')
    .forUpdate()
    .executeTakeFirst();
  if (!mailbox) return false;
  let hasMore = false;
  for (const [id, choice] of choices) {
    const changed = await tx
      .updateTable('folder')
      .set({ choice, ...(choice === null ? {} : { wanted: choice }) })
      .where('id', '=', id)
      .where('mailbox_id', '=', mailboxId)
      .executeTakeFirst();
    if (choice !== false && changed.numUpdatedRows > 0n) hasMore = true;
  }
  // What a folder held before it was chosen is history that is still to be read.
  if (hasMore) await tx.updateTable('mailbox').set({ backfill_finished_at: null }).where('id', '=', mailboxId).execute();
  await notify(tx, 'mailbox', mailboxId);
  await notify(tx, 'change', userId);
  return true;
}

/** The same folder under another name: its cursor and what is known of its messages go on. */
export async function renameFolder(tx: Tx, folderId: string, path: string): Promise<void> {
  await tx.updateTable('folder').set({ path, listed: true, failures: 0 }).where('id', '=', folderId).execute();
}

export interface KnownMessage {
  readonly uid: number;
  readonly sizeBytes: number;
}

/** The newest messages of the folder's present epoch whose size is known: by them it is recognised. */
export async function newestKnownMessages(db: Queryable, folderId: string, uidValidity: number, limit: number): Promise<KnownMessage[]> {
  const rows = await db
    .selectFrom('location')
    .select(['uid', 'size_bytes'])
    .where('folder_id', '=', folderId)
    .where('uid_validity', '=', uidValidity)
    .where('size_bytes', 'is not', null)
    .where('state', '<>', 'gone')
    .orderBy('uid', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ uid: row.uid!, sizeBytes: row.size_bytes! }));
}
