// A subscription by its id, or by one that it had: an id is made from the event that was recorded first among its events
// (packages/timeline/src/subscription-id.ts), so an id that no subscription has now still names that event, and leads to whatever holds the event
// today. Nothing is kept for it: it holds after merging, splitting and folding anew, and for ids that were given out before this was built.
import { linkedMerchants, type Hand } from '@quittance/domain/hand';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { getEvent, NO_MERCHANT } from './events.ts';
import { loadHand } from './hand.ts';
import { foldStored, getSubscription, listAttached, type Fold } from './subscriptions.ts';

/** The one found may have another id than the one asked for. */
export async function findSubscription(db: Queryable, fold: Fold, userId: string, id: string): Promise<FoldedSubscription | null> {
  const known = await getSubscription(db, userId, id);
  if (known) return known;
  const first = await findNaming(db, userId, id);
  if (!first) return null;
  const now = first.subscriptionId ?? (await withoutItsFirst(db, fold, userId, first.eventId));
  return now === null ? null : getSubscription(db, userId, now);
}

// Looks through the events of all the person's subscriptions, which takes less than a microsecond each: only ids that nothing has any more come
// here. The bytes that hold version and variant say nothing.
async function findNaming(db: Queryable, userId: string, id: string) {
  const plain = (bytes: ReturnType<typeof sql>) => sql`set_byte(set_byte(${bytes}, 6, 0), 8, 0)`;
  const { rows } = await sql<{ eventId: string; subscriptionId: string | null }>`
    select named.event_id as "eventId", named.subscription_id as "subscriptionId"
    from (
      select unnest(event_ids) as event_id, id as subscription_id from subscription where user_id = ${userId}::uuid
      -- What the person may have taken out.
      union all select event_id, null from correction where user_id = ${userId}::uuid
      union all select coalesce(event_id, (data ->> 'event')::uuid), null from act where user_id = ${userId}::uuid
    ) named
    where ${plain(sql`substring(sha256(convert_to('quittance/subscription/' || named.event_id, 'UTF8')) for 16)`)}
      = ${plain(sql`uuid_send(${id}::uuid)`)}
    order by named.subscription_id nulls last limit 1`.execute(db);
  return rows[0];
}

// The person took the event out. What would stand beside it had they not, stands for it: the first of these that is in a subscription.
async function withoutItsFirst(db: Queryable, fold: Fold, userId: string, eventId: string): Promise<string | null> {
  const event = await getEvent(db, userId, eventId);
  const told = await loadHand(db, userId);
  const hand: Hand = {
    ...told,
    withdrawn: new Set([...told.withdrawn].filter((id) => id !== eventId)),
    groups: told.groups.filter(({ events, with: beside }) => beside === null || !events.includes(eventId)),
  };
  const merchants = linkedMerchants(hand, [event?.merchant?.id ?? NO_MERCHANT]);
  const { events, subscriptions } = await foldStored(db, fold, userId, hand, merchants, (word) => word.eventId !== eventId);
  const beside = new Set(subscriptions.find(({ eventIds }) => eventIds.includes(eventId))?.eventIds);
  const attached = await listAttached(db, userId, [...beside]);
  const next = events.toSorted((a, b) => a.seq - b.seq).find(({ id }) => beside.has(id) && attached.has(id));
  return next ? attached.get(next.id)! : null;
}
