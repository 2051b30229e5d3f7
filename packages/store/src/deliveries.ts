// Deliveries: one alert on its way to one channel. A notifier claims what is due for a while (the lease), sends it and settles it; a
// notifier that dies leaves a claim that runs out, and the delivery goes out again under the same id. `attempts` fences: who was
// overtaken settles nothing.
import type { Alert, AlertData, AlertKind, ChannelKind } from '@quittance/domain/alert';
import type { Instant } from '@quittance/domain/instant';
import { dataToday } from './alert-data.ts';
import { clearChannelProblem, setChannelProblem } from './channels.ts';
import type { Database, Queryable, Tx } from './database.ts';
import { mayGo } from './digests.ts';
import { notify } from './notifications.ts';
import { storableJson, storableText } from './storable-text.ts';
import { inTransaction } from './transaction.ts';

type DeliveryState = 'due' | 'delivered' | 'failed' | 'cancelled';

export interface ClaimedDelivery {
  /** Stable over all attempts: the receiver's idempotency key. */
  readonly id: string;
  readonly userId: string;
  /** This attempt's number, from 1. */
  readonly attempt: number;
  readonly createdAt: Instant;
  /** null for a test of the channel, and for a digest. */
  readonly alert: Alert | null;
  /** Carries the alerts that were gathered in it (digests.ts). */
  readonly isDigest: boolean;
  readonly channel: { readonly id: string; readonly kind: ChannelKind; readonly target: string };
  readonly language: 'en' | 'fr';
}

/** Takes up to `limit` due deliveries until `now + leaseMs`. Several notifiers may ask at once: each row goes to one of them. */
export async function claimDeliveries(db: Database, options: { now: Date; leaseMs: number; limit: number }): Promise<ClaimedDelivery[]> {
  const now = options.now.toISOString();
  const rows = await db
    .with('taken', (cte) =>
      cte
        .updateTable('delivery')
        .set((eb) => ({
          claimed_until: new Date(options.now.getTime() + options.leaseMs).toISOString(),
          attempts: eb('attempts', '+', 1),
        }))
        .where('id', 'in', (select) =>
          select
            .selectFrom('delivery')
            .select('id')
            .where('state', '=', 'due')
            .where('next_try_at', '<=', now)
            .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
            .where(mayGo)
            .orderBy('next_try_at')
            .limit(options.limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'user_id', 'alert_id', 'channel_id', 'attempts', 'created_at', 'next_try_at', 'digest_at']),
    )
    .selectFrom('taken')
    .innerJoin('channel', 'channel.id', 'taken.channel_id')
    .innerJoin('app_user', 'app_user.id', 'taken.user_id')
    .leftJoin('alert', 'alert.id', 'taken.alert_id')
    .select([
      'taken.id',
      'taken.user_id',
      'taken.attempts',
      'taken.created_at',
      'taken.digest_at',
      'channel.id as channel_id',
      'channel.kind as channel_kind',
      'channel.target',
      'app_user.language',
      'alert.id as alert_id',
      'alert.kind as alert_kind',
      'alert.dedupe_key',
      dataToday.as('data'),
      'alert.due_at',
      'alert.created_at as alert_created_at',
      'alert.seen_at',
    ])
    .orderBy('taken.next_try_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    attempt: row.attempts,
    createdAt: row.created_at,
    alert: row.alert_id
      ? {
          id: row.alert_id,
          kind: row.alert_kind as AlertKind,
          dedupeKey: row.dedupe_key!,
          data: row.data as AlertData,
          dueAt: row.due_at!,
          createdAt: row.alert_created_at!,
          seenAt: row.seen_at,
        }
      : null,
    isDigest: row.digest_at !== null,
    channel: { id: row.channel_id, kind: row.channel_kind, target: row.target },
    language: row.language,
  }));
}

export interface Attempted {
  readonly id: string;
  readonly userId: string;
  readonly attempt: number;
  readonly channelId: string;
  readonly at: Instant;
}

/** @returns false when somebody else has settled or taken it over meanwhile; then nothing changes. */
export function settleDelivered(db: Database, done: Attempted, receipt: object): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const settled = await settle(tx, done, {
      state: 'delivered',
      receipt: storableJson(receipt),
      settled_at: done.at,
      problem_code: null,
      problem_text: null,
    });
    if (settled) await clearChannelProblem(tx, done.channelId);
    return settled;
  });
}

export interface DeliveryProblem {
  readonly code: string;
  readonly text: string;
  /** Whether the person is told on the channel at once, or it may still be a hiccup. */
  readonly visible: boolean;
}

export function settleRetry(db: Database, done: Attempted, problem: DeliveryProblem, nextTryAt: Instant): Promise<boolean> {
  return inTransaction(db, (tx) => settleProblem(tx, done, problem, { next_try_at: nextTryAt }));
}

