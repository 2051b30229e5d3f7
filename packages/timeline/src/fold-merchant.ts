// Events of one person and one merchant → their subscriptions. Pure and re-computable: whatever order the mails were read in, the same
// events and the same words of the person give the same state. Every event ends in one subscription, in `unattached`, or was corrected to
// `other` and is gone.
import { NO_HAND, type Hand } from '@quittance/domain/hand';
import type { Correction, SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { clusterEvents } from './cluster-events.ts';
import type { Cluster } from './cluster.ts';
import { chargedTwice, withDoubles } from './find-doubles.ts';
import { findingsOf } from './findings.ts';
import { orderEvents } from './order-events.ts';
import { ownTermsOf, withOwnTerms, type OwnTerms } from './own-terms.ts';
import { bestProof } from './proof.ts';
import { chargesOf, dayOf } from './subscription-state.ts';
import { subscriptionId } from './subscription-id.ts';

/** Days of charges that are kept for looking back. */
const CHARGES_KEPT = 24;

/**
 * @param events of one merchant; mails of a store that name no merchant may be among them and attach by their reference.
 * @param hand what the person said besides; their events and merchants are applied already (`applyHand`).
 */
export function foldMerchant(
  events: readonly SubscriptionEvent[],
  corrections: readonly Correction[],
  hand: Pick<Hand, 'groups' | 'merges' | 'terms'> = NO_HAND,
): { subscriptions: FoldedSubscription[]; unattached: string[] } {
  const { clusters, unattached } = clusterEvents(orderEvents(events, corrections), hand);
  const own = ownTermsOf(clusters, hand.terms);
  // One that was read with doubt is a receipt all the same: of its merchant it can't be said that it sends none.
  const receipts = clusters
    .flatMap((cluster) => cluster.events)
    .filter(({ kind, level }) => kind === 'renewal_charged' && level !== 'R').length;
  const subscriptions = clusters.map((cluster) => toSubscription(cluster, own.get(cluster), receipts));
  return { subscriptions: withDoubles(subscriptions), unattached: unattached.map((event) => event.id) };
}

function toSubscription({ events, state: told }: Cluster, own: OwnTerms | undefined, merchantReceipts: number): FoldedSubscription {
  const state = withOwnTerms(told, own);
  const charges = chargesOf(state);
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
    deadline: state.deadline,
    leaveDays: state.leaveDays,
    price: state.price,
    period: state.period,
    ...(state.otherPrice && !own?.names.includes('price') ? { otherPrice: state.otherPrice } : {}),
    reference: state.reference,
    proof: bestProof(events),
    firstSeenOn: dayOf(events[0]!),
    request: state.request,
    notices: state.notices,
    chargedOn: charges.slice(-CHARGES_KEPT).map((charge) => charge.on),
    merchantReceipts,
    prices: state.prices,
    isEntered: events.every((event) => event.source === 'person'),
    ownTerms: own?.names ?? [],
    lastEventAt: state.lastEventAt,
    eventIds: events.map((event) => event.id),
    findings: [...findingsOf(state, charges, events), ...chargedTwice(state, charges)],
  };
}
