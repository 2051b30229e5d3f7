// Runs a compiled language over the tokens of one clause. Time is bounded by tokens × frames × gap: a row of steps is advanced
// as a set of positions, never by backtracking.
import type { Token } from '../tokenize.ts';
import type { CompiledLexicon, Frame, FrameList } from './compile-lexicon.ts';
import { childrenOf, isLeaf, type TrieNode } from './phrase-trie.ts';
import type { RuleId } from './rules.ts';

export interface FrameMatch {
  readonly rule: RuleId;
  /** Token positions: first, and one past the last. */
  readonly from: number;
  readonly to: number;
}

const spansByLexicon = new Map<CompiledLexicon, ClassSpans>();

/** The spans of a lexicon, of whichever clause was read last: nobody may keep them. */
export function spansOf(lexicon: CompiledLexicon): ClassSpans {
  const known = spansByLexicon.get(lexicon);
  if (known !== undefined) return known;
  const spans = new ClassSpans(lexicon);
  spansByLexicon.set(lexicon, spans);
  return spans;
}

/** Where the phrases of each class lie in a clause: of one clause after another, since most of what it keeps is the same for all. */
export class ClassSpans {
  readonly #lexicon: CompiledLexicon;
  #tokens: readonly Token[] = [];
  /** Class id and end position of each phrase, by where it starts. Overwritten from clause to clause. */
  readonly pairs: number[] = [];
  /** By token position: where its pairs begin; one more for the end. */
  readonly #begins: number[] = [];
  /** By class id: where its last phrase starts, or -1. */
  readonly #last: Int16Array;
  /** The classes that have a phrase, so many of them. */
  readonly #found: number[] = [];
  #foundCount = 0;

  constructor(lexicon: CompiledLexicon) {
    this.#lexicon = lexicon;
    this.#last = new Int16Array(lexicon.concepts.length).fill(-1);
  }

  get length(): number {
    return this.#tokens.length;
  }

