// What a word is by itself, worked out when it is first met: most words of a mail were in the mail before. Each part that asks about words keeps its
// answer with the word (frames, senses, hashed pieces), so that a token costs one look-up and not ten. Part of tokenize.ts.
import { detached } from '@quittance/domain/detached';
import type { TrieNode } from './frames/phrase-trie.ts';
import { MONTHS } from './frames/months.ts';

export type TokenType = 'word' | 'number' | 'money' | 'date' | 'mark';

export interface Word {
  readonly text: string;
  /** Of its text. V8 asks a string that may be of any of its kinds by way of a search. */
  readonly length: number;
  readonly type: TokenType;
  /** FNV-1a of the text, 32 bits, never 0. */
  readonly hash: number;
  /** What a phrase that it leads to may begin with, as a bit; two where its type stands for it, too. */
  readonly firsts: number;
  readonly isMonth: boolean;
  readonly isCurrency: boolean;
  /** Each character stands for itself: Han, kana, Hangul. */
  readonly isCharacters: boolean;
  /** By CompiledLexicon.number: the nodes that a phrase beginning with the word leads to. */
  readonly starts: (readonly TrieNode[] | undefined)[];
  /** By number of a sense dictionary. */
  readonly senses: (readonly number[] | undefined)[];
  /** Buckets of its pieces, once they were asked for. */
  pieces: readonly number[] | null;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The first character as one bit of 32. */
export function firstOf(text: string): number {
  return 1 << (text.charCodeAt(0) & 31);
}

/** FNV-1a, 32 bits. */
export function hashText(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash === 0 ? 1 : hash;
}

/** Words met so far, each in the slot of its hash: a later one takes the place of an earlier one, which bounds them. */
const SLOTS = 1 << 14;
const slots: (Word | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
/** Longer ones are no words that come again. */
const KEPT_MAX = 40;

/** The word that stands between two places of a text. */
export function wordAt(text: string, from: number, to: number): Word {
  const hash = hashText(text, from, to);
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = slots[slot];
  if (known !== undefined && known.hash === hash && known.length === to - from && text.startsWith(known.text, from)) return known;
  const made = makeWord(text.slice(from, to), hash);
  if (to - from <= KEPT_MAX) slots[slot] = made;
  return made;
}

export function wordOf(text: string): Word {
  return wordAt(text, 0, text.length);
}

/** One that stands for any value of its kind. */
export function placeholder(text: string, type: TokenType): Word {
  return { ...makeWord(text, hashText(text, 0, text.length)), type, firsts: firstsOf(text, type) };
}

const NUMERIC_DATE = /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4}))$/;
const CURRENCY =
  /^(?:[€$£¥₹]|eur|euros?|usd|gbp|chf|cad|aud|jpy|brl|pln|sek|dkk|nok|czk|huf|inr|reais|dollars?|pounds?|zl|zlotych|円|元|yen)$/;
const CHARACTERS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function makeWord(cut: string, hash: number): Word {
  const text = detached(cut);
  const type = typeOf(text);
  return {
    text,
    length: text.length,
    type,
    hash,
    firsts: firstsOf(text, type),
    isMonth: type === 'word' && MONTHS.has(text),
    isCurrency: type !== 'number' && CURRENCY.test(text),
    isCharacters: CHARACTERS.test(text),
    starts: [],
    senses: [],
    pieces: null,
  };
}

// The key of a type begins with a brace (frames/phrase-trie.ts).
function firstsOf(text: string, type: TokenType): number {
  return type === 'word' || type === 'mark' ? firstOf(text) : firstOf(text) | firstOf('{');
}

function typeOf(text: string): TokenType {
  const first = text.codePointAt(0)!;
  if (first >= 0x30 && first <= 0x39) return NUMERIC_DATE.test(text) ? 'date' : 'number';
  return /^\p{L}/u.test(text) ? 'word' : 'mark';
}
