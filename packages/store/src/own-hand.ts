// What a person may say of their subscriptions, each as one step: read what it is about, put it into an act, do it. Input comes checked for its
// shape; what it refers to is checked here.
import { createHash, randomUUID } from 'node:crypto';
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import type { MerchantRef } from '@quittance/domain/classification';
import { PermanentError } from '@quittance/domain/errors';
import type { Act, Anchor, CancelledBy, Terms } from '@quittance/domain/hand';
import { nameKey } from '@quittance/domain/name-key';
import type { Instant } from '@quittance/domain/instant';
import type { Money } from '@quittance/domain/money';
import type { Rate } from '@quittance/domain/rate';
import type { Period } from '@quittance/domain/period';
import type { FindingKind, FoldedSubscription } from '@quittance/domain/subscription';
import { sealFile } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import type { Tx } from './database.ts';
import { doAct, merchantsOfEvents, type ActFile, type Done } from './do-act.ts';
import { getEvent } from './events.ts';
import { findSubscription } from './find-subscription.ts';
import { listSubscriptions, type Fold } from './subscriptions.ts';

export interface HandDeps {
  readonly tx: Tx;
  readonly fold: Fold;
  readonly userId: string;
  readonly at: Instant;
}

/** Enough to find a subscription again, whatever became of some of its events. */
const ANCHORS_MAX = 50;
export const FILE_BYTES_MAX = 20 * 1024 * 1024;

interface GivenFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface StatedCancellation {
  readonly subscriptionId: string;
  readonly on: CivilDate;
  readonly by: CancelledBy;
  readonly confirmed: boolean;
  readonly endsOn: CivilDate | null;
  readonly note: string | null;
  readonly file: GivenFile | null;
}

/** "I cancelled this on …, by …". Not confirmed, it is a request: the clock of the confirmation runs from that day. */
export async function stateCancellation(deps: HandDeps & { vault: Pick<Vault, 'seal'> }, said: StatedCancellation): Promise<Done> {
  const subscription = await subscriptionOf(deps, said.subscriptionId);
  // Where the day begins before UTC's, today is a day ahead of it.
  if (said.on > addDays(deps.at.slice(0, 10), 1))
    throw new PermanentError('date_ahead', 'a cancellation that was made lies in the past: give its day.');
  const id = randomUUID();
  const { on, by, confirmed, endsOn, note } = said;
  return doIt(deps, {
    id,
    act: { kind: 'cancellation_stated', of: anchorOf(subscription), on, by, confirmed, endsOn, note },
    event: {
      kind: confirmed ? 'cancellation_confirmed' : 'cancellation_requested',
      occurredAt: middayOf(on, deps.at),
      merchant: subscription.merchant,
      endsOn: confirmed ? endsOn : null,
      language: 'und',
      rule: `person.${by}`,
    },
    ...(said.file ? { file: sealed(deps.vault, id, said.file) } : {}),
    merchantIds: [subscription.merchant.id],
  });
}

export interface AddedSubscription {
  readonly merchant: string;
  readonly plan: string | null;
  readonly price: Money | null;
  readonly period: Period | null;
  readonly startedOn: CivilDate;
  readonly renewsOn: CivilDate | null;
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  readonly reference: string | null;
}

/** A subscription that no mail told of. A merchant that is known already is recognised by its name. */
export async function addSubscription(deps: HandDeps, added: AddedSubscription): Promise<Done> {
  const known = (await listSubscriptions(deps.tx, deps.userId)).find(
    ({ merchant }) => merchant.name.toLowerCase() === added.merchant.toLowerCase() || merchant.id === added.merchant.toLowerCase(),
  );
  const merchant: MerchantRef = known?.merchant ?? { id: merchantIdFor(added.merchant), name: added.merchant, domains: [] };
  const { plan, price, period, renewsOn, noticePeriod, minimumTermEndsOn, reference } = added;
  return doIt(deps, {
    id: randomUUID(),
    act: { kind: 'subscription_added', merchant: { id: merchant.id, name: merchant.name } },
    event: {
      kind: 'signup',
      occurredAt: middayOf(added.startedOn, deps.at),
      merchant,
      plan,
      price,
      period,
      renewsOn,
      noticePeriod,
      minimumTermEndsOn,
      reference,
      language: 'und',
      rule: null,
    },
    merchantIds: [merchant.id],
  });
}