/** The end of it: shown on the alert and on the channel. */
export function settleFailed(db: Database, done: Attempted, problem: Omit<DeliveryProblem, 'visible'>): Promise<boolean> {
  return inTransaction(db, (tx) => settleProblem(tx, done, { ...problem, visible: true }, { state: 'failed', settled_at: done.at }));
}

async function settleProblem(tx: Tx, done: Attempted, problem: DeliveryProblem, change: DeliveryChange): Promise<boolean> {
  const text = storableText(problem.text).slice(0, 500);
  const settled = await settle(tx, done, { ...change, problem_code: problem.code, problem_text: text });
  if (settled && problem.visible) await setChannelProblem(tx, done.channelId, { code: problem.code, text, since: done.at });
  return settled;
}

type DeliveryChange = {
  state?: DeliveryState;
  next_try_at?: Instant;
  settled_at?: Instant;
  receipt?: string;
  problem_code?: string | null;
  problem_text?: string | null;
};

async function settle(tx: Tx, done: Attempted, change: DeliveryChange): Promise<boolean> {
  const row = await tx
    .updateTable('delivery')
    .set({ ...change, claimed_until: null, hold: null })
    .where('id', '=', done.id)
    .where('state', '=', 'due')
    .where('attempts', '=', done.attempt)
    .returning('digest_at')
    .executeTakeFirst();
  if (row?.digest_at) await tx.updateTable('delivery').set(change).where('gathered_in', '=', done.id).where('state', '=', 'due').execute();
  if (row) await notify(tx, 'change', done.userId);
  return row !== undefined;
}

/** Queues a test message. @returns its id, or null when there is no such channel. */
export async function queueTestDelivery(tx: Tx, userId: string, channelId: string, at: Instant): Promise<string | null> {
  const row = await tx
    .insertInto('delivery')
    .columns(['user_id', 'channel_id', 'next_try_at', 'created_at'])
    .expression((eb) =>
      eb
        .selectFrom('channel')
        .select((select) => ['channel.user_id', 'channel.id', select.cast<string>(select.val(at), 'timestamptz').as('next_try_at')])
        .select((select) => select.cast<string>(select.val(at), 'timestamptz').as('created_at'))
        .where('channel.user_id', '=', userId)
        .where('channel.id', '=', channelId)
        .where('channel.removed_at', 'is', null)
        // As in alerts.ts: a channel that is being removed gets nothing more.
        .forShare(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await notify(tx, 'delivery', userId);
  return row.id;
}

export interface Delivery {
  readonly id: string;
  readonly alertId: string | null;
  readonly channelId: string;
  readonly channelKind: ChannelKind;
  readonly target: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextTryAt: Instant;
  /** Why it is held until then by the person's wish. */
  readonly waitsFor: 'quiet' | 'digest' | null;
  readonly settledAt: Instant | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
  /** What the receiver answered. */
  readonly receipt: object | null;
}

/** What became of the alerts, channel by channel. */
export async function listDeliveries(db: Queryable, userId: string, alertIds: readonly string[]): Promise<Delivery[]> {
  if (alertIds.length === 0) return [];
  const rows = await selectDeliveries(db, userId).where('delivery.alert_id', 'in', alertIds).orderBy('delivery.created_at').execute();
  return rows.map(toDelivery);
}

/** Ids of the channels that something arrived by, if only a test. */
export async function listProvenChannels(db: Queryable, userId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('delivery')
    .select('channel_id')
    .distinct()
    .where('user_id', '=', userId)
    .where('state', '=', 'delivered')
    .execute();
  return new Set(rows.map((row) => row.channel_id));
}

export async function getDelivery(db: Queryable, userId: string, deliveryId: string): Promise<Delivery | null> {
  const row = await selectDeliveries(db, userId).where('delivery.id', '=', deliveryId).executeTakeFirst();
  return row ? toDelivery(row) : null;
}

function selectDeliveries(db: Queryable, userId: string) {
  return db
    .selectFrom('delivery')
    .innerJoin('channel', 'channel.id', 'delivery.channel_id')
    .select([
      'delivery.id',
      'delivery.alert_id',
      'delivery.channel_id',
      'channel.kind',
      'channel.target',
      'delivery.state',
      'delivery.attempts',
      'delivery.next_try_at',
      'delivery.hold',
      'delivery.settled_at',
      'delivery.problem_code',
      'delivery.problem_text',
      'delivery.receipt',
    ])
    .where('delivery.user_id', '=', userId);
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['executeTakeFirstOrThrow']>>;

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    alertId: row.alert_id,
    channelId: row.channel_id,
    channelKind: row.kind,
    target: row.target,
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.next_try_at,
    waitsFor: row.hold === 'go' ? null : row.hold,
    settledAt: row.settled_at,
    problem: row.problem_code ? { code: row.problem_code, text: row.problem_text ?? '' } : null,
    receipt: row.receipt,
  };
}
