// Messages that the server announced and never gave: no bytes are kept of them, only where they are. The person sees them and may have them
// asked for again; nothing else makes them move.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { notify } from './notifications.ts';

export interface UnreadUidRow {
  readonly id: number;
  readonly mailboxId: string;
  readonly address: string;
  readonly path: string;
  readonly uid: number;
  /** `not_delivered`, `ends_the_reader`, `breaks_the_connection`. */
  readonly code: string;
  readonly sizeBytes: number | null;
  readonly seenAt: Instant;
}

const IN_PRESENT_EPOCH = sql<boolean>`location.uid_validity is not distinct from folder.uid_validity`;

/** The latest first. Those of an epoch that is over can't be asked for and are left out. */
export async function listUnreadUids(db: Queryable, userId: string, limit = 200): Promise<UnreadUidRow[]> {
  const rows = await db
    .selectFrom('location')
    .innerJoin('folder', 'folder.id', 'location.folder_id')
    .innerJoin('mailbox', 'mailbox.id', 'location.mailbox_id')
    .select([
      'location.id',
      'mailbox.id as mailboxId',
      'mailbox.address',
      'location.path',
      'location.uid',
      sql<string>`coalesce(location.problem_code, '')`.as('code'),
      'location.size_bytes as sizeBytes',
      'location.seen_at as seenAt',
    ])
    .where('location.user_id', '=', userId)
    .where('location.state', '=', 'quarantined')
    .where('location.content_id', 'is', null)
    .where('mailbox.state', '<>', 'removed')
    .where(IN_PRESENT_EPOCH)
    .orderBy('location.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, uid: row.uid! }));
}

/** Asks for one again, with a clean count. @returns false when it is not among them. */
export async function retryUnreadUid(tx: Tx, userId: string, id: number, at: Instant): Promise<boolean> {
  const retried = await tx
    .updateTable('location')
    .set({ state: 'pending', attempts: 0, missing_count: 0, next_try_at: at, problem_code: null })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '=', 'quarantined')
    .where('content_id', 'is', null)
    .where('folder_id', 'is not', null)
    .executeTakeFirst();
  if (retried.numUpdatedRows === 0n) return false;
  await notify(tx, 'change', userId);
  return true;
}
