// The outbox: one row per accepted message whose outcome is not recorded yet. Acceptance inserts it, the relay marks it published,
// the outcome removes it. So it is the truth about open work; the queue may lose everything and is filled again from here.
import type { Database, Queryable, Tx } from './database.ts';
import { sql } from 'kysely';
import { notify, type Note } from './notifications.ts';
import type { Write } from './together.ts';
import { UNHURRIED } from './unhurried.ts';

export interface OutboxRow {
  readonly id: number;
  readonly userId: string;
  readonly contentId: number;
  readonly priority: 'live' | 'history';
}

/** The oldest unpublished rows, locked against other relays until the transaction ends. */
export async function takeUnpublished(tx: Tx, priority: OutboxRow['priority'], limit: number): Promise<OutboxRow[]> {
  return tx
    .selectFrom('outbox')
    .select(['id', 'user_id as userId', 'content_id as contentId', 'priority'])
    .where('published_at', 'is', null)
    .where('priority', '=', priority)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Call after the queue took the jobs, in the transaction of `takeUnpublished`: a crash in between publishes them again, harmlessly. */
export async function markPublished(tx: Tx, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('outbox').set({ published_at: at }).where('id', 'in', ids).execute();
}

/** The same for rows that nobody holds locked. Forgotten by a server that ends at once, they go out again. */
export async function notePublished(db: Queryable, ids: readonly number[], at: Date): Promise<void> {
  await sql`update outbox set published_at = ${at}::timestamptz from ${UNHURRIED}
    where id = any(${ids}::bigint[]) and published_at is null`.execute(db);
}

/**
 * Work that was published long ago and has no outcome (the queue's data was lost, or every attempt failed) goes out once more, the oldest
 * first, at most `limit` of it. Returns the number of rows.
 */
export async function releaseStalePublished(db: Database, before: Date, limit: number): Promise<number> {
  const result = await db
    .updateTable('outbox')
    .set({ published_at: null })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('published_at', '<', before.toISOString())
        .orderBy('published_at')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        // What is locked is getting its outcome.
        .skipLocked(),
    )
    .executeTakeFirst();
  const released = Number(result.numUpdatedRows);
  if (released > 0) await notify(db, 'outbox');
  return released;
}

export interface OpenWork {
  readonly userId: string;
  readonly contentId: number;
  readonly priority: OutboxRow['priority'];
}

/** Puts messages (back) into the outbox under new ids; those already in it go out again. */
export function insertOutbox(tx: Tx, rows: readonly OpenWork[]): { writes: Write[]; notes: Note[] } {
  return rows.length === 0 ? { writes: [], notes: [] } : { writes: [insertedOutbox(tx, rows)], notes: outboxNotes(rows) };
}

/** The insertion alone; returns `OutboxRow`s. At least one row. */
export function insertedOutbox(tx: Tx, rows: readonly OpenWork[]) {
  return tx
    .insertInto('outbox')
    .values(rows.map((row) => ({ user_id: row.userId, content_id: row.contentId, priority: row.priority })))
    .onConflict((conflict) => conflict.column('content_id').doUpdateSet({ published_at: null }))
    .returning(['id', 'user_id as userId', 'content_id as contentId', 'priority']);
}

/** Tells the relays of all processes. */
export function outboxNotes(rows: readonly Pick<OpenWork, 'priority'>[]): Note[] {
  return [...new Set(rows.map((row) => row.priority))].map((payload) => ({ channel: 'outbox', payload }));
}

export function deleteOutbox(contentIds: readonly number[]): Write[] {
  return contentIds.length === 0 ? [] : [sql`delete from outbox where content_id = any(${contentIds}::bigint[])`];
}

/** How many messages wait for their outcome, for progress and doctor. */
export async function countOpenWork(db: Queryable, userId: string): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return row.count;
}
