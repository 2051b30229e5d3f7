// What the amounts of one mail come to: net and tax make the total, a price and a bank's charge what is open, twelve payments a year's total. What adds up is
// surer than the words around it. Part of extract-amount.ts.
import type { Money } from '@quittance/domain/money';
import type { AmountRole } from './amount-roles.ts';

interface Summand {
  readonly money: Money;
  readonly role: AmountRole | null;
  /** Folded words in front of the amount. */
  readonly before: string;
  /** Offset in the folded text. */
  readonly at: number;
}

/** An invoice of more lines is none of a subscription. */
const PARTS_MAX = 6;
/** Parts and their sum stand together. */
const TOGETHER_CHARS = 500;

/** How many amounts right before this one come to it: "Energy 98.20, grid 41.10, tax 29.33, instalment 168.63". */
function countParts(amounts: readonly Summand[], at: number): number {
  const { money, at: end } = amounts[at]!;
  let sum = 0;
  for (let parts = 1; parts <= Math.min(PARTS_MAX, at); parts += 1) {
    const part = amounts[at - parts]!;
    if (part.money.currency !== money.currency || part.at < end - TOGETHER_CHARS) return 0;
    const { amountMinor } = part.money;
    sum += part.role === 'discount' ? -Math.abs(amountMinor) : amountMinor;
    if (parts > 1 && sum === money.amountMinor) return parts;
  }
  return 0;
}

const AMOUNTS_MAX = 24;
/** A tax that was rounded by item. */
const ROUNDED = 1;
const BY_INSTALMENT =
  /\b(?:monthly (?:payment|instal?ment|direct debit|premium)s?|instal?ments?|mensualites?|prelevement mensuel|paiement mensuel|monatlich\w*|monatsrate|abschlag|cuota mensual|rata mensile|prestacao mensal|maandbedrag|termijnbedrag|rata miesieczna)\b/;

/** How much more, or less, each amount is to be believed than its words say. */
export function weighSums(amounts: readonly Summand[]): number[] {
  const weights = amounts.map(() => 0);
  const add = (index: number, weight: number) => {
    weights[index] = (weights[index] ?? 0) + weight;
  };
  const shown = amounts.slice(0, AMOUNTS_MAX).map((amount, index) => ({ ...amount, index, minor: Math.abs(amount.money.amountMinor) }));
  const priced = shown.filter(({ minor }) => minor > 0);
  for (const part of priced) {
    if (part.role !== 'tax' && part.role !== 'once') continue;
    for (const base of priced) {
      if (base.index === part.index || base.money.currency !== part.money.currency) continue;
      if (part.role === 'tax' && base.minor <= part.minor) continue;
      if (base.role === 'tax' || base.role === 'once') continue;
      const total = priced.find(
        ({ index, minor }) => index !== base.index && index !== part.index && Math.abs(base.minor + part.minor - minor) <= ROUNDED,
      );
      if (total === undefined) continue;
      // A tax is part of the price; what a bank charges or a card costs is none.
      add(part.role === 'tax' ? base.index : total.index, -9);
      add(part.role === 'tax' ? total.index : base.index, 3);
    }
  }
  for (const [at, total] of priced.entries()) {
    const parts = countParts(priced, at);
    if (parts === 0) continue;
    for (const part of priced.slice(at - parts, at)) add(part.index, -4);
    add(total.index, 3);
  }
  for (const payment of priced) {
    if (!BY_INSTALMENT.test(payment.before)) continue;
    for (const year of priced) if (Math.abs(payment.minor * 12 - year.minor) <= year.minor / 200) add(year.index, -6);
  }
  return weights;
}
