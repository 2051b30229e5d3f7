// A user's tamper-evident log in the database: leaves, perfect subtrees, checkpoints. The trees' arithmetic is packages/ledger's; here
// it becomes rows. Appending locks the log's row, so that indexes are gapless whatever other writers do or die of.
import {
  appendLeaves,
  HASH_BYTES,
  leafHash,
  neededNodes,
  readerOf,
  rootHash,
  type NodePosition,
  type TreeNode,
} from '@quittance/ledger/merkle';
import type { Instant } from '@quittance/domain/instant';
import { createHash } from 'node:crypto';
import { invariant } from '@quittance/domain/errors';
import { sql } from 'kysely';
import type { Database, Queryable, Tx } from './database.ts';
import { writeTogether, type Write } from './together.ts';

export interface NewLeaf {
  readonly entry: string;
  readonly messageId: number | null;
  /** The canonical JSON that the entry commits to. */
  readonly manifest: Buffer | null;
}

export interface LogHead {
  readonly origin: string;
  readonly size: number;
}

/** The name of a user's log, and of the key that signs its checkpoints. It tells nothing of the user and stays when the server moves. */
export function logOrigin(userId: string): string {
  return `quittance.local/a/${createHash('sha256').update(`quittance/log-origin/v1/${userId}`).digest('hex').slice(0, 16)}`;
}

/** Appends in the order given and returns the index of the first; the user's first leaf creates the log. */
export async function appendToLog(tx: Tx, userId: string, leaves: readonly NewLeaf[], at: Instant | Date): Promise<number> {
  const { size } = await lockLog(tx, userId);
  if (leaves.length === 0) return size;
  await writeTogether(tx, appendedLeaves(tx, userId, await loadEdge(tx, userId, size, leaves.length), leaves, at));
  return size;
}

/** Until the transaction ends nobody else appends. */
export async function lockLog(tx: Tx, userId: string): Promise<LogHead> {
  const select = tx.selectFrom('log').select(['origin', 'size']).where('user_id', '=', userId).forUpdate();
  const found = await select.executeTakeFirst();
  if (found) return found;
  await tx
    .insertInto('log')
    .values({ user_id: userId, origin: logOrigin(userId) })
    // Of either key: two first writers at once may meet at the origin before they meet at the user.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return select.executeTakeFirstOrThrow();
}

/** Where leaves are to be appended: the size, and the nodes of the tree that the new ones join. */
export interface LogEdge {
  readonly size: number;
  readonly nodes: readonly TreeNode[];
}

const NO_HASH = Buffer.alloc(HASH_BYTES);

/** @param size as `lockLog` said. */
export async function loadEdge(tx: Tx, userId: string, size: number, count: number): Promise<LogEdge> {
  const blank = Array.from({ length: count }, () => NO_HASH);
  const needed = neededNodes((read) => appendLeaves(size, blank, read));
  return { size, nodes: await loadNodes(tx, userId, needed) };
}

/** Exactly as many leaves as the edge was loaded for. */
export function appendedLeaves(tx: Tx, userId: string, { size, nodes }: LogEdge, leaves: readonly NewLeaf[], at: Instant | Date): Write[] {
  if (leaves.length === 0) return [];
  const hashes = leaves.map((leaf) => leafHash(leaf.entry));
  return [
    insertLeaves(tx, userId, size, leaves, hashes, at),
    insertNodes(userId, appendLeaves(size, hashes, readerOf(nodes))),
    tx
      .updateTable('log')
      .set({ size: size + leaves.length })
      .where('user_id', '=', userId),
  ];
}

function insertLeaves(
  tx: Tx,
  userId: string,
  from: number,
  leaves: readonly NewLeaf[],
  hashes: readonly Buffer[],
  at: Instant | Date,
): Write {
  const rows = leaves.map((leaf, offset) => ({
    user_id: userId,
    leaf_index: from + offset,
    entry: leaf.entry,
    leaf_hash: hashes[offset]!,
    message_id: leaf.messageId,
    manifest: leaf.manifest,
    appended_at: at,
  }));
  return tx.insertInto('log_leaf').values(rows);
}

