// Transactions, visible at the call site. Whatever is done on behalf of a person runs in `asUser`: the role quittance_app sees only
// that person's rows (row-level security), even if a query forgets its `where`.
import { CompiledQuery, sql, Transaction, type DatabaseConnection, type KyselyProps } from 'kysely';
import { invariant } from '@quittance/domain/errors';
import type { Database, Tx } from './database.ts';
import { holdNotes, sendNotes } from './notifications.ts';
import type { Schema } from './schema.ts';

/**
 * Statements of `work` that don't wait for one another (`Promise.all`) go to the server in one go, and are done there one after the other in the order in
 * which they were given: that of the calls, as long as no function awaits anything before its first statement.
 */
export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return run(db, 'begin', work);
}

/** `snapshot`: all of it sees the rows as they are at its first query. */
export function asUser<T>(db: Database, userId: string, work: (tx: Tx) => Promise<T>, options: { snapshot?: boolean } = {}): Promise<T> {
  return run(db, options.snapshot ? 'begin isolation level repeatable read' : 'begin', async (tx) => {
    await sql`select set_config('quittance.user_id', ${userId}, true), set_config('role', 'quittance_app', true)`.execute(tx);
    return work(tx);
  });
}

async function run<T>(db: Database, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  let inner: Tx | null = null;
  const result = await db.getExecutor().provideConnection(async (connection) => {
    const { tx, end } = transactionOn(db, connection);
    inner = tx;
    holdNotes(tx);
    // What comes first goes with it: of a beginning there is nothing to wait for. It fails with its connection only, and so does all that follows.
    const begun = say(connection, begin);
    begun.catch(() => {}); // Heard of below.
    let worked: T;
    try {
      worked = await work(tx);
      await begun;
    } catch (error) {
      end();
      await say(connection, 'rollback');
      throw error;
    }
    end();
    const { command } = await say(connection, 'commit');
    // A statement failed and `work` kept it to itself: PostgreSQL has undone everything.
    invariant(command === 'COMMIT', `the transaction ended in ${command}`);
    return worked;
  });
  await sendNotes(db, inner!);
  return result;
}

async function say(connection: DatabaseConnection, text: string): Promise<{ readonly command?: string }> {
  const { rows } = await connection.executeQuery<{ command: string }>(CompiledQuery.raw(text));
  return rows[0] ?? {};
}

// Kysely keeps a transaction's statements apart; the connection itself (openPool) takes them as they come and answers in order. A statement that fails
// takes all after it with it, up to the rollback.
function transactionOn(db: Database, connection: DatabaseConnection): { readonly tx: Tx; readonly end: () => void } {
  let isOver = false;
  const executor = db.getExecutor().withConnectionProvider({
    async provideConnection(consumer) {
      // What one of several wanted to say after another had failed: the connection is somebody else's by now.
      invariant(!isOver, 'the transaction is over');
      return consumer(connection);
    },
  });
  // Of these only the executor is ever asked.
  const tx = new Transaction<Schema>({ config: {}, driver: {}, dialect: {}, executor } as unknown as KyselyProps);
  return {
    tx,
    end() {
      isOver = true;
    },
  };
}

/** Held until the transaction ends; other holders of the same name and user wait. */
export async function lockForUser(tx: Tx, name: string, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${name}:${userId}`}, 0))`.execute(tx);
}
