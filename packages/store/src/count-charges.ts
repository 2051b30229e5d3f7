// Which of the charges that were told count. It is the rule of the timeline (find-duplicate.ts), which the store does not know, for the rows of the
// overview: only what counts itself makes another one its second telling, or a row of weekly receipts would fall like dominoes.
import { areTwoAccounts } from '@quittance/domain/bank-account';
import { domainOf } from '@quittance/domain/message';

export interface ToldCharge {
  /** null where it belongs to no subscription: then nothing tells it twice. */
  readonly subscriptionId: string | null;
  readonly isBank: boolean;
  /** Days since 1970. */
  readonly day: number;
  /** On which the bank booked it: a line may name the day on which the card was used, too. */
  readonly bookedDay: number;
  /** Of weekly and daily plans, which charge the same amount within days: so many days apart at most are two tellings of one charge. */
  readonly reach: number | null;
  readonly currency: string;
  readonly amountMinor: number;
  readonly plan: string | null;
  readonly reference: string | null;
  readonly biller: string | null;
  readonly fromAddress: string | null;
  readonly fileId: number | null;
  /** As the bank's file names it; '' where it names none. */
  readonly account: string | null;
}

/** A second mail comes within days of the first, a bank's line within a week of the receipt, before or after. */
const MAIL_DAYS = 2;
const BANK_DAYS = 6;
/** A bank books a card so many days after it was used at most. */
const CARD_DAYS = 10;

/** Charges of a subscription that are further apart say nothing of one another. */
export const REACH_DAYS = Math.max(MAIL_DAYS, BANK_DAYS, CARD_DAYS);

/** @param told in the order of time. */
export function countedCharges<T extends ToldCharge>(told: readonly T[]): T[] {
  const mails = firstTellings(told, (one) => !one.isBank, MAIL_DAYS, isMailTwice);
  const lines = firstTellings(told, (one) => one.isBank, CARD_DAYS, isLineTwice);
  const mailed = linesOfMails(mails, lines);
  return told.filter((one) => mails.has(one) || (lines.has(one) && !mailed.has(one)));
}

function firstTellings<T extends ToldCharge>(
  told: readonly T[],
  concerns: (one: T) => boolean,
  days: number,
  isTwice: (earlier: ToldCharge, one: ToldCharge) => boolean,
): Set<T> {
  const counted = new Set<T>();
  const known = new ByDay<T>();
  for (const one of told) {
    if (
      !concerns(one) ||
      known
        .near(one, one.isBank ? days : Math.min(days, one.reach ?? days))
        .some((earlier) => isSameSum(earlier, one) && isTwice(earlier, one))
    )
      continue;
    counted.add(one);
    known.add(one);
  }
  return counted;
}

// A mail is one line's, so that the line of a charge that no mail told still counts. An account in another currency books another sum for the same
// charge: it is asked last, when the mails whose sum was booked are spoken for.
function linesOfMails<T extends ToldCharge>(mails: ReadonlySet<T>, lines: ReadonlySet<T>): Set<T> {
  const known = new ByDay<T>();
  for (const mail of mails) known.add(mail);
  const spokenFor = new Set<T>();
  const matched = new Set<T>();
  for (const areAlike of [isSameSum, isOtherCurrency]) {
    for (const line of lines) {
      if (matched.has(line)) continue;
      const mail = known.near(line, BANK_DAYS).find((one) => !spokenFor.has(one) && areAlike(one, line) && isWithinReach(one, line));
      if (!mail) continue;
      spokenFor.add(mail);
      matched.add(line);
    }
  }
  return matched;
}

// As in the timeline, the later one knows how often is charged.
function isWithinReach(mail: ToldCharge, line: ToldCharge): boolean {
  const later = mail.day > line.day ? mail : line;
  return Math.abs(mail.day - line.day) <= (later.reach ?? BANK_DAYS);
}

function isMailTwice(earlier: ToldCharge, one: ToldCharge): boolean {
  if (earlier.plan && one.plan && earlier.plan.toLowerCase() !== one.plan.toLowerCase()) return false;
  // One sender numbers its bills: two numbers are two bills. Two senders number the same charge differently.
  if (earlier.reference && earlier.reference === one.reference) return true;
  if (earlier.biller !== one.biller || domainOf(earlier.fromAddress ?? '') !== domainOf(one.fromAddress ?? '')) return true;
  return !(earlier.reference && one.reference);
}

// Two lines of one file are two charges, and so are those of two accounts; the same day and sum in two files is an account exported in two shapes.
function isLineTwice(earlier: ToldCharge, one: ToldCharge): boolean {
  if (earlier.fileId === one.fileId || areTwoAccounts(earlier.account ?? '', one.account ?? '')) return false;
  return earlier.day === one.day || earlier.bookedDay === one.bookedDay;
}

function isSameSum(one: ToldCharge, other: ToldCharge): boolean {
  return one.currency === other.currency && one.amountMinor === other.amountMinor;
}

function isOtherCurrency(one: ToldCharge, other: ToldCharge): boolean {
  return one.currency !== other.currency;
}

/** Charges by subscription and day: a long history costs no more for each than a short one. */
class ByDay<T extends ToldCharge> {
  readonly #days = new Map<string, T[]>();

  add(one: T): void {
    const key = `${one.subscriptionId} ${one.day}`;
    const others = this.#days.get(key);
    if (others) others.push(one);
    else this.#days.set(key, [one]);
  }

  /** Of the same subscription, the earliest first. */
  near({ subscriptionId, day }: ToldCharge, days: number): T[] {
    if (subscriptionId === null) return [];
    return Array.from({ length: 2 * days + 1 }, (_, at) => this.#days.get(`${subscriptionId} ${day - days + at}`) ?? []).flat();
  }
}
