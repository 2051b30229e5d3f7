// An alert that one event causes, and what it says: the facts of the event and of the subscription as they stand today.
import { EMPTY_ALERT_DATA, type AlertData, type AlertKind, type NewAlert } from '@quittance/domain/alert';
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import { decidingQuote } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription, Finding, Subscription } from '@quittance/domain/subscription';
import { toInstant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';
import { statedDeadline } from './deadline.ts';

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
const HOUR_MS = 3_600_000;

export function isFresh(at: string, input: DueAlertsInput): boolean {
  return input.now.getTime() - Date.parse(at) <= FRESH_HOURS[input.priority] * HOUR_MS;
}

export function alertOf(
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
    ...(finding && subscription ? chargeData(finding, subscription) : {}),
    quote: isOwn ? decidingQuote(event.reasons) : null,
    level: isOwn ? event.level : null,
    reason: event.decided === 'probable' ? 'probable' : null,
  };
}

export function chargeData(finding: Finding, { findings }: Pick<FoldedSubscription, 'findings'>): Partial<AlertData> {
  if (!isOpenCharge(finding)) return {};
  const open = findings.filter((other) => isOpenCharge(other) && isOfSameEnd(other, finding)).length;
  const { charged_on: chargedOn = finding.since } = finding.values;
  return {
    charged_on: chargedOn,
    ...(open > 1 ? { open_charges: open } : {}),
  };
}

/** One after the end that was not given back. */
export function isOpenCharge({ kind, until }: Finding): boolean {
  return kind === 'charged_after_cancellation' && until === null;
}

export function isOfSameEnd(one: Finding, other: Finding): boolean {
  return one.values['ended_on'] === other.values['ended_on'];
}

// A mail of the price tells of its own day; any other of the renewal's.
function deadlineData(event: SubscriptionEvent, own: CivilDate | null, seen: Subscription | null): Partial<AlertData> {
  if (event.kind === 'price_change' && own !== null && own >= civilDateOf(event.occurredAt))
    return { cancel_by: own, cancel_by_stated: true, cancel_by_for: 'price_change' };
  return { cancel_by: seen?.cancelBy ?? null, ...(seen && statedDeadline(seen) ? { cancel_by_stated: true } : {}) };
}
