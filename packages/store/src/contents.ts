// The rows of acceptance: distinct message bytes of a person, their staged ciphertext, and where they were found. The order of the writes and
// the transaction are the acceptance step's (packages/intake). Small columns go by unnest, bytes by VALUES: that is what is fast for each.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { epochChanged } from './folders.ts';
import { checkFence, type Fence } from './leases.ts';
import type { OriginJson } from './schema.ts';
import { storableJson, storableText } from './storable-text.ts';
import type { Write } from './together.ts';

type ContentState = 'pending' | 'kept' | 'ignored' | 'quarantined';

export interface Content {
  readonly id: number;
  readonly state: ContentState;
}

/**
 * Contents by their keys (hex). Adds those that are not there yet. Concurrent callers with the same keys wait for each other, so the keys go
 * in one order.
 *
 * @returns ids of the new ones only.
 */
export async function insertContents(tx: Tx, userId: string, keys: readonly Buffer[], at: Instant): Promise<Map<string, number>> {
  const ordered = keys.toSorted((a, b) => a.compare(b));
  const { rows } = await sql<{ id: number; key: Buffer }>`
    insert into content (user_id, content_key, first_seen_at)
    select ${userId}::uuid, key, ${at}::timestamptz from unnest(${ordered}::bytea[]) as key
    on conflict (user_id, content_key) do nothing
    returning id, content_key as key`.execute(tx);
  return new Map(rows.map(({ id, key }) => [key.toString('hex'), id]));
}

/** Which of these keys (hex) contents have. Nothing is locked: `lockContents` locks all that a transaction needs in one order. */
export async function findContentKeys(tx: Tx, userId: string, keys: readonly Buffer[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ key: Buffer }>`
    select content_key as key from content where user_id = ${userId}::uuid and content_key = any(${keys}::bytea[])`.execute(tx);
  return new Set(rows.map(({ key }) => key.toString('hex')));
}

/** Contents that exist, locked against an outcome: it comes before, and its state is seen, or after, and it finds the new location. */
export async function lockContents(tx: Tx, userId: string, keys: readonly Buffer[]): Promise<Map<string, Content>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<Content & { key: Buffer }>`
    select id, state, content_key as key from content
    where user_id = ${userId}::uuid and content_key = any(${keys}::bytea[])
    order by id for share`.execute(tx);
  return new Map(rows.map(({ id, state, key }) => [key.toString('hex'), { id, state }]));
}

