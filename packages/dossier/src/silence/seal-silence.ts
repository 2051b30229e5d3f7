// The statement as bytes, and the note that signs them with the key of the log.
import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import type { NoteSigner } from '@quittance/ledger/note';
import type { Silence } from '@quittance/verifier/silence';

export interface SealedSilence {
  readonly statement: Silence;
  /** Canonical JSON. */
  readonly bytes: Buffer;
  /** c2sp.org/signed-note of three lines; the last is the SHA-256 of `bytes`. */
  readonly note: string;
}

export function sealSilence(statement: Silence, signer: Pick<NoteSigner, 'name' | 'sign'>): SealedSilence {
  const bytes = Buffer.from(canonicalJson(statement as unknown as JsonValue));
  // Its second line is no number, so that it can never pass for a checkpoint of the log.
  const note = signer.sign(`quittance silence v1\n${signer.name}\n${createHash('sha256').update(bytes).digest('hex')}\n`);
  return { statement, bytes, note };
}
