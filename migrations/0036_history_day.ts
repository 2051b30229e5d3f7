// How much of a mailbox's history was downloaded in the day that is running: the provider goes on counting when a poller starts anew.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table mailbox
    add column history_day_bytes bigint not null default 0,
    add column history_day_began_at timestamptz`.execute(db);
}
