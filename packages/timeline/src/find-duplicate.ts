// The same fact told by two mails: a charge that the store and the merchant both confirm, an invoice beside a receipt. The
// second mail stays evidence of the subscription, but is not counted. Facts are looked up by amount and day, so that a long history costs no more
// than a short one.
import { addDays, daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { domainOf } from '@quittance/domain/message';
import { periodDays } from '@quittance/domain/period';
import { samePlan } from './same-plan.ts';
import { dayOf, isEffective } from './subscription-state.ts';

const WINDOW_DAYS = 2;

/** What a subscription's events told of money so far. */
export class ToldFacts {
  readonly #told = new Map<string, SubscriptionEvent[]>();

  /** True when an earlier event told the same fact. Only what counts itself can make another one a duplicate. */
  has(event: SubscriptionEvent): boolean {
    if (!countsMoney(event)) return false;
    const day = dayOf(event);
    for (let offset = -WINDOW_DAYS; offset <= WINDOW_DAYS; offset += 1) {
      const others = this.#told.get(keyOf(event, addDays(day, offset)));
      if (others?.some((other) => tellTheSame(other, event))) return true;
    }
    return false;
  }

  add(event: SubscriptionEvent): void {
    if (!countsMoney(event) || !isEffective(event)) return;
    const key = keyOf(event, dayOf(event));
    const known = this.#told.get(key);
    if (known) known.push(event);
    else this.#told.set(key, [event]);
  }
}

// Other facts fold into the same state when told twice; they need no care here.
function countsMoney(event: SubscriptionEvent): boolean {
  return event.price !== null && (event.kind === 'renewal_charged' || event.kind === 'refund');
}

function keyOf({ kind, price }: SubscriptionEvent, day: string): string {
  return `${kind}:${price!.amountMinor}:${price!.currency}:${day}`;
}

function tellTheSame(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (Math.abs(daysBetween(dayOf(one), dayOf(other))) > windowDays(one)) return false;
  if (one.plan && other.plan && samePlan(one.plan, other.plan) === 'no') return false;
  return !areTwoBills(one, other);
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
