// Reminders ahead of a date: due at nine in the person's time zone, so many days before it as they chose. One per subscription, date and
// lead. Of several that are past due (a machine that slept, a date just learned) only the nearest to the date is raised.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { REMINDED_AT, type AlertPreferences, type LeadKind } from '@quittance/domain/alert-preferences';
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import { toInstant, type Instant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';
import type { LeaveDay, Subscription } from '@quittance/domain/subscription';
import { instantsOf, wallClockAt } from '@quittance/domain/zoned-time';
import { isDeadlineNews, leaveDayOfRenewal, leaveDaysAhead, statedDeadline } from './deadline.ts';
import { renewalPrice } from './renewal-price.ts';

export interface Reminder {
  readonly alert: NewAlert;
  /** Not to be raised when one of these was raised at `toldSince` or later: the person was just told of the same date. */
  readonly unlessTold: readonly string[];
  readonly toldSince: Instant;
  /** … and named this day to cancel, or an earlier one; null where it is another date that is told. */
  readonly toldDay: CivilDate | null;
}

export interface ReminderInput {
  readonly now: Date;
  readonly timeZone: string;
  readonly preferences: AlertPreferences;
}

/** So close, the person is told again. */
const LAST_CALL_DAYS = 2;
const JUST_TOLD_DAYS = 2;

export function reminders(subscription: Subscription, input: ReminderInput): Reminder[] {
  const today = wallClockAt(input.now, input.timeZone).on;
  const taken = new Set<string>();
  const ahead = inOrder(input.preferences).flatMap((kind) => {
    const on = dateOf(kind, subscription);
    const due = on && on >= today ? dueNow(on, kind, subscription, input) : null;
    // The end of a trial is its renewal and its deadline: said once.
    if (!on || !due || taken.has(`${on}:${due.lead}`)) return [];
    taken.add(`${on}:${due.lead}`);
    return [reminder(kind, on, due, subscription)];
  });
  return [...ahead, ...leaving(subscription, today, input)];
}

function dueNow(on: CivilDate, kind: LeadKind, { lastEventAt }: Subscription, input: ReminderInput): Due | null {
  const due = nearestDue(on, kind, input);
  // A date learned late was just told by the mail that named it; only the last call follows.
  return due && (due.lead <= LAST_CALL_DAYS || toInstant(due.at) >= lastEventAt) ? due : null;
}

// The most telling first; what the person keeps to the page takes nothing away from what goes out.
function inOrder({ mutedKinds }: AlertPreferences): LeadKind[] {
  const order: LeadKind[] = ['trial_ending', 'cancel_by', 'renewal_notice'];
  return order.toSorted((a, b) => Number(mutedKinds.includes(a)) - Number(mutedKinds.includes(b)));
}

function dateOf(kind: LeadKind, subscription: Subscription): CivilDate | null {
  const { status, renewsOn, endsOn, cancelBy } = subscription;
  if (kind === 'trial_ending') return status === 'trial' ? (renewsOn ?? endsOn) : null;
  if (kind === 'cancel_by') return isDeadlineNews(subscription) ? cancelBy : null;
  return status === 'active' || status === 'past_due' ? renewsOn : null;
}

interface Due {
  readonly today: CivilDate;
  readonly lead: number;
  readonly at: Date;
}

function nearestDue(on: CivilDate, kind: LeadKind, { now, timeZone, preferences }: ReminderInput): Due | null {
  const today = wallClockAt(now, timeZone).on;
  const due = preferences.leadDays[kind]
    .map((lead) => ({ today, lead, at: instantsOf(addDays(on, -lead), REMINDED_AT, timeZone)[0]! }))
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => a.lead - b.lead);
  return due[0] ?? null;
}

function reminder(kind: LeadKind, on: CivilDate, { lead, at, today }: Due, subscription: Subscription): Reminder {
  const { id, renewsOn, cancelBy } = subscription;
  const price = renewalPrice(subscription, today);
  // A mail's warning is known by the renewal that it names, else by its last day to cancel.
  const days = [...new Set([on, renewsOn, cancelBy])].filter((day) => day !== null);
  const stated = renewsOn && statedDeadline(subscription) ? [`${renewsOn}:${cancelBy}`] : [];
  const ofPrice = leaveDayOfRenewal(subscription);
  const mails = [
    ...[...days, ...stated].flatMap((day) => [`renewal_notice:${id}:${day}`, `trial_ending:${id}:${day}`]),
    ...(ofPrice ? keysOfChange(ofPrice, subscription) : []),
  ];
  return {
    alert: {
      kind,
      dedupeKey: `${kind}:${id}:${on}:${lead}`,
      dueAt: toInstant(at),
      data: {
        ...EMPTY_ALERT_DATA,
        subscription_id: id,
        merchant: subscription.merchant.name,
        plan: subscription.plan,
        amount: price && formatDecimal(price),
        currency: price?.currency ?? null,
        period: subscription.period,
        renews_on: renewsOn,
        ends_on: kind === 'trial_ending' && !renewsOn ? on : null,
        cancel_by: cancelBy,
        ...(statedDeadline(subscription) ? { cancel_by_stated: true } : {}),
        reason: 'reminder',
      },
    },
    unlessTold: lead > LAST_CALL_DAYS ? mails : [],
    toldSince: toInstant(new Date(at.getTime() - JUST_TOLD_DAYS * 86_400_000)),
    toldDay: kind === 'cancel_by' ? on : null,
  };
}

// Whatever other mails say of the renewal: the two days are two matters, also where they are one day.
function leaving(subscription: Subscription, today: CivilDate, input: ReminderInput): Reminder[] {
  return leaveDaysAhead(subscription, today).flatMap((day) => {
    const due = dueNow(day.on, 'cancel_by', subscription, input);
    return due ? [leavingBy(day, due, subscription)] : [];
  });
}

function leavingBy(day: LeaveDay, due: Due, subscription: Subscription): Reminder {
  const { on, eventId, to: price } = day;
  const { alert, unlessTold, ...told } = reminder('cancel_by', on, due, subscription);
  const data = { cancel_by: on, cancel_by_stated: true, cancel_by_for: 'price_change' } as const;
  return {
    alert: {
      ...alert,
      dedupeKey: `cancel_by:${subscription.id}:price_change:${on}:${due.lead}`,
      data: { ...alert.data, ...data, event_id: eventId, amount: price && formatDecimal(price), currency: price?.currency ?? null },
    },
    unlessTold: unlessTold.length > 0 ? keysOfChange(day, subscription) : [],
    ...told,
  };
}

// The mail of the price that named the day told of it; its alert is known by the price, else by the day of the change.
function keysOfChange({ on, eventId, witnesses = [], to }: LeaveDay, { id, notices }: Subscription): string[] {
  const events = new Set([eventId, ...witnesses]);
  const days = notices.filter((notice) => notice.what === 'price_change' && events.has(notice.eventId)).map(({ of }) => of ?? on);
  return [...(to ? [`${formatDecimal(to)}:${to.currency}`] : []), ...days].map((each) => `price_change:${id}:${each}`);
}
