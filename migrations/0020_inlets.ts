// Folders of files that are watched beside mailboxes: a Maildir that another program fills, and a folder into which mails are dropped.
import { sql, type Kysely } from 'kysely';

const statements = `
create table inlet (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  kind text not null check (kind in ('maildir', 'drop')),
  path text not null,
  checked_at timestamptz,
  problem_code text,
  problem_text text,
  created_at timestamptz not null default now(),
  unique (user_id, path)
);

-- What was seen in it: by the part of a Maildir name that does not change, by the name in a drop folder.
create table inlet_file (
  inlet_id uuid not null references inlet on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  problem_code text,
  problem_text text,
  seen_at timestamptz not null,
  primary key (inlet_id, name)
);
create index inlet_file_problem on inlet_file (inlet_id, seen_at) where problem_code is not null;

grant select, insert, update, delete on inlet, inlet_file to quittance_app;
alter table inlet enable row level security;
create policy own_rows on inlet using (user_id = current_user_id()) with check (user_id = current_user_id());
alter table inlet_file enable row level security;
create policy own_rows on inlet_file using (user_id = current_user_id()) with check (user_id = current_user_id());
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(statements).execute(db);
}
