// Alerts are known by the subscription that they are about and what they say of it (packages/timeline). Where that has another id now, what was told
// under the one before counts as told of it, or a person who merged two would be reminded anew of what they know. The name under which it was told
// stays: where the merge is undone it is the one that counts again.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';
import { presentIds } from './former-ids.ts';

type Stood = Pick<FoldedSubscription, 'id' | 'eventIds'>;

interface Renamed {
  readonly former: string;
  readonly now: string;
}

/** Which ids are gone, and the subscription that holds the most of its events. @param events in any order. */
export function renamedIn(
  events: readonly Pick<SubscriptionEvent, 'id' | 'seq'>[],
  before: readonly Stood[],
  after: readonly Stood[],
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

/** Which ids are there that were not: those of new subscriptions, and those that had been another's for a while. */
export function cameIn(before: readonly Stood[], after: readonly Stood[]): string[] {
  const known = new Set(before.map(({ id }) => id));
  return after.map(({ id }) => id).filter((id) => !known.has(id));
}

/** The alerts that are known by one of these keys, under the name by which they were told or by one that came later. */
export function knownBy(userId: string, keys: readonly string[]): RawBuilder<unknown> {
  // Two lookups, since the index that serves the first can't serve both.
  return sql`(
    select * from alert where user_id = ${userId}::uuid and dedupe_key = any(${keys}::text[])
    union all
    select * from alert where user_id = ${userId}::uuid and told_as <> '{}' and told_as && ${keys}::text[])`;
}

/** What is gone goes on under the id that it has now; what has come back is known by its own name again. Hold the lock as for `refoldMerchants`. */
export async function renameTold(tx: Tx, userId: string, renamed: readonly Renamed[], came: readonly string[]): Promise<void> {
  // Sent together, in this order.
  await Promise.all([came.length > 0 ? giveBack(tx, userId, came) : null, renamed.length > 0 ? passOn(tx, userId, renamed) : null]);
}

/** Alerts that came from elsewhere, under names that no subscription has here: they are known by those of today, too. */
export async function nameTold(tx: Tx, userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct name[1] as id
    from alert, regexp_matches(${newestKey}, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as name
    where user_id = ${userId}::uuid`.execute(tx);
  const present = await presentIds(
    tx,
    userId,
    rows.map(({ id }) => id),
  );
  if (present.size > 0)
    await passOn(
      tx,
      userId,
      [...present].map(([former, now]) => ({ former, now })),
    );
}

const newestKey = sql`coalesce(told_as[cardinality(told_as)], dedupe_key)`;

// The names are in the order in which they came: those after the one that is back were of what it is parted from now.
async function giveBack(tx: Tx, userId: string, came: readonly string[]): Promise<void> {
  await sql`
    update alert set told_as = told_as[1:back.place - 1]
    from (
      select alert.id, min(name.place) as place
      from alert, unnest(array[alert.dedupe_key] || alert.told_as) with ordinality as name(key, place), unnest(${came}::text[]) as came(id)
      where alert.user_id = ${userId}::uuid and alert.told_as <> '{}' and position(came.id in name.key) > 0
      group by alert.id
    ) back
    where alert.id = back.id`.execute(tx);
}

async function passOn(tx: Tx, userId: string, renamed: readonly Renamed[]): Promise<void> {
  await sql`
    update alert set told_as = told_as || replace(newest.key, pair.former, pair.now)
    from unnest(${renamed.map(({ former }) => former)}::text[], ${renamed.map(({ now }) => now)}::text[]) as pair(former, now)
    join (
      select id, ${newestKey} as key from alert where user_id = ${userId}::uuid
    ) newest on position(pair.former in newest.key) > 0
    where alert.id = newest.id`.execute(tx);
}
