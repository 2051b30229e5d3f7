// What a local model suggested for events that the classifier abstained from (packages/llm). A row without a kind: it was asked and had nothing to
// say, so that it is not asked again. Rows may be dropped at any time; nothing else depends on them.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`
    create table suggestion (
      event_id uuid primary key references event,
      user_id uuid not null references app_user on delete cascade,
      kind text,
      quote text,
      model text not null,
      made_at timestamptz not null,
      check ((kind is null) = (quote is null)),
      check (kind not in ('cancellation_confirmed', 'refund'))
    )`.execute(db);
  await sql`create index suggestion_by_user on suggestion (user_id)`.execute(db);
  await sql`grant select, insert, update, delete on suggestion to quittance_app`.execute(db);
  await sql`alter table suggestion enable row level security`.execute(db);
  await sql`create policy own_rows on suggestion using (user_id = current_user_id()) with check (user_id = current_user_id())`.execute(db);
}