export async function setTerms(deps: HandDeps, said: { readonly subscriptionId: string; readonly terms: Terms }): Promise<Done> {
  const subscription = await subscriptionOf(deps, said.subscriptionId);
  if (Object.keys(said.terms).length === 0) throw new PermanentError('nothing_said', 'say at least one of the terms.');
  return doIt(deps, {
    id: randomUUID(),
    act: { kind: 'terms_set', of: anchorOf(subscription), terms: said.terms },
    merchantIds: [subscription.merchant.id],
  });
}

/** Two are one: the other's mail counts as this one's from now on. */
export async function mergeSubscriptions(
  deps: HandDeps,
  said: { readonly subscriptionId: string; readonly otherId: string },
): Promise<Done> {
  const [into, other] = [await subscriptionOf(deps, said.subscriptionId), await subscriptionOf(deps, said.otherId)];
  if (into.id === other.id) throw new PermanentError('same_subscription', 'a subscription can not be merged with itself.');
  const merchants: [string, string] = [into.merchant.id, other.merchant.id];
  return doIt(deps, {
    id: randomUUID(),
    act: { kind: 'merged', one: anchorOf(into), other: anchorOf(other), merchants },
    merchantIds: merchants,
  });
}

/** These events are a subscription of their own. */
export async function splitSubscription(
  deps: HandDeps,
  said: { readonly subscriptionId: string; readonly eventIds: readonly string[] },
): Promise<Done> {
  const subscription = await subscriptionOf(deps, said.subscriptionId);
  const events = subscription.eventIds.filter((eventId) => said.eventIds.includes(eventId));
  if (events.length === 0 || events.length === subscription.eventIds.length) {
    throw new PermanentError('split_all', 'choose some of the events, and leave some: they become two subscriptions.');
  }
  const rest = subscription.eventIds.filter((eventId) => !events.includes(eventId));
  return doIt(deps, { id: randomUUID(), act: { kind: 'split', events, rest }, merchantIds: [subscription.merchant.id] });
}

/** This event, which belongs to none, begins a subscription. */
export async function beginSubscription(deps: HandDeps, said: { readonly eventId: string }): Promise<Done> {
  const event = await getEvent(deps.tx, deps.userId, said.eventId);
  if (!event) throw new PermanentError('not_found', `there is no event ${said.eventId}.`);
  if (!event.merchant) {
    throw new PermanentError('no_merchant', 'the event names no merchant: add the subscription yourself, then move the event there.');
  }
  const known = await listSubscriptions(deps.tx, deps.userId);
  if (known.some(({ eventIds }) => eventIds.includes(event.id)))
    throw new PermanentError('same_subscription', 'the event belongs to a subscription already: split it off there.');
  return doIt(deps, { id: randomUUID(), act: { kind: 'begun', event: event.id }, merchantIds: [event.merchant.id] });
}

/** This event is about none of the person's subscriptions: it is not asked about again. What its mail is, and alike ones are, stays as it was read. */
export async function leaveOut(deps: HandDeps, said: { readonly eventId: string }): Promise<Done> {
  const event = await getEvent(deps.tx, deps.userId, said.eventId);
  if (!event) throw new PermanentError('not_found', `there is no event ${said.eventId}.`);
  const merchantIds = await merchantsOfEvents(deps.tx, deps.userId, [event.id]);
  return doIt(deps, { id: randomUUID(), act: { kind: 'left_out', event: event.id }, merchantIds });
}

