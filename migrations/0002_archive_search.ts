// The archive's order and its text search. Row-level security lets the planner use an index only through leakproof operators; `@@` and
// coalesce are none, so a search would read all of a person's messages. Hence a stored column for the order, and archive_matches, which
// runs with the owner's rights and asks for that person itself.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql.raw(order).execute(db);
  await sql.raw(matches).execute(db);
}

const order = `
alter table message add column dated_at timestamptz not null
  generated always as (coalesce(received_at, internal_date, sent_at, captured_at)) stored;
create index message_by_date on message (user_id, dated_at desc, id desc);
create index session_expired on session (expires_at);
create index sign_in_link_expired on sign_in_link (expires_at);
`;

const matches = `
create function archive_matches(query tsquery) returns setof bigint
  language sql stable security definer rows 200 set search_path = public, pg_temp
  as $$ select id from message where search @@ query and user_id = current_user_id() $$;
revoke all on function archive_matches(tsquery) from public;
grant execute on function archive_matches(tsquery) to quittance_app;
`;
