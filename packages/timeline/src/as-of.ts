// A subscription as it stands on a day: what time alone changes. Statuses run out, announced prices begin, deadlines come near.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { parseDecimal, type Money } from '@quittance/domain/money';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { Finding, FoldedSubscription, Subscription, SubscriptionStatus } from '@quittance/domain/subscription';

/** How long before a deadline it is a finding. */
const CANCEL_BY_LEAD_DAYS = 14;
/** Assumed where no mail states the period. */
const UNKNOWN_PERIOD = 'P1M';
/** A trial whose end went by without a word is no trial any more. */
const TRIAL_SLACK_DAYS = 3;
/** How late the receipt of a renewal may be. */
const RECEIPT_DAYS = 3;
/** Shorter terms without a notice period can be left at any time: a deadline every month would be noise. */
const LONG_TERM_DAYS = 80;

export function asOf(subscription: FoldedSubscription, today: CivilDate): Subscription {
  const status = statusOn(subscription, today);
  const seen = { ...subscription, status, price: priceOn(subscription, today), renewsOn: renewsOnOf(subscription, status, today) };
  const cancelBy = cancelByOf(seen, today);
  const findings = subscription.findings.filter((finding) => isTrueOn(finding, today));
  return { ...seen, cancelBy, findings: [...findings, ...deadline(seen, cancelBy, today)] };
}

// `cancelled`, `ended`, `paused` and `cancel_requested` stand until a mail says otherwise; running ones need a sign of life.
function statusOn(subscription: FoldedSubscription, today: CivilDate): SubscriptionStatus {
  const { status, renewsOn } = subscription;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return status;
  if (status === 'trial' && renewsOn && today > addDays(renewsOn, TRIAL_SLACK_DAYS)) return 'unknown';
  const days = 2 * periodDays(subscription.period ?? UNKNOWN_PERIOD);
  const signs = [subscription.lastEventAt.slice(0, 10), ...(renewsOn ? [renewsOn] : [])];
  return signs.some((sign) => daysBetween(sign, today) <= days) ? status : 'unknown';
}

// A renewal that went by without a mail (many merchants send no receipts) was followed by the next one; a date in the past is no renewal
// date. A few days are left for the receipt.
function renewsOnOf({ renewsOn, period }: FoldedSubscription, status: SubscriptionStatus, today: CivilDate): CivilDate | null {
  if (!renewsOn || (status !== 'active' && status !== 'past_due') || today <= addDays(renewsOn, RECEIPT_DAYS)) return renewsOn;
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

function cancelByOf(subscription: FoldedSubscription, today: CivilDate): CivilDate | null {
  const { status, renewsOn, noticePeriod } = subscription;
  if (!renewsOn || renewsOn < today) return null;
  if (status !== 'active' && status !== 'trial' && status !== 'past_due') return null;
  return noticePeriod ? addPeriod(renewsOn, noticePeriod, -1) : renewsOn;
}

// A clockless finding is true from its first day; a price that will rise is news at once.
function isTrueOn(finding: Finding, today: CivilDate): boolean {
  return finding.since <= today || finding.kind === 'price_increased';
}

function deadline(subscription: FoldedSubscription, cancelBy: CivilDate | null, today: CivilDate): Finding[] {
  if (!cancelBy || cancelBy < today || daysBetween(today, cancelBy) > CANCEL_BY_LEAD_DAYS) return [];
  if (!isDeadlineNews(subscription)) return [];
  const since = addDays(cancelBy, -CANCEL_BY_LEAD_DAYS);
  return [{ kind: 'cancel_by', since, until: cancelBy, eventId: null, values: { cancel_by: cancelBy, renews_on: subscription.renewsOn! } }];
}

/** Whether the deadline to cancel is worth a word: a trial, a stated notice period, or a term so long that missing it is dear. */
export function isDeadlineNews({ status, noticePeriod, period }: FoldedSubscription): boolean {
  return status === 'trial' || noticePeriod !== null || (period !== null && periodDays(period) >= LONG_TERM_DAYS);
}
