// Several writes as one statement. Each statement is a round trip and a turn of two processes at the processor, which is most of what a live mail
// waits for; writes that do not read one another's rows need no order among themselves.
import { sql, type OperationNodeSource } from 'kysely';
import type { Tx } from './database.ts';
import { notifyAll, type Note } from './notifications.ts';

/** An insert, update or delete that is not executed yet. */
export type Write = OperationNodeSource;

/** All see the rows as they were before. Foreign keys are checked at the end, so that a row and what refers to it may come together. */
export async function writeTogether(tx: Tx, writes: readonly Write[], notes: readonly Note[] = []): Promise<void> {
  // At once, so that what is sent together stays in the order given.
  if (writes.length > 0) await statementOf(writes).execute(tx);
  await notifyAll(tx, notes);
}

/** The same with what `telling` return, all in one row for each row of the first: the others return a single row, or none, and then there is none at all. */
export async function writeReturning<Row>(tx: Tx, telling: readonly Write[], others: readonly Write[]): Promise<Row[]> {
  const names = telling.map((_, at) => sql.id(`write_${at}`));
  return (await statementOf<Row>([...telling, ...others], sql`* from ${sql.join(names)}`).execute(tx)).rows;
}

function statementOf<Row>(writes: readonly Write[], columns = sql``) {
  const parts = writes.map((write, at) => sql`${sql.id(`write_${at}`)} as (${write})`);
  return sql<Row>`with ${sql.join(parts)} select ${columns}`;
}
