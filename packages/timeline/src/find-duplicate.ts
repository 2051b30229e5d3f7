// The same fact told by two mails: a charge that the store and the merchant both confirm, an invoice beside a receipt. The
// second mail stays evidence of the subscription, but is not counted.
import { daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { domainOf } from '@quittance/domain/message';
import { periodDays } from '@quittance/domain/period';
import { samePlan } from './same-plan.ts';
import { dayOf, isEffective } from './subscription-state.ts';

const WINDOW_DAYS = 2;

/** The earlier event that told the same fact, or null. Only what counts itself can make another one a duplicate. */
export function findDuplicate(event: SubscriptionEvent, earlier: readonly SubscriptionEvent[]): SubscriptionEvent | null {
  return earlier.find((other) => isEffective(other) && tellTheSame(other, event)) ?? null;
}

function tellTheSame(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (!countsMoney(one, other) || !one.price || !other.price) return false;
  if (one.price.currency !== other.price.currency || one.price.amountMinor !== other.price.amountMinor) return false;
  if (Math.abs(daysBetween(dayOf(one), dayOf(other))) > windowDays(one)) return false;
  if (one.plan && other.plan && samePlan(one.plan, other.plan) === 'no') return false;
  return !areTwoBills(one, other);
}

// Other facts fold into the same state when told twice; they need no care here.
function countsMoney(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  return one.kind === other.kind && (one.kind === 'renewal_charged' || one.kind === 'refund');
}

// Weekly and daily plans charge the same amount within days.
function windowDays(event: SubscriptionEvent): number {
  return event.period ? Math.min(WINDOW_DAYS, Math.floor(periodDays(event.period) / 3)) : WINDOW_DAYS;
}

// One sender numbers its bills: two numbers are two bills. Two senders number the same charge differently.
function areTwoBills(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (!one.reference || !other.reference || one.reference === other.reference) return false;
  return one.biller === other.biller && senderOf(one) === senderOf(other);
}

function senderOf(event: SubscriptionEvent): string {
  return event.message ? domainOf(event.message.fromAddress) : '';
}
