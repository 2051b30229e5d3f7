// Exchange rates as a person enters them: dated, never fetched. A sum that was converted says with which rate, and of which day.
import type { CivilDate } from './civil-date.ts';
import { PermanentError } from './errors.ts';
import { minorDigits, type Money } from './money.ts';

export interface Rate {
  readonly from: string;
  readonly to: string;
  /** How much of `to` one of `from` is: a decimal, `"0.92"`. */
  readonly rate: string;
  readonly on: CivilDate;
}

/** @throws PermanentError `bad_rate`. */
export function readRate(text: string): string {
  const rate = text.trim().replace(',', '.');
  if (!/^\d{1,7}(?:\.\d{1,8})?$/.test(rate) || Number(rate) === 0) {
    throw new PermanentError('bad_rate', `"${text}" is not a rate: write how much one of the other currency is, e.g. 0.92.`);
  }
  return rate;
}

/** In the other currency, by the rate of the pair or of its reverse; null where neither was entered. */
export function convert(money: Money, to: string, rates: readonly Rate[]): { readonly money: Money; readonly rate: Rate | null } | null {
  if (money.currency === to) return { money, rate: null };
  const direct = rates.find((rate) => rate.from === money.currency && rate.to === to);
  const reverse = direct ? undefined : rates.find((rate) => rate.from === to && rate.to === money.currency);
  const rate = direct ?? reverse;
  if (!rate) return null;
  const factor = direct ? Number(direct.rate) : 1 / Number(rate.rate);
  const amountMinor = Math.round(money.amountMinor * factor * 10 ** (minorDigits(to) - minorDigits(money.currency)));
  return { money: { amountMinor, currency: to }, rate };
}
