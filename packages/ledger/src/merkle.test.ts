import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appendLeaves,
  consistencyProof,
  inclusionProof,
  leafHash,
  neededNodes,
  nodeHash,
  readerOf,
  rootHash,
  type NodeReader,
  type TreeNode,
} from './merkle.ts';
import { verifyConsistency, verifyInclusion } from './verify-merkle.ts';

// The definition of RFC 6962 §2.1, as slow as it reads.
function naiveRoot(entries: readonly Buffer[]): Buffer {
  if (entries.length === 0) return createHash('sha256').digest();
  if (entries.length === 1) return leafHash(entries[0]!);
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return nodeHash(naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
}

function grow(entries: readonly Buffer[], batches: readonly number[] = [entries.length]): NodeReader {
  const nodes: TreeNode[] = [];
  let size = 0;
  for (const count of batches) {
    const leaves = entries.slice(size, size + count).map(leafHash);
    nodes.push(...appendLeaves(size, leaves, readerOf(nodes)));
    size += leaves.length;
  }
  return readerOf(nodes);
}

describe('the published vectors of RFC 6962 implementations', () => {
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const hex = (proof: readonly Buffer[]) => proof.map((hash) => hash.toString('hex'));

  it('gives the roots', () => {
    const read = grow(entries);
    expect(roots.map((_, size) => rootHash(size, read).toString('hex'))).toEqual(roots);
  });

  it('gives the proofs', () => {
    const read = grow(entries);
    expect(hex(inclusionProof(0, 8, read))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(6, 8, read))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(consistencyProof(2, 5, read))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

const entriesOf = (max: number) =>
  fc.array(
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
    { minLength: 1, maxLength: max },
  );
const flip = (hash: Buffer, bit: number) => {
  const copy = Buffer.from(hash);
  copy[(bit >> 3) % 32]! ^= 1 << (bit & 7);
  return copy;
};

it('gives the naive root at every size, in whatever batches the leaves came', () => {
  fc.assert(
    fc.property(entriesOf(70), fc.array(fc.integer({ min: 1, max: 9 })), (entries, sizes) => {
      const read = grow(entries, [...sizes, entries.length]);
      for (let size = 0; size <= entries.length; size += 1) expect(rootHash(size, read)).toEqual(naiveRoot(entries.slice(0, size)));
    }),
    { numRuns: 60 },
  );
});

it('proves inclusion of every leaf, and nothing else passes', () => {
  fc.assert(
    fc.property(entriesOf(40), fc.nat(), fc.nat(), (entries, pick, bit) => {
      const size = entries.length;
      const read = grow(entries);
      const index = pick % size;
      const claim = {
        leafHash: leafHash(entries[index]!),
        index,
        size,
        proof: inclusionProof(index, size, read),
        root: rootHash(size, read),
      };
      expect(verifyInclusion(claim)).toBe(true);
      expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit) })).toBe(false);
      expect(verifyInclusion({ ...claim, root: flip(claim.root, bit) })).toBe(false);
      expect(verifyInclusion({ ...claim, index: size })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
      if (claim.proof.length > 0) {
        expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
        const at = bit % claim.proof.length;
        expect(verifyInclusion({ ...claim, proof: claim.proof.with(at, flip(claim.proof[at]!, bit)) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: claim.proof.with(at, Buffer.alloc(31)) })).toBe(false);
        // A proof for one position must not serve another leaf's position, equal leaves aside.
        const other = (index + 1) % size;
        if (!entries[other]!.equals(entries[index]!)) {
          expect(verifyInclusion({ ...claim, leafHash: leafHash(entries[other]!) })).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('proves that a log grew, and a forked or cut one does not pass', () => {
  fc.assert(
    fc.property(entriesOf(40), fc.nat(), fc.nat(), (entries, pick, bit) => {
      const newSize = entries.length;
      const oldSize = pick % (newSize + 1);
      const read = grow(entries);
      const proof = consistencyProof(oldSize, newSize, read);
      const claim = { oldSize, newSize, oldRoot: rootHash(oldSize, read), newRoot: rootHash(newSize, read), proof };
      expect(verifyConsistency(claim)).toBe(true);
      if (oldSize === 0) return;
      const forked = grow(entries.map((entry, index) => (index === oldSize - 1 ? Buffer.concat([entry, Buffer.from('!')]) : entry)));
      const fork = { ...claim, newRoot: rootHash(newSize, forked), proof: consistencyProof(oldSize, newSize, forked) };
      expect(verifyConsistency(fork)).toBe(false);
      expect(verifyConsistency({ ...claim, newRoot: flip(claim.newRoot, bit) })).toBe(false);
      expect(verifyConsistency({ ...claim, oldRoot: flip(claim.oldRoot, bit) })).toBe(false);
      expect(verifyConsistency({ ...claim, proof: [...proof, claim.newRoot] })).toBe(false);
      if (proof.length > 0) expect(verifyConsistency({ ...claim, proof: proof.slice(0, -1) })).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('names the nodes that a computation reads, all of them perfect subtrees that are stored', () => {
  const entries = Array.from({ length: 100 }, (_, index) => Buffer.from([index]));
  const leaves = entries.map(leafHash);
  const nodes = appendLeaves(0, leaves, () => expect.unreachable());
  const some = neededNodes((read) => inclusionProof(37, 91, read));
  const wanted = nodes.filter((node) => some.some((position) => position.level === node.level && position.index === node.index));
  expect(wanted).toHaveLength(some.length);
  expect(some.length).toBeLessThan(14);
  expect(inclusionProof(37, 91, readerOf(wanted))).toEqual(inclusionProof(37, 91, readerOf(nodes)));
});
