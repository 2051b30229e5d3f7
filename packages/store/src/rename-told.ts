// Alerts are known by the subscription that they are about and what they say of it (packages/timeline). Where that has another id now, what was told
// under the one before counts as told of it, or a person who merged two would be reminded anew of what they know.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

interface Renamed {
  readonly former: string;
  readonly now: string;
}

/** Which ids are gone, and the subscription that holds the first of its events. @param events in any order. */
export function renamedIn(
  events: readonly Pick<SubscriptionEvent, 'id' | 'seq'>[],
  before: readonly FoldedSubscription[],
  after: readonly FoldedSubscription[],
): Renamed[] {
  const ids = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !ids.has(id));
  if (gone.length === 0) return [];
  const homes = new Map(after.flatMap(({ id, eventIds }) => eventIds.map((eventId) => [eventId, id] as const)));
  const inOrder = events.toSorted((a, b) => a.seq - b.seq);
  return gone.flatMap(({ id: former, eventIds }) => {
    const own = new Set(eventIds);
    // Where most of it is now; of two with as much, where its first event is.
    const counts = new Map<string, number>();
    for (const { id } of inOrder) if (own.has(id) && homes.has(id)) counts.set(homes.get(id)!, (counts.get(homes.get(id)!) ?? 0) + 1);
    const [home] = [...counts].toSorted(([, a], [, b]) => b - a);
    return home ? [{ former, now: home[0] }] : [];
  });
}

/** What both told keeps both keys: one of them is that of a subscription that is there. */
export async function renameTold(tx: Tx, userId: string, renamed: readonly Renamed[]): Promise<void> {
  if (renamed.length === 0) return;
  const [formers, nows] = [renamed.map(({ former }) => former), renamed.map(({ now }) => now)];
  await sql`
    update alert set dedupe_key = told.key
    from (
      select distinct on (key) id, key
      from (
        select alert.id, alert.created_at, replace(alert.dedupe_key, pair.former, pair.now) as key
        from alert join unnest(${formers}::text[], ${nows}::text[]) as pair(former, now) on position(pair.former in alert.dedupe_key) > 0
        where alert.user_id = ${userId}::uuid
      ) known
      order by key, created_at
    ) told
    where alert.id = told.id
      and not exists (select from alert other where other.user_id = ${userId}::uuid and other.dedupe_key = told.key)`.execute(tx);
}
