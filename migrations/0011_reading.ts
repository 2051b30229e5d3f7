// How a mailbox's history is read (whole, or only what may matter), and which folders the person chose. `choice` null: the folder's use
// decides. `listed` false: the server's list names it no longer, by this name or any other.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(statements).execute(db);
}

const statements = `
alter table mailbox add column reading text not null default 'auto' check (reading in ('auto', 'sparing', 'whole'));
alter table folder add column choice boolean;
alter table folder add column listed boolean not null default true;
-- Passed over by the first pass: known and without content.
create index location_passed_over on location (folder_id) where state = 'ignored' and content_id is null;
-- Given up without bytes: shown to the person, who may ask for them again.
create index location_unread on location (mailbox_id, id) where state = 'quarantined' and content_id is null;
`;
