// Folded text as words for the rules. Numbers, amounts and dates become one token each, so that "on 3 May 2026" costs a rule
// as much room as "tomorrow"; links are left out. Chinese characters and kana are one token each: no spaces part their words.
import { placeholder, wordAt, wordOf, type TokenType, type Word } from './words.ts';

export interface Token {
  readonly text: string;
  readonly type: TokenType;
  readonly word: Word;
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

/** The words of a folded phrase, cut as `tokenize` cuts text. */
export function wordsOf(phrase: string): string[] {
  return phrase.split(/[\s-]+/).flatMap((word) => word.match(PIECE) ?? []);
}

/** The tokens of `folded` between two offsets. */
export function tokenize(folded: string, from = 0, to = folded.length): Token[] {
  const raw: Token[] = [];
  let hasNumber = false;
  const slice = folded.slice(from, to);
  for (let at = 0; at < slice.length;) {
    const end = plainWordEnd(slice, at);
    if (end === at) at += 1;
    else if (end > at) {
      raw.push(tokenOf(wordAt(slice, at, end), from + at, from + end));
      at = end;
    } else {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(slice);
      if (match === null) break;
      at = match.index + match[0].length;
      const token = tokenOfMatch(slice, match, from);
      if (token === null) continue;
      hasNumber ||= token.type === 'number';
      raw.push(token);
    }
  }
  // Whatever is joined has a number in it.
  return hasNumber ? mergeTyped(raw) : raw;
}

const NOTHING = 0;
const LETTER_CODE = 1;
const OTHER = 2;
/** By ASCII code: what begins with it. */
const BEGINS = new Uint8Array(0x80);
for (const letter of 'abcdefghijklmnopqrstuvwxyz') BEGINS[letter.charCodeAt(0)] = LETTER_CODE;
for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$%@,:?|') BEGINS[other.charCodeAt(0)] = OTHER;
const APOSTROPHE = 0x27;
const LETTER_H = 0x68;
const LETTER_W = 0x77;

/**
 * Where a word of plain letters ends that begins here; the same place where nothing begins; -1 where the pattern must look. Nearly all of a text
 * are such words and what stands between them.
 */
function plainWordEnd(text: string, at: number): number {
  let code = text.charCodeAt(at);
  const begins = BEGINS[code];
  if (begins === NOTHING) return at;
  if (begins !== LETTER_CODE || (code === LETTER_H && text.startsWith('http', at)) || (code === LETTER_W && text.startsWith('www.', at)))
    return -1;
  let end = at;
  // Behind the end there is no character, and a look-up of none takes as long as a hundred others.
  while (BEGINS[code] === LETTER_CODE) code = ++end < text.length ? text.charCodeAt(end) : 0;
  return code === APOSTROPHE || code >= 0x80 ? -1 : end;
}

function tokenOf(word: Word, start: number, end: number): Token {
  return { text: word.text, type: word.type, word, start, end };
}

function tokenOfMatch(text: string, { 0: found, index }: RegExpExecArray, from: number): Token | null {
  if (found.startsWith('http') && found.includes('://')) return null;
  if (found.startsWith('www.')) return null;
  const start = from + index;
  // "n° 12" is no French denial.
  if (isNumberSign(text, index, index + found.length)) return tokenOf(wordOf('numero'), start, start + 1);
  return tokenOf(wordOf(found === '\u3001' ? ',' : found), start, start + found.length);
}

function isNumberSign(text: string, start: number, end: number): boolean {
  return end - start === 1 && text[start] === 'n' && text[end] === '\u00b0';
}

/** Joins "€ 9.99", "9.99 EUR", "3 May 2026", "May 3rd, 2026" into one token each. */
function mergeTyped(raw: readonly Token[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < raw.length;) {
    const { word } = raw[at]!;
    const isNumber = word.type === 'number';
    const length = isNumber || word.isMonth ? dateLength(raw, at) : 0;
    if (length > 1) {
      tokens.push(join(raw, at, at + length, DATE));
      at += length;
    } else if (word.isCurrency && raw[at + 1]?.type === 'number') {
      const after = raw[at + 2]?.word.isCurrency ? 3 : 2;
      tokens.push(join(raw, at, at + after, MONEY));
      at += after;
    } else if (isNumber && raw[at + 1]?.word.isCurrency) {
      tokens.push(join(raw, at, at + 2, MONEY));
      at += 2;
    } else {
      tokens.push(raw[at]!);
      at += 1;
    }
  }
  return tokens;
}

const isDay = (token: Token | undefined) => token?.type === 'number' && /^\d{1,2}(?:st|nd|rd|th|er|o)?$/.test(token.text);
const isYear = (token: Token | undefined) => token?.type === 'number' && /^(?:19|20)\d\d$/.test(token.text);
const isMonth = (token: Token | undefined) => token?.word.isMonth === true;

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

const DATE = placeholder('<date>', 'date');
const MONEY = placeholder('<money>', 'money');

function join(raw: readonly Token[], from: number, to: number, word: Word): Token {
  return { text: word.text, type: word.type, word, start: raw[from]!.start, end: raw[to - 1]!.end };
}
