// Which lines are charges or refunds of which merchant. A line counts only where its payee is known and it fits: an amount like the price of a
// subscription the person has, or one of a regular series. What is regular at an unknown payee is suggested, never assumed. The person's word on
// a payee stands above all of it. Pure: the same lines and the same context give the same answer.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { MerchantRef } from '@quittance/domain/classification';
import type { Money } from '@quittance/domain/money';
import { periodDays, type Period } from '@quittance/domain/period';
import { cleanPayee, type CleanPayee } from './payee/clean-payee.ts';
import type { DirectoryHit, PayeeDirectory } from './payee/directory.ts';
import { findRegular } from './regular-charges.ts';

export interface BankLine {
  readonly id: number;
  readonly bookedOn: CivilDate;
  readonly transactedOn: CivilDate | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly text: string;
}

/** A subscription that is known already, by mail or by earlier lines. */
export interface KnownSubscription {
  readonly id: string;
  readonly merchant: MerchantRef;
  readonly biller: string | null;
  readonly price: Money | null;
  readonly period: Period | null;
  readonly renewsOn: CivilDate | null;
  /** Days and amounts of charges that mails told. */
  readonly charges: readonly { readonly on: CivilDate; readonly price: Money | null }[];
}

/** The person's word on a payee: whose it is, or that it is nobody's. */
export type PayeeChoice = { readonly kind: 'merchant'; readonly merchant: MerchantRef } | { readonly kind: 'none' };

export interface AttributionContext {
  readonly directory: PayeeDirectory;
  readonly subscriptions: readonly KnownSubscription[];
  /** By payee key. */
  readonly choices: ReadonlyMap<string, PayeeChoice>;
}

type MatchRule = 'chosen' | 'name_and_price' | 'regular' | 'amount_and_day' | 'refund';

export interface LineMatch {
  readonly lineId: number;
  readonly kind: 'renewal_charged' | 'refund';
  readonly merchant: MerchantRef;
  readonly payeeKey: string;
  /** The payee as the bank wrote it. */
  readonly payee: string;
  readonly rule: MatchRule;
  /** Of a regular series. */
  readonly period: Period | null;
  /** The day of the payment where the line tells it: the card's day, or the booking of a direct debit. */
  readonly paidOn: CivilDate | null;
}

/** A payee that is paid regularly and that nobody knows: one click makes it a subscription. */
interface Suggestion {
  readonly payeeKey: string;
  readonly name: string;
  readonly period: Period;
  readonly lineIds: readonly number[];
  readonly last: { readonly on: CivilDate; readonly price: Money };
}

export interface Attribution {
  readonly matches: readonly LineMatch[];
  readonly suggestions: readonly Suggestion[];
}

/** Prices rise, taxes and exchange rates move them; a purchase at the same house differs more. */
const PRICE_RATIO_MAX = 1.6;
const CURRENCY_RATIO_MAX = 2.2;
/** Where words stand beside the name that say something of their own ("ADOBE *STOCK"). */
const LOOSE_RATIO_MAX = 1.2;
const DAY_WINDOW = 5;

interface Read extends BankLine {
  readonly payee: CleanPayee;
  readonly hit: DirectoryHit | null;
}

export function attributeLines(lines: readonly BankLine[], context: AttributionContext): Attribution {
  const read = lines.map((line): Read => {
    const payee = cleanPayee(line.text, line.bookedOn);
    return { ...line, payee, hit: payee.isMerchant ? context.directory.find(payee.name) : null };
  });
  const matches: LineMatch[] = [];
  const suggestions: Suggestion[] = [];
  const undecided: Read[] = [];
  for (const [payeeKey, group] of Map.groupBy(
    read.filter((line) => line.amountMinor < 0),
    (line) => line.payee.key,
  )) {
    const choice = context.choices.get(payeeKey);
    if (choice?.kind === 'merchant') {
      const period = regularOf(group)?.period ?? null;
      matches.push(...group.map((line) => matchOf(line, choice.merchant, 'chosen', period)));
    } else if (!choice) undecided.push(...group);
  }
  // One house writes its name in several ways: what the directory knows is looked at together.
  for (const group of Map.groupBy(undecided, (line) =>
    line.hit ? `merchant ${line.hit.merchant.id}` : `payee ${line.payee.key}`,
  ).values()) {
    const own = matchGroup(group, context);
    matches.push(...own);
    if (own.length === 0) suggestions.push(...suggest(group[0]!.payee.key, group));
  }
  return { matches: [...matches, ...refunds(read, matches, context)], suggestions: suggestions.toSorted(byAmount) };
}

