// The rows around an outcome: what waits for one, how often reading it was begun, and what changes once it is known. The order of the
// writes and the transaction are the classifier's (record-outcome).
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { OriginJson } from './schema.ts';
import { UNHURRIED } from './unhurried.ts';
import type { Write } from './together.ts';

export interface WaitingMessage {
  readonly contentId: number;
  readonly sizeBytes: number;
}

/** Those of the given contents that still wait for their outcome, in the order of acceptance. */
export async function listWaiting(db: Queryable, userId: string, contentIds: readonly number[]): Promise<WaitingMessage[]> {
  return db
    .selectFrom('content')
    .innerJoin('staged_message as staged', 'staged.content_id', 'content.id')
    .select(['content.id as contentId', 'staged.size_bytes as sizeBytes'])
    .where('content.user_id', '=', userId)
    .where(sql<boolean>`content.id = any(${contentIds}::bigint[])`)
    .where('content.state', '=', 'pending')
    .orderBy('content.id')
    .execute();
}

export interface StagedMessage {
  readonly contentId: number;
  /** How often reading it was begun without an end. */
  readonly attempts: number;
  /** Another process began a moment ago, so its count says nothing yet. */
  readonly isBeingRead: boolean;
  readonly mailboxId: string | null;
  /** Host of the mailbox's server and the address that it is read for; null for an import. */
  readonly mailboxHost: string | null;
  readonly mailboxAddress: string | null;
  /** It lies in a folder of sent mail, or in Gmail's All Mail, where sent mail lies too; null for both elsewhere. */
  readonly sentFolder: 'sent' | 'all' | null;
  readonly origin: OriginJson;
  readonly internalDate: Instant | null;
  readonly capturedAt: Instant;
  /** Of the raw bytes. */
  readonly sizeBytes: number;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

const isFree = (busyMs: number) =>
  sql<boolean>`(content.reading_since is null or content.reading_since <= clock_timestamp() - ${busyMs} * interval '1 millisecond')`;

/** A message whose reading the caller has begun, or may begin with `raiseAttempts`. */
export interface ClaimedMessage extends StagedMessage {
  /** Nobody had begun it: its count is raised and it is the caller's. */
  readonly isClaimed: boolean;
}

/**
 * Their bytes and what is known of them; those that got their outcome by now are left out. The count of those never begun is raised in the same breath,
 * before they are read, so that one that kills its process is known by it; `attempts` are those before.
 *
 * @param busyMs how long a reading that was begun counts as under way.
 */
export async function claimStaged(db: Queryable, userId: string, contentIds: readonly number[], busyMs: number): Promise<ClaimedMessage[]> {
  if (contentIds.length === 0) return [];
  const rows = await db
    .with(
      'claimed',
      () => sql<{ id: number }>`(
      update content set attempts = 1, reading_since = clock_timestamp()
      from ${UNHURRIED}
      where user_id = ${userId}::uuid and id = any(${contentIds}::bigint[]) and state = 'pending' and attempts = 0 and ${isFree(busyMs)}
      returning id)`,
    )
    .selectFrom('content')
    .innerJoin('staged_message as staged', 'staged.content_id', 'content.id')
    .leftJoin('mailbox', 'mailbox.id', 'staged.mailbox_id')
    .leftJoin('claimed', 'claimed.id', 'content.id')
    .select([
      'content.id as contentId',
      'content.attempts',
      sql<boolean>`not ${isFree(busyMs)}`.as('isBeingRead'),
      sql<boolean>`claimed.id is not null`.as('isClaimed'),
      'staged.mailbox_id as mailboxId',
      'mailbox.host as mailboxHost',
      'mailbox.address as mailboxAddress',
      sql<'sent' | 'all' | null>`(select max(folder.special_use) from location join folder on folder.id = location.folder_id
        where location.content_id = content.id and folder.special_use in ('sent', 'all'))`.as('sentFolder'),
      'staged.origin',
      'staged.internal_date as internalDate',
      'staged.captured_at as capturedAt',
      'staged.size_bytes as sizeBytes',
      'staged.wrapped_key as wrappedKey',
      // Values come as text: by four letters for three bytes instead of two for each, and read three times as fast.
      sql<string>`encode(staged.ciphertext, 'base64')`.as('ciphertext'),
    ])
    .where('content.user_id', '=', userId)
    .where(sql<boolean>`content.id = any(${contentIds}::bigint[])`)
    .where('content.state', '=', 'pending')
    .orderBy('content.id')
    .execute();
  return rows.map((row) => ({ ...row, ciphertext: Buffer.from(row.ciphertext, 'base64') }));
}

/**
 * Written before a message is read, so that one that kills its process is known by its count.
 *
 * @returns those that are now the caller's to read; another process has the others under way.
 */
export async function raiseAttempts(db: Queryable, contentIds: readonly number[], busyMs: number): Promise<Set<number>> {
  if (contentIds.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    update content set attempts = attempts + 1, reading_since = clock_timestamp()
    from ${UNHURRIED}
    where id = any(${contentIds}::bigint[]) and state = 'pending' and ${isFree(busyMs)}
    returning id`.execute(db);
  return new Set(rows.map((row) => row.id));
}

/** Takes a raise back: the reading ended in an orderly way, by no fault of the message (the database or DNS was away). */
export async function lowerAttempts(db: Queryable, contentIds: readonly number[]): Promise<void> {
  if (contentIds.length === 0) return;
  await sql`
    update content set attempts = greatest(attempts - 1, 0), reading_since = null
    where id = any(${contentIds}::bigint[]) and state = 'pending'`.execute(db);
}

/** Of these contents, the ones without an outcome, locked: another process that took the job over waits here and then finds none. */
export async function lockPending(tx: Tx, userId: string, contentIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from content
    where user_id = ${userId}::uuid and id = any(${contentIds}::bigint[]) and state = 'pending'
    order by id for update`.execute(tx);
  return new Set(rows.map((row) => row.id));
}

/** Writes the outcome on the contents and on every location where they were found. */
export function settleContents(contentIds: readonly number[], state: 'kept' | 'ignored', at: Instant | Date): Write[] {
  if (contentIds.length === 0) return [];
  return [
    sql`
      update content set state = ${state}, settled_at = ${at}::timestamptz, attempts = 0, reading_since = null, problem_code = null, problem_text = null
      where id = any(${contentIds}::bigint[])`,
    sql`
      update location set state = ${state}, problem_code = null, next_try_at = null
      where content_id = any(${contentIds}::bigint[]) and state in ('pending', 'quarantined')`,
  ];
}

/** The bytes and their key leave the stage: kept ones were moved, ignored ones are gone for good. */
export function deleteStaged(contentIds: readonly number[]): Write[] {
  return contentIds.length === 0 ? [] : [sql`delete from staged_message where content_id = any(${contentIds}::bigint[])`];
}
