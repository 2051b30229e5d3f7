// The whole first schema. Times: `…_at` are instants (timestamptz), `…_on` civil dates. Every table with a user_id is under row-level
// security for the role quittance_app, which pages, API and CLI take for all work on behalf of a person (second line behind the queries).
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await createRole(db);
  for (const statements of [people, mailboxes, contents, evidence, log, events, alerts]) {
    await sql.raw(statements).execute(db);
  }
  await sql.raw(appendOnly).execute(db);
  await sql.raw(rowLevelSecurity).execute(db);
}

// Roles belong to the cluster, not to the database: several databases may create it at once.
async function createRole(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `do $$ begin
         if not exists (select from pg_roles where rolname = 'quittance_app') then
           create role quittance_app nologin;
         end if;
       exception when duplicate_object or unique_violation then null;
       end $$;
       do $$ begin
         if not pg_has_role(current_user, 'quittance_app', 'MEMBER') then
           execute format('grant quittance_app to %I', current_user);
         end if;
       end $$;`,
    )
    .execute(db);
}

const people = `
create table app_user (
  id uuid primary key default gen_random_uuid(),
  address text unique check (address = lower(address)),
  name text not null default '',
  language text not null default 'en' check (language in ('en', 'fr')),
  country text,
  time_zone text not null default 'UTC',
  currency text not null default 'EUR',
  password_hash text,
  next_event_seq bigint not null default 1,
  set_up_at timestamptz,
  created_at timestamptz not null default now()
);
create table sign_in_link (
  token_hash bytea primary key,
  user_id uuid not null references app_user on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table session (
  token_hash bytea primary key,
  user_id uuid not null references app_user on delete cascade,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create table api_token (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  revoked_at timestamptz
);
`;

const mailboxes = `
create table mailbox (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  address text not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  tls text not null check (tls in ('tls', 'starttls', 'none')),
  username text not null,
  credential bytea not null,
  state text not null default 'active' check (state in ('active', 'stopped', 'removed')),
  problem_code text,
  problem_text text,
  problem_since timestamptz,
  checked_at timestamptz,
  backfill_total bigint not null default 0,
  backfill_done bigint not null default 0,
  backfill_finished_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index mailbox_once on mailbox (user_id, lower(username), lower(host), port) where state <> 'removed';

-- The fence: every commit of a poller checks that its token is still the newest (a Redis lock alone is none).
create table mailbox_lease (
  mailbox_id uuid primary key references mailbox on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  owner text not null,
  token bigint not null,
  expires_at timestamptz not null
);

-- next_uid: every announced uid below it has a location row. low_uid: the backfill has read down to here.
create table folder (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  path text not null,
  special_use text,
  uid_validity bigint,
  next_uid bigint not null default 1,
  low_uid bigint not null default 1,
  wanted boolean not null default true,
  failures integer not null default 0,
  checked_at timestamptz,
  unique (mailbox_id, path)
);
create table coverage (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  folder_id uuid not null references folder on delete cascade,
  uid_validity bigint,
  uid_next bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  check (until_at >= from_at)
);
create index coverage_by_folder on coverage (folder_id, until_at desc);
`;

