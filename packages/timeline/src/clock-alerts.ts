// What the person must be told because time passed, not because a mail came: a date is near, a confirmation is overdue. Looked at now and
// then; the keys make it one alert each, however often.
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { toInstant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';
import type { Finding, FoldedSubscription, Subscription } from '@quittance/domain/subscription';
import { wallClockAt } from '@quittance/domain/zoned-time';
import { asOf } from './as-of.ts';
import { reminders, type Reminder, type ReminderInput } from './reminders.ts';

/** An unconfirmed request of long ago is a finding on the page, no news. */
const OVERDUE_NEWS_DAYS = 30;

export function clockAlerts(folded: FoldedSubscription, input: ReminderInput): Reminder[] {
  const today = wallClockAt(input.now, input.timeZone).on;
  const subscription = asOf(folded, today);
  const missing = subscription.findings.filter((finding) => finding.kind === 'confirmation_missing');
  return [...reminders(subscription, input), ...missing.flatMap((finding) => overdue(subscription, finding, input.now, today))];
}

function overdue(subscription: Subscription, finding: Finding, now: Date, today: CivilDate): Reminder[] {
  if (daysBetween(finding.since, today) > OVERDUE_NEWS_DAYS) return [];
  const { price } = subscription;
  const alert = {
    kind: 'confirmation_missing' as const,
    dedupeKey: `confirmation_missing:${finding.eventId ?? subscription.id}`,
    dueAt: toInstant(now),
    data: {
      ...EMPTY_ALERT_DATA,
      subscription_id: subscription.id,
      event_id: finding.eventId,
      merchant: subscription.merchant.name,
      plan: subscription.plan,
      amount: price && formatDecimal(price),
      currency: price?.currency ?? null,
      period: subscription.period,
      renews_on: subscription.renewsOn,
      cancel_by: subscription.cancelBy,
    },
  };
  return [{ alert, unlessTold: [], toldSince: toInstant(now) }];
}
