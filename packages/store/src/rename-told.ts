// Alerts are known by the subscription that they are about and what they say of it (packages/timeline). Where that has another id now, what was told
// under the one before counts as told of it, or a person who merged two would be reminded anew of what they know. The name under which it was told
// stays: where the merge is undone it is the one that counts again.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';
import { presentIds } from './former-ids.ts';

type Stood = Pick<FoldedSubscription, 'id' | 'eventIds'>;
type Stands = Pick<FoldedSubscription, 'id' | 'eventIds' | 'plan'>;

interface Renamed {
  readonly former: string;
  readonly now: string;
}

/** What was told of `former` by this event, or by none where it is null, is told of `now`. */
interface Parted extends Renamed {
  readonly event: string | null;
  /** Of what no event told: of which plan; undefined: of any. */
  readonly plan?: string | null | undefined;
}

/** How names change where these stood before and those stand now. */
export interface Renaming {
  readonly came: readonly string[];
  readonly parted: readonly Parted[];
  readonly gone: readonly Renamed[];
}

/** @param events in any order. */
export function renamingOf(
  events: readonly Pick<SubscriptionEvent, 'id' | 'seq'>[],
  before: readonly Stood[],
  after: readonly Stands[],
): Renaming {
  const known = new Set(before.map(({ id }) => id));
  const came = after.map(({ id }) => id).filter((id) => !known.has(id));
  return { came, parted: partedIn(before, after), gone: renamedIn(events, before, after) };
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
  const homes = homesIn(after);
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

// What a mail told goes with the mail. Of what the calendar told nothing says whose it was, where one that is still there was divided: it goes with
// the plan that it named, and where both parts have that, with the most of the mails.
function partedIn(before: readonly Stood[], after: readonly Stands[]): Parted[] {
  const homes = homesIn(after);
  const stands = new Map(after.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  return before.flatMap(({ id: former, eventIds }): Parted[] => {
    const away = eventIds.flatMap((event) => {
      const now = homes.get(event);
      return now === undefined || now === former ? [] : [{ former, now, event }];
    });
    const rest = stands.get(former);
    if (!rest) return away;
    const parts = [...Map.groupBy(away, ({ now }) => now)].filter(([now]) => !known.has(now));
    const untold = parts.flatMap(([now, { length }]): Parted[] => {
      const { plan } = stands.get(now)!;
      if (plan !== rest.plan) return [{ former, now, event: null, plan }];
      return length * 2 > eventIds.length ? [{ former, now, event: null }] : [];
    });
    return [...away, ...untold];
  });
}

function homesIn(subscriptions: readonly Stood[]): Map<string, string> {
  return new Map(subscriptions.flatMap(({ id, eventIds }) => eventIds.map((eventId) => [eventId, id] as const)));
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
export async function renameTold(tx: Tx, userId: string, { came, parted, gone }: Renaming): Promise<void> {
  // Sent together, in this order.
  await Promise.all([
    came.length > 0 ? giveBack(tx, userId, came) : null,
    parted.length > 0 ? partNames(tx, userId, parted) : null,
    gone.length > 0 ? passOn(tx, userId, gone) : null,
  ]);
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

async function partNames(tx: Tx, userId: string, parted: readonly Parted[]): Promise<void> {
  await sql`
    update alert set told_as = told_as || replace(newest.key, part.former, part.now)
    from unnest(${parted.map(({ former }) => former)}::text[], ${parted.map(({ now }) => now)}::text[], ${parted.map(({ event }) => event)}::text[],
                ${parted.map(({ plan }) => plan ?? null)}::text[], ${parted.map(({ plan }) => plan === undefined)}::boolean[])
      as part(former, now, event, plan, of_any_plan)
    join (
      select id, ${newestKey} as key, data->>'event_id' as event, data->>'plan' as plan from alert where user_id = ${userId}::uuid
    ) newest on position(part.former in newest.key) > 0 and newest.event is not distinct from part.event
      and (part.event is not null or part.of_any_plan or newest.plan is not distinct from part.plan)
    where alert.id = newest.id`.execute(tx);
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
