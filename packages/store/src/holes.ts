// UIDs that a folder has and nothing is known of, or that are known as gone: there should be none, and looking for them is what shows it.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { UidPlace } from './locations.ts';

/** Of the given UIDs those without a location, or with one that says they are gone, ascending. */
export async function findHoles(db: Queryable, place: UidPlace, uids: readonly number[]): Promise<number[]> {
  if (uids.length === 0) return [];
  const { rows } = await sql<{ uid: number }>`
    select wanted.uid from unnest(${uids}::bigint[]) as wanted(uid)
    where not exists (select from location
      where folder_id = ${place.folderId} and uid_validity is not distinct from ${place.uidValidity}::bigint and location.uid = wanted.uid
        and location.state <> 'gone')
    order by wanted.uid`.execute(db);
  return rows.map(({ uid }) => uid);
}

/** They wait for their bytes from now on, like any message that was announced and not delivered. */
export async function insertHoles(tx: Tx, place: UidPlace, uids: readonly number[], at: Instant): Promise<void> {
  if (uids.length === 0) return;
  await sql`
    insert into location (user_id, mailbox_id, folder_id, path, uid_validity, uid, state, next_try_at, problem_code, seen_at)
    select ${place.userId}::uuid, ${place.mailboxId}::uuid, ${place.folderId}::uuid, ${place.path}, ${place.uidValidity}::bigint,
           uid, 'pending', ${at}::timestamptz, 'found_missing', ${at}::timestamptz
    from unnest(${uids}::bigint[]) as uid
    on conflict (folder_id, uid_validity, uid) where folder_id is not null
    do update set state = excluded.state, next_try_at = excluded.next_try_at, problem_code = excluded.problem_code, attempts = 0, missing_count = 0
    where location.state = 'gone' and location.content_id is null`.execute(tx);
}

export async function recordReconciled(tx: Tx, folderId: string, at: Instant): Promise<void> {
  await tx.updateTable('folder').set({ reconciled_at: at }).where('id', '=', folderId).execute();
}

export interface KnownFacts {
  readonly uid: number;
  /** null: the message never came. */
  readonly sizeBytes: number | null;
  readonly internalDate: Instant | null;
}

/** By what messages are told apart before they are read, of those UIDs that have a row. */
export async function listKnownFacts(db: Queryable, place: UidPlace, uids: readonly number[]): Promise<KnownFacts[]> {
  const { rows } = await sql<KnownFacts>`
    select uid, size_bytes as "sizeBytes", internal_date as "internalDate" from location
    where folder_id = ${place.folderId} and uid_validity is not distinct from ${place.uidValidity}::bigint and uid = any(${uids}::bigint[])`.execute(
    db,
  );
  return rows;
}
