// Reads from the store what a bundle is made of: the messages of a subscription, their secrets and leaves, and proofs under one checkpoint.
// Run it inside `asUser`.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { inclusionProof, neededNodes, readerOf, type NodeReader } from '@quittance/ledger/merkle';
import { readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { writeProof } from '@quittance/ledger/proof';
import type { Tx } from '@quittance/store/database';
import { loadKeptMessage, loadSealedMessage } from '@quittance/store/evidence';
import { latestCheckpoint, loadNodes } from '@quittance/store/log';
import { listLogKeys } from '@quittance/store/log-keys';
import { listLeavesOfMessage, type MessageLeaf } from '@quittance/store/log-proofs';
import { openBytes } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import { dkimParts } from '@quittance/verifier/dkim-parts';
import { FILE, LIMITS } from '@quittance/verifier/layout';
import { readManifest } from '@quittance/verifier/manifest';
import type { Evidence, LeafEvidence, MessageEvidence } from './evidence.ts';
import { readAnchors } from './read-anchors.ts';

interface Found {
  readonly raw: Buffer;
  readonly salt: Buffer;
  /** The first recorded the message. */
  readonly leaves: readonly (MessageLeaf & { readonly manifest: Buffer })[];
}

/**
 * Messages that were erased are left out: their bytes exist no more.
 * @param hashes SHA-256 (hex) of the messages, in the order of the bundle.
 */
export async function readEvidence(tx: Tx, vault: Pick<Vault, 'open'>, userId: string, hashes: readonly string[]): Promise<Evidence> {
  if (hashes.length > LIMITS.messages) throw new PermanentError('dossier_too_big', `a dossier holds ${LIMITS.messages} messages at most.`);
  const found = (await inTurn(hashes, (sha256) => readMessage(tx, vault, userId, Buffer.from(sha256, 'hex')))).filter(
    (one) => one !== null,
  );
  if (found.length === 0) throw new PermanentError('dossier_empty', 'no message of this subscription is kept: there is nothing to export.');
  const leaves = found.flatMap((one) => one.leaves.map((leaf) => leaf.index));
  const checkpoint = await latestCheckpoint(tx, userId, Math.max(...leaves) + 1);
  // A checkpoint follows each batch of messages within moments.
  if (!checkpoint) throw new TransientError('not_sealed_yet', 'the newest messages are being sealed in the log: try again in a moment.');
  const { size } = readUnverifiedCheckpoint(checkpoint.note);
  const proofs = (read: NodeReader) => leaves.map((index) => inclusionProof(index, size, read));
  const read = readerOf(await loadNodes(tx, userId, neededNodes(proofs)));
  const prove = ({ index, manifest }: Found['leaves'][number]): LeafEvidence => ({
    index,
    manifest,
    proof: writeProof({ index, hashes: inclusionProof(index, size, read), checkpoint: checkpoint.note }),
  });
  const anchors = await readAnchors(
    tx,
    userId,
    found.map((one) => one.leaves[0]!.index),
    { size, note: checkpoint.note },
  );
  const rotations = (await listLogKeys(tx, userId)).filter(({ leafIndex }) => leafIndex < size).map(({ note }) => note);
  return {
    checkpoint: checkpoint.note,
    madeAt: checkpoint.madeAt,
    rotations,
    anchors,
    messages: await inTurn(found, (one) => toEvidence(one, prove)),
  };
}

async function readMessage(tx: Tx, vault: Pick<Vault, 'open'>, userId: string, sha256: Buffer): Promise<Found | null> {
  const sealed = await loadSealedMessage(tx, userId, sha256);
  const kept = sealed && (await loadKeptMessage(tx, userId, sealed.messageId));
  if (!sealed || !kept) return null;
  const leaves = (await listLeavesOfMessage(tx, userId, sealed.messageId)).flatMap((leaf) =>
    leaf.manifest ? [{ ...leaf, manifest: leaf.manifest }] : [],
  );
  const own = leaves.filter((leaf) => /^leaf\/v1 (?:message|verdict) /.test(leaf.entry));
  return own.length === 0 ? null : { raw: openBytes(vault, sealed.contentId, sealed), salt: kept.salt, leaves: own };
}

async function toEvidence({ raw, salt, leaves }: Found, prove: (leaf: Found['leaves'][number]) => LeafEvidence): Promise<MessageEvidence> {
  const [recorded, ...verdicts] = leaves.map(prove);
  const latest = readManifest(leaves.at(-1)!.manifest, FILE.checkpoint);
  return { raw, salt, recorded: recorded!, verdicts, dkim: await dkimParts(raw, latest) };
}

// One connection answers one question at a time; and thousands of messages must not lie in memory twice.
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
