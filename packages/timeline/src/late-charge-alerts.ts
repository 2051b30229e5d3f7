// Charges after the end that are no news any more and can still be had back: found by an import or a backfill, or known before anybody was told.
// Looked at where nothing waits to be read, since a mail read later may say that the person wanted it.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { addDays, addMonths, type CivilDate } from '@quittance/domain/civil-date';
import { decidingQuote } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { toInstant } from '@quittance/domain/instant';
import type { Finding, Subscription } from '@quittance/domain/subscription';
import { chargeData, isOfSameEnd, isOpenCharge } from './new-alert.ts';

/** As a cancelled recurring payment by card (Visa 13.2). Of a receipt nobody knows how it was paid, and this is the term that most have. */
const CARD_CLAIM_DAYS = 120;
/** As a payment that was not authorised (directive (EU) 2015/2366 art. 71): of a debit that stands on the bank's own statement. */
const DEBIT_CLAIM_MONTHS = 13;

/** Ids of the events that tell of such charges. */
export function lateChargeEvents(subscriptions: readonly Subscription[]): string[] {
  return subscriptions.flatMap(({ findings }) => findings.filter(isOpenCharge).flatMap(sourcesOf));
}

/**
 * The first import may bring years of them: the last one speaks for all after the same end. What was told speaks for what had been taken by then; money that is
 * taken after it is news.
 *
 * @param events those of `lateChargeEvents`, by id.
 */
export function lateChargeAlerts(
  subscription: Subscription,
  events: ReadonlyMap<string, SubscriptionEvent>,
  { now, today }: { readonly now: Date; readonly today: CivilDate },
): NewAlert[] {
  const open = subscription.findings.filter(isOpenCharge);
  const last = open.filter((finding) => today <= claimableUntil(finding, events)).at(-1);
  if (!last?.eventId) return [];
  const later = open.filter((other) => other !== last && isOfSameEnd(other, last) && other.since >= last.since);
  return [
    {
      kind: 'charged_after_cancellation',
      dedupeKey: keyOf(last),
      unless: [last, ...later].flatMap(keysOf).filter((key) => key !== keyOf(last)),
      dueAt: toInstant(now),
      data: dataOf(subscription, last, events.get(last.eventId)),
    },
  ];
}

function claimableUntil(finding: Finding, events: ReadonlyMap<string, SubscriptionEvent>): CivilDate {
  const isOnStatement = sourcesOf(finding).some((id) => events.get(id)?.source === 'bank');
  return isOnStatement ? addMonths(finding.since, DEBIT_CLAIM_MONTHS) : addDays(finding.since, CARD_CLAIM_DAYS);
}

function sourcesOf({ eventId, witnesses = [] }: Finding): string[] {
  return eventId === null ? [] : [eventId, ...witnesses];
}

// The same as when it is told at once, so that no charge is told of twice.
function keyOf({ kind, eventId }: Finding): string {
  return `${kind}:${eventId}`;
}

// Of whichever mail or bank line it was told by then.
function keysOf(finding: Finding): string[] {
  return sourcesOf(finding).map((eventId) => keyOf({ ...finding, eventId }));
}

function dataOf(subscription: Subscription, finding: Finding, event: SubscriptionEvent | undefined): NewAlert['data'] {
  return {
    ...EMPTY_ALERT_DATA,
    subscription_id: subscription.id,
    event_id: finding.eventId,
    message_sha256: event?.message?.sha256 ?? null,
    merchant: subscription.merchant.name,
    plan: subscription.plan,
    amount: finding.values['amount'] ?? null,
    currency: finding.values['currency'] ?? null,
    period: subscription.period,
    ends_on: finding.values['ended_on'] ?? null,
    ...chargeData(finding, subscription),
    quote: event ? decidingQuote(event.reasons) : null,
    level: event?.level ?? null,
  };
}