export interface StagedRow {
  readonly contentId: number;
  readonly userId: string;
  readonly mailboxId: string | null;
  readonly origin: OriginJson;
  readonly internalDate: Instant | null;
  readonly capturedAt: Instant;
  readonly sizeBytes: number;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

/** At least one row. */
export function insertedStaged(tx: Tx, rows: readonly StagedRow[]) {
  return tx.insertInto('staged_message').values(
    rows.map((row) => ({
      content_id: row.contentId,
      user_id: row.userId,
      mailbox_id: row.mailboxId,
      origin: storableJson(row.origin),
      internal_date: row.internalDate,
      captured_at: row.capturedAt,
      size_bytes: row.sizeBytes,
      wrapped_key: row.wrappedKey,
      ciphertext: row.ciphertext,
    })),
  );
}

export interface FoundImap {
  readonly uid: number;
  readonly content: Content;
  readonly providerId: string | null;
  readonly internalDate: Instant | null;
  readonly sizeBytes: number;
}

/** Locations of one folder. A row that waited for its bytes gets them; one that has content keeps it. */
export function savedImapLocations(
  place: { userId: string; mailboxId: string; folderId: string; path: string; uidValidity: number | null },
  found: readonly FoundImap[],
  at: Instant,
): Write {
  const rows = found.toSorted((a, b) => a.uid - b.uid);
  return sql`
    insert into location (user_id, mailbox_id, folder_id, path, uid_validity, uid, state, content_id, provider_id, internal_date, size_bytes, seen_at)
    select ${place.userId}::uuid, ${place.mailboxId}::uuid, ${place.folderId}::uuid, ${place.path}, ${place.uidValidity}::bigint,
           uid, state, content_id, provider_id, internal_date, size_bytes, ${at}::timestamptz
    from unnest(${rows.map((row) => row.uid)}::bigint[], ${rows.map((row) => row.content.state)}::text[],
                ${rows.map((row) => row.content.id)}::bigint[], ${rows.map((row) => row.providerId)}::text[],
                ${rows.map((row) => row.internalDate)}::timestamptz[], ${rows.map((row) => row.sizeBytes)}::bigint[])
      as found(uid, state, content_id, provider_id, internal_date, size_bytes)
    on conflict (folder_id, uid_validity, uid) where folder_id is not null
    do update set state = excluded.state, content_id = excluded.content_id, provider_id = excluded.provider_id,
                  internal_date = excluded.internal_date, size_bytes = excluded.size_bytes, headers = null,
                  problem_code = null, next_try_at = null, missing_count = 0
    where location.content_id is null`;
}

export interface FoundFile {
  readonly path: string;
  readonly content: Content;
  readonly sizeBytes: number;
}

export function savedImportLocations(userId: string, found: readonly FoundFile[], at: Instant): Write {
  const rows = found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return sql`
    insert into location (user_id, path, state, content_id, size_bytes, seen_at)
    select ${userId}::uuid, path, state, content_id, size_bytes, ${at}::timestamptz
    from unnest(${rows.map((row) => storableText(row.path))}::text[], ${rows.map((row) => row.content.state)}::text[],
                ${rows.map((row) => row.content.id)}::bigint[], ${rows.map((row) => row.sizeBytes)}::bigint[])
      as found(path, state, content_id, size_bytes)
    on conflict (user_id, path, content_id) where folder_id is null do nothing`;
}

/** @throws TransientError `epoch_changed` when the folder was renumbered: the UIDs at hand mean other messages by now. */
export async function checkEpoch(tx: Tx, folderId: string, uidValidity: number | null): Promise<void> {
  const row = await tx.selectFrom('folder').select('uid_validity').where('id', '=', folderId).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new PermanentError('folder_removed', `folder ${folderId} was removed while it was read`);
  if (row.uid_validity !== uidValidity) throw new TransientError('epoch_changed', `folder ${folderId} was renumbered while it was read`);
}

/** `checkFence` and `checkEpoch` at once. */
export async function checkFencedEpoch(tx: Tx, fence: Fence, folderId: string, uidValidity: number | null): Promise<void> {
  const { rows } = await sql<{ token: number; uid_validity: number | null }>`
    select lease.token, folder.uid_validity from mailbox_lease lease, folder
    where lease.mailbox_id = ${fence.mailboxId}::uuid and folder.id = ${folderId}::uuid
    for share of lease for no key update of folder`.execute(tx);
  if (rows[0]?.token === fence.token && rows[0].uid_validity === uidValidity) return;
  // One of them is not as it should be: they say which.
  await checkFence(tx, fence);
  await checkEpoch(tx, folderId, uidValidity);
}

/**
 * The fence, the folder's epoch and `insertContents` in one, for a transaction that ends with the move of the folder's cursor. That checks the epoch for
 * good, so the folder is not locked here: a mail that has just come would wait for a whole batch of old ones of the same folder.
 */
export async function insertFencedContents(
  tx: Tx,
  userId: string,
  keys: readonly Buffer[],
  at: Instant,
  { fence, folderId, uidValidity }: { fence: Fence; folderId: string; uidValidity: number | null },
): Promise<Map<string, number>> {
  const ordered = keys.toSorted((a, b) => a.compare(b));
  const { rows } = await sql<{ isHeld: boolean; id: number | null; key: Buffer | null }>`
    with place as materialized (
      select lease.token = ${fence.token} and folder.uid_validity is not distinct from ${uidValidity}::bigint as is_held
      from mailbox_lease lease, folder
      where lease.mailbox_id = ${fence.mailboxId}::uuid and folder.id = ${folderId}::uuid
      for share of lease
    ), fresh as (
      insert into content (user_id, content_key, first_seen_at)
      select ${userId}::uuid, key, ${at}::timestamptz from place, unnest(${ordered}::bytea[]) as key where place.is_held
      on conflict (user_id, content_key) do nothing
      returning id, content_key
    )
    select place.is_held as "isHeld", fresh.id, fresh.content_key as key from place left join fresh on true`.execute(tx);
  if (!rows[0]?.isHeld) {
    await checkFence(tx, fence);
    await checkEpoch(tx, folderId, uidValidity);
    // As it should be again by now, and nothing was written: the reader comes back.
    throw epochChanged({ folderId });
  }
  return new Map(rows.flatMap(({ id, key }) => (id === null || key === null ? [] : [[key.toString('hex'), id]])));
}

export interface ContentCounts {
  readonly pending: number;
  readonly kept: number;
  readonly ignored: number;
  readonly quarantined: number;
}

/** How many of these contents are in each state. */
export async function countContentStates(db: Queryable, userId: string, contentIds: readonly number[]): Promise<ContentCounts> {
  const counts = { pending: 0, kept: 0, ignored: 0, quarantined: 0 };
  if (contentIds.length === 0) return counts;
  const { rows } = await sql<{ state: ContentState; count: number }>`
    select state, count(*) as count from content
    where user_id = ${userId}::uuid and id = any(${contentIds}::bigint[]) group by state`.execute(db);
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

/** Events that were read from these contents. */
export async function countEventsOf(db: Queryable, userId: string, contentIds: readonly number[]): Promise<number> {
  if (contentIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from event join message on message.id = event.message_id
    where event.user_id = ${userId}::uuid and event.source = 'mail' and message.content_id = any(${contentIds}::bigint[])`.execute(db);
  return rows[0]?.count ?? 0;
}
