// One subscription while it is folded: its events in the order of time, the state after them, and what they told of money.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MerchantRef } from '@quittance/domain/classification';
import { applyDuplicate, applyEvent } from './apply-event.ts';
import { ToldFacts } from './find-duplicate.ts';
import { newState, type SubscriptionState } from './subscription-state.ts';

export interface Cluster {
  events: SubscriptionEvent[];
  state: SubscriptionState;
  told: ToldFacts;
}

export function newCluster(merchant: MerchantRef, first: SubscriptionEvent): Cluster {
  const cluster = { events: [], state: newState(merchant, first), told: new ToldFacts() };
  addLast(cluster, first);
  return cluster;
}

/** An event that is not earlier than those before it. */
export function addLast(cluster: Cluster, event: SubscriptionEvent): void {
  const told = cluster.told.find(event);
  cluster.state = told ? applyDuplicate(cluster.state, event, told.id) : applyEvent(cluster.state, event);
  cluster.told.add(event);
  cluster.events.push(event);
}

/** Events that may be earlier than what is there: all is folded again. */
export function addInOrder(cluster: Cluster, events: readonly SubscriptionEvent[], order: ReadonlyMap<string, number>): void {
  const all = [...cluster.events, ...events].sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  const merchant = all.find((event) => event.merchant)?.merchant ?? cluster.state.merchant;
  const folded = newCluster(merchant, all[0]!);
  for (const event of all.slice(1)) addLast(folded, event);
  Object.assign(cluster, folded);
}
