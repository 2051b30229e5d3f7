// The signed head of a log (c2sp.org/tlog-checkpoint): a note of three lines, origin, size and root. Whoever keeps an older one can
// demand proof that the log only grew.
import { LedgerError } from './ledger-error.ts';
import { HASH_BYTES } from './merkle.ts';
import { createNoteSigner, decodeBase64, openNote, splitNote, type NoteSigner } from './note.ts';

export interface Checkpoint {
  /** Names the log; also the name of the key that signs it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The signer of a log's checkpoints. */
export function createCheckpointSigner(origin: string, seed: Buffer): NoteSigner {
  return createNoteSigner(origin, seed);
}

export function signCheckpoint(signer: NoteSigner, head: { size: number; root: Buffer }): string {
  if (!Number.isSafeInteger(head.size) || head.size < 0 || head.root.length !== HASH_BYTES) {
    throw new LedgerError('bad_note', `a checkpoint has a size and a root of ${HASH_BYTES} bytes`);
  }
  return signer.sign(`${signer.name}\n${head.size}\n${head.root.toString('base64')}\n`);
}

/** @throws LedgerError when none of the keys signed it, or its text is no checkpoint. */
export function openCheckpoint(note: string, verifierKeys: readonly string[]): Checkpoint {
  return parseCheckpoint(openNote(note, verifierKeys));
}

/** The text of a checkpoint without a look at its signatures: for showing, never for trusting. */
export function readUnverifiedCheckpoint(note: string): Checkpoint {
  return parseCheckpoint(splitNote(note).text);
}

// Extension lines are allowed by the format and ignored.
function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root] = text.split('\n');
  const bytes = decodeBase64(root ?? '');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || bytes?.length !== HASH_BYTES || !Number.isSafeInteger(Number(size))) {
    throw new LedgerError('bad_note', 'the note is no checkpoint: it must have origin, size and root');
  }
  return { origin, size: Number(size), root: bytes };
}
