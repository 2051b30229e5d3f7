// The proof that a log only grew from an older checkpoint to a newer one, as a file: in the form in which c2sp.org/tlog-witness sends it.
//
//   old <size of the older checkpoint>
//   <base64 of each hash>
//
//   <the newer checkpoint, verbatim>
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { HASH_BYTES } from './merkle.ts';
import { decodeBase64 } from './note.ts';
import { verifyConsistency } from './verify-merkle.ts';

export interface Growth {
  readonly oldSize: number;
  readonly hashes: readonly Buffer[];
  /** The newer checkpoint. */
  readonly checkpoint: string;
}

export function writeGrowth({ oldSize, hashes, checkpoint }: Growth): string {
  return `old ${oldSize}\n${hashes.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint}`;
}

/** @throws LedgerError `bad_proof`. Verifies nothing. */
export function parseGrowth(text: string): Growth {
  const end = text.indexOf('\n\n');
  const [head = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const oldSize = /^old (0|[1-9]\d{0,15})$/.exec(head)?.[1];
  const hashes = lines.map(decodeBase64);
  if (oldSize === undefined || !hashes.every((hash) => hash?.length === HASH_BYTES)) {
    throw new LedgerError('bad_proof', 'the text is no proof that a log grew');
  }
  return { oldSize: Number(oldSize), hashes: hashes as Buffer[], checkpoint: text.slice(end + 2) };
}

/** The newer checkpoint, which is proved to extend `older`. @throws LedgerError. */
export function verifyGrowth(text: string, older: Checkpoint, verifierKeys: readonly string[]): Checkpoint {
  const { oldSize, hashes, checkpoint } = parseGrowth(text);
  const newer = openCheckpoint(checkpoint, verifierKeys);
  const claim = { oldSize, newSize: newer.size, oldRoot: older.root, newRoot: newer.root, proof: hashes };
  if (oldSize !== older.size || newer.origin !== older.origin || !verifyConsistency(claim)) {
    throw new LedgerError('not_consistent', 'the newer checkpoint is not proved to extend the older one');
  }
  return newer;
}
