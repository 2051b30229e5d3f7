// When a mail server may be signed in to again, by whichever poller: to the server all of them are one caller.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`create table login_turn (host text primary key, free_at timestamptz not null)`.execute(db);
  await sql`alter table login_turn enable row level security`.execute(db);
}