const contents = `
-- One row per distinct message bytes of a user, kept or not. The key is HMAC-SHA256 under the instance's key, so that a
-- message that was not kept leaves nothing that could be looked up by its content.
create table content (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  content_key bytea not null check (length(content_key) = 32),
  state text not null default 'pending' check (state in ('pending', 'kept', 'ignored', 'quarantined')),
  attempts integer not null default 0,
  problem_code text,
  problem_text text,
  first_seen_at timestamptz not null,
  settled_at timestamptz,
  unique (user_id, content_key)
);
create index content_quarantined on content (user_id, id) where state = 'quarantined';
create index content_pending on content (user_id, id) where state = 'pending';

-- Bytes between acceptance and outcome, encrypted under a key of their own.
create table staged_message (
  content_id bigint primary key references content on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  mailbox_id uuid references mailbox on delete set null,
  origin jsonb not null,
  internal_date timestamptz,
  captured_at timestamptz not null,
  size_bytes bigint not null,
  wrapped_key bytea not null,
  ciphertext bytea not null
);
alter table staged_message alter column ciphertext set storage external;

create table outbox (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  content_id bigint not null unique references content on delete cascade,
  priority text not null check (priority in ('live', 'history')),
  created_at timestamptz not null default now(),
  published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;

-- Where a message was found. For IMAP the key is (folder, uid_validity, uid); for imports the path.
create table location (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  mailbox_id uuid references mailbox on delete cascade,
  folder_id uuid references folder on delete cascade,
  path text not null,
  uid_validity bigint,
  uid bigint,
  state text not null check (state in ('pending', 'kept', 'ignored', 'gone', 'oversized', 'quarantined')),
  content_id bigint references content,
  provider_id text,
  internal_date timestamptz,
  size_bytes bigint,
  attempts integer not null default 0,
  missing_count integer not null default 0,
  next_try_at timestamptz,
  problem_code text,
  headers bytea,
  seen_at timestamptz not null,
  check ((folder_id is null) = (uid is null))
);
create unique index location_imap on location (folder_id, uid_validity, uid) nulls not distinct where folder_id is not null;
create unique index location_import on location (user_id, path, content_id) where folder_id is null;
create index location_content on location (content_id);
create index location_retry on location (mailbox_id, next_try_at) where state = 'pending' and content_id is null;
create index location_provider on location (mailbox_id, provider_id) where provider_id is not null;

-- How far a file was imported, so that an interrupted import of gigabytes goes on where it stood.
create table import_file (
  user_id uuid not null references app_user on delete cascade,
  fingerprint bytea not null,
  path text not null,
  offset_bytes bigint not null default 0,
  messages bigint not null default 0,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (user_id, fingerprint)
);
`;

const evidence = `
-- A message kept as evidence: what we know of it. The bytes and their key stand apart, because they may be erased.
create table message (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  content_id bigint not null unique references content,
  sha256 bytea not null check (length(sha256) = 32),
  size_bytes bigint not null,
  rfc_message_id text,
  from_address text not null,
  from_name text not null,
  subject text not null,
  language text not null,
  sent_at timestamptz,
  received_at timestamptz,
  internal_date timestamptz,
  captured_at timestamptz not null,
  mailbox_id uuid references mailbox on delete set null,
  origin jsonb not null,
  search tsvector not null,
  erased_at timestamptz,
  unique (user_id, sha256)
);
create index message_newest on message (user_id, captured_at desc, id desc);
create index message_search on message using gin (search);
create index message_rfc_id on message (user_id, rfc_message_id);

create table message_secret (
  message_id bigint primary key references message on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  wrapped_key bytea not null,
  salt bytea not null check (length(salt) = 32)
);
create table message_body (
  message_id bigint primary key references message on delete cascade,
  user_id uuid not null references app_user on delete cascade,
  ciphertext bytea not null
);
alter table message_body alter column ciphertext set storage external;

create table verdict (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  message_id bigint not null references message on delete cascade,
  level text not null check (level in ('A', 'B', 'C', 'D', 'R')),
  pending boolean not null,
  detail jsonb not null,
  made_at timestamptz not null
);
create index verdict_latest on verdict (message_id, id desc);
`;

const log = `
-- One RFC 6962 tree per user (docs/formats/evidence-log.md).
create table log (
  user_id uuid primary key references app_user on delete cascade,
  origin text not null unique,
  size bigint not null default 0
);
create table log_leaf (
  user_id uuid not null references app_user on delete cascade,
  leaf_index bigint not null,
  entry text not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  message_id bigint references message on delete set null,
  -- Kept while the message is: what the leaf commits to, with the salt in message_secret.
  manifest bytea,
  appended_at timestamptz not null,
  primary key (user_id, leaf_index)
);
create index log_leaf_message on log_leaf (message_id);
-- Perfect subtrees only: level 0 is a leaf hash.
create table log_node (
  user_id uuid not null references app_user on delete cascade,
  level integer not null,
  node_index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (user_id, level, node_index)
);
create table log_checkpoint (
  user_id uuid not null references app_user on delete cascade,
  size bigint not null,
  note text not null,
  made_at timestamptz not null,
  primary key (user_id, size)
);
`;

