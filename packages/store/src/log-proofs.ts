// What a person or a verifier takes from the log: where a message stands, its stand-alone proof, growth between two checkpoints, and
// the whole log for a check.
import { consistencyProof, inclusionProof, neededNodes, readerOf, type TreeNode } from '@quittance/ledger/merkle';
import { writeProof } from '@quittance/ledger/proof';
import type { StoredLeaf, StoredLog } from '@quittance/ledger/verify-ledger';
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from './database.ts';
import { getLogHead, latestCheckpoint, loadNodes } from './log.ts';

export interface MessageLeaf extends StoredLeaf {
  readonly appendedAt: Instant;
}

/** A message's leaves, the one that recorded it first; later ones are verdicts and erasures. */
export async function listLeavesOfMessage(db: Queryable, userId: string, messageId: number): Promise<MessageLeaf[]> {
  return db
    .selectFrom('log_leaf as leaf')
    .leftJoin('message_secret as secret', 'secret.message_id', 'leaf.message_id')
    .select([
      'leaf.leaf_index as index',
      'leaf.entry',
      'leaf.leaf_hash as leafHash',
      'leaf.manifest',
      'secret.salt',
      'leaf.appended_at as appendedAt',
    ])
    .where('leaf.user_id', '=', userId)
    .where('leaf.message_id', '=', messageId)
    .orderBy('leaf.leaf_index')
    .execute();
}

/** The proof of a leaf under the newest checkpoint, as c2sp.org/tlog-proof@v1; null while no checkpoint covers it. */
export async function proveLeaf(db: Queryable, userId: string, index: number): Promise<string | null> {
  const checkpoint = await latestCheckpoint(db, userId, index + 1);
  if (!checkpoint) return null;
  const nodes = await loadNodes(
    db,
    userId,
    neededNodes((read) => inclusionProof(index, checkpoint.size, read)),
  );
  return writeProof({ index, hashes: inclusionProof(index, checkpoint.size, readerOf(nodes)), checkpoint: checkpoint.note });
}

/** Proves to the holder of an older checkpoint that the log only grew. */
export async function proveGrowth(db: Queryable, userId: string, oldSize: number, newSize: number): Promise<Buffer[]> {
  const nodes = await loadNodes(
    db,
    userId,
    neededNodes((read) => consistencyProof(oldSize, newSize, read)),
  );
  return consistencyProof(oldSize, newSize, readerOf(nodes));
}

/** All of a user's log, for `verifyLedger`; null when it has none. */
export async function loadWholeLog(db: Queryable, userId: string): Promise<StoredLog | null> {
  const head = await getLogHead(db, userId);
  if (!head) return null;
  const leaves: StoredLeaf[] = await db
    .selectFrom('log_leaf as leaf')
    .leftJoin('message_secret as secret', 'secret.message_id', 'leaf.message_id')
    .select(['leaf.leaf_index as index', 'leaf.entry', 'leaf.leaf_hash as leafHash', 'leaf.manifest', 'secret.salt'])
    .where('leaf.user_id', '=', userId)
    .orderBy('leaf.leaf_index')
    .execute();
  const nodes: TreeNode[] = await db
    .selectFrom('log_node')
    .select(['level', 'node_index as index', 'hash'])
    .where('user_id', '=', userId)
    .execute();
  const checkpoints = await db
    .selectFrom('log_checkpoint')
    .select(['size', 'note'])
    .where('user_id', '=', userId)
    .orderBy('size')
    .execute();
  return { origin: head.origin, size: head.size, leaves, nodes, checkpoints };
}
