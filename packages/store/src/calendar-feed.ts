// The secret link of a person's calendar, and what was last served under it. Like a sign-in link only the token's hash is stored; who asks
// with it is not signed in, so the look-up runs outside row-level security.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { hashSecretToken, newSecretToken } from './secret-token.ts';

/** Makes the link, or a new one; an old one stops working. @returns the token, which is never shown again. */
export async function rotateCalendarFeed(tx: Queryable, userId: string, at: Instant): Promise<string> {
  const token = newSecretToken();
  const values = { token_hash: hashSecretToken(token), made_at: at };
  await tx
    .insertInto('calendar_feed')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
  return token;
}

/** @returns false when there was none. */
export async function removeCalendarFeed(tx: Queryable, userId: string): Promise<boolean> {
  const row = await tx.deleteFrom('calendar_feed').where('user_id', '=', userId).returning('user_id').executeTakeFirst();
  return row !== undefined;
}

/** When the present link was made; null without one. */
export async function readCalendarFeed(tx: Queryable, userId: string): Promise<Instant | null> {
  const row = await tx.selectFrom('calendar_feed').select('made_at').where('user_id', '=', userId).executeTakeFirst();
  return row?.made_at ?? null;
}

/** Whose calendar the token opens. */
export async function findCalendarFeed(db: Queryable, token: string): Promise<string | null> {
  const row = await db.selectFrom('calendar_feed').select('user_id').where('token_hash', '=', hashSecretToken(token)).executeTakeFirst();
  return row?.user_id ?? null;
}

export interface EntryRevision {
  readonly sequence: number;
  readonly modifiedAt: Instant;
}

/**
 * Compares entries with what was last served: one that differs gets the next number and the time of now. Numbers of entries that are gone
 * are kept, so that one that returns goes on from there.
 */
export async function reviseCalendarEntries(
  tx: Tx,
  userId: string,
  entries: readonly { readonly uid: string; readonly contentHash: Buffer }[],
  now: Instant,
): Promise<Map<string, EntryRevision>> {
  if (entries.length === 0) return new Map();
  const uids = entries.map((entry) => entry.uid);
  const hashes = entries.map((entry) => entry.contentHash);
  // Sorted, or two requests at once could wait for each other's rows.
  await sql`
    insert into calendar_entry (user_id, uid, content_hash, modified_at)
    select ${userId}::uuid, uid, content_hash, ${now}::timestamptz
    from unnest(${uids}::text[], ${hashes}::bytea[]) as entry(uid, content_hash) order by uid
    on conflict (user_id, uid) do update
      set content_hash = excluded.content_hash, sequence = calendar_entry.sequence + 1, modified_at = excluded.modified_at
      where calendar_entry.content_hash <> excluded.content_hash`.execute(tx);
  const rows = await tx
    .selectFrom('calendar_entry')
    .select(['uid', 'sequence', 'modified_at'])
    .where('user_id', '=', userId)
    .where('uid', 'in', uids)
    .execute();
  return new Map(rows.map((row) => [row.uid, { sequence: row.sequence, modifiedAt: row.modified_at }]));
}