/** This event belongs to that subscription. */
export async function moveEvent(deps: HandDeps, said: { readonly eventId: string; readonly subscriptionId: string }): Promise<Done> {
  const to = await subscriptionOf(deps, said.subscriptionId);
  const event = await getEvent(deps.tx, deps.userId, said.eventId);
  if (!event) throw new PermanentError('not_found', `there is no event ${said.eventId}.`);
  if (to.eventIds.includes(event.id)) throw new PermanentError('same_subscription', 'the event belongs to that subscription already.');
  return doIt(deps, {
    id: randomUUID(),
    act: { kind: 'moved', event: event.id, to: anchorOf(to), merchant: to.merchant },
    merchantIds: [to.merchant.id, ...(await merchantsOfEvents(deps.tx, deps.userId, [event.id]))],
  });
}

export async function renameMerchant(deps: HandDeps, said: { readonly merchantId: string; readonly name: string }): Promise<Done> {
  const known = await listSubscriptions(deps.tx, deps.userId, [said.merchantId]);
  if (known.length === 0) throw new PermanentError('not_found', `there is no merchant ${said.merchantId} among your subscriptions.`);
  return doIt(deps, {
    id: randomUUID(),
    act: { kind: 'merchant_renamed', merchant: said.merchantId, name: said.name },
    merchantIds: [said.merchantId],
  });
}

/** @param said.finding its id (`findingId`), which the caller found among what is open now. */
export function setFindingAside(
  deps: HandDeps,
  said: { readonly finding: string; readonly what: FindingKind } & ({ readonly until: CivilDate } | { readonly reason: string }),
): Promise<Done> {
  const { finding, what } = said;
  const act: Act =
    'until' in said
      ? { kind: 'finding_snoozed', finding, what, until: said.until }
      : { kind: 'finding_dismissed', finding, what, reason: said.reason };
  return doIt(deps, { id: randomUUID(), act, merchantIds: [] });
}

/** One of `from` is so much of `to`, on that day. */
export function setRate(deps: HandDeps, rate: Rate): Promise<Done> {
  if (rate.from === rate.to) throw new PermanentError('bad_rate', 'the two currencies are the same.');
  return doIt(deps, { id: randomUUID(), act: { kind: 'rate_set', rate }, merchantIds: [] });
}

function doIt({ tx, fold, userId, at }: HandDeps, input: Omit<Parameters<typeof doAct>[2], 'userId' | 'at'>): Promise<Done> {
  return doAct(tx, fold, { ...input, userId, at });
}

async function subscriptionOf({ tx, fold, userId }: HandDeps, id: string): Promise<FoldedSubscription> {
  const subscription = await findSubscription(tx, fold, userId, id);
  if (!subscription) throw new PermanentError('not_found', `there is no subscription ${id}.`);
  return subscription;
}

function anchorOf({ eventIds }: FoldedSubscription): Anchor {
  const half = ANCHORS_MAX / 2;
  return eventIds.length <= ANCHORS_MAX ? eventIds : [...eventIds.slice(0, half), ...eventIds.slice(-half)];
}

// A day has no hour: midday keeps it the same day in most zones, and today's is not ahead of now.
function middayOf(on: CivilDate, now: Instant): Instant {
  const midday = `${on}T12:00:00.000Z`;
  return midday > now ? now : midday;
}

function sealed(vault: Pick<Vault, 'seal'>, actId: string, { name, contentType, bytes }: GivenFile): ActFile {
  if (bytes.length > FILE_BYTES_MAX) throw new PermanentError('file_too_large', 'the file is larger than 20 MB.');
  if (bytes.length === 0) throw new PermanentError('file_empty', 'the file is empty.');
  const sha256 = createHash('sha256').update(bytes).digest();
  return { name, contentType, sizeBytes: bytes.length, sha256, ...sealFile(vault, actId, bytes) };
}

// The form of the table's ids, so that mail of a known merchant finds its subscription.
function merchantIdFor(name: string): string {
  const id = nameKey(name);
  if (id === '') throw new PermanentError('bad_name', 'the name needs at least one letter or figure.');
  return id;
}
