// What single words mean in languages that have no rules: the same coarse senses as in those that have (senses/), fewer of them. Read by
// model/foreign-model.ts.
import { monthTable } from '../dates/month-names.ts';
import type { Clause } from '../read-clauses.ts';
import { SenseDictionary, unspacedText } from '../senses/sense-dictionary.ts';
import { isTabled, SENSES, sensesOf } from '../senses/senses.ts';
import type { Token } from '../tokenize.ts';
import { asian } from './asian.ts';
import { CORE_SENSES, type SenseLines } from './core-senses.ts';
import { cyrillic } from './cyrillic.ts';
import { eastern } from './eastern.ts';
import { nordic } from './nordic.ts';
import { slavic } from './slavic.ts';
import { southern } from './southern.ts';

const TABLES: Readonly<Record<string, SenseLines>> = { ...nordic, ...slavic, ...cyrillic, ...eastern, ...southern, ...asian };
/** Written so nearly alike that one table reads both. */
const READ_AS: Readonly<Record<string, string>> = { no: 'nb' };

export const FOREIGN_LANGUAGES: readonly string[] = Object.keys(TABLES);

/** Places in this list are what the functions below return. A day and an amount are the same in every language. */
export const FOREIGN_SENSES: readonly string[] = [...CORE_SENSES, 'aDay', 'anAmount'];
const DAY = CORE_SENSES.length;
const AMOUNT = CORE_SENSES.length + 1;
const CURRENCIES = new Set(
  'kr sek dkk nok kc czk eur euro ft huf forint lei ron leva lv bgn rub uah grn tl try ils kn hrk usd nt cny rmb krw'.split(' '),
);
const CURRENCY_BEGINNINGS = ['руб', 'грн', 'лев', 'лв', 'ευρω', 'שח', '원', '元', '₪', '₽', '₴', '₺', '₩', 'kč'];

/** Whether a language without rules has a table. */
export function isForeign(language: string): boolean {
  return Object.hasOwn(TABLES, READ_AS[language] ?? language);
}

const NONE: readonly number[] = [];

/** The senses of each token that has any, in the order of the tokens. */
export function foreignSensesOf(clause: Clause, language: string): (readonly number[])[] {
  const found = isTabled(language) ? coreOf(sensesOf(clause, language)) : wordSensesOf(clause.tokens, READ_AS[language] ?? language);
  return found.filter((senses) => senses.length > 0);
}

/** By place in SENSES: the place here, for those that are core. */
const CORE_OF: readonly (number | null)[] = SENSES.map((name) => {
  const at = FOREIGN_SENSES.indexOf(name);
  return at === -1 ? null : at;
});

function coreOf(senses: readonly (readonly number[])[]): number[][] {
  return senses.map((here) => here.map((sense) => CORE_OF[sense]!).filter((sense) => sense !== null));
}

const dictionaries = new Map<string, SenseDictionary>();

function wordSensesOf(tokens: readonly Token[], language: string): (readonly number[])[] {
  const dictionary = dictionaryOf(language);
  const text = language === 'zh' ? unspacedText(tokens) : null;
  return tokens.map(({ type, word }, at) => {
    if (type === 'date') return [DAY];
    if (type === 'money' || isAmount(tokens, at)) return [AMOUNT];
    if (type !== 'word') return NONE;
    return text === null ? dictionary.ofWord(word) : dictionary.ofPiece(text, at);
  });
}

/** "100 kr": currencies whose short names are words elsewhere are known here only. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.type !== 'number') return false;
  return [tokens[at - 1], tokens[at + 1]].some(
    (token) => token !== undefined && (CURRENCIES.has(token.text) || CURRENCY_BEGINNINGS.some((name) => token.text.startsWith(name))),
  );
}

function dictionaryOf(language: string): SenseDictionary {
  const ready = dictionaries.get(language);
  if (ready !== undefined) return ready;
  const dictionary = new SenseDictionary();
  for (const [name, words] of linesOf(TABLES[language]!)) for (const word of words) dictionary.add(word, CORE_SENSES.indexOf(name));
  for (const [month] of monthTable(language)) dictionary.add(`${month}.`, DAY);
  dictionaries.set(language, dictionary);
  return dictionary;
}

/** The lines of a table: the name of a sense and its words. */
export function linesOf(table: SenseLines): [string, string[]][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [name, ...words] = line.trim().split(' ');
      return [name!, words];
    });
}

/** The table of a language. */
export function tableOf(language: string): SenseLines {
  return TABLES[language]!;
}
