// Finds every amount of money in folded text: a number with a currency beside it. Works from the digits outwards, so that its time
// is linear in the text whatever the text is. What an amount means is decided in extract-amount.ts.
import type { Money } from '@quittance/domain/money';
import type { FoldedText } from '../fold-text.ts';
import {
  DOLLAR_PREFIXES,
  isShared,
  ISO_CODES,
  LETTERS,
  NEVER_BEFORE,
  resolveShared,
  SYMBOLS,
  WORDS,
  type MoneyHints,
} from './currency-marks.ts';
import { parseMinorUnits } from './parse-number.ts';

export interface MoneySpan {
  /** Offsets in the folded text, currency and sign included. */
  readonly start: number;
  readonly end: number;
  readonly money: Money;
  /** The currency was taken from habit (`$` as USD). */
  readonly assumed: boolean;
}

// A mail with more amounts than this is a price list or an attack; the first ones suffice.
const AMOUNTS_MAX = 120;
const NUMBER = /\d{1,3}(?:[ ']\d{3}(?!\d)){1,4}(?:[.,]\d{1,3}(?!\d))?|\d{1,12}(?:[.,]\d{1,6}){0,4}/g;

export function findMoney(text: FoldedText, hints: MoneyHints): MoneySpan[] {
  const spans: MoneySpan[] = [];
  const { folded } = text;
  NUMBER.lastIndex = 0;
  let consumed = 0;
  for (let match = NUMBER.exec(folded); match !== null && spans.length < AMOUNTS_MAX; match = NUMBER.exec(folded)) {
    const found = readAmount(text, match.index, match[0], consumed, hints);
    if (found === null) continue;
    spans.push(found);
    consumed = found.end;
    NUMBER.lastIndex = Math.max(NUMBER.lastIndex, found.end);
  }
  return agreeOnDollars(spans, folded);
}

function readAmount(text: FoldedText, at: number, token: string, consumed: number, hints: MoneyHints): MoneySpan | null {
  const { folded } = text;
  const dash = /^[.,]-{1,2}(?![\d-])/.exec(folded.slice(at + token.length, at + token.length + 4));
  const end = at + token.length + (dash === null ? 0 : dash[0].length);
  const front = markBefore(text, at, consumed) ?? lettersMark(text, at, token, consumed) ?? labelMark(text, at, token, consumed);
  const back = markAfter(text, end);
  if (front === null && back === null) return null;
  if (front === null && /[a-z0-9_/.,#]/.test(folded[at - 1] ?? ' ')) return null;
  const mark = pickMark(front, back);
  const { currency, assumed } = isShared(mark) ? resolveShared(mark, hints) : { currency: mark, assumed: false };
  // In "€ 9.99 € 12.99" the second sign belongs to the second number.
  const useBack = back !== null && (front === null || (back.mark === mark && !/^ ?\d/.test(folded.slice(back.end, back.end + 2))));
  const cents = front === null ? /^\d{2}(?![\d.,])/.exec(folded.slice(back!.end, back!.end + 3)) : null;
  const number = cents !== null && /^\d+$/.test(token) && back!.end === end + 1 ? `${token}.${cents[0]}` : token;
  let stop = useBack ? back.end : end;
  if (number !== token) stop += 2;
  const minor = parseMinorUnits(number, currency);
  if (minor === null || isScaled(folded, stop)) return null;
  const begin = front === null ? at : front.start;
  const signAt = minusAt(folded, begin, at, front !== null);
  return {
    start: signAt === -1 ? begin : Math.min(begin, signAt),
    end: stop,
    money: { amountMinor: signAt === -1 || minor === 0 ? minor : -minor, currency },
    assumed,
  };
}

interface Mark {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

// A code behind settles what a shared sign in front leaves open: "$12.99 CAD".
function pickMark(front: Mark | null, back: Mark | null): string {
  if (front === null) return back!.mark;
  if (back !== null && isShared(front.mark) && !isShared(back.mark)) {
    const fits = front.mark === '$' ? DOLLARS.has(back.mark) : front.mark === '¥' ? back.mark === 'JPY' || back.mark === 'CNY' : false;
    if (fits) return back.mark;
  }
  return front.mark;
}

const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'CLP', 'ARS', 'COP', 'BRL']);

/** The currency that ends right before `at`, over one space, a sign or a quote. Marks that an earlier amount used are taken. */
function markBefore(text: FoldedText, at: number, consumed: number): Mark | null {
  const { folded } = text;
  let end = at;
  if (folded[end - 1] === '-') end -= 1;
  if (folded[end - 1] === ' ') end -= 1;
  const last = folded[end - 1];
  if (last === undefined || end <= consumed) return null;
  if (SYMBOLS[last] !== undefined) {
    let start = end - 1;
    if (last !== '$') return start < consumed ? null : { mark: SYMBOLS[last], start, end };
    const letters = lettersBefore(folded, start);
    const certain = DOLLAR_PREFIXES[letters.word];
    if (certain !== undefined) start = letters.start;
    return start < consumed ? null : { mark: certain ?? '$', start, end };
  }
  const dotted = last === '.';
  const letters = lettersBefore(folded, dotted ? end - 1 : end);
  if (letters.word === '' || letters.start < consumed) return null;
  const word = dotted ? `${letters.word}.` : letters.word;
  const mark = wordMark(text, word, letters.start);
  if (mark === null || NEVER_BEFORE.has(word)) return null;
  return { mark, start: letters.start, end };
}

/** The currency that starts right after `at`, over at most one space. */
function markAfter(text: FoldedText, at: number): Mark | null {
  const { folded } = text;
  const start = folded[at] === ' ' ? at + 1 : at;
  const first = folded[start];
  if (first === undefined) return null;
  if (SYMBOLS[first] !== undefined) {
    const suffix = first === '$' ? /^ ?(us|usd|ca|cad|can|au|aud|nz)(?![a-z])/.exec(folded.slice(start + 1, start + 6)) : null;
    if (suffix === null) return { mark: SYMBOLS[first], start, end: start + 1 };
    return { mark: DOLLAR_PREFIXES[suffix[1]!]!, start, end: start + 1 + suffix[0].length };
  }
  const francs = /^(?:f|francs?) cf([ap])(?![a-z])/.exec(folded.slice(start, start + 12));
  if (francs !== null) return { mark: francs[1] === 'a' ? 'cfa' : 'XPF', start, end: start + francs[0].length };
  const match = /^(?:[a-z]{2,8}|[а-я]{2,4}|[円元원])\.?/.exec(folded.slice(start, start + 10));
  if (match === null) return null;
  const bare = match[0].replace('.', '');
  if (/[a-z$]/.test(folded[start + bare.length] ?? ' ')) {
    // "12 us$", "12 ca$"
    const dollars = folded[start + bare.length] === '$' ? DOLLAR_PREFIXES[bare] : undefined;
    return dollars === undefined ? null : { mark: dollars, start, end: start + bare.length + 1 };
  }
  const mark = wordMark(text, bare, start);
  return mark === null ? null : { mark, start, end: start + bare.length };
}

function wordMark(text: FoldedText, word: string, start: number): string | null {
  const known = WORDS[word];
  // "Fr 12" is Swiss money, "offre fr 12" is not.
  if (word === 'fr' && text.original[text.toOriginal(start)] !== 'F') return null;
  if (known !== undefined) return known;
  if (word.length !== 3) return null;
  const from = text.toOriginal(start);
  const written = text.original.slice(from, from + 3);
  const code = word.toUpperCase();
  if (!ISO_CODES.has(code)) return null;
  return written === code || ANY_CASE.has(code) ? code : null;
}

const ANY_CASE = new Set(['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD']);

/** "RM 49.90", "R 99.00", "S/ 49.90". */
function lettersMark(text: FoldedText, at: number, token: string, consumed: number): Mark | null {
  const { folded } = text;
  const end = folded[at - 1] === ' ' ? at - 1 : at;
  const { word, start } = lettersBefore(folded, end);
  const from = text.toOriginal(start);
  const written = text.original.slice(from, from + word.length);
  // Twenty "Rp." are Swiss; the money of Indonesia has thousands.
  if (written === 'Rp' && /^\d{1,3}(?:[.,]\d{3})+$/.test(token)) return start < consumed ? null : { mark: 'IDR', start, end };
  if (!/[.,]\d{2}$/.test(token)) return null;
  if (folded.slice(end - 2, end) === 's/' && !/[a-z0-9]/.test(folded[end - 3] ?? ' ')) {
    return end - 2 < consumed ? null : { mark: 'PEN', start: end - 2, end };
  }
  const currency = LETTERS[written];
  return currency === undefined || start < consumed ? null : { mark: currency, start, end };
}

/** The currency that the number's label names: "Total (EUR) | 120.00". The number alone is quoted. */
function labelMark(text: FoldedText, at: number, token: string, consumed: number): Mark | null {
  // Counts and days stand in tables, too.
  if (!/[.,]\d{2}$/.test(token) || /[-/\d]/.test(text.folded[at + token.length] ?? ' ')) return null;
  const label = /\(([a-z]{2,4})\)[ :|]{1,4}$/.exec(text.folded.slice(Math.max(consumed, at - 12), at));
  if (label === null) return null;
  const from = text.toOriginal(at - label[0].length + 1);
  const written = text.original.slice(from, from + label[1]!.length);
  const currency = LETTERS[written] ?? (ISO_CODES.has(written) ? written : undefined);
  return currency === undefined ? null : { mark: currency, start: at, end: at };
}

function lettersBefore(folded: string, end: number): { word: string; start: number } {
  let start = end;
  while (start > 0 && end - start < 8 && /[a-z]/.test(folded[start - 1]!)) start -= 1;
  const boundary = /[a-z0-9$€£]/.test(folded[start - 1] ?? ' ');
  return boundary || start === end ? { word: '', start: end } : { word: folded.slice(start, end), start };
}

// "-12,99 €", "-$5", "$-5", "(12.99 €)"; not the dash of a list item, of a range, or of a hyphenated word.
function minusAt(folded: string, begin: number, number: number, hasFront: boolean): number {
  if (hasFront && folded[number - 1] === '-') return number - 1;
  if (folded[begin - 1] !== '-') return -1;
  return /[\s(|:]/.test(folded[begin - 2] ?? ' ') && folded[begin] !== ' ' ? begin - 1 : -1;
}

// "$5 million" and "$5M" are news, not a price.
function isScaled(folded: string, end: number): boolean {
  return /^ ?(?:k|m|mio|mrd|bn|b|tn|millions?|milliards?|billions?|mille|thousand|milliarden?|millionen|millones)(?![a-z])/.test(
    folded.slice(end, end + 12),
  );
}

// "Total $12.99 … (amounts in CAD)": one stated dollar currency in the mail speaks for its bare dollar signs.
function agreeOnDollars(spans: MoneySpan[], folded: string): MoneySpan[] {
  if (!spans.some((span) => span.assumed && span.money.currency === 'USD')) return spans;
  const stated = new Set(spans.filter((span) => !span.assumed && DOLLARS.has(span.money.currency)).map((span) => span.money.currency));
  const match = /\b(?:in|en) (cad|aud|nzd|sgd|hkd|usd)\b/.exec(folded);
  if (match !== null) stated.add(match[1]!.toUpperCase());
  if (stated.size !== 1) return spans;
  const [currency] = [...stated] as [string];
  return spans.map((span) =>
    span.assumed && span.money.currency === 'USD' ? { ...span, money: { ...span.money, currency }, assumed: false } : span,
  );
}
