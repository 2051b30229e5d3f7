// Plans that one mail alone names. A misread label must not tear a subscription in two, so before events are sorted a stray plan is
// left out where all else says that it is the same subscription. What ends a subscription, and a change of plan, keep theirs: taking a
// cancellation for that of another plan is the worst error.
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import { periodDays } from '@quittance/domain/period';
import { sameAmount } from './price-history.ts';
import { contractOf, contractsDiffer } from './contract-of.ts';
import { samePlan } from './same-plan.ts';
import { dayOf, isEffective } from './subscription-state.ts';

const STARTS: ReadonlySet<EventKind> = new Set(['signup', 'trial_started']);
const RENEWALS: ReadonlySet<EventKind> = new Set(['renewal_notice', 'renewal_charged']);
const MAY_STRAY: ReadonlySet<EventKind> = new Set([...STARTS, ...RENEWALS, 'trial_ending', 'price_change', 'payment_failed', 'refund']);
/** Who sells that many things names goods, not plans. */
const PLANS_MAX = 40;
/** Prices further apart than this are of two things. */
const CLEAR_RATIO = 1.5;
const UNKNOWN_PERIOD = 'P1M';

/** The same events, with the plan of some set to null. Depends on nothing but the events in their order. */
export function settlePlans(ordered: readonly SubscriptionEvent[]): readonly SubscriptionEvent[] {
  const naming = ordered.filter((event) => event.plan && event.merchant && event.level !== 'R' && event.decided !== 'abstain');
  const counts = new Map<string, number>();
  for (const { plan } of naming) counts.set(plan!, (counts.get(plan!) ?? 0) + 1);
  if (counts.size < 2 || counts.size > PLANS_MAX || ordered.some((event) => event.kind === 'plan_changed')) return ordered;

  const named = new Map([...counts.keys()].map((plan) => [plan, timesNamed(plan, counts, naming[0]!.merchant!.name)]));
  return ordered.map((event, index) => {
    if (!event.plan || named.get(event.plan) !== 1 || !MAY_STRAY.has(event.kind)) return event;
    const earlier = new Set(ordered.slice(0, index));
    const homes = naming.filter(
      (other) => other !== event && isSame(other, event) === 'no' && (named.get(other.plan!)! > 1 || earlier.has(other)),
    );
    return homes.length > 0 && isStray(event, index, homes, ordered) ? { ...event, plan: null } : event;
  });
}

function timesNamed(plan: string, counts: ReadonlyMap<string, number>, merchantName: string): number {
  let times = 0;
  for (const [other, count] of counts) if (samePlan(plan, other, merchantName) !== 'no') times += count;
  return times;
}

function isSame(one: SubscriptionEvent, other: SubscriptionEvent) {
  return samePlan(one.plan!, other.plan!, one.merchant!.name);
}

function isStray(
  event: SubscriptionEvent,
  index: number,
  homes: readonly SubscriptionEvent[],
  ordered: readonly SubscriptionEvent[],
): boolean {
  // Two beginnings are two subscriptions.
  if (STARTS.has(event.kind) && ordered.some((other) => other !== event && STARTS.has(other.kind) && isEffective(other))) return false;
  if (
    homes.some(
      (home) => home.biller !== event.biller || contractsDiffer(contractOf(home), contractOf(event)) || isBesideEachOther(home, event),
    )
  )
    return false;
  return !isPriceOfItsOwn(event, index, ordered);
}

// Renewed twice within half a period: side by side.
function isBesideEachOther(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (one.kind !== other.kind || !RENEWALS.has(one.kind)) return false;
  return Math.abs(daysBetween(dayOf(one), dayOf(other))) < periodDays(one.period ?? other.period ?? UNKNOWN_PERIOD) / 2;
}

// A sum that no other mail has: far from theirs, or while theirs went on before and after it.
function isPriceOfItsOwn(event: SubscriptionEvent, index: number, ordered: readonly SubscriptionEvent[]): boolean {
  const { price } = event;
  if (!price) return false;
  const priced = ordered.map((other, at) => ({ at, price: other === event ? null : other.price })).filter((other) => other.price !== null);
  if (priced.some((other) => sameAmount(price, other.price!))) return false;
  const before = priced.findLast((other) => other.at < index)?.price;
  const after = priced.find((other) => other.at > index)?.price;
  if (before && after) return true;
  const nearest = before ?? after;
  if (!nearest) return false;
  const [low, high] = [price.amountMinor, nearest.amountMinor].sort((a, b) => a - b) as [number, number];
  return nearest.currency !== price.currency || high > low * CLEAR_RATIO;
}
