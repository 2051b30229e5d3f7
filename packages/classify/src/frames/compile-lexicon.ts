// Turns a language file into what the matcher runs: one trie over the words of all classes, and each pattern as a row of steps.
import { foldText } from '../fold-text.ts';
import { conceptMask } from '../model/concepts.ts';
import { wordsOf } from '../tokenize.ts';
import { REQUIRED_CLASSES, type Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';

export interface Step {
  readonly classId: number;
  /** How many tokens may be skipped before this step. */
  readonly gap: number;
  readonly optional: boolean;
}

export interface Frame {
  readonly rule: RuleId;
  readonly steps: readonly Step[];
  /** Classes of the steps that may not be absent. */
  readonly required: readonly number[];
  readonly atStart: boolean;
  /** How many tokens may stand between the last step and the clause's end; null when any number may. */
  readonly tail: number | null;
}

export interface TrieNode {
  readonly words: Map<string, TrieNode>;
  /** Children that match a word's beginning (`cancel*`) or end (`*abo`); most nodes have none. */
  readonly prefixes: Map<string, TrieNode>;
  readonly suffixes: Map<string, TrieNode>;
  /** Lengths that occur among each of these two, ascending. */
  readonly prefixLengths: number[];
  readonly suffixLengths: number[];
  readonly classes: number[];
}

export interface CompiledLexicon {
  readonly language: string;
  readonly root: TrieNode;
  /** Words met so far, and the nodes of the trie that a phrase beginning with them leads to: hardly any. Filled while mail is read. */
  readonly starts: Map<string, readonly TrieNode[]>;
  /** Frames by the class of their first step. */
  readonly framesByClass: ReadonlyMap<number, readonly Frame[]>;
  /** Frames bound to the clause's beginning (`^`). */
  readonly framesAtStart: readonly Frame[];
  readonly classIds: ReadonlyMap<string, number>;
  /** By class id: the class as a concept that all languages share, 0 for others. */
  readonly concepts: readonly number[];
}

/** Classes that a token's type fills instead of its word; in the trie their key is `{date}`, `{money}`, `{num}`. */
export const BUILT_IN = { date: '{date}', money: '{money}', num: '{num}' } as const;

/** @throws an Error naming the language and pattern for a mistake in the data: found by the first test that loads it. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const root = newNode();
  const classIds = new Map<string, number>();
  const classIdOf = (key: string, phrases: () => string[]): number => {
    const known = classIds.get(key);
    if (known !== undefined) return known;
    const id = classIds.size;
    classIds.set(key, id);
    for (const phrase of phrases()) insert(root, checked(phrase, lexicon.language), id);
    return id;
  };
  const expand = (name: string): string[] => {
    if (name in BUILT_IN) return [`{${name}}`];
    const words = lexicon.classes[name];
    if (words === undefined) throw new Error(`${lexicon.language}: there is no word class {${name}}.`);
    return splitList(words).flatMap((phrase) => fill(phrase, expand));
  };
  for (const name of REQUIRED_CLASSES) expand(name);
  for (const name of Object.keys(BUILT_IN)) classIdOf(name, () => expand(name));
  for (const name of Object.keys(lexicon.classes)) classIdOf(name, () => expand(name));

  const framesByClass = new Map<number, Frame[]>();
  const framesAtStart: Frame[] = [];
  for (const [rule, patterns] of Object.entries(lexicon.patterns)) {
    for (const [at, pattern] of patterns.entries()) {
      if (patterns.indexOf(pattern) !== at) throw new Error(`${lexicon.language}: "${pattern}" stands twice under ${rule}.`);
      const frame = parsePattern(rule as RuleId, pattern, (element) => elementClass(element, classIdOf, expand));
      const first = frame.steps[0];
      if (!first) throw new Error(`${lexicon.language}: "${pattern}" has no element.`);
      if (frame.atStart) framesAtStart.push(frame);
      else framesByClass.set(first.classId, [...(framesByClass.get(first.classId) ?? []), frame]);
    }
  }
  const concepts = [...classIds.keys()].map(conceptMask);
  return { language: lexicon.language, root, starts: new Map(), framesByClass, framesAtStart, classIds, concepts };
}

function parsePattern(rule: RuleId, pattern: string, classOf: (element: string) => number): Frame {
  const steps: Step[] = [];
  let gap = 0;
  let atStart = false;
  let atEnd = false;
  for (const part of pattern.match(/\([^)]*\)\??|\S+/g) ?? []) {
    if (part === '^') atStart = true;
    else if (part === '$') atEnd = true;
    else if (/^\.\.\d{1,2}$/.test(part)) gap = Number(part.slice(2));
    else {
      const optional = part.endsWith('?');
      steps.push({ classId: classOf(optional ? part.slice(0, -1) : part), gap, optional });
      // An absent optional step must not eat the room of the next one.
      if (!optional) gap = 0;
    }
  }
  // What may be absent at the front says nothing, unless the front is the clause's beginning.
  const required = steps.findIndex((step) => !step.optional);
  const kept = atStart ? steps : steps.slice(required).map((step, index) => (index === 0 ? { ...step, gap: 0 } : step));
  const needed = kept.filter((step) => !step.optional).map((step) => step.classId);
  return { rule, steps: kept, required: [...new Set(needed)], atStart, tail: atEnd ? gap : null };
}

function elementClass(
  element: string,
  classIdOf: (key: string, phrases: () => string[]) => number,
  expand: (name: string) => string[],
): number {
  if (isReference(element)) {
    const name = element.slice(1, -1);
    return classIdOf(name, () => expand(name));
  }
  if (!element.startsWith('(')) return classIdOf(`"${element}`, () => [element]);
  const phrases = () =>
    element
      .slice(1, -1)
      .split('|')
      .flatMap((option) => fill(option.trim(), expand));
  return classIdOf(element, phrases);
}

function isReference(text: string): boolean {
  return /^\{\w+\}$/.test(text);
}

/** The phrases a phrase with `{class}` inside stands for. */
function fill(phrase: string, expand: (name: string) => string[]): string[] {
  const reference = /\{(\w+)\}/g;
  for (const match of phrase.matchAll(reference)) {
    if (Object.hasOwn(BUILT_IN, match[1]!)) continue;
    const before = phrase.slice(0, match.index);
    const after = phrase.slice(match.index + match[0].length);
    return expand(match[1]!).flatMap((words) => fill(before + words + after, expand));
  }
  return [phrase];
}

function splitList(words: string): string[] {
  return words
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

/** A phrase that could never match: text is folded before it is compared, and groups do not stand in groups. */
function checked(phrase: string, language: string): string {
  if (/[()?]|.\||\|./.test(phrase)) throw new Error(`${language}: "${phrase}" has a bracket too many: a group can't stand in a group.`);
  if (phrase.includes('..') || foldText(phrase).folded !== phrase) throw new Error(`${language}: "${phrase}" is not a folded phrase.`);
  return phrase;
}

function insert(root: TrieNode, phrase: string, classId: number): void {
  let node = root;
  for (const word of wordsOf(phrase)) node = childFor(node, word);
  if (!node.classes.includes(classId)) node.classes.push(classId);
}

function childFor(node: TrieNode, word: string): TrieNode {
  if (word.endsWith('*')) {
    addLength(node.prefixLengths, word.length - 1);
    return getOrAdd(node.prefixes, word.slice(0, -1));
  }
  if (word.startsWith('*')) {
    addLength(node.suffixLengths, word.length - 1);
    return getOrAdd(node.suffixes, word.slice(1));
  }
  return getOrAdd(node.words, word);
}

function addLength(lengths: number[], length: number): void {
  if (!lengths.includes(length)) lengths.splice(lengths.filter((other) => other < length).length, 0, length);
}

function getOrAdd(children: Map<string, TrieNode>, key: string): TrieNode {
  const known = children.get(key);
  if (known) return known;
  const node = newNode();
  children.set(key, node);
  return node;
}

function newNode(): TrieNode {
  return { words: new Map(), prefixes: new Map(), suffixes: new Map(), prefixLengths: [], suffixLengths: [], classes: [] };
}
