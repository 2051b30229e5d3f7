// Verifies a whole log as stored: every leaf, every stored node, every checkpoint against the leaves that it covers, and every manifest
// against its leaf. What `fsck` and the crash tests run. It recomputes everything from the entries and trusts no stored hash.
import { openCheckpoint } from './checkpoint.ts';
import { commitment, parseLeafEntry } from './leaf.ts';
import { LedgerError } from './ledger-error.ts';
import { appendLeaves, leafHash, readerOf, rootHash, type TreeNode } from './merkle.ts';

export interface StoredLeaf {
  readonly index: number;
  readonly entry: string;
  readonly leafHash: Buffer;
  /** Absent once erased, and where the reader has no right to it. */
  readonly manifest: Buffer | null;
  readonly salt: Buffer | null;
}

export interface StoredLog {
  readonly origin: string;
  readonly size: number;
  readonly leaves: readonly StoredLeaf[];
  readonly nodes: readonly TreeNode[];
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
}

/** What is wrong, in words; empty when all holds. */
export function verifyLedger(log: StoredLog, verifierKeys: readonly string[]): string[] {
  const problems: string[] = [];
  if (log.leaves.length !== log.size) problems.push(`the log says ${log.size} leaves, ${log.leaves.length} are stored`);
  log.leaves.forEach((leaf, index) => problems.push(...leafProblems(leaf, index)));
  const nodes = appendLeaves(
    0,
    log.leaves.map((leaf) => leafHash(leaf.entry)),
    neverRead,
  );
  problems.push(...nodeProblems(nodes, log.nodes), ...checkpointProblems(log, nodes, verifierKeys));
  return problems;
}

function leafProblems(leaf: StoredLeaf, index: number): string[] {
  const problems: string[] = [];
  if (leaf.index !== index) problems.push(`leaf ${index} is missing or out of order: ${leaf.index} stands there`);
  if (!leafHash(leaf.entry).equals(leaf.leafHash)) problems.push(`leaf ${index}: the stored hash is not the entry's`);
  try {
    const parsed = parseLeafEntry(leaf.entry);
    const { manifest, salt } = leaf;
    if (manifest && salt && !commitment(salt, manifest).equals(parsed.commitment)) {
      problems.push(`leaf ${index}: the manifest is not the one that was committed to`);
    }
  } catch (error) {
    problems.push(`leaf ${index}: ${reason(error)}`);
  }
  return problems;
}

function nodeProblems(expected: readonly TreeNode[], stored: readonly TreeNode[]): string[] {
  const problems: string[] = [];
  const left = new Map(stored.map((node) => [`${node.level}/${node.index}`, node.hash]));
  for (const node of expected) {
    const key = `${node.level}/${node.index}`;
    const hash = left.get(key);
    left.delete(key);
    if (!hash?.equals(node.hash)) problems.push(`node ${key} is ${hash ? 'wrong' : 'missing'}`);
  }
  for (const key of left.keys()) problems.push(`node ${key} belongs to no leaf`);
  return problems;
}

function checkpointProblems(log: StoredLog, nodes: readonly TreeNode[], verifierKeys: readonly string[]): string[] {
  const read = readerOf(nodes);
  return log.checkpoints.flatMap(({ size, note }) => {
    try {
      const checkpoint = openCheckpoint(note, verifierKeys);
      if (checkpoint.origin !== log.origin) return [`checkpoint ${size} is of ${checkpoint.origin}`];
      if (checkpoint.size !== size) return [`checkpoint ${size} says ${checkpoint.size}`];
      if (size > log.leaves.length) return [`checkpoint ${size} covers more than the ${log.leaves.length} leaves: the log was cut`];
      return rootHash(size, read).equals(checkpoint.root) ? [] : [`checkpoint ${size}: the leaves give another root`];
    } catch (error) {
      return [`checkpoint ${size}: ${reason(error)}`];
    }
  });
}

function neverRead(level: number, index: number): never {
  throw new RangeError(`a tree grown from nothing reads no stored node, not ${level}/${index}`);
}

// A problem is a finding here, not a failure; a bug in our own code still surfaces.
function reason(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  throw error;
}
