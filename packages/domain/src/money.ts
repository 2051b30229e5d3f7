// Money: integer minor units and an ISO 4217 code, never a floating-point amount.
import { PermanentError } from './errors.ts';

export interface Money {
  /** In minor units of the currency: 1299 is 12.99 EUR, 1299 JPY and 1.299 KWD. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

// ISO 4217:2015, those whose minor unit is not 2.
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** `"23.00"` for 2300 EUR cents, `"1299"` for 1299 yen. The contract's form of an amount (design §11). */
export function formatDecimal(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.amountMinor < 0 ? '-' : '';
  const text = String(Math.abs(money.amountMinor)).padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Reads a plain decimal (`12`, `12.9`, `-12.99`) exactly. */
export function parseDecimal(text: string, currency: string): Money {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw new PermanentError('bad_amount', `"${text}" is not an amount: write it as 12.99.`);
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').padEnd(digits, '0');
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new PermanentError('bad_amount', `"${text}" has more decimals than ${currency} has.`);
  }
  const minor = Number(match[2]! + fraction.slice(0, digits));
  return { amountMinor: match[1] ? -minor : minor, currency };
}

/** What a person types as a price: `12,99` too. @throws PermanentError `bad_amount`. */
export function parsePrice(text: string, currency: string): Money {
  const price = parseDecimal(text.trim().replace(',', '.'), currency);
  if (price.amountMinor < 0 || !/^[A-Z]{3}$/.test(currency)) {
    throw new PermanentError('bad_amount', `"${text} ${currency}" is not a price: write it as 12.99, with a currency of three letters.`);
  }
  return price;
}
