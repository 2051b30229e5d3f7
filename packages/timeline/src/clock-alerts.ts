// What the person must be told because time passed, not because a mail came: a date is near, a confirmation is overdue. Looked at now and
// then; the keys make it one alert each, however often.
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { findingId } from '@quittance/domain/finding-id';
import { toInstant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';
import type { Finding, FoldedSubscription, Subscription } from '@quittance/domain/subscription';
import type { Viewpoint } from '@quittance/domain/viewpoint';
import { wallClockAt } from '@quittance/domain/zoned-time';
import { asOf } from './as-of.ts';
import { reminders, type Reminder, type ReminderInput } from './reminders.ts';

/** What is overdue for longer is a finding on the page, no news. */
const OVERDUE_NEWS_DAYS = 30;
const OVERDUE = ['confirmation_missing', 'notice_missing'] as const;

export interface ClockInput extends ReminderInput {
  readonly country: Viewpoint['country'];
  readonly setAside: Viewpoint['setAside'];
}

export function clockAlerts(folded: FoldedSubscription, input: ClockInput): Reminder[] {
  const today = wallClockAt(input.now, input.timeZone).on;
  const subscription = asOf(folded, { today, country: input.country, setAside: input.setAside });
  const missing = subscription.findings.flatMap((finding) => {
    const kind = OVERDUE.find((one) => one === finding.kind);
    return kind ? overdue(kind, subscription, finding, input.now, today) : [];
  });
  return [...reminders(subscription, input), ...missing];
}

function overdue(kind: (typeof OVERDUE)[number], subscription: Subscription, finding: Finding, now: Date, today: CivilDate): Reminder[] {
  if (daysBetween(finding.since, today) > OVERDUE_NEWS_DAYS) return [];
  // The alert says that no notice came. Of one that came, and may be too early or too late, the page tells, with what it is counted from.
  if (kind === 'notice_missing' && finding.values['came_on'] !== undefined) return [];
  const { price } = subscription;
  const alert = {
    kind,
    dedupeKey: kind === 'confirmation_missing' ? `${kind}:${finding.eventId ?? subscription.id}` : findingId(subscription.id, finding),
    dueAt: toInstant(now),
    data: {
      ...EMPTY_ALERT_DATA,
      subscription_id: subscription.id,
      event_id: finding.eventId,
      // A mail looks like the confirmation: the alert asks about it.
      reason: finding.values['maybe_on'] === undefined ? null : 'probable',
      merchant: subscription.merchant.name,
      plan: subscription.plan,
      amount: price && formatDecimal(price),
      currency: price?.currency ?? null,
      period: subscription.period,
      renews_on: finding.values['renews_on'] ?? subscription.renewsOn,
      cancel_by: subscription.cancelBy,
    },
  };
  return [{ alert, unlessTold: [], toldSince: toInstant(now), toldDay: null }];
}
