// The phrases of a language's classes as one tree of words: `cancel* your` is the child `your` of the child `cancel*`. Built by compile-lexicon.ts,
// walked by match-frames.ts. There are tens of thousands of nodes, most of them leaves: what a node has none of takes no room.
import { wordsOf } from '../tokenize.ts';
import { firstOf, type Word } from '../words.ts';

export interface TrieNode {
  words: Map<string, TrieNode> | null;
  /** Children that match a word's beginning (`cancel*`) or end (`*abo`). */
  prefixes: Affixes | null;
  suffixes: Affixes | null;
  /** What its children may begin with, as Word.firsts: most words lead nowhere, which this says without looking for them. */
  firsts: number;
  /** Of the phrases that end here. */
  readonly classes: number[];
}

interface Affixes {
  readonly nodes: Map<string, TrieNode>;
  /** That occur, ascending. */
  readonly lengths: number[];
}

/** Classes that a token's type fills instead of its word; in the tree their key is `{date}`, `{money}`, `{num}`. */
export const BUILT_IN = { date: '{date}', money: '{money}', num: '{num}' } as const;

/** A shorter piece of a word says nothing. */
const AFFIX_MIN = 2;
const TYPE_KEYS = { word: null, mark: null, number: BUILT_IN.num, money: BUILT_IN.money, date: BUILT_IN.date } as const;

export function newNode(): TrieNode {
  return { words: null, prefixes: null, suffixes: null, firsts: 0, classes: [] };
}

/** Where a phrase ends, put there if it is new. */
export function nodeOf(root: TrieNode, phrase: string): TrieNode {
  let node = root;
  for (const word of wordsOf(phrase)) node = childFor(node, word);
  return node;
}

export function isLeaf({ firsts }: TrieNode): boolean {
  return firsts === 0;
}

const NONE: readonly TrieNode[] = [];

/** The nodes that a word leads to: mostly none. */
export function childrenOf(node: TrieNode, word: Word): readonly TrieNode[] {
  if ((node.firsts & word.firsts) === 0) return NONE;
  const { words, prefixes, suffixes } = node;
  const { text, type } = word;
  let children = NONE;
  if (words !== null) {
    const typed = TYPE_KEYS[type];
    if (typed !== null) children = withChild(children, words.get(typed));
    children = withChild(children, words.get(text));
  }
  if (prefixes !== null) {
    for (const length of prefixes.lengths) {
      if (length > text.length) break;
      if (length >= AFFIX_MIN) children = withChild(children, prefixes.nodes.get(text.slice(0, length)));
    }
  }
  if (suffixes !== null) {
    for (const length of suffixes.lengths) {
      if (length > text.length) break;
      if (length >= AFFIX_MIN) children = withChild(children, suffixes.nodes.get(text.slice(-length)));
    }
  }
  return children;
}

function withChild(children: readonly TrieNode[], child: TrieNode | undefined): readonly TrieNode[] {
  if (child === undefined) return children;
  return children.length === 0 ? [child] : [...children, child];
}

/** What ends in a certain way may begin in any. */
const ANY = -1;

function childFor(node: TrieNode, word: string): TrieNode {
  node.firsts |= word.startsWith('*') ? ANY : firstOf(word);
  if (word.endsWith('*')) return affix((node.prefixes ??= { nodes: new Map(), lengths: [] }), word.slice(0, -1));
  if (word.startsWith('*')) return affix((node.suffixes ??= { nodes: new Map(), lengths: [] }), word.slice(1));
  return getOrAdd((node.words ??= new Map()), word);
}

function affix({ nodes, lengths }: Affixes, text: string): TrieNode {
  if (!lengths.includes(text.length)) lengths.splice(lengths.filter((other) => other < text.length).length, 0, text.length);
  return getOrAdd(nodes, text);
}

function getOrAdd(children: Map<string, TrieNode>, key: string): TrieNode {
  const known = children.get(key);
  if (known) return known;
  const node = newNode();
  children.set(key, node);
  return node;
}
