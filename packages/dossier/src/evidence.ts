// What a bundle is made of: the messages with what the log committed to, and the head of the log that proves them. Read from the store by
// read-evidence.ts, made up by tests.
import type { Instant } from '@quittance/domain/instant';
import type { DkimPart } from '@quittance/verifier/dkim-parts';

export interface Evidence {
  /** The newest checkpoint, verbatim; all proofs lead to it. */
  readonly checkpoint: string;
  readonly madeAt: Instant;
  /** Notes by which earlier keys of the log hand over to the one that signs now, oldest first. */
  readonly rotations: readonly string[];
  /** Time-stamped heads, by size: for each message the first that covers it. */
  readonly anchors: readonly AnchorEvidence[];
  /** In the order of the events. */
  readonly messages: readonly MessageEvidence[];
}

export interface AnchorEvidence {
  /** How many entries of the log it covers. */
  readonly size: number;
  /** The person's head that was anchored, verbatim. */
  readonly archive: string;
  /** The proof that the log only grew from it to the checkpoint. */
  readonly growth: string;
  /** The head of the anchor log that was stamped, verbatim. */
  readonly note: string;
  /** c2sp.org/tlog-proof@v1 of the person's head under it. */
  readonly proof: string;
  readonly tokens: readonly { readonly token: Buffer; readonly root: string; readonly genAt: Instant; readonly signer: string }[];
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
