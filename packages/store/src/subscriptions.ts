// Subscriptions as folded from the events: rows that may be dropped and made again at any time. The fold itself is packages/timeline's
// and comes in as an argument, because the store knows SQL and no rules.
import type { Correction, SubscriptionEvent } from '@quittance/domain/event';
import { applyHand, linkedMerchants, type Hand } from '@quittance/domain/hand';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { nameKey } from '@quittance/domain/name-key';
import { sql } from 'kysely';
import type { Database, Queryable, Tx } from './database.ts';
import { listCorrections, listEvents, NO_MERCHANT } from './events.ts';
import { loadHand } from './hand.ts';
import { cameIn, renamedIn, renameTold } from './rename-told.ts';
import { writeTogether, type Write } from './together.ts';
import { asUser, lockForUser } from './transaction.ts';

/** `fold` of packages/timeline. */
export interface Fold {
  readonly version: number;
  merchant(
    events: readonly SubscriptionEvent[],
    corrections: readonly Correction[],
    hand: Pick<Hand, 'groups' | 'merges' | 'terms'>,
  ): { readonly subscriptions: readonly FoldedSubscription[]; readonly unattached: readonly string[] };
  /** What runs twice among these; those that it changes nothing about come back as they are. */
  doubles(subscriptions: readonly FoldedSubscription[]): readonly FoldedSubscription[];
}

export interface Refolded {
  /** As the person has them: merchants merged and named as they said. */
  readonly events: readonly SubscriptionEvent[];
  readonly before: readonly FoldedSubscription[];
  readonly after: readonly FoldedSubscription[];
}

/** Folds these merchants' events anew and replaces their subscriptions. Hold `lockForUser(tx, 'outcome', userId)`: two folds of one user must not cross. */
export async function refoldMerchants(tx: Tx, fold: Fold, userId: string, merchantIds: readonly string[]): Promise<Refolded> {
  if (merchantIds.length === 0) return { events: [], before: [], after: [] };
  const hand = await loadHand(tx, userId);
  // One of these merchants' events may count with another, to whom the person moved it.
  const targets = [...hand.movedTo.values()].map(({ id }) => id);
  const ground = await loadGround(tx, userId, [...new Set([...merchantIds, ...targets])], hand);
  const { clear, writes, ...refolded } = await foldAnew(tx, fold, userId, ground);
  await Promise.all([clear(), writeTogether(tx, writes)]);
  return refolded;
}

/** What stood before the events that are to be folded in. */
export interface Ground {
  readonly hand: Hand;
  /** The merchants with all that the person merged with them. */
  readonly linked: readonly string[];
  readonly before: readonly FoldedSubscription[];
}

export async function loadGround(tx: Tx, userId: string, merchantIds: readonly string[], hand: Hand): Promise<Ground> {
  const linked = linkedMerchants(hand, merchantIds);
  return { hand, linked, before: merchantIds.length === 0 ? [] : await listSubscriptions(tx, userId, linked) };
}

export interface Anew extends Refolded {
  /** Takes away what stood before; to be sent before the writes, and before alerts are recorded. */
  readonly clear: () => Promise<void>;
  readonly writes: readonly Write[];
}

/**
 * The steps of `refoldMerchants` one by one, for whoever has other statements to send beside theirs.
 * @param names of merchants that the new events may bring: subscriptions of the same name are looked for beside the events instead of after them.
 */
