// Bank statements: files with their leaf in the log, lines that are stored once however often they are exported, the person's word on a payee, and
// events that cite a line instead of a message. A draft holds an upload, sealed, until its columns are confirmed.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  for (const statements of [files, lines, choices, events, rowLevelSecurity]) await sql.raw(statements).execute(db);
}

// salt and manifest: what the leaf commits to. removed_at: taken back by the person; its lines with events stay, since events cite them.
const files = `
create table statement_file (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  sha256 bytea not null check (length(sha256) = 32),
  name text not null,
  format text not null check (format in ('csv', 'ofx', 'camt')),
  size_bytes bigint not null,
  mapping jsonb,
  line_count integer not null,
  new_count integer not null,
  skipped_count integer not null,
  salt bytea not null check (length(salt) = 32),
  manifest bytea not null,
  leaf_index bigint not null,
  imported_at timestamptz not null,
  removed_at timestamptz
);
create unique index statement_file_once on statement_file (user_id, sha256) where removed_at is null;
create table statement_draft (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  ciphertext bytea not null,
  created_at timestamptz not null
);
create index statement_draft_by_age on statement_draft (created_at);
`;

const lines = `
create table statement_line (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  file_id bigint not null references statement_file on delete cascade,
  identity bytea not null check (length(identity) = 32),
  position integer not null,
  booked_on date not null,
  transacted_on date,
  amount_minor bigint not null,
  currency text not null,
  text text not null,
  account text not null,
  removed_at timestamptz
);
create unique index statement_line_once on statement_line (user_id, identity) where removed_at is null;
create index statement_line_by_file on statement_line (file_id, position);
create index statement_line_by_day on statement_line (user_id, booked_on);
`;

// merchant_id null: the payee is nobody's.
const choices = `
create table payee_choice (
  user_id uuid not null references app_user on delete cascade,
  payee_key text not null,
  merchant_id text,
  merchant_name text,
  merchant_domains text[] not null default '{}',
  made_at timestamptz not null,
  primary key (user_id, payee_key)
);
`;

// A line may be attributed anew after a wrong match was undone: once per merchant.
const events = `
alter table event add column statement_line_id bigint references statement_line;
alter table event add column payee_key text;
alter table event drop constraint event_source_check;
alter table event add constraint event_source_check check (source in ('mail', 'person', 'bank'));
alter table event add constraint event_of_a_line check ((source = 'bank') = (statement_line_id is not null));
create unique index event_once_per_line on event (statement_line_id, merchant_id) where statement_line_id is not null;
`;

const rowLevelSecurity = `
grant select, insert, update, delete on statement_file, statement_draft, statement_line, payee_choice to quittance_app;
do $$
declare name text;
begin
  foreach name in array array['statement_file', 'statement_draft', 'statement_line', 'payee_choice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_rows on %I using (user_id = current_user_id()) with check (user_id = current_user_id())', name);
  end loop;
end $$;
`;
