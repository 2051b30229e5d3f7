// What a person types about a subscription, read into what is kept: amounts, periods, days. `none` takes a term away.
import { parseCivilDate, type CivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import type { Terms } from '@quittance/domain/hand';
import { parsePrice, type Money } from '@quittance/domain/money';
import { parsePeriod, type Period } from '@quittance/domain/period';

export interface TermOptions {
  readonly notice?: string;
  readonly minimumTerm?: string;
  readonly renews?: string;
  readonly price?: string;
  readonly currency?: string;
  readonly period?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @param what names it in the complaint: `a subscription`. */
export function readId(text: string, what: string): string {
  if (!UUID.test(text)) throw new PermanentError('usage', `"${text}" is not the id of ${what}.`);
  return text.toLowerCase();
}

export function readPeriod(text: string): Period {
  parsePeriod(text);
  return text;
}

export function readPrice({ price, currency }: Pick<TermOptions, 'price' | 'currency'>, ownCurrency: string): Money | null {
  if (price === undefined) return null;
  const code = (currency ?? ownCurrency).toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) throw new PermanentError('usage', `"${currency}" is not a currency: write three letters, e.g. EUR.`);
  return parsePrice(price, code);
}

export function readTerms(options: TermOptions, ownCurrency: string): Terms {
  const { notice, minimumTerm, renews, price, period } = options;
  return {
    ...(notice === undefined ? {} : { noticePeriod: notice === 'none' ? null : readPeriod(notice) }),
    ...(minimumTerm === undefined ? {} : { minimumTermEndsOn: readDay(minimumTerm) }),
    ...(renews === undefined ? {} : { renewsOn: readDay(renews) }),
    ...(price === undefined ? {} : { price: readPrice(options, ownCurrency) }),
    ...(period === undefined ? {} : { period: readPeriod(period) }),
  };
}

function readDay(text: string): CivilDate | null {
  return text === 'none' ? null : parseCivilDate(text);
}
