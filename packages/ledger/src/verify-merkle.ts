// Verification of Merkle proofs, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. Apart from the code that makes proofs, so that
// one can't hide the other's mistake. All arguments are untrusted: a wrong proof is `false`, never an exception.
import { HASH_BYTES, nodeHash } from './merkle.ts';

// 2^53 leaves need 53 hashes; a consistency proof one more.
const PROOF_HASHES_MAX = 54;

export interface InclusionClaim {
  readonly leafHash: Buffer;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Buffer[];
  readonly root: Buffer;
}

export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, proof, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([claim.leafHash, root, ...proof])) return false;
  let position = index;
  let last = size - 1;
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && hash.equals(root);
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Buffer;
  readonly newRoot: Buffer;
  readonly proof: readonly Buffer[];
}

export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize || !areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && oldRoot.equals(newRoot);
  // Every tree extends the empty one; there is nothing to prove.
  if (oldSize === 0) return proof.length === 0;
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [position, last] = [oldSize - 1, newSize - 1];
  while (isOdd(position)) [position, last] = [half(position), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(values: readonly Buffer[]): boolean {
  return values.length <= PROOF_HASHES_MAX + 2 && values.every((value) => value.length === HASH_BYTES);
}

// Bitwise operators would cut sizes beyond 2^31.
function isOdd(value: number): boolean {
  return value % 2 === 1;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return 2 ** Math.floor(Math.log2(value)) === value;
}
