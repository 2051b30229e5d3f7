// Puts the newest heads of all logs into the anchor log and signs its own head, under one lock: two heads of one log must never disagree. As with
// the logs themselves, no head is signed that does not extend the last one.
import { readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { consistencyProof, neededNodes, readerOf } from '@quittance/ledger/merkle';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { invariant } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import {
  anchorEntry,
  anchorOrigin,
  anchorSize,
  appendToAnchor,
  insertAnchor,
  insertAnchored,
  latestAnchor,
  listUnanchoredHeads,
  loadAnchorNodes,
  loadAnchorRoot,
  lockAnchor,
} from '@quittance/store/anchor-log';
import type { Database, Tx } from '@quittance/store/database';
import { keysOf, listAnchorKeys, signHead } from '@quittance/store/log-keys';
import { requestStamps } from '@quittance/store/time-stamps';
import { inTransaction } from '@quittance/store/transaction';
import type { Vault } from '@quittance/vault/vault';

export interface AnchorDeps {
  readonly db: Database;
  readonly vault: Pick<Vault, 'derive'>;
  readonly clock: Clock;
}

/**
 * @param authorities who is to stamp the head.
 * @returns the size of the newest head; null while there is nothing to anchor.
 */
export async function anchorHeads(deps: AnchorDeps, authorities: readonly string[]): Promise<number | null> {
  return inTransaction(deps.db, async (tx) => {
    await lockAnchor(tx);
    const now = deps.clock.now();
    const heads = await listUnanchoredHeads(tx);
    const first = await appendToAnchor(
      tx,
      heads.map(({ note }) => anchorEntry('checkpoint', note)),
      now,
    );
    await insertAnchored(
      tx,
      heads.map(({ userId, size }, offset) => ({ userId, size, leafIndex: first + offset })),
    );
    const size = await anchorSize(tx);
    if (size === 0) return null;
    const last = await latestAnchor(tx);
    if (last?.size !== size) await signAnchor(tx, deps, size, last?.note ?? null, now);
    await requestStamps(tx, size, authorities, now);
    return size;
  });
}

async function signAnchor(tx: Tx, { vault }: AnchorDeps, size: number, lastNote: string | null, now: Date): Promise<void> {
  const root = await loadAnchorRoot(tx, size);
  if (lastNote !== null) {
    const old = readUnverifiedCheckpoint(lastNote);
    const needed = neededNodes((read) => consistencyProof(old.size, size, read));
    const proof = consistencyProof(old.size, size, readerOf(await loadAnchorNodes(tx, needed)));
    const isGrown = verifyConsistency({ oldSize: old.size, newSize: size, oldRoot: old.root, newRoot: root, proof });
    invariant(isGrown, 'the anchor log does not extend its last head: run "quittance fsck"');
  }
  const keys = keysOf(vault, 'anchor', anchorOrigin(vault), await listAnchorKeys(tx), now);
  await insertAnchor(tx, { size, note: signHead(keys, { size, root }), madeAt: now });
}
