// What the person must be told because of one event: the warnings of the event itself, and the findings that are new in the merchant's
// subscriptions. Old mail raises only what can still be acted upon, so that neither a backfill nor five thousand moved mails are a storm.
import { EMPTY_ALERT_DATA, type AlertData, type AlertKind, type NewAlert } from '@quittance/domain/alert';
import { civilDateOf, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { decidingQuote } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription, Finding, Subscription } from '@quittance/domain/subscription';
import { toInstant } from '@quittance/domain/instant';
import { nameKey } from '@quittance/domain/name-key';
import { formatDecimal } from '@quittance/domain/money';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';
import { statedDeadline } from './deadline.ts';
import { doubtedKey } from './doubted-key.ts';
import { lastDayNotTold, namesOfSameRenewal } from './same-renewal.ts';

/** `statement`: lines of a bank file, which is looked at every month or two. */
export type AlertPriority = 'live' | 'history' | 'statement';

export interface DueAlertsInput {
  /** As recorded, with the person's correction applied if there is one. */
  readonly event: SubscriptionEvent;
  /** The merchant's subscriptions, folded without the event … */
  readonly before: readonly FoldedSubscription[];
  /** … and with it. */
  readonly after: readonly FoldedSubscription[];
  readonly now: Date;
  readonly priority: AlertPriority;
}

/** How old a fact may be that is told although no date ahead makes it urgent. Mail that arrives live may have waited somewhere;
 * a direct debit can be taken back for eight weeks (SEPA Core rulebook §4.3.4). */
const FRESH_HOURS: Readonly<Record<AlertPriority, number>> = { live: 7 * 24, history: 48, statement: 56 * 24 };
/** How far apart receipt and bank tell of one charge. */
const SECOND_WORD_DAYS = 6;
/** Forged mails of one day that are told of one by one. */
const FORGED_A_DAY = 3;
const HOUR_MS = 3_600_000;

export function dueAlerts(input: DueAlertsInput): NewAlert[] {
  const subscription = input.after.find((one) => one.eventIds.includes(input.event.id)) ?? null;
  if (input.event.level === 'R') return suspicious(input, subscription);
  return [
    ...ofEvent(input, subscription).map((alert) => (input.event.decided === 'probable' ? doubted(alert) : alert)),
    ...ofFindings(input),
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
    surer: dedupeKey,
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

const FINDING_ALERTS: Partial<Record<Finding['kind'], AlertKind>> = {
  charged_after_cancellation: 'charged_after_cancellation',
  reactivated_unasked: 'reactivated_unasked',
  price_increased: 'price_change',
  duplicate_subscription: 'duplicate_subscription',
};

// Compared, not looked up by the event's kind: a confirmation read late turns a charge that is known already into a finding.
function ofFindings(input: DueAlertsInput): NewAlert[] {
  const known = input.before.flatMap((one) => one.findings);
  const knownKeys = new Set(known.map(keyOf));
  const keys = new Set(input.after.flatMap((one) => one.findings.map(keyOf)));
  const replaced = known.filter((finding) => !keys.has(keyOf(finding)));
  return input.after.flatMap((subscription) =>
    subscription.findings.flatMap((finding) => {
      const kind = FINDING_ALERTS[finding.kind];
      if (
        !kind ||
        knownKeys.has(keyOf(finding)) ||
        replaced.some((other) => isTheSame(other, finding)) ||
        (finding.until !== null && kind !== 'price_change')
      )
        return [];
      // An announced rise was told by the announcement itself; only a charge tells one that nobody announced.
      const isOwn = finding.eventId === input.event.id;
      if (kind === 'price_change' && !(isOwn && input.event.kind === 'renewal_charged')) return [];
      if (!isFresh(`${finding.since}T23:59:59.000Z`, input)) return [];
      const key =
        kind === 'price_change'
          ? `${subscription.id}:${finding.values['to']}:${finding.values['currency']}`
          : aboutOf(subscription, finding);
      return [alertOf(kind, key, input, subscription, finding)];
    }),
  );
}

// A second word on the same charge (its receipt in another mailbox, the bank's line) that is dated earlier becomes the one that counts.
function isTheSame(gone: Finding, finding: Finding): boolean {
  return gone.kind === finding.kind && Math.abs(daysBetween(gone.since, finding.since)) <= SECOND_WORD_DAYS;
}

function keyOf(finding: Finding): string {
  return `${finding.kind}:${finding.eventId}:${finding.values['key'] ?? ''}`;
}

// Two that run beside each other are told of once, whichever is looked at.
function aboutOf(subscription: FoldedSubscription, finding: Finding): string {
  return finding.eventId ?? [subscription.eventIds[0]!, finding.values['other'] ?? ''].toSorted().join(':');
}

function isFresh(at: string, input: DueAlertsInput): boolean {
  return input.now.getTime() - Date.parse(at) <= FRESH_HOURS[input.priority] * HOUR_MS;
}

function alertOf(
  kind: AlertKind,
  key: string,
  input: DueAlertsInput,
  subscription: FoldedSubscription | null,
  finding?: Finding,
): NewAlert {
  return {
    kind,
    dedupeKey: `${kind}:${key}`,
    dueAt: toInstant(input.now),
    data: dataOf(input, subscription, finding),
  };
}

function dataOf({ event, now }: DueAlertsInput, subscription: FoldedSubscription | null, finding?: Finding): AlertData {
  const price = event.price ?? subscription?.price ?? null;
  const isOwn = !finding || finding.eventId === event.id;
  const seen = subscription && asOf(subscription, onDay(civilDateOf(now)));
  return {
    ...EMPTY_ALERT_DATA,
    subscription_id: subscription?.id ?? null,
    event_id: finding?.eventId ?? event.id,
    message_sha256: isOwn ? (event.message?.sha256 ?? null) : null,
    merchant: subscription?.merchant.name ?? event.merchant?.name ?? null,
    plan: event.plan ?? subscription?.plan ?? null,
    amount: finding?.values['amount'] ?? finding?.values['to'] ?? (price && formatDecimal(price)),
    currency: finding?.values['currency'] ?? price?.currency ?? null,
    period: event.period ?? subscription?.period ?? null,
    renews_on: event.renewsOn ?? subscription?.renewsOn ?? null,
    ends_on: finding?.values['ended_on'] ?? event.endsOn ?? subscription?.endsOn ?? null,
    ...deadlineData(event, finding ? null : event.cancelBy, seen),
    quote: isOwn ? decidingQuote(event.reasons) : null,
    level: isOwn ? event.level : null,
    reason: event.decided === 'probable' ? 'probable' : null,
  };
}

// A mail of the price tells of its own day; any other of the renewal's.
function deadlineData(event: SubscriptionEvent, own: CivilDate | null, seen: Subscription | null): Partial<AlertData> {
  if (event.kind === 'price_change' && own !== null && own >= civilDateOf(event.occurredAt))
    return { cancel_by: own, cancel_by_stated: true, cancel_by_for: 'price_change' };
  return { cancel_by: seen?.cancelBy ?? null, ...(seen && statedDeadline(seen) ? { cancel_by_stated: true } : {}) };
}