  /** From here on everything is about the clause of these tokens. */
  read(tokens: readonly Token[]): void {
    const { pairs } = this;
    const last = this.#last;
    for (let at = 0; at < this.#foundCount; at += 1) last[this.#found[at]!] = -1;
    this.#tokens = tokens;
    let found = 0;
    let filled = 0;
    for (let at = 0; at < tokens.length; at += 1) {
      this.#begins[at] = filled;
      const next = this.#spansAt(at, filled);
      for (; filled < next; filled += 2) {
        const id = pairs[filled]!;
        if (last[id] === -1) this.#found[found++] = id;
        last[id] = at;
      }
    }
    this.#begins[tokens.length] = filled;
    this.#foundCount = found;
  }

  /** Whether the class has a phrase at `from` or later: most frames end here. */
  hasFrom(from: number, classId: number): boolean {
    return this.#last[classId]! >= from;
  }

  /** @returns behind the pairs that it put from `filled` on. */
  #spansAt(at: number, filled: number): number {
    let end = filled;
    for (const node of startsOf(this.#tokens[at]!, this.#lexicon)) end = collect(this.#tokens, at + 1, node, this.pairs, end);
    return end;
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

  /** Where the pairs of a position begin in `pairs`; those before end there. */
  begin(position: number): number {
    return this.#begins[position]!;
  }

  /** Positions where a phrase of the named class starts. */
  startsOf(className: string): readonly number[] {
    const id = this.#lexicon.classIds.get(className);
    if (id === undefined || !this.hasFrom(0, id)) return NOTHING;
    const starts: number[] = [];
    for (let at = 0; at < this.length; at += 1) if (this.has(at, id)) starts.push(at);
    return starts;
  }

  /** Start and end of every phrase of the named class. */
  phrasesOf(className: string): readonly [number, number][] {
    const id = this.#lexicon.classIds.get(className);
    if (id === undefined || !this.hasFrom(0, id)) return NOTHING;
    const phrases: [number, number][] = [];
    for (let at = 0; at < this.length; at += 1) {
      const end = this.begin(at + 1);
      for (let index = this.begin(at); index < end; index += 2) if (this.pairs[index] === id) phrases.push([at, this.pairs[index + 1]!]);
    }
    return phrases;
  }

  /** What the clause speaks of, as bits (model/concepts.ts). */
  get concepts(): number {
    let mask = 0;
    for (let at = 0; at < this.#foundCount; at += 1) mask |= this.#lexicon.concepts[this.#found[at]!]!;
    return mask;
  }

  has(position: number, classId: number): boolean {
    const end = this.begin(position + 1);
    for (let index = this.begin(position); index < end; index += 2) if (this.pairs[index] === classId) return true;
    return false;
  }
}

/** Every frame found, the shortest reading of each per starting point. */
export function matchFrames(spans: ClassSpans, lexicon: CompiledLexicon): FrameMatch[] {
  const matches: FrameMatch[] = [];
  const block = lexicon.classIds.get('block')!;
  matchFirst(lexicon.framesAtStart, 0, spans, block, matches);
  for (let from = 0; from < spans.length; from += 1) {
    const end = spans.begin(from + 1);
    for (let index = spans.begin(from); index < end; index += 2) {
      const list = lexicon.framesByClass[spans.pairs[index]!];
      if (list !== undefined) matchFirst(list, from, spans, block, matches);
    }
  }
  return matches;
}

function matchFirst({ frames, needed }: FrameList, from: number, spans: ClassSpans, block: number, matches: FrameMatch[]): void {
  for (let index = 0; index < needed.length; index += 1) {
    if (!spans.hasFrom(from, needed[index]!)) continue;
    const frame = frames[index]!;
    const to = matchFrom(frame, from, spans, block);
    if (to !== -1) matches.push({ rule: frame.rule, from, to });
  }
}

function matchFrom(frame: Frame, from: number, spans: ClassSpans, block: number): number {
  for (const id of frame.required) if (!spans.hasFrom(from, id)) return -1;
  let reached = [from];
  for (const step of frame.steps) {
    const next = step.optional ? [...reached] : [];
    for (const position of reached) advance(position, step.gap, step.classId, spans, block, next);
    if (next.length === 0) return -1;
    reached = next;
  }
  let end = -1;
  for (const position of reached) {
    if (position <= from || (end !== -1 && position >= end)) continue;
    if (frame.tail === null || spans.wordsFrom(position) <= frame.tail) end = position;
  }
  return end;
}

function advance(position: number, gap: number, classId: number, spans: ClassSpans, block: number, next: number[]): void {
  for (let skipped = 0; skipped <= gap; skipped += 1) {
    const at = position + skipped;
    if (at >= spans.length) return;
    const end = spans.begin(at + 1);
    for (let index = spans.begin(at); index < end; index += 2) if (spans.pairs[index] === classId) addOnce(next, spans.pairs[index + 1]!);
    if (spans.has(at, block)) return;
  }
}

function addOnce(positions: number[], position: number): void {
  if (!positions.includes(position)) positions.push(position);
}

const NOTHING: readonly never[] = [];

/** The nodes that a phrase beginning with the token leads to: hardly any. */
function startsOf({ word }: Token, { root, number }: CompiledLexicon): readonly TrieNode[] {
  return (word.starts[number] ??= childrenOf(root, word));
}

/** Puts the classes of the phrases that go on from a node. @returns behind what it put. */
function collect(tokens: readonly Token[], at: number, node: TrieNode, pairs: number[], filled: number): number {
  let end = filled;
  for (const classId of node.classes) {
    pairs[end++] = classId;
    pairs[end++] = at;
  }
  const token = tokens[at];
  if (token === undefined || isLeaf(node)) return end;
  for (const child of childrenOf(node, token.word)) end = collect(tokens, at + 1, child, pairs, end);
  return end;
}
