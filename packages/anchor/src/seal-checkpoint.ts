// Signs the head of a user's log after each batch. Under an advisory lock, because two heads of one log must never disagree; and not
// before the new head is proved to extend the last signed one, so that a log that was cut or changed behind our back is never signed.
import { readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import { invariant } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import type { Database, Tx } from '@quittance/store/database';
import { getLogHead, insertCheckpoint, latestCheckpoint, loadRoot, type LogHead } from '@quittance/store/log';
import { loadLogKeys, signHead } from '@quittance/store/log-keys';
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
    await lockForUser(tx, 'checkpoint', userId);
    const head = await getLogHead(tx, userId);
    if (!head || head.size === 0) return false;
    const last = await latestCheckpoint(tx, userId);
    if (last?.size === head.size) return false;
    const root = await loadRoot(tx, userId, head.size);
    if (last) await assertGrown(tx, userId, last.note, head, root);
    const now = deps.clock.now();
    const keys = await loadLogKeys(tx, deps.vault, { userId, origin: head.origin }, now);
    await insertCheckpoint(tx, userId, { size: head.size, note: signHead(keys, { size: head.size, root }), madeAt: now });
    return true;
  });
}

async function assertGrown(tx: Tx, userId: string, lastNote: string, head: LogHead, newRoot: Buffer): Promise<void> {
  const old = readUnverifiedCheckpoint(lastNote);
  invariant(old.size <= head.size, `the log has ${head.size} leaves, a checkpoint covers ${old.size}: leaves are missing`);
  const proof = await proveGrowth(tx, userId, old.size, head.size);
  const isGrown = verifyConsistency({ oldSize: old.size, newSize: head.size, oldRoot: old.root, newRoot, proof });
  invariant(isGrown, 'the log does not extend its last checkpoint: run "quittance fsck"');
}
