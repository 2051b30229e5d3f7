// What single words mean, coarsely and the same in every language: that something ends, is charged, was asked for; a contract, an order, an offer.
// Features of the models: over senses they learn from sentences of nine languages at once, and understand words that stand in none of
// them. A word may have several, and no rule reads them, but one doubt: whether a sentence names at all what has ended (decide.ts).
import type { Clause } from '../read-clauses.ts';
import type { TokenType } from '../words.ts';
import { belongings } from './belongings.ts';
import { contracts } from './contracts.ts';
import { courtesies } from './courtesies.ts';
import { endings } from './endings.ts';
import { grammar } from './grammar.ts';
import { money } from './money.ts';
import { requests } from './requests.ts';
import { SenseDictionary, unspacedText } from './sense-dictionary.ts';
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

const dictionaries = new Map<string, SenseDictionary>();
const NONE: readonly number[] = [];
const NO_SENSES: readonly (readonly number[])[] = [];

/** The senses of each token of a clause, in the order of the tokens; nothing for a language without tables. */
export function sensesOf(clause: Clause, language: string): readonly (readonly number[])[] {
  if (clause.meant?.language !== language) clause.meant = { language, senses: readSenses(clause, language) };
  return clause.meant.senses;
}

function readSenses({ tokens }: Clause, language: string): readonly (readonly number[])[] {
  const dictionary = dictionaryOf(language);
  if (dictionary === null) return NO_SENSES;
  const text = language === 'ja' ? unspacedText(tokens) : null;
  return tokens.map(({ type, word }, at) => {
    if (type !== 'word') return OF_TYPE[type] ?? NONE;
    return text === null ? dictionary.ofWord(word) : dictionary.ofPiece(text, at);
  });
}

function dictionaryOf(language: string): SenseDictionary | null {
  const ready = dictionaries.get(language);
  if (ready !== undefined) return ready;
  if (!isTabled(language)) return null;
  const dictionary = new SenseDictionary();
  for (const [sense, words] of TABLES.flatMap((table) => Object.values(table)).entries())
    for (const entry of words[language].split(/\s+/)) dictionary.add(entry, sense);
  dictionaries.set(language, dictionary);
  return dictionary;
}

export function isTabled(language: string): language is keyof SenseWords {
  return Object.hasOwn(endings['end']!, language);
}
