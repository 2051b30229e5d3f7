// Money, dates and periods as people write them, by Intl alone. English dates are day first with the month in words: no reader on
// either side of the Atlantic takes them for another day.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { formatDecimal, minorDigits, type Money } from '@quittance/domain/money';
import { parsePeriod, type Period } from '@quittance/domain/period';
import type { Language } from './language.ts';

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
const UNIT = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;
const EVERY: Readonly<Record<Language, Record<keyof typeof UNIT, string>>> = {
  en: { D: 'a day', W: 'a week', M: 'a month', Y: 'a year' },
  fr: { D: 'par jour', W: 'par semaine', M: 'par mois', Y: 'par an' },
};

export function formatMoney(money: Money, language: Language): string {
  return formatAmount(formatDecimal(money), money.currency, language);
}

/** @param amount a decimal as alerts and JSON carry it: `"12.99"`. It is formatted exactly, without a detour over floating point. */
export function formatAmount(amount: string, currency: string, language: Language): string {
  const digits = minorDigits(currency);
  try {
    const format = new Intl.NumberFormat(LOCALE[language], {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    return format.format(amount as Intl.StringNumericLiteral);
  } catch {
    // Not a currency code that Intl takes: shown as it was read.
    return `${amount} ${currency}`;
  }
}

/** `€12.99 a month`, « 12,99 € par mois », `€30.00 every 3 months`. */
export function formatPrice(amount: string, currency: string, period: Period | null, language: Language): string {
  const money = formatAmount(amount, currency, language);
  if (!period) return money;
  const { count, unit } = parsePeriod(period);
  if (count === 1) return `${money} ${EVERY[language][unit]}`;
  const length = formatPeriod(period, language);
  if (language === 'en') return `${money} every ${length}`;
  return `${money} ${unit === 'W' ? 'toutes' : 'tous'} les ${length}`;
}

/** `4 weeks`, « 4 semaines ». */
export function formatPeriod(period: Period, language: Language): string {
  const { count, unit } = parsePeriod(period);
  return new Intl.NumberFormat(LOCALE[language], { style: 'unit', unit: UNIT[unit], unitDisplay: 'long' }).format(count);
}

/** `8.3` as `8.3%` or « 8,3 % ». */
export function formatPercent(value: string, language: Language): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'percent', maximumFractionDigits: 1 }).format(Number(value) / 100);
}

/** `20 June 2026`, « 20 juin 2026 », « 1er juin 2026 ». */
export function formatDate(date: CivilDate, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' });
  return ordinal(format.format(new Date(`${date}T00:00:00Z`)), language);
}

// French counts the first of a month as an ordinal; CLDR's long format does not.
function ordinal(text: string, language: Language): string {
  return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
}

/** Day and time in the person's time zone. */
export function formatInstant(instant: Instant, language: Language, timeZone = 'UTC'): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  return ordinal(format.format(new Date(instant)), language);
}

/** `12 Nov 2026`, « 12 nov. 2026 », « 1er nov. 2026 »: for tables. */
export function formatShortDate(date: CivilDate, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return ordinal(format.format(new Date(`${date}T00:00:00Z`)), language);
}

/** What is named within a sentence, at the start of one: « article L215-1 » → « Article L215-1 ». */
export function startUpper(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const BILLERS: Readonly<Record<string, string>> = {
  apple: 'Apple',
  google_play: 'Google Play',
  paypal: 'PayPal',
  stripe: 'Stripe',
  paddle: 'Paddle',
};

/** The biller's name; ids of the table are lower case. */
export function billerName(biller: string): string {
  return BILLERS[biller] ?? biller.replace(/(^|[_-])(\w)/g, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase());
}
