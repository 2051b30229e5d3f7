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
import { firstOf, hashText, type Word } from '../words.ts';
import { FeatureSums, type Features } from './feature-sums.ts';

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

const sums = new FeatureSums();

/** The buckets of one clause, for explanations. */
export function bucketsOfClause(clause: Clause, names: ReadonlySet<string>, language: string): Uint32Array {
  sums.begin(BUCKETS);
  hashSenses(sensesOf(clause, language), MAIL, 1);
  hashClause(clause, names, MAIL, 1);
  return sums.copy().buckets;
}

/**
 * The buckets of a whole mail.
 * @param language whose words have senses (senses.ts); of another one the words count alone.
 */
export function hashFeatures(clauses: readonly Clause[], names: ReadonlySet<string>, findings: Findings, language: string): Features {
  sums.begin(BUCKETS);
  let words = 0;
  for (const [index, clause] of clauses.entries()) {
    if (words >= WORDS_MAX) break;
    words += clause.tokens.length;
    const value = PLACE_VALUE[clause.place];
    hashClause(clause, names, MAIL, value);
    hashConcepts(findings.concepts[index]!, clause.place === 'subject' ? SUBJECT : 0, value);
    hashSenses(sensesOf(clause, language), MAIL, value);
  }
  // A rule counts once, however often it spoke.
  const spoke = new Set<string>();
  for (const item of findings.evidence) {
    if (RULES[item.rule].signal) continue;
    spoke.add(`${item.rule} ${item.voided ?? item.clause.place}`);
  }
  for (const name of spoke) sums.add(bucketOfRule(name), RULE_VALUE);
  sums.finish();
  return sums.copy();
}

/**
 * The same of one sentence, into fewer buckets, for the model that tells sentences apart (sentence-model.ts).
 * @param evidence the statements found in it.
 * @returns the sums, which hold until the next text is hashed.
 */
export function hashSentence(
  clause: Clause,
  names: ReadonlySet<string>,
  concepts: number,
  evidence: readonly Evidence[],
  language: string,
): FeatureSums {
  sums.begin(SENTENCE_BUCKETS);
  hashClause(clause, names, SENTENCE, 1);
  hashConcepts(concepts, 0, 1);
  hashSenses(sensesOf(clause, language), SENTENCE, 1);
  sums.add(bucketOf(LENGTH + Math.min(LONG_SENTENCE, clause.tokens.length >> 2)), 1);
  for (const { rule, voided } of evidence) sums.add(bucketOfRule(`${rule} ${voided ?? ''}`), 1);
  sums.finish();
  return sums;
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

const PRIME = 0x01000193;
const SUBJECT = 0x9e3779b1;
const PIECES = 0x85ebca6b;
const CONCEPT = 0x27d4eb2f;
const RULE = 0x165667b1;
const SENSE = 0x2545f491;
const FIRST = 0x5851f42d;
const NEAR = 0x14057b7e;
const LENGTH = 0x4c957f2d;
// Amounts, dates, numbers and the sender's name, whichever they are.
const NUMBER = hashOf('<n>');
const NAME = hashOf('<name>');

/** @param value what the clause counts by its place. */
function hashClause(clause: Clause, names: ReadonlySet<string>, shares: Shares, value: number): void {
  // Most words begin as no word of the name does, which is asked sooner than the set.
  let firsts = 0;
  for (const name of names) firsts |= firstOf(name);
  let before = 0;
  for (const { word, type } of clause.tokens) {
    if (type === 'word' && ((word.firsts & firsts) === 0 || !names.has(word.text))) {
      if (word.isCharacters) before = hashCharacters(word.text, before, shares, value);
      else {
        before = hashGram(word.hash, before, shares, value);
        if (shares.piece > 0 && word.text.length > PIECE) {
          const share = value * shares.piece;
          for (const piece of piecesOf(word)) sums.add(piece, share);
        }
      }
    } else {
      const gram = gramOf(word);
      if (gram !== 0) before = hashGram(gram, before, shares, value);
    }
  }
}

/** Alone and with the one before it. @returns itself, as the one before the next. */
function hashGram(gram: number, before: number, shares: Shares, value: number): number {
  sums.add(bucketOf(gram), value * shares.word);
  if (before !== 0) sums.add(bucketOf(join(before, gram)), value * shares.pair);
  return gram;
}

function hashCharacters(text: string, before: number, shares: Shares, value: number): number {
  let last = before;
  for (let at = 0; at < text.length; at += 1) last = hashGram(hashText(text, at, at + 1), last, shares, value);
  return last;
}

// What the clause speaks of, alone and in pairs: the same in every language.
function hashConcepts(mask: number, place: number, value: number): void {
  const share = value * CONCEPT_VALUE;
  for (let first = mask; first !== 0; first &= first - 1) {
    const low = Math.imul((first & -first) ^ CONCEPT, PRIME);
    sums.add(bucketOf(low ^ place), share);
    for (let second = first & (first - 1); second !== 0; second &= second - 1) {
      sums.add(bucketOf(join(low, second & -second) ^ place), share);
    }
  }
}

// What its words mean: alone, one after the other, near one another, and what comes first.
function hashSenses(senses: readonly (readonly number[])[], shares: Shares, value: number): void {
  const share = value * shares.sense;
  const meant = senses.filter((here) => here.length > 0);
  for (let at = 0; at < meant.length; at += 1) {
    for (const sense of meant[at]!) {
      const hash = Math.imul(sense ^ SENSE, PRIME);
      sums.add(bucketOf(hash), share);
      if (at === 0) sums.add(bucketOf(hash ^ FIRST), share);
      for (let next = at + 1; next <= at + SENSES_APART && next < meant.length; next += 1) {
        for (const other of meant[next]!) {
          if (shares.sensePair > 0) {
            const low = Math.min(sense, other);
            sums.add(bucketOf(join(Math.imul(low ^ NEAR, PRIME), sense ^ other ^ low)), value * shares.sensePair);
          }
          if (next === at + 1) sums.add(bucketOf(join(hash, other)), share);
        }
      }
    }
  }
}

/** What is hashed of what is no word, or is the sender's name: a placeholder, a mark that matters, or 0. */
function gramOf(word: Word): number {
  switch (word.type) {
    case 'word':
      return NAME;
    case 'mark':
      return word.text === '?' || word.text === '%' ? word.hash : 0;
    case 'number':
      return NUMBER;
    default:
      return word.text.startsWith('<') ? word.hash : hashOf(`<${word.type}>`);
  }
}

// Beginnings, ends and middles of long words: inflection and compounds.
function piecesOf(word: Word): readonly number[] {
  if (word.pieces !== null) return word.pieces;
  const { text } = word;
  const pieces: number[] = [];
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    const edge = at === 0 ? 1 : at + PIECE === text.length ? 2 : 3;
    pieces.push(bucketOf(Math.imul(hashText(text, at, at + PIECE) ^ PIECES, PRIME) + edge));
  }
  word.pieces = pieces;
  return pieces;
}

function hashOf(text: string): number {
  return hashText(text, 0, text.length);
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
