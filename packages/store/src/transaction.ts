// Transactions, visible at the call site. Whatever is done on behalf of a person runs in `asUser`: the role quittance_app sees only
// that person's rows (row-level security), even if a query forgets its `where`.
import { sql, Transaction, type DatabaseConnection, type KyselyProps, type TransactionBuilder } from 'kysely';
import { invariant } from '@quittance/domain/errors';
import type { Database, Tx } from './database.ts';
import { holdNotes, sendNotes } from './notifications.ts';
import type { Schema } from './schema.ts';

/**
 * Statements of `work` that don't wait for one another (`Promise.all`) go to the server in one go, and are done there one after the other in the order in
 * which they were given: that of the calls, as long as no function awaits anything before its first statement.
 */
export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return run(db, db.transaction(), work);
}

/** `snapshot`: all of it sees the rows as they are at its first query. */
export function asUser<T>(db: Database, userId: string, work: (tx: Tx) => Promise<T>, options: { snapshot?: boolean } = {}): Promise<T> {
  const transaction = options.snapshot ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return run(db, transaction, async (tx) => {
    await sql`select set_config('quittance.user_id', ${userId}, true), set_config('role', 'quittance_app', true)`.execute(tx);
    return work(tx);
  });
}

async function run<T>(db: Database, transaction: TransactionBuilder<Schema>, work: (tx: Tx) => Promise<T>): Promise<T> {
  let inner: Tx | null = null;
  const result = await transaction.execute((tx) =>
    withoutQueueing(tx, (own) => {
      inner = own;
      holdNotes(own);
      return work(own);
    }),
  );
  await sendNotes(db, inner!);
  return result;
}

// Kysely keeps a transaction's statements apart; the connection itself (openPool) takes them as they come and answers in order. A statement that fails
// takes all after it with it, up to the rollback.
function withoutQueueing<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = tx.getExecutor();
  return outer.provideConnection(async (connection: DatabaseConnection) => {
    let isOver = false;
    const executor = outer.withConnectionProvider({
      async provideConnection(consumer) {
        // What one of several wanted to say after another had failed: the connection is somebody else's by now.
        invariant(!isOver, 'the transaction is over');
        return consumer(connection);
      },
    });
    try {
      // Of these only the executor is ever asked.
      return await work(new Transaction<Schema>({ config: {}, driver: {}, dialect: {}, executor } as unknown as KyselyProps));
    } finally {
      isOver = true;
    }
  });
}

/** Held until the transaction ends; other holders of the same name and user wait. */
export async function lockForUser(tx: Tx, name: string, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${name}:${userId}`}, 0))`.execute(tx);
}

/** From here to the end of the transaction no lock is waited for any longer: the statement fails (`isLockTimeout`). */
export async function limitLockWait(tx: Tx, ms: number): Promise<void> {
  await sql`select set_config('lock_timeout', ${`${ms}ms`}, true)`.execute(tx);
}
