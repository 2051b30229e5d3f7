// Where messages were found, for IMAP: one row per (folder, UIDVALIDITY, UID), and the one state each announced UID ends in. Rows with
// content are written by the acceptance step; here stand those without: asked and not delivered, gone, too big, poisonous.
import type { Instant } from '@quittance/domain/instant';
import { LOCATION_STATES, type LocationState } from '@quittance/domain/mailbox';
import { sql, type ExpressionBuilder } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { Schema } from './schema.ts';
import { UNHURRIED } from './unhurried.ts';

export interface UidPlace {
  readonly userId: string;
  readonly mailboxId: string;
  readonly folderId: string;
  readonly path: string;
  readonly uidValidity: number | null;
}

export interface KnownUid {
  readonly uid: number;
  /** Its bytes are accepted, or it ended without: nothing to read. */
  readonly settled: boolean;
  readonly attempts: number;
  /** How often reading began and nothing was written afterwards. */
  readonly deaths: number;
  /** How often the connection broke over it; 1 also when it was one of many. */
  readonly breaks: number;
  /** It was put off because the connection broke over it time and again. */
  readonly isPutOff: boolean;
}

/** Written before any byte is asked for and overwritten by what came of it: found later, it means that the process died over it. */
const READING = 'reading';
/** The connection broke while this one was asked for, with others or alone. */
const BROKE = 'connection_broke';
/** It breaks the connection each time. */
export const PUT_OFF = 'breaks_the_connection';

/** What is known of these UIDs; those without a row are left out. */
export async function listKnownUids(db: Queryable, place: UidPlace, uids: readonly number[]): Promise<KnownUid[]> {
  if (uids.length === 0) return [];
  const { rows } = await sql<KnownUid>`
    select uid, (state <> 'pending' or content_id is not null) as settled, attempts,
           case when problem_code = ${READING} then attempts else 0 end as deaths,
           case when problem_code = ${BROKE} then greatest(attempts, 1) else 0 end as breaks,
           coalesce(problem_code = ${PUT_OFF}, false) as "isPutOff"
    from location
    where folder_id = ${place.folderId} and uid_validity is not distinct from ${place.uidValidity}::bigint and uid = any(${uids}::bigint[])`.execute(
    db,
  );
  return rows;
}

interface AttemptTimes {
  readonly now: Instant;
  /** When they are asked for again if nothing else brings them. */
  readonly retryAt: Instant;
}

function firstAttempts(place: UidPlace, uids: readonly number[], { now, retryAt }: AttemptTimes) {
  return sql`insert into location (user_id, mailbox_id, folder_id, path, uid_validity, uid, state, attempts, next_try_at, problem_code, seen_at)
    select ${place.userId}::uuid, ${place.mailboxId}::uuid, ${place.folderId}::uuid, ${place.path}, ${place.uidValidity}::bigint,
           uid, 'pending', 1, ${retryAt}::timestamptz, ${READING}, ${now}::timestamptz
    from unnest(${uids}::bigint[]) as uid, ${UNHURRIED}`;
}

/** Those of these UIDs that were being read when last heard of. */
function areRead(place: UidPlace, uids: readonly number[]) {
  return (eb: ExpressionBuilder<Schema, 'location'>) =>
    eb.and([
      eb('folder_id', '=', place.folderId),
      eb('uid_validity', 'is not distinct from', place.uidValidity),
      eb('uid', 'in', uids),
      eb('state', '=', 'pending'),
      eb('content_id', 'is', null),
      eb('problem_code', '=', READING),
    ]);
}

/**
 * Writes down that these UIDs are about to be read. So every announced UID has a row before the cursor can pass it, and a message that
 * kills the process is known by its count. @returns how often each was asked for, this time included.
 */
export async function noteAttempts(
  db: Queryable,
  place: UidPlace,
  uids: readonly number[],
  times: AttemptTimes,
): Promise<Map<number, number>> {
  if (uids.length === 0) return new Map();
  const { rows } = await sql<{ uid: number; attempts: number }>`
    ${firstAttempts(place, uids, times)}
    on conflict (folder_id, uid_validity, uid) where folder_id is not null
    do update set attempts = location.attempts + 1, next_try_at = excluded.next_try_at, problem_code = excluded.problem_code
    where location.state = 'pending' and location.content_id is null
    returning uid, attempts`.execute(db);
  return new Map(rows.map((row) => [row.uid, row.attempts]));
}

