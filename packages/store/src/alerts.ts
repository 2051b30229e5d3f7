// Alerts and what hangs on them: one row per alert, one delivery per channel that wants it, written in the transaction that
// records the cause. A key that was seen before is no news: nothing is written and nobody is told.
import type { Alert, AlertData, AlertKind, NewAlert } from '@quittance/domain/alert';
import { addDays } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import { dataToday } from './alert-data.ts';
import type { Queryable, Tx } from './database.ts';
import { notify, notifyAll } from './notifications.ts';
import { knownBy } from './rename-told.ts';
import { storableJson } from './storable-text.ts';

/**
 * Records an alert once per `dedupeKey` and queues it for each of the person's channels that wants its kind.
 * @param createdAt when the cause was recorded; the due time where the caller has no other.
 * @returns false when the alert was known already, or another one told of it (`sameAs`, `unless`).
 */
export async function recordAlert(tx: Tx, userId: string, alert: NewAlert, createdAt: Instant = alert.dueAt): Promise<boolean> {
  const { cancel_by: cancelBy, amount, currency, reason } = alert.data;
  // The unique key decides between two transactions that record the same alert: the second waits for the first, then adds nothing.
  const { rows } = await sql`
    with added as (
      insert into alert (user_id, kind, dedupe_key, data, due_at, created_at)
      select ${userId}::uuid, ${alert.kind}, ${alert.dedupeKey}, ${storableJson(alert.data)}::jsonb, ${alert.dueAt}::timestamptz,
             ${createdAt}::timestamptz
      where not exists (
        select from ${knownBy(userId, alert.sameAs ?? [])} as told
        where (told.data->>'reason' is distinct from 'probable' or ${reason} = 'probable')
          -- Told as another kind, it went only where that kind is wanted.
          and (told.kind = ${alert.kind} or not exists (
            select from channel
            left join alert_preference as p on p.user_id = channel.user_id
            where channel.user_id = told.user_id and channel.removed_at is null
              and (channel.kinds is null or ${alert.kind} = any(channel.kinds)) and (p.user_id is null or not ${alert.kind} = any(p.muted_kinds))
              and not ((channel.kinds is null or told.kind = any(channel.kinds)) and (p.user_id is null or not told.kind = any(p.muted_kinds)))))
          and told.data->>'amount' is not distinct from ${amount} and told.data->>'currency' is not distinct from ${currency}
          and told.data->>'cancel_by' <= case
            -- "Cancel before the renewal" is a day earlier.
            when told.data->'cancel_by_stated' is null and told.data->>'cancel_by' = told.data->>'renews_on' then ${cancelBy && addDays(cancelBy, 1)}
            else ${cancelBy} end)
        -- Under its own key the constraint finds it; under one that a subscription came to have, nothing else does.
        and not exists (select from ${knownBy(userId, [alert.dedupeKey, ...(alert.unless ?? [])])} as other)
      on conflict (user_id, dedupe_key) do nothing returning id
    ), queued as (
      insert into delivery (user_id, alert_id, channel_id, next_try_at, created_at)
      select channel.user_id, added.id, channel.id, ${alert.dueAt}::timestamptz, ${createdAt}::timestamptz
      from channel, added
      where channel.user_id = ${userId}::uuid and channel.removed_at is null and (channel.kinds is null or ${alert.kind} = any(channel.kinds))
        -- Kept to the page by the person.
        and not exists (select from alert_preference as p where p.user_id = channel.user_id and ${alert.kind} = any(p.muted_kinds))
      -- Removing a channel calls off what is due: it comes before, and the channel is not seen, or after, and it finds this delivery.
      for share of channel
    )
    select from added`.execute(tx);
  if (rows.length === 0) return false;
  await notifyAll(tx, (['delivery', 'change'] as const).map((channel) => ({ channel, payload: userId }))); // prettier-ignore
  return true;
}

export interface AlertQuery {
  /** Created at or after. */
  readonly since?: Instant | undefined;
  /** The last alert of the page before: what follows it is listed. */
  readonly after?: { readonly createdAt: Instant; readonly id: string } | undefined;
  readonly unseenOnly?: boolean | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listAlerts(db: Queryable, userId: string, query: AlertQuery): Promise<Alert[]> {
  let select = db
    .selectFrom('alert')
    .select(['id', 'kind', 'dedupe_key', dataToday.as('data'), 'due_at', 'created_at', 'seen_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(query.limit);
  if (query.since) select = select.where('created_at', '>=', query.since);
  if (query.unseenOnly) select = select.where('seen_at', 'is', null);
  if (query.after) {
    const { createdAt, id } = query.after;
    select = select.where((eb) => eb.or([eb('created_at', '<', createdAt), eb.and([eb('created_at', '=', createdAt), eb('id', '>', id)])]));
  }
  return (await select.execute()).map(toAlert);
}

/** @returns false when there is no such alert; an alert seen before keeps its first time. */
export async function markAlertSeen(tx: Queryable, userId: string, alertId: string, at: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('alert')
    .set((eb) => ({ seen_at: eb.fn.coalesce('seen_at', sql<string>`${at}::timestamptz`) }))
    .where('user_id', '=', userId)
    .where('id', '=', alertId)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns how many became seen. */
export async function markAllAlertsSeen(tx: Queryable, userId: string, at: Instant): Promise<number> {
  const result = await tx
    .updateTable('alert')
    .set({ seen_at: at })
    .where('user_id', '=', userId)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * What the alerts warned of is over: they need nobody any more, and those that are still on their way are called back.
 *
 * @param keyPrefix the beginning of their dedupe keys.
 */
export async function clearAlerts(tx: Tx, userId: string, keyPrefix: string, at: Instant): Promise<void> {
  const open = await tx
    .selectFrom('alert')
    .select('id')
    .where('user_id', '=', userId)
    .where(sql<boolean>`starts_with(dedupe_key, ${keyPrefix})`)
    .where('seen_at', 'is', null)
    .execute();
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id);
  await tx.updateTable('alert').set({ seen_at: at }).where('id', 'in', ids).execute();
  await tx
    .updateTable('delivery')
    .set({ state: 'cancelled', settled_at: at })
    .where('alert_id', 'in', ids)
    .where('state', '=', 'due')
    .where('claimed_until', 'is', null)
    .execute();
  await notify(tx, 'change', userId);
}

export async function countUnseenAlerts(db: Queryable, userId: string): Promise<number> {
  const row = await db
    .selectFrom('alert')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

interface AlertRow {
  readonly id: string;
  readonly kind: string;
  readonly dedupe_key: string;
  readonly data: object;
  readonly due_at: Instant;
  readonly created_at: Instant;
  readonly seen_at: Instant | null;
}

function toAlert(row: AlertRow): Alert {
  return {
    id: row.id,
    kind: row.kind as AlertKind,
    dedupeKey: row.dedupe_key,
    data: row.data as AlertData,
    dueAt: row.due_at,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  };
}
