// What the person must be told because of one event: the warnings of the event itself, and the findings that are new in the merchant's
// subscriptions. Old mail raises only what can still be acted upon, so that neither a backfill nor five thousand moved mails are a storm.
import type { AlertKind, NewAlert } from '@quittance/domain/alert';
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { nameKey } from '@quittance/domain/name-key';
import { formatDecimal } from '@quittance/domain/money';
import { doubtedKey } from './doubted-key.ts';
import { findingAlerts } from './finding-alerts.ts';
import { alertOf, isFresh, type DueAlertsInput } from './new-alert.ts';
import { lastDayNotTold, namesOfSameRenewal } from './same-renewal.ts';

/** Forged mails of one day that are told of one by one. */
const FORGED_A_DAY = 3;

export function dueAlerts(input: DueAlertsInput): NewAlert[] {
  const subscription = input.after.find((one) => one.eventIds.includes(input.event.id)) ?? null;
  if (input.event.level === 'R') return suspicious(input, subscription);
  return [
    ...ofEvent(input, subscription).map((alert) => (input.event.decided === 'probable' ? doubted(alert) : alert)),
    ...findingAlerts(input),
  ];
}

// A forged mail of a merchant with whom the person has nothing is kept as untrusted, without an alarm.
function suspicious(input: DueAlertsInput, subscription: FoldedSubscription | null): NewAlert[] {
  if (!subscription || !isFresh(input.event.occurredAt, input)) return [];
  // Under another subject it says something else; a wave of the same is told of once a day, and whoever writes a hundred subjects is told of as one.
  const { kind, message, occurredAt } = input.event;
  const ofDay = subscription.findings.filter(
    (finding) => finding.kind === 'suspicious_message' && finding.since === occurredAt.slice(0, 10),
  );
  const what = ofDay.length > FORGED_A_DAY ? 'many' : `${kind}:${nameKey(message?.subject ?? '')}`;
  return [alertOf('suspicious_message', `${onItsDay(input.event, subscription)}:${what}`, input, subscription)];
}

// What names no date is told once a day: a copy in another mailbox, or the same mail once more, is no news.
function onItsDay(event: SubscriptionEvent, subscription: FoldedSubscription): string {
  return `${subscription.id}:${event.occurredAt.slice(0, 10)}`;
}

function ofEvent(input: DueAlertsInput, subscription: FoldedSubscription | null): NewAlert[] {
  const { event } = input;
  if (event.decided === 'abstain') return [];
  switch (event.kind) {
    case 'renewal_notice':
      return warning('renewal_notice', event.renewsOn ?? event.cancelBy, input, subscription).map(onceARenewal(input, subscription));
    case 'trial_ending':
      return warning('trial_ending', event.renewsOn ?? event.endsOn ?? event.cancelBy, input, subscription).map(
        onceARenewal(input, subscription),
      );
    case 'price_change': {
      const price = event.price ? `${formatDecimal(event.price)}:${event.price.currency}` : null;
      return warning('price_change', event.effectiveOn ?? event.renewsOn ?? event.cancelBy, input, subscription, price);
    }
    case 'payment_failed':
      return warning('payment_failed', null, input, subscription, failureOf(subscription));
    case 'cancellation_confirmed':
      return confirmed(input, subscription);
    case 'signup':
    case 'trial_started':
    case 'renewal_charged':
    case 'cancellation_requested':
    case 'expired':
    case 'refund':
    case 'paused':
    case 'reactivated':
    case 'plan_changed':
    default:
      return []; // What is remarkable about these is a finding.
  }
}

// The key is what is warned of, not the mail: the same renewal announced twice is one alert.
function warning(
  kind: AlertKind,
  on: CivilDate | null,
  input: DueAlertsInput,
  subscription: FoldedSubscription | null,
  what: string | null = on,
): NewAlert[] {
  const { event } = input;
  const isAhead = on !== null && on >= civilDateOf(input.now);
  if (!isAhead && !isFresh(event.occurredAt, input)) return [];
  if (subscription && isOverBy(subscription, event)) return [];
  if (!subscription) return [alertOf(kind, event.id, input, subscription)];
  return [alertOf(kind, what ? `${subscription.id}:${what}` : onItsDay(event, subscription), input, subscription)];
}

// Nobody acts upon "Quittance is not sure" as upon a plain warning: the mail that is sure of the same has still to be told.
function doubted(alert: NewAlert): NewAlert {
  const { dedupeKey, sameAs } = alert;
  return {
    ...alert,
    dedupeKey: doubtedKey(dedupeKey),
    unless: [dedupeKey],
    ...(sameAs ? { sameAs: sameAs.flatMap((key) => [key, doubtedKey(key)]) } : {}),
  };
}

// One mail names the day of the renewal, the next one only the last day to cancel. Where it names both, or the one before was not sure, it may
// have to be told again: under a key of its own, so that what the other one told decides.
function onceARenewal({ event }: DueAlertsInput, subscription: FoldedSubscription | null): (alert: NewAlert) => NewAlert {
  if (!subscription) return (alert) => alert;
  const others = namesOfSameRenewal(subscription, event.id).map(({ kind, day }) => `${kind}:${subscription.id}:${day}`);
  const own = lastDayNotTold(subscription, event.id);
  return ({ dedupeKey, ...alert }) => {
    const sameAs = [...(own ? [dedupeKey] : []), ...others];
    return { ...alert, dedupeKey: own ? `${dedupeKey}:${own}` : dedupeKey, ...(sameAs.length > 0 ? { sameAs } : {}) };
  };
}

// A warning that was settled by a later mail (read before it, as a backfill does) is none.
function isOverBy(subscription: FoldedSubscription, event: SubscriptionEvent): boolean {
  const isOver = ['cancelled', 'ended', 'cancel_requested', 'paused'].includes(subscription.status);
  const isRecovered = event.kind === 'payment_failed' && !subscription.findings.some((finding) => finding.kind === 'payment_failed');
  return (isOver || isRecovered) && subscription.eventIds.at(-1) !== event.id;
}

function failureOf(subscription: FoldedSubscription | null): string | null {
  return subscription?.findings.find((finding) => finding.kind === 'payment_failed')?.since ?? null;
}

// Only what really changed the status is told as cancelled: a confirmation that is merely probable did not.
function confirmed(input: DueAlertsInput, subscription: FoldedSubscription | null): NewAlert[] {
  if (subscription?.status !== 'cancelled' || !isFresh(input.event.occurredAt, input)) return [];
  const was = input.before.find((one) => one.eventIds.some((id) => subscription.eventIds.includes(id)));
  if (was?.status === 'cancelled') return [];
  return [alertOf('cancellation_confirmed', input.event.id, input, subscription)];
}
