// Folders of a mailbox and their cursors. `next_uid`: every announced UID below it has a location row. `low_uid`: history has been read from
// there upwards. A new UIDVALIDITY is a new epoch: all UIDs mean something else.
import { TransientError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';

export interface Folder {
  readonly id: string;
  readonly mailboxId: string;
  readonly userId: string;
  readonly path: string;
  readonly specialUse: string | null;
  /** null before the first opening and on servers that give none. */
  readonly uidValidity: number | null;
  readonly nextUid: number;
  readonly lowUid: number;
  /** It is read. */
  readonly wanted: boolean;
  /** The person's word on it; null: its use decides. */
  readonly choice: boolean | null;
  /** The server's list still has it. */
  readonly listed: boolean;
  readonly failures: number;
  /** null: never read. */
  readonly checkedAt: Instant | null;
  /** The list of its UIDs was compared with what is known. */
  readonly reconciledAt: Instant | null;
}

const COLUMNS = [
  'id',
  'mailbox_id as mailboxId',
  'user_id as userId',
  'path',
  'special_use as specialUse',
  'uid_validity as uidValidity',
  'next_uid as nextUid',
  'low_uid as lowUid',
  'wanted',
  'choice',
  'listed',
  'failures',
  'checked_at as checkedAt',
  'reconciled_at as reconciledAt',
] as const;

/** Adds folders seen for the first time; of others the use is renewed, and whether they are read (the person's word is in `wanted` already). Vanished folders keep their rows and are marked. */
export async function saveFolders(
  db: Queryable,
  mailbox: { id: string; userId: string },
  listed: readonly { path: string; specialUse: string | null; wanted: boolean }[],
): Promise<void> {
  if (listed.length === 0) return;
  await db
    .updateTable('folder')
    .set({ listed: false })
    .where('mailbox_id', '=', mailbox.id)
    .where(sql<boolean>`path <> all(${listed.map(({ path }) => path)}::text[])`)
    .execute();
  await db
    .insertInto('folder')
    .values(
      listed.map((folder) => ({
        user_id: mailbox.userId,
        mailbox_id: mailbox.id,
        path: folder.path,
        special_use: folder.specialUse,
        wanted: folder.wanted,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['mailbox_id', 'path']).doUpdateSet({
        special_use: sql`excluded.special_use`,
        wanted: sql`excluded.wanted`,
        listed: true,
      }),
    )
    .execute();
}

export async function listFolders(db: Queryable, mailboxId: string): Promise<Folder[]> {
  return db.selectFrom('folder').select(COLUMNS).where('mailbox_id', '=', mailboxId).orderBy('path').execute();
}

export async function getFolder(db: Queryable, folderId: string): Promise<Folder> {
  return db.selectFrom('folder').select(COLUMNS).where('id', '=', folderId).executeTakeFirstOrThrow();
}

/**
 * First opening or a new UIDVALIDITY: live reading starts at `uidNext`, everything below is history. One that was there before (two servers behind a
 * name that number differently) brings back what had waited in it.
 */
export async function beginEpoch(tx: Tx, folderId: string, epoch: { uidValidity: number | null; uidNext: number }): Promise<void> {
  await tx
    .updateTable('location')
    .set({ state: 'pending', next_try_at: sql<string>`now()`, problem_code: null, attempts: 0, missing_count: 0 })
    .where('folder_id', '=', folderId)
    .where('uid_validity', 'is not distinct from', epoch.uidValidity)
    .where('state', '=', 'gone')
    .where('problem_code', '=', 'uid_validity_changed')
    .execute();
  await tx
    .updateTable('folder')
    .set({ uid_validity: epoch.uidValidity, next_uid: epoch.uidNext, low_uid: epoch.uidNext })
    .where('id', '=', folderId)
    .execute();
}

export interface FolderCursor {
  readonly folderId: string;
  /** The epoch that was read: the cursor of another one is not touched. */
  readonly uidValidity: number | null;
  readonly nextUid?: number;
  readonly lowUid?: number;
}

/**
 * `next_uid` only ever goes up, `low_uid` only ever down, so two readers of a folder can't push each other back.
 *
 * @throws TransientError `epoch_changed` when the folder was renumbered meanwhile.
 */
export async function moveCursor(tx: Tx, cursor: FolderCursor): Promise<void> {
  if ((await movedCursor(tx, cursor).execute()).length === 0) throw epochChanged(cursor);
}

/** The move alone; returns a row, and none when the folder was renumbered: then `epochChanged` is to be thrown. */
export function movedCursor(tx: Tx, cursor: FolderCursor) {
  return tx
    .updateTable('folder')
    .set((eb) => ({
      ...(cursor.nextUid === undefined ? {} : { next_uid: eb.fn<number>('greatest', ['next_uid', eb.val(cursor.nextUid)]) }),
      ...(cursor.lowUid === undefined ? {} : { low_uid: eb.fn<number>('least', ['low_uid', eb.val(cursor.lowUid)]) }),
    }))
    .where('id', '=', cursor.folderId)
    .where('uid_validity', 'is not distinct from', cursor.uidValidity)
    .returning('folder.next_uid as movedTo');
}

export function epochChanged({ folderId }: Pick<FolderCursor, 'folderId'>): TransientError {
  return new TransientError('epoch_changed', `folder ${folderId} was renumbered while it was read`);
}

/** Folders that are listed and can't be opened exist; they are asked less and less often. */
export async function recordFolderFailure(db: Queryable, folderId: string): Promise<number> {
  const row = await db
    .updateTable('folder')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .where('id', '=', folderId)
    .returning('failures')
    .executeTakeFirstOrThrow();
  return row.failures;
}