/** The same for UIDs of which nothing is known yet. @returns null, and nothing stays written, when one of them is known. */
export async function noteFirstAttempts(
  db: Queryable,
  place: UidPlace,
  uids: readonly number[],
  times: AttemptTimes,
): Promise<Map<number, number> | null> {
  const { rows } = await sql<{ uid: number; attempts: number }>`
    ${firstAttempts(place, uids, times)}
    where not exists (
      select from location known
      where known.folder_id = ${place.folderId} and known.uid_validity is not distinct from ${place.uidValidity}::bigint
        and known.uid = any(${uids}::bigint[]))
    on conflict (folder_id, uid_validity, uid) where folder_id is not null do nothing
    returning uid, attempts`.execute(db);
  const attempts = new Map(rows.map((row) => [row.uid, row.attempts]));
  if (attempts.size === new Set(uids).size) return attempts;
  // Another connection wrote one of them meanwhile: the others would look as if a process had died over them.
  await forgetFirstAttempts(db, place, [...attempts.keys()]);
  return null;
}

/** `noteFirstAttempts` undone, for UIDs that are not asked for now after all. Rows that somebody took up meanwhile stay. */
export async function forgetFirstAttempts(db: Queryable, place: UidPlace, uids: readonly number[]): Promise<void> {
  if (uids.length === 0) return;
  await db.deleteFrom('location').where(areRead(place, uids)).where('attempts', '=', 1).execute();
}

/**
 * The connection broke. That says nothing about one message of many, but they are read one by one from now on; of one that was asked for
 * alone it is counted.
 *
 * @param options.isTheirs false where it certainly has nothing to do with these messages: counted of none.
 */
export async function noteBroken(
  db: Queryable,
  place: UidPlace,
  uids: readonly number[],
  { retryAt, isTheirs }: { readonly retryAt: Instant; readonly isTheirs: boolean },
): Promise<void> {
  if (uids.length === 0) return;
  const isCounted = isTheirs && uids.length === 1;
  await db
    .updateTable('location')
    .set((eb) => ({
      ...(isCounted ? {} : { attempts: eb.fn<number>('greatest', [eb('attempts', '-', 1), eb.val(0)]) }),
      problem_code: isTheirs ? BROKE : null,
      next_try_at: retryAt,
    }))
    .where(areRead(place, uids))
    .execute();
}

export interface UnreadUid {
  readonly uid: number;
  readonly state: 'pending' | 'gone' | 'oversized' | 'quarantined';
  readonly nextTryAt?: Instant;
  readonly problemCode?: string;
  readonly sizeBytes?: number;
  readonly internalDate?: Instant | null;
  readonly providerId?: string | null;
  readonly headers?: Buffer;
  /** Where counting begins anew. */
  readonly attempts?: number;
}

/** A UID that ends (or waits) without bytes. A row that has content by now is not touched. */
export async function recordUnreadUid(tx: Tx, place: UidPlace, unread: UnreadUid, now: Instant): Promise<void> {
  const values = {
    state: unread.state,
    next_try_at: unread.nextTryAt ?? null,
    problem_code: unread.problemCode ?? null,
    size_bytes: unread.sizeBytes ?? null,
    internal_date: unread.internalDate ?? null,
    provider_id: unread.providerId ?? null,
    headers: unread.headers ?? null,
    ...(unread.attempts !== undefined && { attempts: unread.attempts }),
  };
  await tx
    .insertInto('location')
    .values({
      user_id: place.userId,
      mailbox_id: place.mailboxId,
      folder_id: place.folderId,
      path: place.path,
      uid_validity: place.uidValidity,
      uid: unread.uid,
      seen_at: now,
      ...values,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['folder_id', 'uid_validity', 'uid'])
        .where('folder_id', 'is not', null)
        .doUpdateSet(values)
        .where('location.state', '=', 'pending')
        .where('location.content_id', 'is', null),
    )
    .execute();
}

const CURRENT_EPOCH = sql<boolean>`folder.uid_validity is not distinct from location.uid_validity`;

export interface DueUid {
  readonly folderId: string;
  readonly uidValidity: number | null;
  readonly uid: number;
  readonly attempts: number;
  readonly missingCount: number;
}

/** UIDs whose bytes were asked for and not delivered, due for another try; oldest promise first. */
export async function listDueUids(db: Queryable, mailboxId: string, now: Instant, limit: number): Promise<DueUid[]> {
  const rows = await db
    .selectFrom('location')
    .innerJoin('folder', 'folder.id', 'location.folder_id')
    .select([
      'location.folder_id as folderId',
      'location.uid_validity as uidValidity',
      'location.uid as uid',
      'location.attempts as attempts',
      'location.missing_count as missingCount',
    ])
    .where('location.mailbox_id', '=', mailboxId)
    .where('location.state', '=', 'pending')
    .where('location.content_id', 'is', null)
    .where('location.next_try_at', '<=', now)
    .where(CURRENT_EPOCH)
    .orderBy('location.next_try_at')
    .limit(limit)
    .execute();
  return rows as DueUid[];
}

