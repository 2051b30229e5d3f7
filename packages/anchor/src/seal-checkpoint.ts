// Signs the head of a user's log after each batch. Under an advisory lock, because two heads of one log must never disagree; and not
// before the new head is proved to extend the last signed one, so that a log that was cut or changed behind our back is never signed.
import { readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { invariant } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import type { Database } from '@quittance/store/database';
import { getLogHead, insertCheckpoint, latestCheckpoint, loadRoot, type CheckpointRow, type LogHead } from '@quittance/store/log';
import { keysOf, listLogKeys, signHead } from '@quittance/store/log-keys';
import { proveGrowth } from '@quittance/store/log-proofs';
import { inTransaction, lockForUser } from '@quittance/store/transaction';
import type { Vault } from '@quittance/vault/vault';

export interface SealDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly vault: Pick<Vault, 'derive'>;
}

/** @returns false when the newest checkpoint covers all leaves. */
export async function sealCheckpoint(deps: SealDeps, userId: string): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const [, head, last, keyRows] = await Promise.all([
      lockForUser(tx, 'checkpoint', userId),
      getLogHead(tx, userId),
      latestCheckpoint(tx, userId),
      listLogKeys(tx, userId),
    ]);
    if (!head || head.size === 0 || last?.size === head.size) return false;
    // Before anything is asked for: nobody would hear what became of it.
    const from = last ? sizeBelow(last, head) : null;
    const [root, proof] = await Promise.all([
      loadRoot(tx, userId, head.size),
      from === null ? null : proveGrowth(tx, userId, from, head.size),
    ]);
    if (last && proof) assertGrown(last, head, root, proof);
    const now = deps.clock.now();
    const keys = keysOf(deps.vault, 'archive', head.origin, keyRows, now);
    await insertCheckpoint(tx, userId, { size: head.size, note: signHead(keys, { size: head.size, root }), madeAt: now });
    return true;
  });
}

function sizeBelow({ size }: CheckpointRow, head: LogHead): number {
  invariant(size <= head.size, `the log has ${head.size} leaves, a checkpoint covers ${size}: leaves are missing`);
  return size;
}

function assertGrown({ note }: CheckpointRow, head: LogHead, newRoot: Buffer, proof: readonly Buffer[]): void {
  const old = readUnverifiedCheckpoint(note);
  const isGrown = verifyConsistency({ oldSize: old.size, newSize: head.size, oldRoot: old.root, newRoot, proof });
  invariant(isGrown, 'the log does not extend its last checkpoint: run "quittance fsck"');
}
