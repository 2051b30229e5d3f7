// Events of one person and one merchant → their subscriptions. Pure and re-computable: whatever order the mails were read in, the same
// events give the same state. Every event ends in one subscription, in `unattached`, or was corrected to `other` and is gone.
import type { Correction, SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { clusterEvents, type Cluster } from './cluster-events.ts';
import { findingsOf } from './findings.ts';
import { orderEvents } from './order-events.ts';
import { bestProof } from './proof.ts';
import { subscriptionId } from './subscription-id.ts';

/** @param events of one merchant; mails of a store that name no merchant may be among them and attach by their reference. */
export function foldMerchant(
  events: readonly SubscriptionEvent[],
  corrections: readonly Correction[],
): { subscriptions: FoldedSubscription[]; unattached: string[] } {
  const { clusters, unattached } = clusterEvents(orderEvents(events, corrections));
  return { subscriptions: clusters.map(toSubscription), unattached: unattached.map((event) => event.id) };
}

function toSubscription({ events, state }: Cluster): FoldedSubscription {
  return {
    id: subscriptionId(events),
    merchant: state.merchant,
    biller: state.biller,
    plan: state.plan,
    status: state.status,
    startedOn: state.startedOn,
    renewsOn: state.renewsOn,
    endsOn: state.endsOn,
    noticePeriod: state.noticePeriod,
    minimumTermEndsOn: state.minimumTermEndsOn,
    price: state.price,
    period: state.period,
    reference: state.reference,
    proof: bestProof(events),
    lastEventAt: state.lastEventAt,
    eventIds: events.map((event) => event.id),
    findings: findingsOf(state, events),
  };
}
