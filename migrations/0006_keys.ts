// Keys beyond the first: those of senders that DNS may have withdrawn since (an archive of public keys, nobody's rows), and those with which a
// log's checkpoints are signed after its first key was replaced.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(senders).execute(db);
  await sql.raw(signing).execute(db);
}

// tried_at: null while messages that lacked this key are still to be verified again.
const senders = `
create table dkim_key (
  name text not null check (name = lower(name)),
  record text not null,
  source text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null check (last_seen_at >= first_seen_at),
  tried_at timestamptz,
  primary key (name, record, source)
);
create index dkim_key_untried on dkim_key (name) where tried_at is null;
grant select on dkim_key to quittance_app;
`;

// The first key of a log has no row: it follows from the key file alone, and so do the later ones by their generation.
const signing = `
create table log_key (
  user_id uuid not null references app_user on delete cascade,
  generation integer not null check (generation >= 2),
  verifier_key text not null,
  -- The leaf that names it: checkpoints that cover this leaf bear its signature.
  leaf_index bigint not null,
  salt bytea not null check (length(salt) = 32),
  -- Signed by the key before it and by itself.
  note text not null,
  made_at timestamptz not null,
  primary key (user_id, generation)
);
create trigger append_only before update or delete on log_key for each row execute function refuse_change();
create trigger no_truncate before truncate on log_key for each statement execute function refuse_change();
grant select on log_key to quittance_app;
alter table log_key enable row level security;
create policy own_rows on log_key using (user_id = current_user_id()) with check (user_id = current_user_id());
`;
