// The last day to cancel that a mail names itself. Mail that was read before this names none: what it says is in its text, and is read again with it.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table event add column cancel_by date`.execute(db);
}