/** The soonest of the promises, so that a loop knows how long it may rest. */
export async function nextDueUidAt(db: Queryable, mailboxId: string): Promise<Instant | null> {
  const row = await db
    .selectFrom('location')
    .innerJoin('folder', 'folder.id', 'location.folder_id')
    .select((eb) => eb.fn.min('location.next_try_at').as('at'))
    .where('location.mailbox_id', '=', mailboxId)
    .where('location.state', '=', 'pending')
    .where('location.content_id', 'is', null)
    .where(CURRENT_EPOCH)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** A search did not list the UID. @returns how many searches have not, this one included. */
export async function noteMissing(tx: Tx, place: UidPlace, uid: number, nextTryAt: Instant): Promise<number> {
  const row = await tx
    .updateTable('location')
    .set((eb) => ({ missing_count: eb('missing_count', '+', 1), next_try_at: nextTryAt }))
    .where('folder_id', '=', place.folderId)
    .where('uid_validity', 'is not distinct from', place.uidValidity)
    .where('uid', '=', uid)
    .where('state', '=', 'pending')
    .where('content_id', 'is', null)
    .returning('missing_count')
    .executeTakeFirst();
  return row?.missing_count ?? 0;
}

/** Their folder can't be read now: that says nothing about them, and they are asked for again later; who waits for longer goes on waiting. */
export async function postponeRetries(db: Queryable, place: UidPlace, uids: readonly number[], at: Instant): Promise<void> {
  if (uids.length === 0) return;
  await db
    .updateTable('location')
    .set({ next_try_at: sql<Instant>`greatest(next_try_at, ${at}::timestamptz)` })
    .where('folder_id', '=', place.folderId)
    .where('uid_validity', 'is not distinct from', place.uidValidity)
    .where('uid', 'in', uids)
    .where('state', '=', 'pending')
    .where('content_id', 'is', null)
    .execute();
}

/** UIDs without bytes of an epoch that is over: they can never be asked for again; the new epoch announces the messages anew. */
export async function settleEndedEpoch(tx: Tx, folderId: string, uidValidity: number | null): Promise<void> {
  await tx
    .updateTable('location')
    .set({ state: 'gone', problem_code: 'uid_validity_changed', next_try_at: null })
    .where('folder_id', '=', folderId)
    .where('uid_validity', 'is distinct from', uidValidity)
    .where('state', '=', 'pending')
    .where('content_id', 'is', null)
    .execute();
}

/**
 * The server counts from the start again without a new UIDVALIDITY (or gives none at all): the rows of the old count make room under a
 * number no server gives, so that a reused UID is read as the new message it is.
 */
export async function retireEpoch(tx: Tx, folderId: string, uidValidity: number | null): Promise<void> {
  await sql`
    update location set uid_validity = -1 - (select count(distinct uid_validity) from location where folder_id = ${folderId} and uid_validity < 0)
    where folder_id = ${folderId} and uid_validity is not distinct from ${uidValidity}::bigint`.execute(tx);
}

/** The mailbox leads to another account from now on: all its folders begin anew, and no number of the old ones is taken for a new one's. */
export async function retireMailbox(tx: Tx, mailboxId: string): Promise<void> {
  const epochs = await tx
    .selectFrom('location')
    .select(['folder_id', 'uid_validity'])
    .distinct()
    .where('mailbox_id', '=', mailboxId)
    .where('folder_id', 'is not', null)
    .where((eb) => eb.or([eb('uid_validity', 'is', null), eb('uid_validity', '>=', 0)]))
    .execute();
  for (const { folder_id, uid_validity } of epochs) await retireEpoch(tx, folder_id!, uid_validity);
  await tx
    .updateTable('location')
    .set({ state: 'gone', problem_code: 'account_changed', next_try_at: null })
    .where('mailbox_id', '=', mailboxId)
    .where('state', '=', 'pending')
    .where('content_id', 'is', null)
    .execute();
  await tx
    .updateTable('folder')
    .set({ uid_validity: null, next_uid: 1, low_uid: 1, checked_at: null, failures: 0 })
    .where('mailbox_id', '=', mailboxId)
    .execute();
}

/** Every state with its count, zeros included. */
export async function countLocations(db: Queryable, mailboxId: string): Promise<Record<LocationState, number>> {
  const rows = await db
    .selectFrom('location')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('mailbox_id', '=', mailboxId)
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(LOCATION_STATES.map((state) => [state, 0])) as Record<LocationState, number>;
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}