// One text for any number of them, so that it can be kept (planned-client.ts).
function insertNodes(userId: string, nodes: readonly TreeNode[]): Write {
  return sql`
    insert into log_node (user_id, level, node_index, hash)
    select ${userId}::uuid, level, node_index, hash
    from unnest(${nodes.map((node) => node.level)}::int[], ${nodes.map((node) => node.index)}::bigint[], ${nodes.map((node) => node.hash)}::bytea[])
      as added(level, node_index, hash)`;
}

/** @throws InvariantError when the tree lacks one of them. */
export async function loadNodes(db: Queryable, userId: string, positions: readonly NodePosition[]): Promise<TreeNode[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql<TreeNode>`
    select n.level, n.node_index as index, n.hash
    from unnest(${positions.map((p) => p.level)}::int[], ${positions.map((p) => p.index)}::bigint[]) as wanted(level, node_index)
    join log_node n on n.user_id = ${userId}::uuid and n.level = wanted.level and n.node_index = wanted.node_index`.execute(db);
  invariant(rows.length === positions.length, `the log's tree lacks ${positions.length - rows.length} of ${positions.length} nodes`);
  return rows;
}

export async function getLogHead(db: Queryable, userId: string): Promise<LogHead | null> {
  const row = await db.selectFrom('log').select(['origin', 'size']).where('user_id', '=', userId).executeTakeFirst();
  return row ?? null;
}

export async function loadRoot(db: Queryable, userId: string, size: number): Promise<Buffer> {
  const nodes = await loadNodes(
    db,
    userId,
    neededNodes((read) => rootHash(size, read)),
  );
  return rootHash(size, readerOf(nodes));
}

export interface CheckpointRow {
  readonly size: number;
  readonly note: string;
  readonly madeAt: Instant;
}

/** The newest checkpoint, or the newest that covers a leaf count of `minSize`. */
export async function latestCheckpoint(db: Queryable, userId: string, minSize = 0): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select(['size', 'note', 'made_at as madeAt'])
    .where('user_id', '=', userId)
    .where('size', '>=', minSize)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest checkpoint of a moment. */
export async function checkpointAsOf(db: Queryable, userId: string, at: Instant): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select(['size', 'note', 'made_at as madeAt'])
    .where('user_id', '=', userId)
    .where('made_at', '<=', at)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The first checkpoint that covers a leaf count of `minSize`: no later than it, the leaf was there. */
export async function firstCheckpoint(db: Queryable, userId: string, minSize: number): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom('log_checkpoint')
    .select(['size', 'note', 'made_at as madeAt'])
    .where('user_id', '=', userId)
    .where('size', '>=', minSize)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** A size is signed once; a second checkpoint of the same size is not stored. */
export async function insertCheckpoint(
  tx: Tx,
  userId: string,
  checkpoint: { size: number; note: string; madeAt: Instant | Date },
): Promise<void> {
  await tx
    .insertInto('log_checkpoint')
    .values({ user_id: userId, size: checkpoint.size, note: checkpoint.note, made_at: checkpoint.madeAt })
    .onConflict((conflict) => conflict.columns(['user_id', 'size']).doNothing())
    .execute();
}

/** Users whose log has leaves that no checkpoint covers yet. */
export async function listUnsealedLogs(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('log')
    .select('user_id')
    .where((eb) =>
      eb(
        'log.size',
        '>',
        eb
          .selectFrom('log_checkpoint')
          .select((inner) => inner.fn.coalesce(inner.fn.max('log_checkpoint.size'), sql<number>`0`).as('size'))
          .whereRef('log_checkpoint.user_id', '=', 'log.user_id'),
      ),
    )
    .execute();
  return rows.map((row) => row.user_id);
}
