// What was charged per month, on every overview: read from the index alone, whatever else the year's events say.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`
    create index event_charged on event (user_id, occurred_at) include (id, currency, amount_minor)
    where kind = 'renewal_charged' and currency is not null`.execute(db);
}
