// A tree that grows leaf by leaf and remembers no more than the roots of its perfect subtrees: one hash per binary digit of its size. For
// whoever recomputes a log of any length from its entries (`fsck`).
import { createHash } from 'node:crypto';
import { nodeHash, type TreeNode } from './merkle.ts';

export interface GrowingTree {
  readonly size: number;
  /** Returns the nodes that the leaf completes, itself first. */
  push(leaf: Buffer): TreeNode[];
  /** The root of all leaves so far. */
  root(): Buffer;
}

export function growTree(): GrowingTree {
  // From the largest subtree to the smallest, as RFC 6962 splits a tree.
  const peaks: TreeNode[] = [];
  let size = 0;
  return {
    get size() {
      return size;
    },
    push(leaf) {
      let node: TreeNode = { level: 0, index: size, hash: leaf };
      const completed = [node];
      for (let last = peaks.at(-1); last?.level === node.level; last = peaks.at(-1)) {
        peaks.pop();
        node = { level: node.level + 1, index: last.index / 2, hash: nodeHash(last.hash, node.hash) };
        completed.push(node);
      }
      peaks.push(node);
      size += 1;
      return completed;
    },
    root() {
      const smallest = peaks.at(-1);
      if (!smallest) return createHash('sha256').digest();
      return peaks.slice(0, -1).reduceRight((hash, peak) => nodeHash(peak.hash, hash), smallest.hash);
    },
  };
}
