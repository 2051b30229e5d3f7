// What the person must be told because time passed, not because a mail came: a deadline is near, a confirmation is overdue. Looked at
// now and then; the keys make it one alert each, however often.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { toInstant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';
import type { Finding, FoldedSubscription, Subscription } from '@quittance/domain/subscription';
import { asOf } from './as-of.ts';

export interface ClockAlert {
  readonly alert: NewAlert;
  /** Not to be raised when one of these was raised within `quietDays`: the person was just told of the same renewal. */
  readonly unlessTold: readonly string[];
  readonly quietDays: number;
}

const DEADLINE_LEAD_DAYS = 7;
/** So close, the person is told again. */
const LAST_CALL_DAYS = 2;
/** An unconfirmed request of long ago is a finding on the page, no news. */
const OVERDUE_NEWS_DAYS = 30;

export function clockAlerts(folded: FoldedSubscription, now: Date, today: CivilDate): ClockAlert[] {
  const subscription = asOf(folded, today);
  return subscription.findings.flatMap((finding) => {
    if (finding.kind === 'cancel_by' && subscription.cancelBy) return deadline(subscription, subscription.cancelBy, now, today);
    if (finding.kind === 'confirmation_missing') return overdue(subscription, finding, now, today);
    return [];
  });
}

function deadline(subscription: Subscription, cancelBy: CivilDate, now: Date, today: CivilDate): ClockAlert[] {
  const daysLeft = daysBetween(today, cancelBy);
  if (daysLeft > DEADLINE_LEAD_DAYS) return [];
  const renewal = `${subscription.id}:${subscription.renewsOn}`;
  return [
    {
      alert: alertOf('cancel_by', `${subscription.id}:${cancelBy}`, subscription, now, null),
      unlessTold: daysLeft > LAST_CALL_DAYS ? [`renewal_notice:${renewal}`, `trial_ending:${renewal}`] : [],
      quietDays: DEADLINE_LEAD_DAYS,
    },
  ];
}

function overdue(subscription: Subscription, finding: Finding, now: Date, today: CivilDate): ClockAlert[] {
  if (daysBetween(finding.since, today) > OVERDUE_NEWS_DAYS) return [];
  const alert = alertOf('confirmation_missing', finding.eventId ?? subscription.id, subscription, now, finding.eventId);
  return [{ alert, unlessTold: [], quietDays: 0 }];
}

function alertOf(
  kind: 'cancel_by' | 'confirmation_missing',
  key: string,
  subscription: Subscription,
  now: Date,
  eventId: string | null,
): NewAlert {
  const { price } = subscription;
  return {
    kind,
    dedupeKey: `${kind}:${key}`,
    dueAt: toInstant(now),
    data: {
      ...EMPTY_ALERT_DATA,
      subscription_id: subscription.id,
      event_id: eventId,
      merchant: subscription.merchant.name,
      plan: subscription.plan,
      amount: price && formatDecimal(price),
      currency: price?.currency ?? null,
      period: subscription.period,
      renews_on: subscription.renewsOn,
      cancel_by: subscription.cancelBy,
    },
  };
}
