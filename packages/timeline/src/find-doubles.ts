// The same subscription twice: two that run side by side with the same plan (or, where none is named, the same price), often one
// through a store and one directly; or one that is charged twice in each period.
import { daysBetween } from '@quittance/domain/civil-date';
import { nameKey } from '@quittance/domain/name-key';
import { formatDecimal } from '@quittance/domain/money';
import { periodDays, type Period } from '@quittance/domain/period';
import type { Finding, FoldedSubscription } from '@quittance/domain/subscription';
import { sameAmount } from './price-history.ts';
import { samePlan } from './same-plan.ts';
import type { Charge, SubscriptionState } from './subscription-state.ts';

const RUNNING: readonly string[] = ['trial', 'active', 'past_due'];
const UNKNOWN_PERIOD = 'P1M';
/** Charged twice by mistake once is a refund's matter; twice in a row is a second subscription. */
const DOUBLED_PERIODS = 2;
/** Two periods, but for the day on which the third one begins. */
const ALMOST = 0.95;
/** Older mail that is read later takes the place of the event by which a double is named. */
const WITNESSES = 20;

/**
 * @param subscriptions of one merchant, or of several that have the same name: a store names what it sells, and not whose it is.
 * @returns the same, each with the twin that it has among them; what was said of twins before is forgotten.
 */
export function withDoubles(subscriptions: readonly FoldedSubscription[]): FoldedSubscription[] {
  const named = Map.groupBy(subscriptions, ({ merchant }) => nameKey(merchant.name));
  const own = Map.groupBy(subscriptions, ({ merchant }) => merchant.id);
  return subscriptions.map((one) => {
    const name = nameKey(one.merchant.name);
    const beside = new Set([...own.get(one.merchant.id)!, ...(name === '' ? [] : named.get(name)!)]);
    const twin = firstOf([...beside].filter((other) => other.id !== one.id && areDoubles(one, other)));
    const others = one.findings.filter((finding) => !isBeside(finding));
    const findings = twin ? [...others, besideEachOther(one, twin)] : others;
    return JSON.stringify(findings) === JSON.stringify(one.findings) ? one : { ...one, findings };
  });
}

// Whatever order they are given in: the stored ones come in another than those that are folded anew.
function firstOf(twins: readonly FoldedSubscription[]): FoldedSubscription | undefined {
  return twins.toSorted((a, b) => (a.eventIds[0]! < b.eventIds[0]! ? -1 : 1))[0];
}

function isBeside({ kind, eventId }: Finding): boolean {
  return kind === 'duplicate_subscription' && eventId === null;
}

function areDoubles(one: FoldedSubscription, other: FoldedSubscription): boolean {
  if (!RUNNING.includes(one.status) || !RUNNING.includes(other.status)) return false;
  const reach = 2 * periodDays(one.period ?? other.period ?? UNKNOWN_PERIOD);
  if (Math.abs(daysBetween(one.lastEventAt.slice(0, 10), other.lastEventAt.slice(0, 10))) > reach) return false;
  const plan = one.plan && other.plan ? samePlan(one.plan, other.plan, one.merchant.name) : 'unknown';
  if (plan === 'yes') return true;
  return (
    plan === 'unknown' && one.price !== null && other.price !== null && sameAmount(one.price, other.price) && one.period === other.period
  );
}

function besideEachOther(one: FoldedSubscription, twin: FoldedSubscription): Finding {
  const since = [one, twin].map((each) => each.startedOn ?? each.firstSeenOn).toSorted()[1]!;
  // Named by its first event: ids follow the order of reading.
  const other = twin.eventIds[0]!;
  const values = { other, key: other, ...(twin.biller ? { biller: twin.biller } : {}) };
  return { kind: 'duplicate_subscription', since, until: null, eventId: null, values, witnesses: twin.eventIds.slice(1, 1 + WITNESSES) };
}

/** Of one subscription: so many charges of one amount in the last periods that there must be two. Told as of the charge that first said so. */
export function chargedTwice({ period, status }: SubscriptionState, charges: readonly Charge[]): Finding[] {
  if (!RUNNING.includes(status) || !period) return [];
  let first: Charge | null = null;
  for (let end = charges.length; isDoubled(charges.slice(0, end).slice(-2 * DOUBLED_PERIODS), period); end -= 1) first = charges[end - 1]!;
  if (!first?.price) return [];
  const values = { amount: formatDecimal(first.price), currency: first.price.currency, key: 'charges' };
  const { on: sinceOn } = first;
  const witnesses = charges.flatMap(({ on, eventId }) => (on > sinceOn ? [eventId] : [])).slice(0, WITNESSES);
  return [{ kind: 'duplicate_subscription', since: first.on, until: null, eventId: first.eventId, values, witnesses }];
}

function isDoubled(charges: readonly Charge[], period: Period): boolean {
  const [first, last] = [charges[0], charges.at(-1)];
  if (!first?.price || !last || charges.length < 2 * DOUBLED_PERIODS) return false;
  if (charges.some((charge) => !charge.price || !sameAmount(charge.price, first.price!))) return false;
  return daysBetween(first.on, last.on) < DOUBLED_PERIODS * periodDays(period) * ALMOST;
}
