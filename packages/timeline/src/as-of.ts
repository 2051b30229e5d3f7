// A subscription as it stands on a day: what time alone changes. Statuses run out, announced prices begin, deadlines come near; and what the
// person put aside stays away.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { findingIds } from '@quittance/domain/finding-id';
import { parseDecimal, type Money } from '@quittance/domain/money';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { Finding, FindingAside, FoldedSubscription, Subscription, SubscriptionStatus } from '@quittance/domain/subscription';
import type { Viewpoint } from '@quittance/domain/viewpoint';
import { clockFindings } from './clock-findings.ts';
import { cancelByOf } from './deadline.ts';
import { missingNotices } from './missing-notices.ts';

/** Assumed where no mail states the period. */
const UNKNOWN_PERIOD = 'P1M';
/** A trial whose end went by without a word is no trial any more. */
const TRIAL_SLACK_DAYS = 3;
/** How late the receipt of a renewal may be. */
const RECEIPT_DAYS = 3;

export function asOf(subscription: FoldedSubscription, { today, country, setAside }: Viewpoint): Subscription {
  const status = statusOn(subscription, today);
  const now = { ...subscription, status, price: priceOn(subscription, today), renewsOn: renewsOnOf(subscription, status, today) };
  const seen = { ...now, cancelBy: cancelByOf(now, today) };
  const folded = subscription.findings.filter((finding) => isTrueOn(finding, status, today));
  const all = [...folded, ...clockFindings(seen, today, country), ...missingNotices(seen, today, country, folded)];
  const aside = all.flatMap((finding) => putAside(subscription.id, finding, setAside, today));
  const away = new Set(aside.map(({ finding }) => finding));
  return { ...seen, findings: all.filter((finding) => !away.has(finding)), aside };
}

/** Whether it still needs the person: not settled by a later mail, and not over. */
export function isOpen(finding: Finding, today: CivilDate): boolean {
  return finding.until === null || finding.until >= today;
}

function putAside(subscriptionId: string, finding: Finding, setAside: Viewpoint['setAside'], today: CivilDate): FindingAside[] {
  if (setAside.length === 0) return [];
  const ids = findingIds(subscriptionId, finding);
  const word = setAside.find((one) => ids.includes(one.finding) && (one.until === null || one.until >= today));
  if (!word) return [];
  return [{ finding, actId: word.actId, until: word.until, reason: word.reason }];
}

// `cancelled`, `ended`, `paused` and `cancel_requested` stand until a mail says otherwise; running ones need a sign of life.
function statusOn(subscription: FoldedSubscription, today: CivilDate): SubscriptionStatus {
  const { status, renewsOn } = subscription;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return status;
  if (subscription.isEntered) return status;
  if (status === 'trial' && renewsOn && today > addDays(renewsOn, TRIAL_SLACK_DAYS)) return 'unknown';
  const days = 2 * periodDays(subscription.period ?? UNKNOWN_PERIOD);
  const signs = [subscription.lastEventAt.slice(0, 10), ...(renewsOn ? [renewsOn] : [])];
  return signs.some((sign) => daysBetween(sign, today) <= days) ? status : 'unknown';
}

// A renewal that went by without a mail (many merchants send no receipts) was followed by the next one; a date in the past is no renewal
// date. A few days are left for the receipt.
function renewsOnOf({ renewsOn, period }: FoldedSubscription, status: SubscriptionStatus, today: CivilDate): CivilDate | null {
  // Asked to end, and not confirmed: it goes on renewing.
  const goesOn = status === 'active' || status === 'past_due' || status === 'cancel_requested';
  if (!renewsOn || !goesOn || today <= addDays(renewsOn, RECEIPT_DAYS)) return renewsOn;
  if (!period) return null;
  let times = Math.max(1, Math.floor(daysBetween(renewsOn, today) / periodDays(period)) - 1);
  // Counted from the stated date: adding month by month would turn the 31st into the 28th for good.
  while (addPeriod(renewsOn, period, times) < today) times += 1;
  return addPeriod(renewsOn, period, times);
}

// The fold has the newest price told; before its first day the old one holds.
function priceOn(subscription: FoldedSubscription, today: CivilDate): Money | null {
  const ahead = subscription.findings.find((finding) => finding.kind === 'price_increased' && finding.since > today);
  const { from, currency } = ahead?.values ?? {};
  return from && currency ? parseDecimal(from, currency) : subscription.price;
}

// A clockless finding is true from its first day; a price that will rise is news at once. What does not run does not run twice.
function isTrueOn(finding: Finding, status: SubscriptionStatus, today: CivilDate): boolean {
  if (finding.kind === 'duplicate_subscription' && status !== 'active' && status !== 'past_due' && status !== 'trial') return false;
  return finding.since <= today || finding.kind === 'price_increased';
}
