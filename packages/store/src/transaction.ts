// Transactions, visible at the call site. Whatever is done on behalf of a person runs in `asUser`: the role quittance_app sees only
// that person's rows (row-level security), even if a query forgets its `where`.
import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}

/** `snapshot`: all of it sees the rows as they are at its first query. */
export function asUser<T>(db: Database, userId: string, work: (tx: Tx) => Promise<T>, options: { snapshot?: boolean } = {}): Promise<T> {
  const transaction = options.snapshot ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return transaction.execute(async (tx) => {
    await sql`select set_config('quittance.user_id', ${userId}, true), set_config('role', 'quittance_app', true)`.execute(tx);
    return work(tx);
  });
}

/** Held until the transaction ends; other holders of the same name and user wait. */
export async function lockForUser(tx: Tx, name: string, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${name}:${userId}`}, 0))`.execute(tx);
}