export async function foldAnew(
  tx: Tx,
  fold: Fold,
  userId: string,
  { hand, linked, before }: Ground,
  names: readonly string[] = [],
): Promise<Anew> {
  const guessed = new Set([...before.map(({ merchant }) => merchant.name), ...names].map(nameKey));
  const [{ events, subscriptions }, alike] = await Promise.all([
    foldStored(tx, fold, userId, hand, linked),
    listNamesakes(tx, userId, [...guessed], linked),
  ]);
  const unasked = subscriptions.map(({ merchant }) => nameKey(merchant.name)).filter((key) => !guessed.has(key));
  const namesakes = [...alike, ...(await listNamesakes(tx, userId, unasked, linked))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const seen = fold.doubles([...subscriptions, ...namesakes]);
  const after = seen.slice(0, subscriptions.length);
  const changed = seen.slice(subscriptions.length).filter((other, at) => other !== namesakes[at]);
  return {
    events,
    before,
    after,
    // Of a merchant that comes for the first time nothing stands.
    clear: async () => {
      if (before.length > 0)
        await Promise.all([
          renameTold(tx, userId, renamedIn(events, before, after), cameIn(before, after)),
          clearMerchants(tx, userId, linked),
        ]);
    },
    writes: [...insertedSubscriptions(tx, userId, after), ...changed.map((other) => writtenState(tx, userId, other))],
  };
}

/**
 * After a release that folds otherwise than the one that wrote the subscriptions: all of them are made anew, and nobody is alerted.
 * @returns how many people's.
 */
export async function refoldOutdated(db: Database, fold: Fold): Promise<number> {
  const outdated = await db.selectFrom('app_user').select('id').where('fold_version', '<>', fold.version).execute();
  for (const { id } of outdated) {
    await asUser(db, id, async (tx) => {
      await lockForUser(tx, 'outcome', id);
      await refoldAll(tx, fold, id);
    });
  }
  return outdated.length;
}

/** What stands there may have a shape of which this release knows nothing: only ids are looked at. Hold the lock as for `refoldMerchants`. */
export async function refoldAll(tx: Tx, fold: Fold, userId: string): Promise<void> {
  const { events, subscriptions } = await foldStored(tx, fold, userId, await loadHand(tx, userId));
  const stood = await tx.deleteFrom('subscription').where('user_id', '=', userId).returning(['id', 'event_ids as eventIds']).execute();
  await renameTold(tx, userId, renamedIn(events, stood, subscriptions), cameIn(stood, subscriptions));
  await writeTogether(tx, insertedSubscriptions(tx, userId, fold.doubles(subscriptions)));
  await setFoldVersion(tx, fold, userId);
}

/** Whether these subscriptions were written by another fold than this one: then they differ from it, and nothing is wrong. */
export async function isOutdated(db: Queryable, fold: Fold, userId: string): Promise<boolean> {
  const person = await db.selectFrom('app_user').select('fold_version').where('id', '=', userId).executeTakeFirstOrThrow();
  // 0: of a person who came since; this fold wrote theirs.
  return person.fold_version !== 0 && person.fold_version !== fold.version;
}

async function setFoldVersion(tx: Tx, fold: Fold, userId: string): Promise<void> {
  await tx.updateTable('app_user').set({ fold_version: fold.version }).where('id', '=', userId).execute();
}

export interface TimelineDifference {
  readonly subscriptionId: string;
  readonly merchantId: string;
  /** `missing` is in the fold and not stored, `extra` the reverse, `changed` differs. */
  readonly kind: 'missing' | 'extra' | 'changed';
}

/** Folds everything anew and says how the stored rows differ; with `write` they are replaced. No difference is what is expected. */
export async function rebuildTimeline(tx: Tx, fold: Fold, userId: string, options: { write: boolean }): Promise<TimelineDifference[]> {
  const stored = await listSubscriptions(tx, userId);
  const { events, subscriptions, merchantIds } = await foldStored(tx, fold, userId, await loadHand(tx, userId));
  const folded = fold.doubles(subscriptions);
  const differences = compare(stored, folded, await listAttached(tx, userId));
  if (options.write && differences.length > 0) {
    const all = new Set([...merchantIds, ...stored.map((subscription) => subscription.merchant.id)]);
    await renameTold(tx, userId, renamedIn(events, stored, folded), cameIn(stored, folded));
    await replaceSubscriptions(tx, userId, [...all], folded);
  }
  if (options.write) await setFoldVersion(tx, fold, userId);
  return differences;
}

/** @param counts which corrections do. */
export async function foldStored(
  tx: Queryable,
  fold: Fold,
  userId: string,
  hand: Hand,
  merchantIds?: readonly string[],
  counts: (correction: Correction) => boolean = () => true,
) {
  const query = merchantIds ? { merchantIds, movedEventIds: [...hand.movedTo.keys()] } : {};
  const [told, words] = await Promise.all([listEvents(tx, userId, query), listCorrections(tx, userId, query)]);
  const corrections = Map.groupBy(words.filter(counts), (correction) => correction.eventId);
  const groups = Map.groupBy(applyHand(told, hand), (event) => event.merchant?.id ?? NO_MERCHANT);
  // What was moved away, or in from elsewhere, stands with its new merchant only.
  const wanted = merchantIds && new Set(merchantIds);
  const own = [...groups].filter(([merchantId]) => !wanted || wanted.has(merchantId));
  const subscriptions = own.flatMap(
    ([, group]) =>
      fold.merchant(
        group,
        group.flatMap((event) => corrections.get(event.id) ?? []),
        hand,
      ).subscriptions,
  );
  return { events: own.flatMap(([, group]) => group), subscriptions, merchantIds: [...groups.keys()] };
}

function compare(
  stored: readonly FoldedSubscription[],
  folded: readonly FoldedSubscription[],
  attached: ReadonlyMap<string, string>,
): TimelineDifference[] {
  const left = new Map(stored.map((subscription) => [subscription.id, subscription]));
  const differences: TimelineDifference[] = [];
  const note = (subscription: FoldedSubscription, kind: TimelineDifference['kind']) =>
    differences.push({ subscriptionId: subscription.id, merchantId: subscription.merchant.id, kind });
  for (const subscription of folded) {
    const known = left.get(subscription.id);
    left.delete(subscription.id);
    const isAttached = subscription.eventIds.every((eventId) => attached.get(eventId) === subscription.id);
    if (!known) note(subscription, 'missing');
    else if (!isAttached || sortedJson(known) !== sortedJson(subscription)) note(subscription, 'changed');
  }
  for (const subscription of left.values()) note(subscription, 'extra');
  return differences;
}

// jsonb keeps no order of keys.
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

async function replaceSubscriptions(tx: Tx, userId: string, merchantIds: readonly string[], subscriptions: readonly FoldedSubscription[]) {
  await Promise.all([clearMerchants(tx, userId, merchantIds), writeTogether(tx, insertedSubscriptions(tx, userId, subscriptions))]);
}

async function clearMerchants(tx: Tx, userId: string, merchantIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('subscription')
    .where('user_id', '=', userId)
    .where(sql<boolean>`merchant_id = any(${merchantIds}::text[])`)
    .execute();
}

function insertedSubscriptions(tx: Tx, userId: string, subscriptions: readonly FoldedSubscription[]): Write[] {
  if (subscriptions.length === 0) return [];
  const rows = subscriptions.map((one) => ({
    id: one.id,
    user_id: userId,
    merchant_id: one.merchant.id,
    name_key: nameKey(one.merchant.name),
    state: stateOf(one),
    event_ids: one.eventIds,
    last_event_at: one.lastEventAt,
  }));
  const attached = subscriptions.flatMap((subscription) => subscription.eventIds.map((eventId) => [eventId, subscription.id] as const));
  const attach = sql`
    insert into subscription_event (event_id, subscription_id, user_id)
    select event_id, subscription_id, ${userId}::uuid
    from unnest(${attached.map(([eventId]) => eventId)}::uuid[], ${attached.map(([, id]) => id)}::uuid[]) as pair(event_id, subscription_id)`;
  return [tx.insertInto('subscription').values(rows), attach];
}

// Of merchants of the same name: a store tells what it sells, and not whose it is.
async function listNamesakes(tx: Tx, userId: string, nameKeys: readonly string[], but: readonly string[]) {
  const names = [...new Set(nameKeys)].filter((name) => name !== '');
  if (names.length === 0) return [];
  const rows = await tx
    .selectFrom('subscription')
    .select(['state', 'event_ids'])
    .where('user_id', '=', userId)
    .where(sql<boolean>`name_key = any(${names}::text[]) and merchant_id <> all(${but}::text[])`)
    .orderBy('id')
    .execute();
  return rows.map(toSubscription);
}

function writtenState(tx: Tx, userId: string, subscription: FoldedSubscription): Write {
  return tx
    .updateTable('subscription')
    .set({ state: stateOf(subscription) })
    .where('user_id', '=', userId)
    .where('id', '=', subscription.id);
}

// Its events stand in a column of their own.
function stateOf(subscription: FoldedSubscription): string {
  return JSON.stringify({ ...subscription, eventIds: undefined });
}

/** The latest to have news first. */
export async function listSubscriptions(db: Queryable, userId: string, merchantIds?: readonly string[]): Promise<FoldedSubscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .select(['state', 'event_ids'])
    .where('user_id', '=', userId)
    .$if(merchantIds !== undefined, (query) => query.where(sql<boolean>`merchant_id = any(${merchantIds}::text[])`))
    .orderBy('last_event_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toSubscription);
}

/**
 * The same without the ids of events (`eventIds` is empty), which a page of many subscriptions does not look at. Parsed here and not by pg, which
 * holds on to what it returned until the next full collection: with 500 subscriptions each tenth page waited 40 ms for it.
 */
export async function listSubscriptionsBriefly(db: Queryable, userId: string): Promise<FoldedSubscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .select(sql<string>`state::text`.as('text'))
    .where('user_id', '=', userId)
    .orderBy('last_event_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => toSubscription({ state: JSON.parse(row.text) as object, event_ids: [] }));
}

function toSubscription(row: { readonly state: object; readonly event_ids: readonly string[] }): FoldedSubscription {
  // Written from folded ones alone, and rebuilt from the events where a release folds differently.
  return Object.assign(row.state, { eventIds: row.event_ids }) as unknown as FoldedSubscription;
}

/** By the id that it has now; `findSubscription` knows those that it had, too. */
export async function getSubscription(db: Queryable, userId: string, subscriptionId: string): Promise<FoldedSubscription | null> {
  const row = await db
    .selectFrom('subscription')
    .select(['state', 'event_ids'])
    .where('user_id', '=', userId)
    .where('id', '=', subscriptionId)
    .executeTakeFirst();
  return row ? toSubscription(row) : null;
}

/** Which subscription each event belongs to. */
export async function listAttached(db: Queryable, userId: string, eventIds?: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('subscription_event')
    .select(['event_id', 'subscription_id'])
    .where('user_id', '=', userId)
    .$if(eventIds !== undefined, (query) => query.where(sql<boolean>`event_id = any(${eventIds}::uuid[])`))
    .execute();
  return new Map(rows.map((row) => [row.event_id, row.subscription_id]));
}

/** Events that belong to no subscription: without a merchant, abstained, or taken out by a correction. In the order of recording. */
export async function listUnattachedEvents(db: Queryable, userId: string): Promise<SubscriptionEvent[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('subscription_event', 'subscription_event.event_id', 'event.id')
    .select('event.id')
    .where('event.user_id', '=', userId)
    .where('subscription_event.event_id', 'is', null)
    // What the person stated and took back is nobody's any more.
    .where(sql<boolean>`not exists (select from act done join act undoing on undoing.undoes = done.id where done.event_id = event.id)`)
    .execute();
  return rows.length === 0 ? [] : listEvents(db, userId, { eventIds: rows.map((row) => row.id) });
}
