// What a person wants of alerts: kinds, lead times, quiet hours, digest; the calendar feed with its secret link. A delivery that waits for
// either says why (`hold`); a digest is a delivery of its own that carries others (`gathered_in`). Nobody gets rows here: defaults are code's.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(preferences).execute(db);
  await sql.raw(holds).execute(db);
  await sql.raw(calendar).execute(db);
  await sql.raw(rowLevelSecurity).execute(db);
}

// quiet_from and quiet_until are wall-clock times (HH:MM) in the person's time zone.
const preferences = `
create table alert_preference (
  user_id uuid primary key references app_user on delete cascade,
  muted_kinds text[] not null,
  renewal_notice_days integer[] not null,
  trial_ending_days integer[] not null,
  cancel_by_days integer[] not null,
  quiet_from text check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  quiet_until text check (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  digest text not null check (digest in ('off', 'daily', 'weekly')),
  updated_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);
`;

// digest_at: this delivery is the digest of that time; one per channel and time, whoever gathers it.
const holds = `
alter table delivery add column hold text check (hold in ('go', 'quiet', 'digest'));
alter table delivery add column digest_at timestamptz;
alter table delivery add column gathered_in uuid references delivery on delete set null;
alter table delivery add constraint digest_of_no_alert check (digest_at is null or (alert_id is null and gathered_in is null));
create unique index delivery_digest_once on delivery (channel_id, digest_at) where digest_at is not null;
create index delivery_gathered on delivery (gathered_in) where gathered_in is not null;
`;

// calendar_entry: what was last served, so that an entry that changes says so (SEQUENCE, LAST-MODIFIED) and one that does not stays the same.
const calendar = `
create table calendar_feed (
  user_id uuid primary key references app_user on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null
);
create table calendar_entry (
  user_id uuid not null references app_user on delete cascade,
  uid text not null,
  content_hash bytea not null check (length(content_hash) = 32),
  sequence integer not null default 0,
  modified_at timestamptz not null,
  primary key (user_id, uid)
);
`;

const rowLevelSecurity = `
grant select, insert, update, delete on alert_preference, calendar_feed, calendar_entry to quittance_app;
do $$
declare name text;
begin
  foreach name in array array['alert_preference', 'calendar_feed', 'calendar_entry'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_rows on %I using (user_id = current_user_id()) with check (user_id = current_user_id())', name);
  end loop;
end $$;
`;