const events = `
create table event (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  seq bigint not null,
  message_id bigint references message,
  kind text not null,
  decided text not null check (decided in ('auto', 'probable', 'abstain')),
  confidence real not null,
  source text not null default 'mail' check (source in ('mail', 'person')),
  merchant_id text,
  merchant_name text,
  merchant_domains text[] not null default '{}',
  biller text,
  plan text,
  amount_minor bigint,
  currency text,
  period text,
  renews_on date,
  ends_on date,
  effective_on date,
  notice_period text,
  minimum_term_ends_on date,
  reference text,
  language text not null,
  reasons jsonb not null,
  suspicions text[] not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (user_id, seq),
  check ((amount_minor is null) = (currency is null))
);
create unique index event_once_per_message on event (message_id) where source = 'mail';
create index event_by_merchant on event (user_id, merchant_id, occurred_at);
create index event_by_time on event (user_id, occurred_at desc);

create table correction (
  id bigint generated always as identity primary key,
  user_id uuid not null references app_user on delete cascade,
  event_id uuid not null references event,
  kind text not null,
  made_at timestamptz not null
);
create index correction_by_event on correction (event_id, id desc);

-- Folded from the events; may be dropped and made again at any time (quittance doctor --rebuild).
create table subscription (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  merchant_id text not null,
  state jsonb not null,
  last_event_at timestamptz not null
);
create index subscription_by_merchant on subscription (user_id, merchant_id);
create table subscription_event (
  event_id uuid primary key references event,
  subscription_id uuid not null references subscription on delete cascade,
  user_id uuid not null references app_user on delete cascade
);
create index subscription_event_by_subscription on subscription_event (subscription_id);
`;

const alerts = `
create table alert (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  kind text not null,
  dedupe_key text not null,
  data jsonb not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  seen_at timestamptz,
  unique (user_id, dedupe_key)
);
create index alert_newest on alert (user_id, created_at desc, id);

create table channel (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  kind text not null check (kind in ('email', 'webhook', 'ntfy', 'web_push')),
  target text not null,
  secret bytea,
  kinds text[],
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  problem_code text,
  problem_text text,
  problem_since timestamptz
);
create unique index channel_once on channel (user_id, kind, target) where removed_at is null;

-- alert_id null: a test message of the channel.
create table delivery (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app_user on delete cascade,
  alert_id uuid references alert on delete cascade,
  channel_id uuid not null references channel on delete cascade,
  state text not null default 'due' check (state in ('due', 'delivered', 'failed', 'cancelled')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  receipt jsonb,
  problem_code text,
  problem_text text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (alert_id, channel_id)
);
create index delivery_due on delivery (next_try_at) where state = 'due';
`;

// Evidence, events and the log only grow. Erasure removes message_secret and message_body and blanks what can be read in message.
const appendOnly = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  if current_setting('quittance.erasing', true) = 'on' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on event for each row execute function refuse_change();
create trigger append_only before update or delete on correction for each row execute function refuse_change();
create trigger append_only before update or delete on message for each row execute function refuse_change();
create trigger append_only before update or delete on message_body for each row execute function refuse_change();
create trigger append_only before update or delete on message_secret for each row execute function refuse_change();
create trigger append_only before update or delete on verdict for each row execute function refuse_change();
create trigger append_only before update or delete on log_leaf for each row execute function refuse_change();
create trigger append_only before update or delete on log_node for each row execute function refuse_change();
create trigger append_only before update or delete on log_checkpoint for each row execute function refuse_change();
create trigger no_truncate before truncate on event for each statement execute function refuse_change();
create trigger no_truncate before truncate on message for each statement execute function refuse_change();
create trigger no_truncate before truncate on log_leaf for each statement execute function refuse_change();
create trigger no_truncate before truncate on log_checkpoint for each statement execute function refuse_change();
`;

const rowLevelSecurity = `
grant usage on schema public to quittance_app;
grant select, insert, update, delete on all tables in schema public to quittance_app;
revoke update, delete on event, correction, message, message_body, message_secret, verdict, log_leaf, log_node, log_checkpoint
  from quittance_app;
grant usage on all sequences in schema public to quittance_app;
create function current_user_id() returns uuid language sql stable as
  $$ select nullif(current_setting('quittance.user_id', true), '')::uuid $$;
do $$
declare name text;
begin
  for name in select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_rows on %I using (user_id = current_user_id()) with check (user_id = current_user_id())', name);
  end loop;
end $$;
alter table app_user enable row level security;
create policy own_row on app_user using (id = current_user_id()) with check (id = current_user_id());
`;
