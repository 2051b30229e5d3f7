// Text as rules compare it: compatibility forms resolved, lower case, without accents and invisible characters, with the way
// back to the text as written, so that every quote is verbatim. Step 1 of classify-message.ts.
import { spelledUmlauts } from './spelled-umlauts.ts';

export interface FoldedText {
  readonly original: string;
  readonly folded: string;
  /** Offset in `original` of the character that gave `folded[index]`; `original.length` for the end. */
  toOriginal(index: number): number;
  /** How many invisible characters (zero width, soft hyphen, direction marks) were dropped. */
  readonly ignorables: number;
}

/** A stretch of the text as written, from two offsets in the folded text. Edge spaces are left out. */
export interface Quote {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Line ends stay `\n`, every other space becomes ' '; nothing is collapsed. */
export function foldText(original: string): FoldedText {
  let folded = '';
  let ignorables = 0;
  const hasControls = CONTROL.test(original);
  // Allocated at the first character whose folding changes a length: plain texts need no map.
  let map: number[] | null = null;
  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at)!;
    if (code < 0x80) {
      // A stretch of ASCII at once: most mail is little else.
      const run = asciiRun(original, at, hasControls);
      if (map !== null) for (let index = 0; index < run.length; index += 1) map.push(at + index);
      folded += run;
      at += run.length;
      continue;
    }
    let width = code > 0xffff ? 2 : 1;
    let piece = foldCodePoint(code);
    // A voiced mark of its own (decomposed or half-width kana) belongs to the kana before it.
    if (code >= 0x3040 && VOICED.has(original.charCodeAt(at + 1))) {
      piece = (piece + voicedMark(original.charCodeAt(at + 1))).normalize('NFC');
      width += 1;
    }
    if (map === null && piece.length !== width) map = Array.from({ length: folded.length }, (_, index) => index);
    if (map !== null) for (let index = 0; index < piece.length; index += 1) map.push(at);
    if (piece === '' && !MARK.test(String.fromCodePoint(code))) ignorables += 1;
    folded += piece;
    at += width;
  }
  const spelled = spelledUmlauts(folded);
  if (spelled.length > 0) {
    const gone = new Set(spelled);
    const places: readonly number[] = map ?? Array.from({ length: folded.length }, (_, index) => index);
    map = places.filter((_, index) => !gone.has(index));
    folded = [-1, ...spelled].map((at, index) => folded.slice(at + 1, spelled[index])).join('');
  }
  const toOriginal = (index: number) => (map === null ? Math.min(index, original.length) : (map[index] ?? original.length));
  return { original, folded, toOriginal, ignorables };
}

let lastBody: FoldedText | null = null;

/** The same of a mail's body, which is read for its sentences and then again for its fields. */
export function foldBody(original: string): FoldedText {
  lastBody = lastBody?.original === original ? lastBody : foldText(original);
  return lastBody;
}

export function quoteAt(text: FoldedText, start: number, end: number): Quote {
  let from = text.toOriginal(start);
  let to = text.toOriginal(end);
  while (from < to && /\s/.test(text.original[from]!)) from += 1;
  while (to > from && /\s/.test(text.original[to - 1]!)) to -= 1;
  return { quote: text.original.slice(from, to), start: from, end: to };
}

const VOICED: ReadonlySet<number> = new Set([0x3099, 0x309a, 0xff9e, 0xff9f]);
const voicedMark = (code: number) => (code === 0x3099 || code === 0xff9e ? '\u3099' : '\u309a');
const MARK = /\p{M}/u;
// Combining grapheme joiner, Hangul and Khmer fillers, variation selectors: drawn as nothing, like the format characters (Cf).
const IGNORABLE = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\p{Variation_Selector}|\uffa0/u;
const cache = new Map<number, string>();

const ASCII_RUN = /[\0-\x7f]+/y;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\0-\x09\x0b-\x1f\x7f]/;
const CONTROLS = new RegExp(CONTROL, 'g');

/** Accents part a text into some fifty runs: what can be asked of the whole is not asked of each. */
function asciiRun(original: string, at: number, hasControls: boolean): string {
  ASCII_RUN.lastIndex = at;
  ASCII_RUN.test(original);
  const run = original.slice(at, ASCII_RUN.lastIndex).toLowerCase();
  return hasControls ? run.replace(CONTROLS, ' ') : run;
}

// At most one entry per code point met; capped because mail decides what is met.
function foldCodePoint(code: number): string {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const piece = computeFold(String.fromCodePoint(code));
  if (cache.size < 20_000) cache.set(code, piece);
  return piece;
}

// Letters that no Unicode decomposition reduces to their base.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ı: 'i',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u00b4': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u0085': '\n',
};

function computeFold(character: string): string {
  const letter = LETTERS[character];
  if (letter !== undefined) return letter;
  if (IGNORABLE.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  // Accents only: the voiced marks of kana and the vowels of Indic scripts change the word and stay (NFC puts them back).
  const base = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return /\s/u.test(base) && base.trim() === '' ? ' ' : base;
}
