// When a folder's whole list of UIDs was last compared with what is known of it.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table folder add column reconciled_at timestamptz`.execute(db);
}
