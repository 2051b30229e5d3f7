// Turns a language file into what the matcher runs: one trie over the words of all classes, and each pattern as a row of steps.
import { foldText } from '../fold-text.ts';
import { conceptMask } from '../model/concepts.ts';
import { REQUIRED_CLASSES, type Lexicon } from './lexicon.ts';
import { BUILT_IN, newNode, nodeOf, type TrieNode } from './phrase-trie.ts';
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

/** Frames that may start at the same place. */
export interface FrameList {
  readonly frames: readonly Frame[];
  /** By place in `frames`: a class of those required, the rarest as a rule. Where no phrase of it follows the frame need not be looked at. */
  readonly needed: Int16Array;
}

export interface CompiledLexicon {
  readonly language: string;
  readonly root: TrieNode;
  /** Its own among those compiled: where a word keeps what the trie knows of it (words.ts). */
  readonly number: number;
  /** Frames by the class of their first step. */
  readonly framesByClass: readonly (FrameList | undefined)[];
  /** Frames bound to the clause's beginning (`^`). */
  readonly framesAtStart: FrameList;
  readonly classIds: ReadonlyMap<string, number>;
  /** By class id: the class as a concept that all languages share, 0 for others. */
  readonly concepts: readonly number[];
}

let compiled = 0;

/** @throws an Error naming the language and pattern for a mistake in the data: found by the first test that loads it. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const root = newNode();
  // A phrase is of four classes on average, as a word of its own and in the groups of patterns.
  const ending = remembered((phrase) => nodeOf(root, checked(phrase, lexicon.language)));
  const classIds = new Map<string, number>();
  const classIdOf = (key: string, phrases: () => string[]): number => {
    const known = classIds.get(key);
    if (known !== undefined) return known;
    const id = classIds.size;
    classIds.set(key, id);
    for (const phrase of phrases()) {
      const { classes } = ending(phrase);
      if (!classes.includes(id)) classes.push(id);
    }
    return id;
  };
  const expand: (name: string) => string[] = remembered((name) => {
    if (name in BUILT_IN) return [`{${name}}`];
    const words = lexicon.classes[name];
    if (words === undefined) throw new Error(`${lexicon.language}: there is no word class {${name}}.`);
    return splitList(words).flatMap((phrase) => fill(phrase, expand));
  });
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
      if (!first || frame.required.length === 0) throw new Error(`${lexicon.language}: "${pattern}" has no element that must be there.`);
      if (frame.atStart) framesAtStart.push(frame);
      else framesByClass.set(first.classId, (framesByClass.get(first.classId) ?? []).concat(frame));
    }
  }
  const concepts = [...classIds.keys()].map(conceptMask);
  const lists: (FrameList | undefined)[] = concepts.map(() => undefined);
  for (const [first, frames] of framesByClass) lists[first] = frameList(frames);
  return {
    language: lexicon.language,
    root,
    number: compiled++,
    framesByClass: lists,
    framesAtStart: frameList(framesAtStart),
    classIds,
    concepts,
  };
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

// The verb stands last more often than not, and is rarer than "your" and "subscription".
function frameList(frames: readonly Frame[]): FrameList {
  return { frames, needed: Int16Array.from(frames, ({ required }) => required.at(-1)!) };
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
  if (!phrase.includes('{')) return [phrase];
  for (const match of phrase.matchAll(/\{(\w+)\}/g)) {
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
