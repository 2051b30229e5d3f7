// A mail's words as numbered features for the linear model: words and pairs of words within a clause, pieces of words (characters for scripts
// without spaces), the concepts a clause speaks of and the rules that spoke, each hashed into a fixed number of buckets. Amounts, dates,
// numbers and the sender's name become placeholders, else the model would learn brands. Time is bounded by WORDS_MAX. Triples of words, marks
// of the subject and weights by rarity were tried and measured worse.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import type { Evidence, Findings } from '../find-evidence.ts';
import { foldText } from '../fold-text.ts';
import { RULES } from '../frames/rules.ts';
import type { Clause } from '../read-clauses.ts';
import type { Token } from '../tokenize.ts';

export const BUCKET_BITS = 16;
export const BUCKETS = 1 << BUCKET_BITS;
export const SENTENCE_BUCKETS = 1 << 15;

/** What a word counts by where it stands. */
const PLACE_VALUE = { subject: 1.5, lead: 1, body: 0.6 } as const;
/** Subjects and first paragraphs say what a mail is; the measured gain ends below this many words. */
const WORDS_MAX = 400;
const PIECE = 5;
const PIECE_VALUE = 0.5;
const CONCEPT_VALUE = 1;
const RULE_VALUE = 2;

export interface Features {
  /** Distinct buckets in order of appearance, and the value of each; values have length 1 together. */
  readonly buckets: Uint32Array;
  readonly values: Float64Array;
}

/** The buckets of one clause, for explanations. */
export function bucketsOfClause(clause: Clause, names: ReadonlySet<string>): Set<number> {
  const buckets = new Set<number>();
  hashClause(clause, names, (bucket) => buckets.add(bucket));
  return buckets;
}

export function hashFeatures(clauses: readonly Clause[], names: ReadonlySet<string>, findings: Findings): Features {
  const sums = new Map<number, number>();
  let words = 0;
  for (const [index, clause] of clauses.entries()) {
    if (words >= WORDS_MAX) break;
    words += clause.tokens.length;
    const value = PLACE_VALUE[clause.place];
    const add = (bucket: number, share: number): void => void sums.set(bucket, (sums.get(bucket) ?? 0) + value * share);
    hashClause(clause, names, add);
    hashConcepts(findings.concepts[index]!, clause, add);
  }
  for (const item of findings.evidence) {
    if (RULES[item.rule].signal) continue;
    sums.set(bucketOfRule(`${item.rule} ${item.voided ?? item.clause.place}`), RULE_VALUE);
  }
  return featuresOf(sums);
}

/**
 * The same of one sentence, into fewer buckets, for the model that tells sentences apart (sentence-model.ts).
 * @param evidence the statements found in it.
 */
export function hashSentence(clause: Clause, names: ReadonlySet<string>, concepts: number, evidence: readonly Evidence[]): Features {
  const sums = new Map<number, number>();
  const add = (bucket: number, share: number): void => {
    const at = bucket & (SENTENCE_BUCKETS - 1);
    sums.set(at, (sums.get(at) ?? 0) + share);
  };
  hashClause(clause, names, add);
  hashConcepts(concepts, { ...clause, place: 'body' }, add);
  for (const { rule, voided } of evidence) add(bucketOfRule(`${rule} ${voided ?? ''}`), 1);
  return featuresOf(sums);
}

function featuresOf(sums: ReadonlyMap<number, number>): Features {
  const buckets = new Uint32Array(sums.size);
  const values = new Float64Array(sums.size);
  let at = 0;
  let squares = 0;
  for (const [bucket, sum] of sums) {
    // A word said five times is not five times as telling.
    const value = sum <= 1 ? sum : Math.sqrt(sum);
    buckets[at] = bucket;
    values[at] = value;
    squares += value * value;
    at += 1;
  }
  const length = Math.sqrt(squares) || 1;
  for (let index = 0; index < values.length; index += 1) values[index]! /= length;
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
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function hashClause(clause: Clause, names: ReadonlySet<string>, add: (bucket: number, share: number) => void): void {
  let before = 0;
  const gram = (hash: number): void => {
    add(bucketOf(hash), 1);
    if (before !== 0) add(bucketOf(join(before, hash)), 1);
    before = hash;
  };
  for (const token of clause.tokens) {
    const text = wordOf(token, names);
    if (text === null) continue;
    if (token.type !== 'word' || text !== token.text) gram(hashText(text, 0, text.length));
    else if (CJK.test(text)) for (let at = 0; at < text.length; at += 1) gram(hashText(text, at, at + 1));
    else {
      gram(hashText(text, 0, text.length));
      if (text.length > PIECE) hashPieces(text, add);
    }
  }
}

// What the clause speaks of, alone and in pairs: the same in every language.
function hashConcepts(mask: number, clause: Clause, add: (bucket: number, share: number) => void): void {
  const place = clause.place === 'subject' ? SUBJECT : 0;
  for (let first = mask; first !== 0; first &= first - 1) {
    const low = Math.imul((first & -first) ^ CONCEPT, PRIME);
    add(bucketOf(low ^ place), CONCEPT_VALUE);
    for (let second = first & (first - 1); second !== 0; second &= second - 1) {
      add(bucketOf(join(low, second & -second) ^ place), CONCEPT_VALUE);
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
function hashPieces(word: string, add: (bucket: number, share: number) => void): void {
  for (let at = 0; at + PIECE <= word.length; at += 1) {
    const edge = at === 0 ? 1 : at + PIECE === word.length ? 2 : 3;
    add(bucketOf(Math.imul(hashText(word, at, at + PIECE) ^ PIECES, PRIME) + edge), PIECE_VALUE);
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
