// Sorts the events of one merchant into subscriptions, in the order of time. What can't be placed when its turn comes gets a second
// look at the end: a cancellation may be asked for before the first mail that proves the subscription. The person's own word on what belongs
// together comes before all signs.
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import type { Hand } from '@quittance/domain/hand';
import { attachEvent, contradicts } from './attach-event.ts';
import { addInOrder, addLast, newCluster, type Cluster } from './cluster.ts';
import { groupOf, joinMerged, type Group } from './own-groups.ts';
import { sameAmount } from './price-history.ts';
import { mereReceipts } from './mere-receipts.ts';
import { bouncedId } from './requests.ts';
import { settlePlans } from './settle-plans.ts';
import { dayOf, isClosed, isEffective } from './subscription-state.ts';

const TOGETHER_DAYS = 2;
/** Kinds that may come before the first proof of the subscription they are about. */
const EARLY: ReadonlySet<EventKind> = new Set([
  'cancellation_requested',
  'refund',
  'plan_changed',
  'paused',
  'reactivated',
  'payment_failed',
]);
const EARLY_REACH_DAYS = 400;

export function clusterEvents(
  told: readonly SubscriptionEvent[],
  hand: Pick<Hand, 'groups' | 'merges'>,
): { clusters: Cluster[]; unattached: SubscriptionEvent[] } {
  const ordered = settlePlans(told);
  const order = new Map(ordered.map((event, index) => [event.id, index]));
  const groups = groupOf(hand.groups);
  const clusters: Cluster[] = [];
  const unplaced: SubscriptionEvent[] = [];
  const sorting = { ordered, mere: mereReceipts(ordered) };
  ordered.forEach((event, index) => {
    const group = groups.get(event.id);
    const isPlaced = group ? placeInGroup(clusters, event, group) : place(clusters, event, sorting, index);
    if (!isPlaced) unplaced.push(event);
  });
  joinMerged(clusters, hand.merges, order);
  const late = unplaced.filter((event) => !placeLate(clusters, event, groups.get(event.id), order, hand.merges.length > 0));
  return { clusters, unattached: beginByRequests(clusters, late, groups) };
}

// A sure request to cancel of which nothing else is known says that there was something to cancel; left alone, nobody would be told that no
// confirmation came. It proves no more than that, so it comes after all else, and only where it can be about nothing that is known. What came
// after it and found no place may belong to it: the confirmation that was read with doubt, above all.
function beginByRequests(
  clusters: Cluster[],
  unplaced: readonly SubscriptionEvent[],
  groups: ReadonlyMap<string, Group>,
): SubscriptionEvent[] {
  const begun = new Set<Cluster>();
  return unplaced.filter((event) => {
    if (!event.merchant || groups.has(event.id)) return true;
    const states = clusters.map((cluster) => cluster.state);
    const attachment = begun.size > 0 ? attachEvent(event, states) : null;
    const home = attachment?.kind === 'attach' ? clusters[attachment.index]! : null;
    if (home && begun.has(home)) {
      addLast(home, event);
      return false;
    }
    if (!isSureRequest(event) || clusters.some((cluster) => mayBeAbout(cluster, event))) return true;
    const cluster = newCluster(event.merchant, event);
    begun.add(cluster);
    clusters.push(cluster);
    return false;
  });
}

function isSureRequest(event: SubscriptionEvent): boolean {
  return event.kind === 'cancellation_requested' && event.source === 'mail' && isEffective(event) && bouncedId(event) === null;
}

function mayBeAbout({ state, events }: Cluster, event: SubscriptionEvent): boolean {
  if (contradicts(state, event) || (isClosed(state) && state.lastEventAt < event.occurredAt)) return false;
  const first = events[0]!;
  const isStart = first.kind === 'signup' || first.kind === 'trial_started';
  return !(isStart && daysBetween(dayOf(event), dayOf(first)) > TOGETHER_DAYS);
}

// Where the person said with what it belongs: there, as soon as that is there.
function placeInGroup(clusters: Cluster[], event: SubscriptionEvent, group: Group): boolean {
  const home = clusters.find((cluster) => cluster.events.some((other) => group.members.has(other.id)));
  if (home) {
    addLast(home, event);
    return true;
  }
  if (group.isAttached || !event.merchant) return false;
  clusters.push(newCluster(event.merchant, event));
  return true;
}

interface Sorting {
  readonly ordered: readonly SubscriptionEvent[];
  /** Receipts that begin nothing. */
  readonly mere: ReadonlySet<string>;
}

function place(clusters: Cluster[], event: SubscriptionEvent, { ordered, mere }: Sorting, index: number): boolean {
  const told = clusters.find((cluster) => cluster.told.find(event) !== null);
  if (told) {
    addLast(told, event);
    return true;
  }
  const states = clusters.map((cluster) => cluster.state);
  const isFirstReceipt = states.every(isClosed) && isReceiptOfStart(event, ordered, index);
  const attachment = isFirstReceipt ? ({ kind: 'create' } as const) : attachEvent(event, states);
  if (attachment.kind === 'ask') return false;
  if (attachment.kind === 'create') {
    if (!event.merchant || mere.has(event.id)) return false;
    clusters.push(newCluster(event.merchant, event));
    return true;
  }
  addLast(clusters[attachment.index]!, event);
  return true;
}

// A receipt often arrives minutes before the welcome mail: it belongs to the new life, not to the cancelled one.
function isReceiptOfStart(event: SubscriptionEvent, ordered: readonly SubscriptionEvent[], index: number): boolean {
  if (event.kind !== 'renewal_charged' || !isEffective(event)) return false;
  const day = dayOf(event);
  for (let at = index + 1; at < ordered.length; at += 1) {
    const other = ordered[at]!;
    if (daysBetween(day, dayOf(other)) > TOGETHER_DAYS) return false;
    if (other.kind === 'signup' && isEffective(other)) return !other.price || !event.price || sameAmount(other.price, event.price);
  }
  return false;
}

function placeLate(
  clusters: Cluster[],
  event: SubscriptionEvent,
  group: Group | undefined,
  order: ReadonlyMap<string, number>,
  isMerged: boolean,
): boolean {
  const home = group && clusters.find((cluster) => cluster.events.some((other) => group.members.has(other.id)));
  const fit = home ?? earlyFit(clusters, event) ?? (isMerged ? onlyFit(clusters, event) : null);
  if (!fit) return false;
  addInOrder(fit, [event], order);
  return true;
}

// Only where a single subscription fits, and it was running already when it was first heard of.
function earlyFit(clusters: readonly Cluster[], event: SubscriptionEvent): Cluster | null {
  if (!event.merchant || event.level === 'R' || !EARLY.has(event.kind)) return null;
  const fits = clusters.filter((cluster) => {
    const first = cluster.events[0]!;
    const days = daysBetween(dayOf(event), dayOf(first));
    if (contradicts(cluster.state, event) || first.occurredAt < event.occurredAt || days > EARLY_REACH_DAYS) return false;
    return days <= TOGETHER_DAYS || (first.kind !== 'signup' && first.kind !== 'trial_started');
  });
  return fits.length === 1 ? fits[0]! : null;
}

// What was left open between two that the person says are one has its place now.
function onlyFit(clusters: readonly Cluster[], event: SubscriptionEvent): Cluster | null {
  if (!event.merchant || event.level === 'R' || event.decided === 'abstain') return null;
  const fits = clusters.filter((cluster) => !contradicts(cluster.state, event) && cluster.events[0]!.occurredAt <= event.occurredAt);
  return fits.length === 1 ? fits[0]! : null;
}
