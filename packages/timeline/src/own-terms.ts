// Terms that the person set. Notice period and minimum term stand until they say otherwise: no mail knows better. Renewal date, price and period
// hold until a later mail tells them anew.
import type { Hand, Terms } from '@quittance/domain/hand';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { OwnTerm } from '@quittance/domain/subscription';
import type { Cluster } from './cluster.ts';
import { findAnchored } from './own-groups.ts';
import { isEffective, type SubscriptionState } from './subscription-state.ts';

export interface OwnTerms {
  readonly terms: Terms;
  readonly names: readonly OwnTerm[];
}

/** What was set for each subscription, the latest word on each term. */
export function ownTermsOf(clusters: readonly Cluster[], set: Hand['terms']): Map<Cluster, OwnTerms> {
  const merged = new Map<Cluster, Terms>();
  for (const { of, terms, madeAt } of set) {
    const cluster = findAnchored(clusters, of);
    if (!cluster) continue;
    merged.set(cluster, { ...merged.get(cluster), ...standing(terms, cluster.events, madeAt) });
  }
  return new Map([...merged].map(([cluster, terms]) => [cluster, { terms, names: Object.keys(terms) as OwnTerm[] }]));
}

export function withOwnTerms(state: SubscriptionState, own: OwnTerms | undefined): SubscriptionState {
  return own ? { ...state, ...own.terms } : state;
}

function standing(terms: Terms, events: readonly SubscriptionEvent[], madeAt: string): Terms {
  const later = events.filter((event) => event.occurredAt > madeAt && isEffective(event) && event.source === 'mail');
  const isRenewed = later.some((event) => event.renewsOn !== null || event.kind === 'renewal_charged');
  const isPriced = later.some((event) => event.price !== null && event.kind !== 'refund');
  const { renewsOn, price, period, ...lasting } = terms;
  return {
    ...lasting,
    ...(renewsOn === undefined || isRenewed ? {} : { renewsOn }),
    ...(price === undefined || isPriced ? {} : { price }),
    ...(period === undefined || isPriced ? {} : { period }),
  };
}
