// Several writes as one statement. Each statement is a round trip and a turn of two processes at the processor, which is most of what a live mail
// waits for; writes that do not read one another's rows need no order among themselves.
import { sql, type OperationNodeSource } from 'kysely';
import type { Tx } from './database.ts';
import type { Note } from './notifications.ts';

/** An insert, update or delete that is not executed yet. */
export type Write = OperationNodeSource;

/** All see the rows as they were before. Foreign keys are checked at the end, so that a row and what refers to it may come together. */
export async function writeTogether(tx: Tx, writes: readonly Write[], notes: readonly Note[] = []): Promise<void> {
  if (writes.length === 0 && notes.length === 0) return;
  const parts = writes.map((write, at) => sql`${sql.id(`write_${at}`)} as (${write})`);
  const head = parts.length === 0 ? sql`` : sql`with ${sql.join(parts)} `;
  await sql`${head}select ${sql.join(notes.map(({ channel, payload }) => sql`pg_notify(${`quittance_${channel}`}, ${payload})`))}`.execute(
    tx,
  );
}
