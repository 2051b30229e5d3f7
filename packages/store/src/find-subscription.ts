// A subscription by its id, or by one that it had: an id is made from the event that was recorded first among its events
// (packages/timeline/src/subscription-id.ts), so an id that no subscription has now still names that event, and leads to whatever holds the event
// today. Nothing is kept for it: it holds after merging, splitting and folding anew, and for ids that were given out before this was built.
import { linkedMerchants, type Hand } from '@quittance/domain/hand';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import type { Queryable } from './database.ts';
import { getEvent, NO_MERCHANT } from './events.ts';
import { findNamed } from './former-ids.ts';
import { loadHand } from './hand.ts';
import { foldStored, getSubscription, listAttached, type Fold } from './subscriptions.ts';

/** The one found may have another id than the one asked for. */
export async function findSubscription(db: Queryable, fold: Fold, userId: string, id: string): Promise<FoldedSubscription | null> {
  const known = await getSubscription(db, userId, id);
  if (known) return known;
  const [first] = await findNamed(db, userId, [id]);
  if (!first) return null;
  const now = first.subscriptionId ?? (await withoutItsFirst(db, fold, userId, first.eventId));
  return now === null ? null : getSubscription(db, userId, now);
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
