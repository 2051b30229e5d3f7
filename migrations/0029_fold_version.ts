// By which fold a person's subscriptions were made, so that a release that folds otherwise makes them anew; and the names of their merchants, by
// which the same service is found again under two senders. Both are filled by that first new fold.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table app_user add column fold_version integer not null default 0`.execute(db);
  await sql`alter table subscription add column name_key text not null default ''`.execute(db);
  await sql`create index subscription_by_name on subscription (user_id, name_key)`.execute(db);
}
