// Deliveries that wait. Where a person has quiet hours or a digest, a due delivery is looked at before anybody may claim it: it goes,
// waits, or is gathered into a digest. A digest is a delivery of its own with the lease, retries and receipt of any other; what it
// carries is settled with it. When to do what is the notifier's to decide.
import type { Alert, AlertData, AlertKind, ChannelKind } from '@quittance/domain/alert';
import type { Instant } from '@quittance/domain/instant';
import { sql, type ExpressionBuilder } from 'kysely';
import { dataToday } from './alert-data.ts';
import type { Database, Queryable, Tx } from './database.ts';
import type { Schema } from './schema.ts';

/** Whose due deliveries have to be looked at, a page at a time by id. */
export function listPeopleToSteer(
  db: Database,
  page: { readonly now: Instant; readonly afterId: string | null; readonly limit: number },
): Promise<{ readonly userId: string; readonly timeZone: string }[]> {
  let select = db
    .selectFrom('app_user')
    .innerJoin('alert_preference', 'alert_preference.user_id', 'app_user.id')
    .select(['app_user.id as userId', 'app_user.time_zone as timeZone'])
    .where((eb) => eb.or([eb('alert_preference.quiet_from', 'is not', null), eb('alert_preference.digest', '<>', 'off')]))
    .where((eb) =>
      eb.exists(
        toSteer(db, page.now)
          .select('delivery.id')
          .where(sql<boolean>`delivery.user_id = app_user.id`),
      ),
    )
    .orderBy('app_user.id')
    .limit(page.limit);
  if (page.afterId) select = select.where('app_user.id', '>', page.afterId);
  return select.execute();
}

export interface SteeredDelivery {
  readonly id: string;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  /** How often it was tried. */
  readonly attempts: number;
  /** null for a digest. */
  readonly alert: Pick<Alert, 'kind' | 'dueAt' | 'data'> | null;
}

/** What of this person is due and not let go yet. */
export async function listToSteer(db: Queryable, userId: string, now: Instant): Promise<SteeredDelivery[]> {
  const rows = await toSteer(db, now)
    .innerJoin('channel', 'channel.id', 'delivery.channel_id')
    .leftJoin('alert', 'alert.id', 'delivery.alert_id')
    .select(['delivery.id', 'delivery.channel_id', 'delivery.attempts', 'channel.kind as channel_kind'])
    .select(['alert.kind', 'alert.due_at', 'alert.data'])
    .where('delivery.user_id', '=', userId)
    .orderBy('delivery.next_try_at')
    .orderBy('delivery.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    channelKind: row.channel_kind,
    attempts: row.attempts,
    alert: row.kind && row.due_at ? { kind: row.kind as AlertKind, dueAt: row.due_at, data: row.data as AlertData } : null,
  }));
}

// Tests of a channel carry no alert and never wait.
function toSteer(db: Queryable, now: Instant) {
  return db
    .selectFrom('delivery')
    .where('delivery.state', '=', 'due')
    .where('delivery.next_try_at', '<=', now)
    .where('delivery.gathered_in', 'is', null)
    .where('delivery.hold', 'is distinct from', 'go')
    .where((eb) => eb.or([eb('delivery.claimed_until', 'is', null), eb('delivery.claimed_until', '<=', now)]))
    .where((eb) => eb.or([eb('delivery.alert_id', 'is not', null), eb('delivery.digest_at', 'is not', null)]));
}

/** The claim's condition: where a person has quiet hours or a digest, what carries alerts goes only after it was looked at; what a digest carries goes with it. */
export function mayGo(eb: ExpressionBuilder<Schema, 'delivery'>) {
  const isTest = eb.and([eb('alert_id', 'is', null), eb('digest_at', 'is', null)]);
  const steering = eb
    .selectFrom('alert_preference')
    .select('alert_preference.user_id')
    .whereRef('alert_preference.user_id', '=', 'delivery.user_id')
    .where((or) => or.or([or('quiet_from', 'is not', null), or('digest', '<>', 'off')]));
  return eb.and([eb('gathered_in', 'is', null), eb.or([eb('hold', '=', 'go'), isTest, eb.not(eb.exists(steering))])]);
}

export async function letGo(tx: Tx, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.updateTable('delivery').set({ hold: 'go' }).where('id', 'in', deliveryIds).where('state', '=', 'due').execute();
}

export async function holdUntil(tx: Tx, deliveryId: string, hold: 'quiet' | 'digest', until: Instant): Promise<void> {
  await tx.updateTable('delivery').set({ hold, next_try_at: until }).where('id', '=', deliveryId).where('state', '=', 'due').execute();
}

/** When each channel's latest digest was of. */
export async function latestDigests(db: Queryable, userId: string): Promise<Map<string, Instant>> {
  const rows = await db
    .selectFrom('delivery')
    .select((eb) => ['channel_id', eb.fn.max('digest_at').as('at')])
    .where('user_id', '=', userId)
    .where('digest_at', 'is not', null)
    .groupBy('channel_id')
    .execute();
  return new Map(rows.map((row) => [row.channel_id, row.at!]));
}

/** Makes the digest of `at` for a channel. Hold `lockAlertPreferences`: one digest per channel and time. @returns false when the channel was removed. */
export async function gatherDigest(
  tx: Tx,
  userId: string,
  digest: { readonly channelId: string; readonly at: Instant; readonly now: Instant; readonly deliveryIds: readonly string[] },
): Promise<boolean> {
  // As for a single alert: a removal that comes after finds this delivery and calls it off.
  const channel = await tx
    .selectFrom('channel')
    .select('id')
    .where('id', '=', digest.channelId)
    .where('removed_at', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!channel) return false;
  const { id } = await tx
    .insertInto('delivery')
    .values({
      user_id: userId,
      channel_id: digest.channelId,
      digest_at: digest.at,
      hold: 'go',
      next_try_at: digest.now,
      created_at: digest.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('delivery')
    .set({ gathered_in: id, hold: null })
    .where('id', 'in', digest.deliveryIds)
    .where('state', '=', 'due')
    .where('gathered_in', 'is', null)
    .execute();
  return true;
}

/** What a digest carries, in the order in which it came due. */
export async function listGathered(db: Queryable, digestId: string): Promise<Alert[]> {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('alert', 'alert.id', 'delivery.alert_id')
    .select(['alert.id', 'alert.kind', 'alert.dedupe_key', dataToday.as('data')])
    .select(['alert.due_at', 'alert.created_at', 'alert.seen_at'])
    .where('delivery.gathered_in', '=', digestId)
    .orderBy('alert.due_at')
    .orderBy('alert.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as AlertKind,
    dedupeKey: row.dedupe_key,
    data: row.data as AlertData,
    dueAt: row.due_at,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }));
}
