// The last day to cancel that a mail names itself. Mail that was read before this names none, and goes on naming none: an event is recorded once, a
// correction changes only its kind, and bytes that arrive again are known. For it the day is reckoned as it was.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table event add column cancel_by date`.execute(db);
}
