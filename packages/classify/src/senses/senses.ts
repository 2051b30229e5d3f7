// What single words mean, coarsely and the same in every language: that something ends, is charged, was asked for; a contract, an order, an offer.
// Model features only: over senses the model learns from sentences of nine languages at once, and understands words that stand in none of
// them. No rule reads them, a word may have several, and what a sentence tells is never decided here.
import { foldText } from '../fold-text.ts';
import type { Clause } from '../read-clauses.ts';
import type { Token } from '../tokenize.ts';
import type { TokenType, Word } from '../words.ts';
import { belongings } from './belongings.ts';
import { contracts } from './contracts.ts';
import { courtesies } from './courtesies.ts';
import { endings } from './endings.ts';
import { grammar } from './grammar.ts';
import { money } from './money.ts';
import { requests } from './requests.ts';
import type { SenseWords } from './sense-words.ts';
import { things } from './things.ts';

export const TABLES: readonly Readonly<Record<string, SenseWords>>[] = [
  endings,
  courtesies,
  contracts,
  things,
  belongings,
  money,
  requests,
  grammar,
];

const WORDS: readonly string[] = TABLES.flatMap((table) => Object.keys(table));

/** The names of the senses; a sense is its place here. Days and amounts mean the same in every language. */
export const SENSES: readonly string[] = [...WORDS, 'aDay', 'anAmount'];
const OF_TYPE: Readonly<Partial<Record<TokenType, readonly number[]>>> = { date: [WORDS.length], money: [WORDS.length + 1] };

type Meanings = ReadonlyMap<string, readonly number[]>;

interface Dictionary {
  readonly whole: Meanings;
  readonly beginnings: Meanings;
  /** Characters with which a beginning begins. */
  readonly firsts: ReadonlySet<string>;
  readonly longest: number;
  /** Where a word keeps its senses (words.ts). */
  readonly number: number;
}

const dictionaries = new Map<string, Dictionary>();
const NONE: readonly number[] = [];
const NO_SENSES: readonly (readonly number[])[] = [];

/** The senses of each token of a clause, in the order of the tokens; nothing for a language without tables. */
export function sensesOf({ tokens }: Clause, language: string): readonly (readonly number[])[] {
  const dictionary = dictionaryOf(language);
  if (dictionary === null) return NO_SENSES;
  if (language === 'ja') return sensesOfPieces(tokens, dictionary);
  const { number } = dictionary;
  return tokens.map(({ type, word }) =>
    type === 'word' ? (word.senses[number] ?? sensesOfWord(word, dictionary)) : (OF_TYPE[type] ?? NONE),
  );
}

function sensesOfWord(word: Word, { whole, beginnings, longest, number }: Dictionary): readonly number[] {
  const { text } = word;
  const found = new Set(whole.get(text) ?? NONE);
  for (let length = Math.min(text.length, longest); length > 1; length -= 1) {
    const senses = beginnings.get(text.slice(0, length));
    if (senses === undefined) continue;
    for (const sense of senses) found.add(sense);
    break;
  }
  const senses = found.size === 0 ? NONE : [...found];
  word.senses[number] = senses;
  return senses;
}

/** No spaces part Japanese words and each character is a token: a sense stands where a piece of text begins that has it. */
function sensesOfPieces(tokens: readonly Token[], { beginnings, firsts, longest }: Dictionary): readonly (readonly number[])[] {
  const text = tokens.map((token) => (token.type === 'word' && token.text.length === 1 ? token.text : ' ')).join('');
  return tokens.map(({ type }, at) => {
    if (type !== 'word') return OF_TYPE[type] ?? NONE;
    if (!firsts.has(text[at]!)) return NONE;
    const found: number[] = [];
    for (let end = at + 1; end <= Math.min(at + longest, text.length); end += 1)
      found.push(...(beginnings.get(text.slice(at, end)) ?? NONE));
    return found.length === 0 ? NONE : found;
  });
}

function dictionaryOf(language: string): Dictionary | null {
  const ready = dictionaries.get(language);
  if (ready !== undefined) return ready;
  if (!isTabled(language)) return null;
  const whole = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  for (const [sense, words] of TABLES.flatMap((table) => Object.values(table)).entries()) {
    for (const entry of words[language].split(/\s+/)) {
      const word = foldText(entry).folded;
      if (word.endsWith('.')) add(whole, word.slice(0, -1), sense);
      else add(beginnings, word, sense);
    }
  }
  const longest = Math.max(...[...beginnings.keys()].map((word) => word.length));
  const firsts = new Set([...beginnings.keys()].map((word) => word[0]!));
  const dictionary = { whole, beginnings, firsts, longest, number: dictionaries.size };
  dictionaries.set(language, dictionary);
  return dictionary;
}

export function isTabled(language: string): language is keyof SenseWords {
  return Object.hasOwn(endings['end']!, language);
}

function add(meanings: Map<string, number[]>, word: string, sense: number): void {
  const senses = meanings.get(word);
  if (senses === undefined) meanings.set(word, [sense]);
  else if (!senses.includes(sense)) senses.push(sense);
}
