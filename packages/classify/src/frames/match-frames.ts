// Runs a compiled language over the tokens of one clause. Time is bounded by tokens × frames × gap: a row of steps is advanced
// as a set of positions, never by backtracking.
import type { Token } from '../tokenize.ts';
import { BUILT_IN, type CompiledLexicon, type Frame, type TrieNode } from './compile-lexicon.ts';
import type { RuleId } from './rules.ts';

export interface FrameMatch {
  readonly rule: RuleId;
  /** Token positions: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

/** Where the phrases of each class lie in a clause. */
export class ClassSpans {
  /** Per token position: pairs of class id and end position. */
  readonly #spans: (readonly number[])[];
  readonly length: number;
  readonly #lexicon: CompiledLexicon;
  readonly #tokens: readonly Token[];
  /** By class id: where its last phrase starts, or -1. */
  readonly #last: Int16Array;
  /** The classes that have a phrase. */
  readonly #found: number[] = [];

  constructor(tokens: readonly Token[], lexicon: CompiledLexicon) {
    this.#tokens = tokens;
    this.length = tokens.length;
    this.#lexicon = lexicon;
    this.#last = new Int16Array(lexicon.concepts.length).fill(-1);
    this.#spans = tokens.map((token, at) => this.#spansAt(token, at));
  }

  /** Whether each of these classes has a phrase at `from` or later: most frames end here. */
  hasAllFrom(from: number, classIds: readonly number[]): boolean {
    for (let index = 0; index < classIds.length; index += 1) if (this.#last[classIds[index]!]! < from) return false;
    return true;
  }

  #spansAt(token: Token, at: number): readonly number[] {
    const starts = startsOf(token, this.#lexicon);
    if (starts.length === 0) return NOTHING;
    const spans: number[] = [];
    for (const node of starts) collect(this.#tokens, at + 1, node, spans);
    for (let index = 0; index < spans.length; index += 2) {
      const id = spans[index]!;
      if (this.#last[id] === -1) this.#found.push(id);
      this.#last[id] = at;
    }
    return spans;
  }

  /** How many words follow, punctuation aside. */
  wordsFrom(position: number): number {
    return this.#tokens.slice(position).filter((token) => token.type !== 'mark').length;
  }

  /** Where the last such punctuation mark between two positions stands, or -1. */
  lastMark(mark: string, from: number, to: number): number {
    for (let at = to - 1; at >= from; at -= 1) if (this.#tokens[at]!.text === mark) return at;
    return -1;
  }

  at(position: number): readonly number[] {
    return this.#spans[position] ?? NOTHING;
  }

  /** Positions where a phrase of the named class starts. */
  startsOf(className: string): number[] {
    const id = this.#lexicon.classIds.get(className);
    const starts: number[] = [];
    for (let at = 0; at < this.length; at += 1) if (id !== undefined && this.has(at, id)) starts.push(at);
    return starts;
  }

  /** Start and end of every phrase of the named class. */
  phrasesOf(className: string): [number, number][] {
    const id = this.#lexicon.classIds.get(className);
    const phrases: [number, number][] = [];
    for (let at = 0; at < this.length; at += 1) {
      const spans = this.at(at);
      for (let index = 0; index < spans.length; index += 2) if (spans[index] === id) phrases.push([at, spans[index + 1]!]);
    }
    return phrases;
  }

  /** What the clause speaks of, as bits (model/concepts.ts). */
  get concepts(): number {
    let mask = 0;
    for (const id of this.#found) mask |= this.#lexicon.concepts[id]!;
    return mask;
  }

  has(position: number, classId: number): boolean {
    const spans = this.at(position);
    for (let index = 0; index < spans.length; index += 2) if (spans[index] === classId) return true;
    return false;
  }
}

/** Every frame found, the shortest reading of each per starting point. */
export function matchFrames(spans: ClassSpans, lexicon: CompiledLexicon): FrameMatch[] {
  const matches: FrameMatch[] = [];
  const block = lexicon.classIds.get('block')!;
  for (const frame of lexicon.framesAtStart) {
    const to = matchFrom(frame, 0, spans, block);
    if (to !== -1) matches.push({ rule: frame.rule, from: 0, to });
  }
  for (let from = 0; from < spans.length; from += 1) {
    const starts = spans.at(from);
    for (let index = 0; index < starts.length; index += 2) {
      for (const frame of lexicon.framesByClass.get(starts[index]!) ?? []) {
        const to = matchFrom(frame, from, spans, block);
        if (to !== -1) matches.push({ rule: frame.rule, from, to });
      }
    }
  }
  return matches;
}

function matchFrom(frame: Frame, from: number, spans: ClassSpans, block: number): number {
  if (!spans.hasAllFrom(from, frame.required)) return -1;
  let reached = [from];
  for (const step of frame.steps) {
    const next = step.optional ? [...reached] : [];
    for (const position of reached) advance(position, step.gap, step.classId, spans, block, next);
    if (next.length === 0) return -1;
    reached = [...new Set(next)];
  }
  const ends = reached.filter((position) => position > from && (frame.tail === null || spans.wordsFrom(position) <= frame.tail));
  return ends.length === 0 ? -1 : Math.min(...ends);
}

function advance(position: number, gap: number, classId: number, spans: ClassSpans, block: number, next: number[]): void {
  for (let skipped = 0; skipped <= gap; skipped += 1) {
    const at = position + skipped;
    if (at >= spans.length) return;
    const found = spans.at(at);
    for (let index = 0; index < found.length; index += 2) if (found[index] === classId) next.push(found[index + 1]!);
    if (spans.has(at, block)) return;
  }
}

const TYPE_KEYS = { word: null, mark: null, number: BUILT_IN.num, money: BUILT_IN.money, date: BUILT_IN.date } as const;

const NOTHING: readonly never[] = [];
/** Mail decides which words are met. */
const STARTS_MAX = 20_000;

function startsOf(token: Token, { root, starts }: CompiledLexicon): readonly TrieNode[] {
  if (TYPE_KEYS[token.type] !== null) return childrenOf(root, token);
  const known = starts.get(token.text);
  if (known) return known;
  const found = childrenOf(root, token);
  if (starts.size >= STARTS_MAX) starts.clear();
  starts.set(token.text, found.length === 0 ? NOTHING : found);
  return found;
}

function collect(tokens: readonly Token[], at: number, node: TrieNode, spans: number[]): void {
  for (const classId of node.classes) spans.push(classId, at);
  const token = tokens[at];
  if (token === undefined || isLeaf(node)) return;
  for (const child of childrenOf(node, token)) collect(tokens, at + 1, child, spans);
}

function isLeaf({ words, prefixLengths, suffixLengths }: TrieNode): boolean {
  return words.size === 0 && prefixLengths.length === 0 && suffixLengths.length === 0;
}

function childrenOf(node: TrieNode, token: Token): TrieNode[] {
  const children: TrieNode[] = [];
  const word = token.text;
  const typed = TYPE_KEYS[token.type];
  const ofType = typed === null ? undefined : node.words.get(typed);
  if (ofType) children.push(ofType);
  const exact = node.words.get(word);
  if (exact) children.push(exact);
  for (const length of node.prefixLengths) {
    if (length > word.length) break;
    const child = length < 2 ? undefined : node.prefixes.get(word.slice(0, length));
    if (child) children.push(child);
  }
  for (const length of node.suffixLengths) {
    if (length > word.length) break;
    const child = length < 2 ? undefined : node.suffixes.get(word.slice(-length));
    if (child) children.push(child);
  }
  return children;
}
