// Sorts the events of one merchant into subscriptions, in the order of time. What can't be placed when its turn comes gets a second
// look at the end: a cancellation may be asked for before the first mail that proves the subscription.
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { applyDuplicate, applyEvent } from './apply-event.ts';
import { attachEvent, contradicts } from './attach-event.ts';
import { findDuplicate } from './find-duplicate.ts';
import { sameAmount } from './price-history.ts';
import { settlePlans } from './settle-plans.ts';
import { dayOf, isClosed, isEffective, newState, type SubscriptionState } from './subscription-state.ts';

export interface Cluster {
  events: SubscriptionEvent[];
  state: SubscriptionState;
}

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

export function clusterEvents(told: readonly SubscriptionEvent[]): { clusters: Cluster[]; unattached: SubscriptionEvent[] } {
  const ordered = settlePlans(told);
  const clusters: Cluster[] = [];
  const unplaced: SubscriptionEvent[] = [];
  ordered.forEach((event, index) => {
    if (!place(clusters, event, ordered.slice(index + 1))) unplaced.push(event);
  });
  const unattached = unplaced.filter((event) => !placeEarly(clusters, event));
  return { clusters, unattached };
}

function place(clusters: Cluster[], event: SubscriptionEvent, later: readonly SubscriptionEvent[]): boolean {
  const told = clusters.find((cluster) => findDuplicate(event, cluster.events));
  if (told) {
    told.state = applyDuplicate(told.state, event);
    told.events.push(event);
    return true;
  }
  const states = clusters.map((cluster) => cluster.state);
  const isFirstReceipt = states.every(isClosed) && isReceiptOfStart(event, later);
  const attachment = isFirstReceipt ? ({ kind: 'create' } as const) : attachEvent(event, states);
  if (attachment.kind === 'ask') return false;
  if (attachment.kind === 'create') {
    if (!event.merchant) return false;
    clusters.push({ events: [event], state: applyEvent(newState(event.merchant, event), event) });
    return true;
  }
  const cluster = clusters[attachment.index]!;
  cluster.state = applyEvent(cluster.state, event);
  cluster.events.push(event);
  return true;
}

// A receipt often arrives minutes before the welcome mail: it belongs to the new life, not to the cancelled one.
function isReceiptOfStart(event: SubscriptionEvent, later: readonly SubscriptionEvent[]): boolean {
  if (event.kind !== 'renewal_charged' || !isEffective(event)) return false;
  const start = later.find(
    (other) => other.kind === 'signup' && isEffective(other) && daysBetween(dayOf(event), dayOf(other)) <= TOGETHER_DAYS,
  );
  if (!start) return false;
  return !start.price || !event.price || sameAmount(start.price, event.price);
}

// Only where a single subscription fits, and it was running already when it was first heard of.
function placeEarly(clusters: Cluster[], event: SubscriptionEvent): boolean {
  if (!event.merchant || event.level === 'R' || !EARLY.has(event.kind)) return false;
  const fits = clusters.filter((cluster) => {
    const first = cluster.events[0]!;
    const days = daysBetween(dayOf(event), dayOf(first));
    if (contradicts(cluster.state, event) || first.occurredAt < event.occurredAt || days > EARLY_REACH_DAYS) return false;
    return days <= TOGETHER_DAYS || (first.kind !== 'signup' && first.kind !== 'trial_started');
  });
  const [fit] = fits;
  if (!fit || fits.length > 1) return false;
  insertInOrder(fit.events, event);
  fit.state = foldEvents(fit.events);
  return true;
}

function insertInOrder(events: SubscriptionEvent[], event: SubscriptionEvent): void {
  const at = events.findIndex((other) => other.occurredAt > event.occurredAt);
  events.splice(at < 0 ? events.length : at, 0, event);
}

function foldEvents(events: readonly SubscriptionEvent[]): SubscriptionState {
  const merchant = events.find((event) => event.merchant)!.merchant!;
  return events.reduce(
    (state, event, index) => (findDuplicate(event, events.slice(0, index)) ? applyDuplicate(state, event) : applyEvent(state, event)),
    newState(merchant, events[0]!),
  );
}
