// An alert is known by the id that its subscription had when it was told, and by those that the subscription came to have since: renaming it in place
// forgot the first, which comes back when a merge is undone. Of all alerts few have another name: the index holds those.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table alert add column told_as text[] not null default '{}'`.execute(db);
  await sql`create index alert_told_as on alert (user_id) where told_as <> '{}'`.execute(db);
}
