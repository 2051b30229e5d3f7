// What a mail tells in a language that has no rules: a linear model over what its words mean and nothing else, learned from the nine languages that have
// them. Asked only of mail that names a contract; what it says is never more than a question (decide.ts).
import { foreignSensesOf, isForeign } from '../foreign/foreign-senses.ts';
import type { Clause } from '../read-clauses.ts';
import { FOREIGN_OTHER } from '../weights.ts';
import { FeatureSums, type Features } from './feature-sums.ts';
import { KINDS, scoreWords, type LinearModel } from './linear-model.ts';

export const FOREIGN_BUCKETS = 1 << 13;

const PLACE_VALUE = { subject: 1.5, lead: 1, body: 0.6 } as const;
/** Tokens read of one mail; as many as of any other (hash-features.ts). */
const WORDS_MAX = 400;
/** Senses that stand within so many others of one another make a pair, whichever comes first. */
const SENSES_APART = 4;
const SENSES_MAX = 64;
const SUBJECT = 0x9e3779b1;
const FIRST = 0x5851f42d;
const NEAR = 0x14057b7e;
const AFTER = 0x27d4eb2f;
const PRIME = 0x01000193;

const sums = new FeatureSums();

/** Probabilities in the order of KINDS of a mail that names a contract, or null where nothing is known of the language's words. */
export function scoreForeign(model: LinearModel, clauses: readonly Clause[], language: string): number[] | null {
  if (!isForeign(language)) return null;
  const shares = scoreWords(model, foreignFeatures(clauses, language)).map(Math.exp);
  shares[KINDS.length - 1]! *= FOREIGN_OTHER;
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

export function foreignFeatures(clauses: readonly Clause[], language: string): Features {
  sums.begin(FOREIGN_BUCKETS);
  let words = 0;
  for (const clause of clauses) {
    if (words >= WORDS_MAX) break;
    words += clause.tokens.length;
    addClause(foreignSensesOf(clause, language), clause.place);
  }
  sums.finish();
  return sums.copy();
}

/** The buckets of one clause, for explanations. */
export function foreignBuckets(clause: Clause, language: string): Uint32Array {
  sums.begin(FOREIGN_BUCKETS);
  addClause(foreignSensesOf(clause, language), clause.place);
  return sums.copy().buckets;
}

// Alone (and once more in the subject), first of the clause, one after the other, and near one another.
function addClause(meant: readonly (readonly number[])[], place: Clause['place']): void {
  const value = PLACE_VALUE[place];
  for (let at = 0; at < meant.length; at += 1) {
    for (const sense of meant[at]!) {
      add(sense, value);
      if (place === 'subject') add(sense ^ SUBJECT, value);
      if (at === 0) add(sense ^ FIRST, value);
      for (let next = at + 1; next <= at + SENSES_APART && next < meant.length; next += 1) {
        for (const other of meant[next]!) {
          add((Math.min(sense, other) * SENSES_MAX + Math.max(sense, other)) ^ NEAR, value);
          if (next === at + 1) add((sense * SENSES_MAX + other) ^ AFTER, value);
        }
      }
    }
  }
}

function add(key: number, value: number): void {
  let mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), PRIME ^ 0xc2b2ae35);
  sums.add((mixed ^ (mixed >>> 16)) >>> 0, value);
}
