// How a mailbox signs in, and the refresh token (sealed) that replaced the one of its sign-in: see packages/store/src/oauth-grants.ts.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`
    alter table mailbox
      add column sign_in text not null default 'password' check (sign_in in ('password', 'google', 'microsoft')),
      add column renewed_refresh_token bytea`.execute(db);
}
