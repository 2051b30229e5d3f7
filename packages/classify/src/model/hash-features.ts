// A mail's words as numbered features for the linear model: words and pairs of words within a clause, pieces of words (characters for scripts
// without spaces), what words mean, the concepts a clause speaks of and the rules that spoke, each hashed into a fixed number of buckets. Amounts, dates,
// numbers and the sender's name become placeholders, else the model would learn brands. Time is bounded by WORDS_MAX. Triples of words, marks
// of the subject and weights by rarity were tried and measured worse.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import type { Evidence, Findings } from '../find-evidence.ts';
import { foldText } from '../fold-text.ts';
import { RULES } from '../frames/rules.ts';
import type { Clause } from '../read-clauses.ts';
import { sensesOf } from '../senses/senses.ts';
import type { Token } from '../tokenize.ts';

export const BUCKET_BITS = 16;
export const BUCKETS = 1 << BUCKET_BITS;
export const SENTENCE_BUCKETS = 1 << 15;

/** What a word counts by where it stands. */
const PLACE_VALUE = { subject: 1.5, lead: 1, body: 0.6 } as const;
/** Subjects and first paragraphs say what a mail is; the measured gain ends below this many words. */
const WORDS_MAX = 400;
const PIECE = 5;
const CONCEPT_VALUE = 1;
const RULE_VALUE = 2;
/** Senses that stand within so many others of one another make a pair, whichever comes first. */
const SENSES_APART = 4;
/** In steps of four words; longer sentences are as long as one another. */
const LONG_SENTENCE = 6;

/** What words, pairs, pieces of words and senses count; in sentences the pieces gained nothing beside the senses. */
interface Shares {
  readonly word: number;
  readonly pair: number;
  readonly piece: number;
  readonly sense: number;
  readonly sensePair: number;
}
const MAIL: Shares = { word: 1, pair: 1, piece: 0.5, sense: 0.5, sensePair: 0 };
const SENTENCE: Shares = { word: 0.8, pair: 0.6, piece: 0, sense: 1, sensePair: 0.8 };

export interface Features {
  /** Distinct buckets in order of appearance, and the value of each; values have length 1 together. */
  readonly buckets: Uint32Array;
  readonly values: Float64Array;
}

/** The buckets of one clause, for explanations. */
export function bucketsOfClause(clause: Clause, names: ReadonlySet<string>, language: string): Set<number> {
  const buckets = new Set<number>();
  hashSenses(sensesOf(clause, language), MAIL, (bucket) => buckets.add(bucket));
  hashClause(clause, names, MAIL, (bucket) => buckets.add(bucket));
  return buckets;
}

/**
 * The buckets of a whole mail.
 * @param language whose words have senses (senses.ts); of another one the words count alone.
 */
export function hashFeatures(clauses: readonly Clause[], names: ReadonlySet<string>, findings: Findings, language: string): Features {
  clearSums();
  let words = 0;
  for (const [index, clause] of clauses.entries()) {
    if (words >= WORDS_MAX) break;
    words += clause.tokens.length;
    const value = PLACE_VALUE[clause.place];
    const add = (bucket: number, share: number): void => addTo(bucket, value * share);
    hashClause(clause, names, MAIL, add);
    hashConcepts(findings.concepts[index]!, clause.place === 'subject' ? SUBJECT : 0, add);
    hashSenses(sensesOf(clause, language), MAIL, add);
  }
  // A rule counts once, however often it spoke.
  const spoke = new Set<string>();
  for (const item of findings.evidence) {
    if (RULES[item.rule].signal) continue;
    spoke.add(`${item.rule} ${item.voided ?? item.clause.place}`);
  }
  for (const name of spoke) addTo(bucketOfRule(name), RULE_VALUE);
  return takeFeatures();
}

/**
 * The same of one sentence, into fewer buckets, for the model that tells sentences apart (sentence-model.ts).
 * @param evidence the statements found in it.
 */
export function hashSentence(
  clause: Clause,
  names: ReadonlySet<string>,
  concepts: number,
  evidence: readonly Evidence[],
  language: string,
): Features {
  clearSums();
  const add = (bucket: number, share: number): void => addTo(bucket & (SENTENCE_BUCKETS - 1), share);
  hashClause(clause, names, SENTENCE, add);
  hashConcepts(concepts, 0, add);
  hashSenses(sensesOf(clause, language), SENTENCE, add);
  add(bucketOf(LENGTH + Math.min(LONG_SENTENCE, clause.tokens.length >> 2)), 1);
  for (const { rule, voided } of evidence) add(bucketOfRule(`${rule} ${voided ?? ''}`), 1);
  return takeFeatures();
}

// One sum a bucket, and which buckets have one, in order: filled and emptied by each call, none of which waits for anything. What a call that failed
// left behind is cleared by the next one.
const sums = new Float64Array(BUCKETS);
const touched: number[] = [];

/** Adds to what a bucket is worth, which is always more than nothing. */
function addTo(bucket: number, share: number): void {
  const sum = sums[bucket]!;
  if (sum === 0) touched.push(bucket);
  sums[bucket] = sum + share;
}

function clearSums(): void {
  for (const bucket of touched) sums[bucket] = 0;
  touched.length = 0;
}

