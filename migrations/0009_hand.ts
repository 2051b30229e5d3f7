// The person's own hand: what they add to what mail says (packages/domain hand.ts), and the files that they keep beside it. Append-only like
// events: an undoing is an act of its own. A file's bytes are sealed under a key of their own and may be erased.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(statements).execute(db);
}

const statements = `
create table act (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  seq bigint generated always as identity,
  kind text not null,
  data jsonb not null,
  event_id uuid references event,
  undoes uuid unique references act,
  salt bytea not null check (length(salt) = 32),
  leaf_index bigint not null,
  made_at timestamptz not null,
  check ((kind = 'undone') = (undoes is not null))
);
create index act_by_user on act (user_id, seq);

create table act_file (
  act_id uuid primary key references act,
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  salt bytea not null check (length(salt) = 32),
  leaf_index bigint not null,
  wrapped_key bytea not null,
  ciphertext bytea not null
);
alter table act_file alter column ciphertext set storage external;

create trigger append_only before update or delete on act for each row execute function refuse_change();
create trigger append_only before update or delete on act_file for each row execute function refuse_change();
create trigger no_truncate before truncate on act for each statement execute function refuse_change();

grant select, insert on act, act_file to quittance_app;
grant usage on all sequences in schema public to quittance_app;
alter table act enable row level security;
create policy own_rows on act using (user_id = current_user_id()) with check (user_id = current_user_id());
alter table act_file enable row level security;
create policy own_rows on act_file using (user_id = current_user_id()) with check (user_id = current_user_id());
`;
