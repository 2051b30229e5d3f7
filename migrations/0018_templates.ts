// The template of each event's mail (packages/classify/src/template.ts), and what the mail was read as before any person's word: so that a
// correction reaches later mail of the same template that was read alike. Rows go with the content of their message.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`
    create table event_template (
      event_id uuid primary key references event,
      user_id uuid not null references app_user on delete cascade,
      sender_domain text not null,
      subject_key text not null,
      sketch bytea not null,
      read_as text not null
    )`.execute(db);
  await sql`create index event_template_by_sender on event_template (user_id, sender_domain)`.execute(db);
  await sql`grant select, insert, update, delete on event_template to quittance_app`.execute(db);
  await sql`alter table event_template enable row level security`.execute(db);
  await sql`create policy own_rows on event_template using (user_id = current_user_id()) with check (user_id = current_user_id())`.execute(
    db,
  );
}
