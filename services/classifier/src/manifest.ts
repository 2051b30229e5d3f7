// The manifest of a kept message: everything that its leaf commits to, as canonical JSON (docs/formats/evidence-log.md). A third party
// hashes these bytes with the salt and finds the leaf.
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, type LeafKind } from '@quittance/ledger/leaf';
import type { Verdict } from '@quittance/domain/authenticity';
import type { NewLeaf } from '@quittance/store/log';
import type { OriginJson } from '@quittance/store/schema';
import { storableJson } from '@quittance/store/storable-text';
import type { Clocks } from './best-clock.ts';

export interface ManifestInput {
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly origin: OriginJson;
  readonly clocks: Clocks;
  readonly verdict: Verdict;
}

/** The leaf that records a message, or (kind `verdict`) a later verdict on it. */
export function manifestLeaf(
  kind: Extract<LeafKind, 'message' | 'verdict'>,
  messageId: number | null,
  salt: Buffer,
  input: ManifestInput,
): NewLeaf {
  const manifest = Buffer.from(canonicalJson(JSON.parse(storableJson(describe(kind, input)))));
  return { entry: leafEntry(kind, commitment(salt, manifest)), messageId, manifest };
}

function describe(kind: LeafKind, { sha256, sizeBytes, origin, clocks, verdict }: ManifestInput): object {
  const { dns, tool, ...judgement } = verdict;
  return {
    v: 1,
    kind,
    raw: { sha256: sha256.toString('hex'), size: sizeBytes },
    source: origin,
    clocks: { ...clocks },
    verdict: judgement,
    dns,
    tool,
  };
}
