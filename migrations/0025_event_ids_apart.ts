// The ids of a subscription's events leave its state for a column of their own: with years of mail they were most of its bytes and pushed the
// state out of its row, and pages of many subscriptions never look at them. And the state becomes `json`: it is only ever read whole, and jsonb
// is put together anew at every reading. What the fold gives is the same.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`alter table subscription add column event_ids uuid[] not null default '{}'`.execute(db);
  await sql`
    update subscription set
      event_ids = array(select id::uuid from jsonb_array_elements_text(state -> 'eventIds') with ordinality as one(id, place) order by place),
      state = state - 'eventIds'`.execute(db);
  await sql`alter table subscription alter column event_ids drop default, alter column state type json`.execute(db);
}
