// The Merkle tree of RFC 6962 §2.1 (RFC 9162 keeps it), over SHA-256. Only perfect subtrees are stored, as (level, index): level 0 is a
// leaf hash, a node covers the leaves [index·2^level, (index+1)·2^level). Everything else is computed from them on demand.
//
// All functions are pure. They read stored nodes through a `NodeReader`; `neededNodes` tells which ones a computation will ask for,
// so that a database fetches them in one query first.
import { createHash } from 'node:crypto';

export interface NodePosition {
  readonly level: number;
  readonly index: number;
}
export interface TreeNode extends NodePosition {
  readonly hash: Buffer;
}
export type NodeReader = (level: number, index: number) => Buffer;

export const HASH_BYTES = 32;

export function leafHash(entry: Buffer | string): Buffer {
  return createHash('sha256').update(LEAF_PREFIX).update(entry).digest();
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest();
}

/** Appends leaf hashes to a tree of `size` leaves; returns every node that becomes complete, the leaves among them. */
export function appendLeaves(size: number, leaves: readonly Buffer[], read: NodeReader): TreeNode[] {
  const added: TreeNode[] = [];
  const fresh = new Map<string, Buffer>();
  const readAny: NodeReader = (level, index) => fresh.get(`${level}/${index}`) ?? read(level, index);
  const add = (level: number, index: number, hash: Buffer): void => {
    added.push({ level, index, hash });
    fresh.set(`${level}/${index}`, hash);
  };
  leaves.forEach((leaf, offset) => {
    let level = 0;
    let index = size + offset;
    let hash = leaf;
    add(level, index, hash);
    while (index % 2 === 1) {
      hash = nodeHash(readAny(level, index - 1), hash);
      level += 1;
      index = (index - 1) / 2;
      add(level, index, hash);
    }
  });
  return added;
}

/** The root of the first `size` leaves; SHA-256 of nothing for the empty tree. */
export function rootHash(size: number, read: NodeReader): Buffer {
  if (size === 0) return createHash('sha256').digest();
  return rangeHash(0, size, read);
}

/** From the leaf's sibling up to the root's child (RFC 6962 §2.1.1). */
export function inclusionProof(index: number, size: number, read: NodeReader): Buffer[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  return pathTo(index, 0, size, read);
}

/** Proves that the tree of `newSize` leaves extends the one of `oldSize` (RFC 6962 §2.1.2). */
export function consistencyProof(oldSize: number, newSize: number, read: NodeReader): Buffer[] {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize)
    throw new RangeError(`a tree of ${newSize} can't extend one of ${oldSize}`);
  if (oldSize === 0 || oldSize === newSize) return [];
  return subProof(oldSize, 0, newSize, true, read);
}

/** The nodes that a computation reads. It runs once against blank hashes, so it must not branch on their values. */
export function neededNodes(compute: (read: NodeReader) => unknown): NodePosition[] {
  const found = new Map<string, NodePosition>();
  compute((level, index) => {
    found.set(`${level}/${index}`, { level, index });
    return BLANK;
  });
  return [...found.values()];
}

/** A reader over fetched nodes. */
export function readerOf(nodes: readonly TreeNode[]): NodeReader {
  const known = new Map(nodes.map((node) => [`${node.level}/${node.index}`, node.hash]));
  return (level, index) => {
    const hash = known.get(`${level}/${index}`);
    if (!hash) throw new RangeError(`the tree lacks node ${level}/${index}`);
    return hash;
  };
}

const LEAF_PREFIX = Buffer.from([0]);
const NODE_PREFIX = Buffer.from([1]);
const BLANK = Buffer.alloc(HASH_BYTES);

// MTH of the leaves [start, end). RFC 6962 splits at the largest power of two below the length, so every perfect range that it reaches
// starts at a multiple of its length and is a stored node.
function rangeHash(start: number, end: number, read: NodeReader): Buffer {
  const length = end - start;
  const level = Math.floor(Math.log2(length));
  if (2 ** level === length) return read(level, start / length);
  const middle = start + splitPoint(length);
  return nodeHash(rangeHash(start, middle, read), rangeHash(middle, end, read));
}

function pathTo(index: number, start: number, end: number, read: NodeReader): Buffer[] {
  if (end - start === 1) return [];
  const middle = start + splitPoint(end - start);
  return index < middle
    ? [...pathTo(index, start, middle, read), rangeHash(middle, end, read)]
    : [...pathTo(index, middle, end, read), rangeHash(start, middle, read)];
}

// SUBPROOF of RFC 6962 §2.1.2; `known` says that the verifier has this subtree's hash already, as the old root.
function subProof(oldSize: number, start: number, end: number, known: boolean, read: NodeReader): Buffer[] {
  const length = end - start;
  if (oldSize === length) return known ? [] : [rangeHash(start, end, read)];
  const split = splitPoint(length);
  const middle = start + split;
  return oldSize <= split
    ? [...subProof(oldSize, start, middle, known, read), rangeHash(middle, end, read)]
    : [...subProof(oldSize - split, middle, end, false, read), rangeHash(start, middle, read)];
}

/** The largest power of two below `length` (which is 2 at least). */
function splitPoint(length: number): number {
  const power = 2 ** Math.floor(Math.log2(length));
  return power === length ? power / 2 : power;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
