import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { growTree } from './grow-tree.ts';
import { appendLeaves, readerOf, rootHash, type TreeNode } from './merkle.ts';

it('gives the nodes and the root of the stored tree at every size', () => {
  const tree = growTree();
  const stored: TreeNode[] = [];
  expect(tree.root()).toEqual(rootHash(0, readerOf([])));
  for (let size = 0; size < 70; size += 1) {
    const leaf = createHash('sha256').update(String(size)).digest();
    const added = appendLeaves(size, [leaf], readerOf(stored));
    expect(tree.push(leaf)).toEqual(added);
    stored.push(...added);
    expect(tree.size).toBe(size + 1);
    expect(tree.root()).toEqual(rootHash(size + 1, readerOf(stored)));
  }
});
