// When reading a message was begun by somebody: two processes that have the same job at once must not count as its deaths.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table content add column reading_since timestamptz`.execute(db);
}
