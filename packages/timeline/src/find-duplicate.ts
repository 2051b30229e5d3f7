// The same fact told by two mails: a charge that the store and the merchant both confirm, an invoice beside a receipt. The
// second mail stays evidence of the subscription, but is not counted. Facts are looked up by amount and day, so that a long history costs no more
// than a short one. The bank's line of a charge that a mail told is such a second word too.
import { areTwoAccounts } from '@quittance/domain/bank-account';
import { dayNumber, daysBetween } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { domainOf } from '@quittance/domain/message';
import { periodDays } from '@quittance/domain/period';
import { samePlan } from './same-plan.ts';
import { dayOf, isEffective } from './subscription-state.ts';

const WINDOW_DAYS = 2;
/** A bank books a card so many days after it was used at most. */
const CARD_DAYS = 10;
/** A bank books a card some days after the receipt was mailed, and a debit some days before the invoice is. */
export const BANK_WINDOW_DAYS = 6;

/** What was told, by the day's number. */
interface Days {
  readonly byDay: Map<number, SubscriptionEvent[]>;
  first: number;
  last: number;
}

type Told = Map<string, Days>;

/** What a subscription's events told of money so far. */
export class ToldFacts {
  readonly #told: Told = new Map();
  readonly #counted: SubscriptionEvent[] = [];
  /** The same by kind and day alone, once a bank tells of it too: an account in another currency books another sum for the same charge. */
  #byKind: Told | null = null;
  #hasBank = false;

  /** The earlier event that told the same fact. Only what counts itself can make another one a duplicate. */
  find(event: SubscriptionEvent): SubscriptionEvent | null {
    if (!countsMoney(event)) return null;
    const days = event.source === 'bank' ? CARD_DAYS : WINDOW_DAYS;
    const told = near(this.#told, keyOf(event), event, days).find((other) => tellTheSame(other, event));
    return told ?? (this.#hasBank || event.source === 'bank' ? this.#findAcross(event) : null);
  }

  // What mail and bank both tell.
  #findAcross(event: SubscriptionEvent): SubscriptionEvent | null {
    const others = near(this.#kinds(), event.kind, event, windowDays(event, BANK_WINDOW_DAYS));
    return others.find((other) => areMailAndBank(other, event) && (isSameSum(other, event) || isOtherCurrency(other, event))) ?? null;
  }

  add(event: SubscriptionEvent): void {
    if (!countsMoney(event) || !isEffective(event)) return;
    put(this.#told, keyOf(event), event);
    this.#counted.push(event);
    if (this.#byKind) put(this.#byKind, event.kind, event);
    if (event.source === 'bank') this.#hasBank = true;
  }

  #kinds(): Told {
    if (!this.#byKind) {
      this.#byKind = new Map();
      for (const event of this.#counted) put(this.#byKind, event.kind, event);
    }
    return this.#byKind;
  }
}

const NONE: readonly SubscriptionEvent[] = [];

function near(told: Told, key: string, event: SubscriptionEvent, days: number): readonly SubscriptionEvent[] {
  const known = told.get(key);
  if (!known) return NONE;
  const { byDay, first, last } = known;
  const day = dayNumber(dayOf(event));
  // Events come in the order of time: most are later than all that was told.
  if (day - days > last || day + days < first) return NONE;
  let found = NONE;
  for (let at = day - days; at <= day + days; at += 1) {
    const others = byDay.get(at);
    if (others) found = found === NONE ? others : [...found, ...others];
  }
  return found;
}

function put(told: Told, key: string, event: SubscriptionEvent): void {
  const day = dayNumber(dayOf(event));
  let known = told.get(key);
  if (!known) told.set(key, (known = { byDay: new Map(), first: day, last: day }));
  known.first = Math.min(known.first, day);
  known.last = Math.max(known.last, day);
  const others = known.byDay.get(day);
  if (others) others.push(event);
  else known.byDay.set(day, [event]);
}

// Other facts fold into the same state when told twice; they need no care here.
function countsMoney(event: SubscriptionEvent): boolean {
  return event.price !== null && (event.kind === 'renewal_charged' || event.kind === 'refund');
}

function areMailAndBank(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  return (one.source === 'bank') !== (other.source === 'bank');
}

function isSameSum(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  return one.price!.currency === other.price!.currency && one.price!.amountMinor === other.price!.amountMinor;
}

function isOtherCurrency(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  return one.price!.currency !== other.price!.currency;
}

function keyOf({ kind, price }: SubscriptionEvent): string {
  return `${kind}:${price!.amountMinor}:${price!.currency}`;
}

function tellTheSame(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  const areBoth = one.source === 'bank' && other.source === 'bank';
  if (areBoth ? !isOfOneDay(one, other) : Math.abs(daysBetween(dayOf(one), dayOf(other))) > windowDays(one, WINDOW_DAYS)) return false;
  if (one.plan && other.plan && samePlan(one.plan, other.plan) === 'no') return false;
  return !areTwoBills(one, other);
}

// One export of an account names the day on which the card was used, the other only that of the booking.
function isOfOneDay(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  return dayOf(one) === dayOf(other) || one.occurredAt.slice(0, 10) === other.occurredAt.slice(0, 10);
}

// Weekly and daily plans charge the same amount within days.
function windowDays({ period }: SubscriptionEvent, days: number): number {
  return period ? Math.min(days, Math.floor(periodDays(period) / 3)) : days;
}

// One sender numbers its bills: two numbers are two bills. Two senders number the same charge differently.
function areTwoBills(one: SubscriptionEvent, other: SubscriptionEvent): boolean {
  if (one.source === 'bank' && other.source === 'bank') return areTwoLines(one, other);
  if (!one.reference || !other.reference || one.reference === other.reference) return false;
  return one.biller === other.biller && senderOf(one) === senderOf(other);
}

// Two lines of one file are two charges, and so are those of two accounts; the same day and sum in two files is an account exported in two shapes.
function areTwoLines({ bankLine: one }: SubscriptionEvent, { bankLine: other }: SubscriptionEvent): boolean {
  return one?.fileSha256 === other?.fileSha256 || areTwoAccounts(one?.account ?? '', other?.account ?? '');
}

function senderOf(event: SubscriptionEvent): string {
  return event.message ? domainOf(event.message.fromAddress) : '';
}
