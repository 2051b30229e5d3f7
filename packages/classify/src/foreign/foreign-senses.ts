// What single words mean in languages that have no rules: the same coarse senses as in those that have (senses/), fewer of them. Read by
// model/foreign-model.ts.
import { foldText } from '../fold-text.ts';
import { monthTable } from '../dates/month-names.ts';
import type { Clause } from '../read-clauses.ts';
import { SENSES, sensesOf, isTabled } from '../senses/senses.ts';
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
export function foreignSensesOf(clause: Clause, language: string): number[][] {
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

interface Dictionary {
  readonly whole: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

const dictionaries = new Map<string, Dictionary>();

function wordSensesOf(tokens: readonly Token[], language: string): number[][] {
  const dictionary = dictionaryOf(language);
  const text = language === 'zh' ? tokens.map((token) => (token.text.length === 1 ? token.text : ' ')).join('') : null;
  return tokens.map((token, at) => {
    if (token.type === 'date') return [DAY];
    if (token.type === 'money' || isAmount(tokens, at)) return [AMOUNT];
    if (token.type !== 'word') return [];
    return text === null ? sensesOfWord(token.text, dictionary) : sensesOfPiece(text, at, dictionary);
  });
}

/** "100 kr": currencies whose short names are words elsewhere are known here only. */
function isAmount(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.type !== 'number') return false;
  return [tokens[at - 1], tokens[at + 1]].some(
    (token) => token !== undefined && (CURRENCIES.has(token.text) || CURRENCY_BEGINNINGS.some((name) => token.text.startsWith(name))),
  );
}

function sensesOfWord(text: string, { whole, beginnings, longest }: Dictionary): number[] {
  const found = new Set(whole.get(text) ?? NONE);
  for (let length = Math.min(text.length, longest); length > 1; length -= 1) {
    const senses = beginnings.get(text.slice(0, length));
    if (senses === undefined) continue;
    for (const sense of senses) found.add(sense);
    break;
  }
  return [...found];
}

function sensesOfPiece(text: string, at: number, { beginnings, longest }: Dictionary): number[] {
  const found: number[] = [];
  for (let end = at + 1; end <= Math.min(at + longest, text.length); end += 1) found.push(...(beginnings.get(text.slice(at, end)) ?? NONE));
  return found;
}

function dictionaryOf(language: string): Dictionary {
  const ready = dictionaries.get(language);
  if (ready !== undefined) return ready;
  const whole = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  for (const [name, words] of linesOf(TABLES[language]!)) {
    for (const word of words) {
      const isWhole = word.endsWith('.');
      add(isWhole ? whole : beginnings, foldText(isWhole ? word.slice(0, -1) : word).folded, CORE_SENSES.indexOf(name));
    }
  }
  for (const [month] of monthTable(language)) add(whole, month, DAY);
  const dictionary = { whole, beginnings, longest: Math.max(...[...beginnings.keys()].map((word) => word.length)) };
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

function add(meanings: Map<string, number[]>, word: string, sense: number): void {
  const senses = meanings.get(word);
  if (senses === undefined) meanings.set(word, [sense]);
  else if (!senses.includes(sense)) senses.push(sense);
}