function matchGroup(outgoing: readonly Read[], context: AttributionContext): LineMatch[] {
  const series = regularOf(outgoing);
  const regular = new Set(series?.charges.map((charge) => charge.line));
  return outgoing.flatMap((line) => {
    if (line.hit) {
      const { merchant } = line.hit;
      const own = context.subscriptions.filter((one) => one.merchant.id === merchant.id);
      if (own.some((one) => isLikePrice(line, one))) return [matchOf(line, merchant, 'name_and_price', series?.period ?? null)];
      return regular.has(line) ? [matchOf(line, merchant, 'regular', series!.period)] : [];
    }
    const known = line.payee.isMerchant ? byAmountAndDay(line, context.subscriptions) : null;
    return known ? [matchOf(line, known.merchant, 'amount_and_day', null)] : [];
  });
}

function regularOf(lines: readonly Read[]) {
  for (const group of Map.groupBy(lines, (line) => line.currency).values()) {
    const series = findRegular(
      group.map((line) => ({ line, on: line.payee.usedOn ?? line.bookedOn, amountMinor: -line.amountMinor, currency: line.currency })),
    );
    if (series) return series;
  }
  return null;
}

function isLikePrice(line: Read, { price, charges }: KnownSubscription): boolean {
  const prices = [price, ...charges.map((charge) => charge.price)].filter((one) => one !== null);
  if (prices.length === 0) return true;
  return prices.some((one) => {
    const ratio = -line.amountMinor / one.amountMinor;
    const most = one.currency !== line.currency ? CURRENCY_RATIO_MAX : line.hit?.isWhole ? PRICE_RATIO_MAX : LOOSE_RATIO_MAX;
    return ratio <= most && ratio >= 1 / most;
  });
}

// The line names no merchant that we know, but a processor does the billing, or the text says nothing: to the cent the price of one subscription
// alone, on the day of a charge that its mail told or of its renewal.
function byAmountAndDay(line: Read, subscriptions: readonly KnownSubscription[]): KnownSubscription | null {
  if (!line.payee.biller) return null;
  const day = line.transactedOn ?? line.payee.usedOn ?? line.bookedOn;
  const isNear = (on: CivilDate | null): boolean => on !== null && Math.abs(daysBetween(on, day)) <= DAY_WINDOW;
  const isExact = (price: Money | null): boolean =>
    price !== null && price.currency === line.currency && price.amountMinor === -line.amountMinor;
  const fits = subscriptions.filter(
    (one) =>
      (one.biller === null || one.biller === line.payee.biller) &&
      (one.charges.some((charge) => isExact(charge.price) && isNear(charge.on)) || (isExact(one.price) && isNear(one.renewsOn))),
  );
  return fits.length === 1 ? fits[0]! : null;
}

function suggest(payeeKey: string, outgoing: readonly Read[]): Suggestion[] {
  const series = regularOf(outgoing.filter((line) => line.payee.isMerchant));
  if (!series || periodDays(series.period) < 5) return [];
  const last = series.charges.at(-1)!;
  const price = { amountMinor: last.amountMinor, currency: last.currency };
  return [
    {
      payeeKey,
      name: last.line.payee.name || last.line.text.slice(0, 60),
      period: series.period,
      lineIds: series.charges.map((charge) => charge.line.id),
      last: { on: last.line.bookedOn, price },
    },
  ];
}

// Money that came back from a payee, of an amount that was charged before.
function refunds(read: readonly Read[], charges: readonly LineMatch[], context: AttributionContext): LineMatch[] {
  const lineOf = new Map(read.map((line) => [line.id, line]));
  const charged = charges.map((match) => ({ match, line: lineOf.get(match.lineId)! }));
  return read.flatMap((line) => {
    if (line.amountMinor <= 0) return [];
    const choice = context.choices.get(line.payee.key);
    const merchantId = choice ? (choice.kind === 'merchant' ? choice.merchant.id : null) : line.hit?.merchant.id;
    const of = charged.find(
      ({ match, line: other }) =>
        (match.merchant.id === merchantId || (match.payeeKey === line.payee.key && choice?.kind !== 'none')) &&
        other.currency === line.currency &&
        -other.amountMinor === line.amountMinor &&
        other.bookedOn <= line.bookedOn,
    );
    return of ? [{ ...matchOf(line, of.match.merchant, 'refund', null), kind: 'refund' as const }] : [];
  });
}

function matchOf(line: Read, merchant: MerchantRef, rule: MatchRule, period: Period | null): LineMatch {
  const { payee } = line;
  return {
    lineId: line.id,
    kind: 'renewal_charged',
    merchant,
    payeeKey: payee.key,
    payee: payee.name || line.text,
    rule,
    period,
    paidOn: line.transactedOn ?? payee.usedOn ?? (payee.kind === 'debit' ? line.bookedOn : null),
  };
}

function byAmount(a: Suggestion, b: Suggestion): number {
  return b.last.price.amountMinor - a.last.price.amountMinor || (a.payeeKey < b.payeeKey ? -1 : 1);
}
