// What a bundle is made of: the messages with what the log committed to, and the head of the log that proves them. Read from the store by
// read-evidence.ts, made up by tests.
import type { Instant } from '@quittance/domain/instant';
import type { DkimPart } from '@quittance/verifier/dkim-parts';

export interface Evidence {
  /** The newest checkpoint, verbatim; all proofs lead to it. */
  readonly checkpoint: string;
  readonly madeAt: Instant;
  /** In the order of the events. */
  readonly messages: readonly MessageEvidence[];
}

export interface MessageEvidence {
  readonly raw: Buffer;
  readonly salt: Buffer;
  /** The leaf that recorded the message. */
  readonly recorded: LeafEvidence;
  /** Later verdicts on it, oldest first. */
  readonly verdicts: readonly LeafEvidence[];
  readonly dkim: readonly DkimPart[];
}

export interface LeafEvidence {
  readonly index: number;
  /** Canonical JSON, as archived. */
  readonly manifest: Buffer;
  /** c2sp.org/tlog-proof@v1 under the checkpoint. */
  readonly proof: string;
}
