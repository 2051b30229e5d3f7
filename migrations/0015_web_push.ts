// The instance's own key for push services. One row, of no person: the role of a person's work does not reach it.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql
    .raw(
      `create table push_key (
         id integer primary key check (id = 1),
         public_key bytea not null check (length(public_key) = 65),
         private_key bytea not null,
         made_at timestamptz not null default now()
       );
       revoke all on push_key from quittance_app;`,
    )
    .execute(db);
}
