// A leaf of the log: one ASCII line that names a kind and commits to a manifest. The commitment is salted, so that the line tells
// nothing once salt and manifest are erased, and the tree stays valid.
//
//   leaf/v1 <kind> <hex of SHA-256(salt || SHA-256(manifest))>\n
import { createHash } from 'node:crypto';
import { LedgerError } from './ledger-error.ts';

const LEAF_KINDS = [
  'message',
  'verdict',
  'event',
  'correction',
  'act',
  'file',
  'erase',
  'export',
  'checkpoint',
  'timestamp',
  'key',
  'statement',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

export interface Leaf {
  readonly kind: LeafKind;
  readonly commitment: Buffer;
}

export const SALT_BYTES = 32;

const SHAPE = /^leaf\/v1 ([a-z]+) ([0-9a-f]{64})\n$/;

export function leafEntry(kind: LeafKind, commitment: Buffer): string {
  return `leaf/v1 ${kind} ${commitment.toString('hex')}\n`;
}

/** @throws LedgerError `bad_leaf`. */
export function parseLeafEntry(entry: string): Leaf {
  const match = SHAPE.exec(entry);
  const kind = LEAF_KINDS.find((known) => known === match?.[1]);
  if (!match || !kind) throw new LedgerError('bad_leaf', 'the entry is no "leaf/v1 <kind> <64 hex digits>" line');
  return { kind, commitment: Buffer.from(match[2]!, 'hex') };
}

/** @param manifest the canonical JSON's bytes, exactly as archived. */
export function commitment(salt: Buffer, manifest: Buffer): Buffer {
  if (salt.length !== SALT_BYTES) throw new LedgerError('bad_leaf', `a salt has ${SALT_BYTES} bytes, this one ${salt.length}`);
  return createHash('sha256').update(salt).update(createHash('sha256').update(manifest).digest()).digest();
}
