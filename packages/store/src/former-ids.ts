// Which events ids name that no subscription has (packages/timeline/src/subscription-id.ts), and which subscription holds each today.
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

interface Named {
  /** The id that was asked for. */
  readonly id: string;
  readonly eventId: string;
  /** null: the person took it out. */
  readonly subscriptionId: string | null;
}

/**
 * Looks through the events of all the person's subscriptions, which takes about a microsecond each: only for ids that nothing has any more. The bytes
 * that hold version and variant say nothing.
 */
export async function findNamed(db: Queryable, userId: string, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const plain = (bytes: ReturnType<typeof sql>) => sql`set_byte(set_byte(${bytes}, 6, 0), 8, 0)`;
  const { rows } = await sql<Named>`
    with wanted as materialized (
      select id, ${plain(sql`uuid_send(id)`)} as bytes from unnest(${ids}::uuid[]) as id
    ), named as (
      select unnest(event_ids) as event_id, id as subscription_id from subscription where user_id = ${userId}::uuid
      -- What the person may have taken out.
      union all select event_id, null from correction where user_id = ${userId}::uuid
      union all select coalesce(event_id, (data ->> 'event')::uuid), null from act where user_id = ${userId}::uuid
    )
    select distinct on (wanted.id) wanted.id, named.event_id as "eventId", named.subscription_id as "subscriptionId"
    from named join wanted
      on wanted.bytes = ${plain(sql`substring(sha256(convert_to('quittance/subscription/' || named.event_id, 'UTF8')) for 16)`)}
    order by wanted.id, named.subscription_id nulls last`.execute(db);
  return rows;
}

/** Of ids that neither a subscription nor an event of the person's has: the subscriptions that they lead to. */
export async function presentIds(db: Queryable, userId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${ids}::uuid[]) as wanted(id)
    where not exists (select from subscription where subscription.id = wanted.id and user_id = ${userId}::uuid)
      and not exists (select from event where event.id = wanted.id and user_id = ${userId}::uuid)`.execute(db);
  const named = await findNamed(
    db,
    userId,
    rows.map(({ id }) => id),
  );
  return new Map(named.flatMap(({ id, subscriptionId }) => (subscriptionId === null ? [] : [[id, subscriptionId] as const])));
}
