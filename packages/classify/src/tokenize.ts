// Folded text as words for the rules. Numbers, amounts and dates become one token each, so that "on 3 May 2026" costs a rule
// as much room as "tomorrow"; links are left out. Chinese characters and kana are one token each: no spaces part their words.
import { allMatches } from './all-matches.ts';
import { MONTHS } from './frames/months.ts';

export type TokenType = 'word' | 'number' | 'money' | 'date' | 'mark';

export interface Token {
  readonly text: string;
  readonly type: TokenType;
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
}

// Han and kana, with their repetition and length marks.
const CJK = String.raw`\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff`;
const LETTER = String.raw`[\p{L}--[${CJK}]]`;
const TOKEN = new RegExp(
  String.raw`https?:\/\/[^\s\|]+|www\.[^\s\|]+|[${CJK}]|${LETTER}+(?:'(?:t|ve|re|ll|d|m|s)(?![\p{L}']))?|\d+(?:[.,:\/\-]\d+)*(?:st|nd|rd|th|er|o)?(?!${LETTER})|\d+|[€$£¥₹%@,:?\|\u3001]`,
  'gv',
);
const PIECE = new RegExp(`[${CJK}]|[^${CJK}]+`, 'g');
const NUMERIC_DATE = /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4}))$/;
const CURRENCY =
  /^(?:[€$£¥₹]|eur|euros?|usd|gbp|chf|cad|aud|jpy|brl|pln|sek|dkk|nok|czk|huf|inr|reais|dollars?|pounds?|zl|zlotych|円|元|yen)$/;

/** The words of a folded phrase, cut as `tokenize` cuts text. */
export function wordsOf(phrase: string): string[] {
  return phrase.split(/[\s-]+/).flatMap((word) => word.match(PIECE) ?? []);
}

/** The tokens of `folded` between two offsets. */
export function tokenize(folded: string, from = 0, to = folded.length): Token[] {
  const raw: Token[] = [];
  const slice = folded.slice(from, to);
  for (const match of allMatches(slice, TOKEN)) {
    const text = match[0] === '\u3001' ? ',' : match[0];
    if (text.startsWith('http') && text.includes('://')) continue;
    if (text.startsWith('www.')) continue;
    const start = from + match.index;
    const end = start + text.length;
    // "n° 12" is no French denial.
    const isNumberSign = text === 'n' && slice[match.index + 1] === '\u00b0';
    raw.push({ text: isNumberSign ? 'numero' : text, type: typeOf(text), start, end });
  }
  return mergeTyped(raw);
}

function typeOf(text: string): TokenType {
  const first = text.codePointAt(0)!;
  if (first >= 0x30 && first <= 0x39) return NUMERIC_DATE.test(text) ? 'date' : 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'mark';
}

/** Joins "€ 9.99", "9.99 EUR", "3 May 2026", "May 3rd, 2026" into one token each. */
function mergeTyped(raw: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < raw.length;) {
    const length = Math.max(dateLength(raw, at), 1);
    if (length > 1) {
      tokens.push(join(raw, at, at + length, 'date'));
      at += length;
    } else if (isCurrency(raw[at]) && raw[at + 1]?.type === 'number') {
      const after = isCurrency(raw[at + 2]) ? 3 : 2;
      tokens.push(join(raw, at, at + after, 'money'));
      at += after;
    } else if (raw[at]!.type === 'number' && isCurrency(raw[at + 1])) {
      tokens.push(join(raw, at, at + 2, 'money'));
      at += 2;
    } else {
      tokens.push(raw[at]!);
      at += 1;
    }
  }
  return tokens;
}

function isCurrency(token: Token | undefined): boolean {
  return token !== undefined && token.type !== 'number' && CURRENCY.test(token.text);
}

const isDay = (token: Token | undefined) => token?.type === 'number' && /^\d{1,2}(?:st|nd|rd|th|er|o)?$/.test(token.text);
const isYear = (token: Token | undefined) => token?.type === 'number' && /^(?:19|20)\d\d$/.test(token.text);
const isMonth = (token: Token | undefined) => token?.type === 'word' && MONTHS.has(token.text);

/** How many tokens from here on are one written date: day month [year] or month day [,] [year], `de`/`of` between them allowed. */
function dateLength(raw: readonly Token[], at: number): number {
  const linked = (index: number) =>
    raw[index]?.text === 'de' || raw[index]?.text === 'of' || raw[index]?.text === ',' ? index + 1 : index;
  const written = japaneseDateLength(raw, at);
  if (written > 0) return written;
  if (isDay(raw[at])) {
    const month = linked(at + 1);
    if (!isMonth(raw[month])) return 0;
    const year = linked(month + 1);
    return (isYear(raw[year]) ? year + 1 : month + 1) - at;
  }
  if (isMonth(raw[at]) && isDay(raw[at + 1])) {
    const year = linked(at + 2);
    return (isYear(raw[year]) ? year + 1 : at + 2) - at;
  }
  return isMonth(raw[at]) && isYear(raw[at + 1]) ? 2 : 0;
}

/** "2026年6月3日", "6月3日", "2026年6月"; the year of an era has one or two figures. */
function japaneseDateLength(raw: readonly Token[], at: number): number {
  let next = at;
  for (const unit of ['年', '月', '日']) {
    if (raw[next]?.type === 'number' && raw[next + 1]?.text === unit) next += 2;
    else if (unit === '月') return 0;
  }
  // "3月" alone counts months.
  return next - at > 2 ? next - at : 0;
}

function join(raw: readonly Token[], from: number, to: number, type: TokenType): Token {
  return { text: type === 'date' ? '<date>' : '<money>', type, start: raw[from]!.start, end: raw[to - 1]!.end };
}
