// Reads the trusted time of a dossier's messages: for each the first head of the log that covers it and was time-stamped, with its way to the token.
// Run it inside `asUser`.
import { writeGrowth } from '@quittance/ledger/consistency';
import { inclusionProof, neededNodes, readerOf } from '@quittance/ledger/merkle';
import { writeProof } from '@quittance/ledger/proof';
import { loadAnchorNodes } from '@quittance/store/anchor-log';
import type { Tx } from '@quittance/store/database';
import { proveGrowth } from '@quittance/store/log-proofs';
import { findLeafAnchor, loadStampedHead } from '@quittance/store/time-stamps';
import { LIMITS } from '@quittance/verifier/layout';
import type { AnchorEvidence } from './evidence.ts';

interface Place {
  readonly size: number;
  readonly anchorLeaf: number;
  readonly anchorSize: number;
}

/** @param checkpoint the head under which the dossier proves everything. */
export async function readAnchors(
  tx: Tx,
  userId: string,
  leaves: readonly number[],
  checkpoint: { readonly size: number; readonly note: string },
): Promise<AnchorEvidence[]> {
  const places = new Map<string, Place>();
  for (const leaf of leaves) {
    const anchor = await findLeafAnchor(tx, userId, leaf);
    if (!anchor?.stamped || anchor.checkpointSize > checkpoint.size) continue;
    const place = { size: anchor.checkpointSize, anchorLeaf: anchor.anchorLeaf, anchorSize: anchor.stamped.anchorSize };
    places.set(`${place.size}/${place.anchorSize}`, place);
  }
  const sorted = [...places.values()].toSorted((a, b) => a.size - b.size || a.anchorSize - b.anchorSize);
  const anchors: AnchorEvidence[] = [];
  for (const place of sorted.slice(0, LIMITS.anchors)) anchors.push(await readAnchor(tx, userId, place, checkpoint));
  return anchors;
}

async function readAnchor(
  tx: Tx,
  userId: string,
  { size, anchorLeaf, anchorSize }: Place,
  checkpoint: { readonly size: number; readonly note: string },
): Promise<AnchorEvidence> {
  const { archive, note, tokens } = await loadStampedHead(tx, userId, size, anchorSize);
  const growth = writeGrowth({ oldSize: size, hashes: await proveGrowth(tx, userId, size, checkpoint.size), checkpoint: checkpoint.note });
  const needed = neededNodes((read) => inclusionProof(anchorLeaf, anchorSize, read));
  const hashes = inclusionProof(anchorLeaf, anchorSize, readerOf(await loadAnchorNodes(tx, needed)));
  const proof = writeProof({ index: anchorLeaf, hashes, checkpoint: note });
  return { size, archive, growth, note, proof, tokens: tokens.slice(0, LIMITS.tokens) };
}
