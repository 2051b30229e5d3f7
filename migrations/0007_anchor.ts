// Trusted time. One anchor log over the heads of all people's logs; its own heads are what time-stamp authorities stamp (RFC 3161), one token a day
// for all. A token becomes a leaf, so that the next day's token covers it. None of these tables says anything of a person but
// `anchored_checkpoint`, which says which of their heads stands where, and their agreement.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  for (const statements of [anchor, stamps, appendOnly, rights]) await sql.raw(statements).execute(db);
}

const anchor = `
create table anchor_leaf (
  leaf_index bigint primary key,
  entry text not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  appended_at timestamptz not null
);
create table anchor_node (
  level integer not null,
  node_index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, node_index)
);
create table anchor_checkpoint (
  size bigint primary key,
  note text not null,
  made_at timestamptz not null
);
create table anchored_checkpoint (
  user_id uuid not null references app_user on delete cascade,
  size bigint not null,
  leaf_index bigint not null unique references anchor_leaf,
  primary key (user_id, size),
  foreign key (user_id, size) references log_checkpoint (user_id, size) on delete cascade
);
-- As log_key, for the anchor log.
create table anchor_key (
  generation integer primary key check (generation >= 2),
  verifier_key text not null,
  leaf_index bigint not null,
  salt bytea not null check (length(salt) = 32),
  note text not null,
  made_at timestamptz not null
);
`;

// stamp_request: what an authority was or is to be asked; a newer head takes the place of one that was never answered.
const stamps = `
create table time_stamp (
  id bigint generated always as identity primary key,
  anchor_size bigint not null references anchor_checkpoint,
  authority text not null,
  token bytea not null,
  gen_at timestamptz not null,
  policy text not null,
  signer text not null,
  root text not null,
  leaf_index bigint not null unique references anchor_leaf,
  received_at timestamptz not null,
  unique (anchor_size, authority)
);
create table stamp_request (
  anchor_size bigint not null references anchor_checkpoint,
  authority text not null,
  state text not null default 'due' check (state in ('due', 'stamped', 'given_up')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  problem_code text,
  problem_text text,
  problem_at timestamptz,
  primary key (anchor_size, authority)
);
create index stamp_request_due on stamp_request (next_try_at) where state = 'due';
create table stamp_agreement (
  user_id uuid primary key references app_user on delete cascade,
  authorities text[] not null,
  agreed_at timestamptz not null
);
`;

const appendOnly = `
create trigger append_only before update or delete on anchor_leaf for each row execute function refuse_change();
create trigger append_only before update or delete on anchor_node for each row execute function refuse_change();
create trigger append_only before update or delete on anchor_checkpoint for each row execute function refuse_change();
create trigger append_only before update or delete on anchored_checkpoint for each row execute function refuse_change();
create trigger append_only before update or delete on anchor_key for each row execute function refuse_change();
create trigger append_only before update or delete on time_stamp for each row execute function refuse_change();
create trigger no_truncate before truncate on anchor_leaf for each statement execute function refuse_change();
create trigger no_truncate before truncate on anchor_checkpoint for each statement execute function refuse_change();
create trigger no_truncate before truncate on time_stamp for each statement execute function refuse_change();
`;

const rights = `
grant select on anchor_node, anchor_checkpoint, anchored_checkpoint, anchor_key, time_stamp, stamp_request to quittance_app;
grant select, insert, update, delete on stamp_agreement to quittance_app;
do $$
declare name text;
begin
  foreach name in array array['anchored_checkpoint', 'stamp_agreement'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_rows on %I using (user_id = current_user_id()) with check (user_id = current_user_id())', name);
  end loop;
end $$;
`;