function takeFeatures(): Features {
  const buckets = Uint32Array.from(touched);
  const values = new Float64Array(touched.length);
  let squares = 0;
  for (let at = 0; at < buckets.length; at += 1) {
    const sum = sums[buckets[at]!]!;
    // A word said five times is not five times as telling.
    const value = sum <= 1 ? sum : Math.sqrt(sum);
    values[at] = value;
    squares += value * value;
  }
  clearSums();
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < values.length; at += 1) values[at]! /= length;
  return { buckets, values };
}

function bucketOfRule(name: string): number {
  return bucketOf(hashText(name, 0, name.length) ^ RULE);
}

/** Words of the sender's name and domain, which say nothing of what a mail is about. */
export function senderNames(message: ParsedMessage): Set<string> {
  const words = foldText(message.from.name).folded.match(/\p{L}{3,}/gu) ?? [];
  const labels = domainOf(message.from.address).split('.').slice(0, -1);
  return new Set([...words, ...labels].filter((word) => !COMMON.has(word)));
}

// Words that senders put beside their name.
const COMMON = new Set(
  (
    'the and team billing support service services subscription subscriptions account accounts customer care noreply reply no info mail email news ' +
    'newsletter notification notifications alerts payments payment invoice invoices member members membership club plus pro premium store shop online ' +
    'donation donations hello contact help com org net co team equipe service client abonnement abonnements facturation kundenservice rechnung abo ' +
    'atencion cliente suscripciones assistenza abbonamenti clienti suporte assinaturas klantenservice abonnementen pomoc'
  ).split(' '),
);

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
const SUBJECT = 0x9e3779b1;
const PIECES = 0x85ebca6b;
const CONCEPT = 0x27d4eb2f;
const RULE = 0x165667b1;
const SENSE = 0x2545f491;
const FIRST = 0x5851f42d;
const NEAR = 0x14057b7e;
const LENGTH = 0x4c957f2d;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function hashClause(clause: Clause, names: ReadonlySet<string>, shares: Shares, add: (bucket: number, share: number) => void): void {
  let before = 0;
  const gram = (hash: number): void => {
    add(bucketOf(hash), shares.word);
    if (before !== 0) add(bucketOf(join(before, hash)), shares.pair);
    before = hash;
  };
  for (const token of clause.tokens) {
    const text = wordOf(token, names);
    if (text === null) continue;
    if (token.type !== 'word' || text !== token.text) gram(hashText(text, 0, text.length));
    else if (CJK.test(text)) for (let at = 0; at < text.length; at += 1) gram(hashText(text, at, at + 1));
    else {
      gram(hashText(text, 0, text.length));
      if (shares.piece > 0 && text.length > PIECE) hashPieces(text, shares.piece, add);
    }
  }
}

// What the clause speaks of, alone and in pairs: the same in every language.
function hashConcepts(mask: number, place: number, add: (bucket: number, share: number) => void): void {
  for (let first = mask; first !== 0; first &= first - 1) {
    const low = Math.imul((first & -first) ^ CONCEPT, PRIME);
    add(bucketOf(low ^ place), CONCEPT_VALUE);
    for (let second = first & (first - 1); second !== 0; second &= second - 1) {
      add(bucketOf(join(low, second & -second) ^ place), CONCEPT_VALUE);
    }
  }
}

// What its words mean: alone, one after the other, near one another, and what comes first.
function hashSenses(senses: readonly (readonly number[])[], shares: Shares, add: (bucket: number, share: number) => void): void {
  const meant = senses.filter((here) => here.length > 0);
  for (const [at, here] of meant.entries()) {
    for (const sense of here) {
      const hash = Math.imul(sense ^ SENSE, PRIME);
      add(bucketOf(hash), shares.sense);
      if (at === 0) add(bucketOf(hash ^ FIRST), shares.sense);
      for (let next = at + 1; next <= at + SENSES_APART && next < meant.length; next += 1) {
        for (const other of meant[next]!) {
          const low = Math.min(sense, other);
          if (shares.sensePair > 0) add(bucketOf(join(Math.imul(low ^ NEAR, PRIME), sense ^ other ^ low)), shares.sensePair);
          if (next === at + 1) add(bucketOf(join(hash, other)), shares.sense);
        }
      }
    }
  }
}

/** The word to hash, a placeholder, or null for marks. */
function wordOf(token: Token, names: ReadonlySet<string>): string | null {
  if (token.type === 'mark') return token.text === '?' || token.text === '%' ? token.text : null;
  if (token.type === 'number') return '<n>';
  if (token.type !== 'word') return token.text.startsWith('<') ? token.text : `<${token.type}>`;
  return names.has(token.text) ? '<name>' : token.text;
}

// Beginnings, ends and middles of long words: inflection and compounds.
function hashPieces(word: string, share: number, add: (bucket: number, share: number) => void): void {
  for (let at = 0; at + PIECE <= word.length; at += 1) {
    const edge = at === 0 ? 1 : at + PIECE === word.length ? 2 : 3;
    add(bucketOf(Math.imul(hashText(word, at, at + PIECE) ^ PIECES, PRIME) + edge), share);
  }
}

/** FNV-1a, 32 bits. */
function hashText(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash === 0 ? 1 : hash;
}

function join(first: number, second: number): number {
  return Math.imul((first << 7) ^ (first >>> 25) ^ second, PRIME) ^ 0x5bd1e995;
}

/** The finalizer of MurmurHash3 spreads every bit over the bucket's. */
function bucketOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) & (BUCKETS - 1);
}
