// A proof that stands alone (c2sp.org/tlog-proof@v1): the leaf's index, the hashes up to the root, and the checkpoint verbatim.
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { LedgerError } from './ledger-error.ts';
import { HASH_BYTES, leafHash } from './merkle.ts';
import { decodeBase64 } from './note.ts';
import { verifyInclusion } from './verify-merkle.ts';

export interface LogProof {
  readonly index: number;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: string;
}

const HEAD = 'c2sp.org/tlog-proof@v1';
const PROOF_LENGTH_MAX = 200_000;

export function writeProof(proof: LogProof): string {
  const hashes = proof.hashes.map((hash) => `${hash.toString('base64')}\n`).join('');
  return `${HEAD}\nindex ${proof.index}\n${hashes}\n${proof.checkpoint}`;
}

/** @throws LedgerError `bad_proof` for another format. Verifies nothing. */
export function parseProof(text: string): LogProof {
  if (text.length > PROOF_LENGTH_MAX) throw new LedgerError('bad_proof', 'the proof is too long');
  const end = text.indexOf('\n\n');
  const [head, ...rest] = text.slice(0, Math.max(end, 0)).split('\n');
  // Opaque data of other tools: not authenticated, so not read.
  if (rest[0]?.startsWith('extra ')) rest.shift();
  const [indexLine = '', ...lines] = rest;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(indexLine)?.[1];
  const hashes = lines.map(decodeBase64);
  if (head !== HEAD || index === undefined || !hashes.every((hash) => hash?.length === HASH_BYTES)) {
    throw new LedgerError('bad_proof', `the text is no ${HEAD}`);
  }
  return { index: Number(index), hashes: hashes as Buffer[], checkpoint: text.slice(end + 2) };
}

/** The checkpoint under which `entry` is proved to be in the log. @throws LedgerError with the reason when it is not. */
export function verifyProof(proofText: string, entry: string, verifierKeys: readonly string[]): Checkpoint {
  const proof = parseProof(proofText);
  const checkpoint = openCheckpoint(proof.checkpoint, verifierKeys);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leafHash: leafHash(entry), index: proof.index, size, proof: proof.hashes, root })) {
    throw new LedgerError('wrong_root', 'the proof does not lead from the entry to the root of the checkpoint');
  }
  return checkpoint;
}
