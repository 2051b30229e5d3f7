// The anchor log: one tree over the heads of all people's logs, the tokens that authorities gave for its own heads, and changes of its key. Its
// leaves are hashes of what is signed and public to whoever holds it, so they need no salt. Owner's connection only, but for reading proofs.
import { createHash } from 'node:crypto';
import { leafEntry } from '@quittance/ledger/leaf';
import { appendLeaves, leafHash, neededNodes, readerOf, rootHash, type NodePosition, type TreeNode } from '@quittance/ledger/merkle';
import { invariant } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { CheckpointRow } from './log.ts';

/** The name of the anchor log. It follows from the key file, so that it stays when the server moves. */
export function anchorOrigin(vault: Pick<Vault, 'derive'>): string {
  return `quittance.local/anchor/${createHash('sha256').update(vault.derive('anchor-origin')).digest('hex').slice(0, 16)}`;
}

/** The entry that stands for a signed head, or for a token: its hash. */
export function anchorEntry(kind: 'checkpoint' | 'timestamp', bytes: Buffer | string): string {
  return leafEntry(kind, createHash('sha256').update(bytes).digest());
}

/** Held until the transaction ends: indexes without gaps, and one head at a time. */
export async function lockAnchor(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('anchor', 0))`.execute(tx);
}

export async function anchorSize(db: Queryable): Promise<number> {
  const row = await db.selectFrom('anchor_leaf').select('leaf_index').orderBy('leaf_index', 'desc').limit(1).executeTakeFirst();
  return row ? row.leaf_index + 1 : 0;
}

/** Appends in the order given, under the lock; returns the index of the first. */
export async function appendToAnchor(tx: Tx, entries: readonly string[], at: Instant | Date): Promise<number> {
  const size = await anchorSize(tx);
  if (entries.length === 0) return size;
  const hashes = entries.map((entry) => leafHash(entry));
  const needed = neededNodes((read) => appendLeaves(size, hashes, read));
  const added = appendLeaves(size, hashes, readerOf(await loadAnchorNodes(tx, needed)));
  await tx
    .insertInto('anchor_leaf')
    .values(entries.map((entry, offset) => ({ leaf_index: size + offset, entry, leaf_hash: hashes[offset]!, appended_at: at })))
    .execute();
  await tx
    .insertInto('anchor_node')
    .values(added.map(({ level, index, hash }) => ({ level, node_index: index, hash })))
    .execute();
  return size;
}

/** @throws InvariantError when the tree lacks one of them. */
export async function loadAnchorNodes(db: Queryable, positions: readonly NodePosition[]): Promise<TreeNode[]> {
  if (positions.length === 0) return [];
  const { rows } = await sql<TreeNode>`
    select n.level, n.node_index as index, n.hash
    from unnest(${positions.map((p) => p.level)}::int[], ${positions.map((p) => p.index)}::bigint[]) as wanted(level, node_index)
    join anchor_node n on n.level = wanted.level and n.node_index = wanted.node_index`.execute(db);
  invariant(rows.length === positions.length, `the anchor log lacks ${positions.length - rows.length} of ${positions.length} nodes`);
  return rows;
}

export async function loadAnchorRoot(db: Queryable, size: number): Promise<Buffer> {
  const needed = neededNodes((read) => rootHash(size, read));
  return rootHash(size, readerOf(await loadAnchorNodes(db, needed)));
}

export async function latestAnchor(db: Queryable): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom('anchor_checkpoint')
    .select(['size', 'note', 'made_at as madeAt'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertAnchor(tx: Tx, { size, note, madeAt }: { size: number; note: string; madeAt: Instant | Date }): Promise<void> {
  await tx.insertInto('anchor_checkpoint').values({ size, note, made_at: madeAt }).execute();
}

export interface UnanchoredHead {
  readonly userId: string;
  readonly size: number;
  readonly note: string;
}

/** The newest head of each log that is not in the anchor log yet. */
export async function listUnanchoredHeads(db: Queryable): Promise<UnanchoredHead[]> {
  const { rows } = await sql<UnanchoredHead>`
    select c.user_id as "userId", c.size, c.note
    from log l
    join lateral (select * from log_checkpoint where user_id = l.user_id order by size desc limit 1) c on true
    where not exists (select from anchored_checkpoint a where a.user_id = c.user_id and a.size = c.size)
    order by c.user_id`.execute(db);
  return rows;
}

export async function insertAnchored(tx: Tx, rows: readonly { userId: string; size: number; leafIndex: number }[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('anchored_checkpoint')
    .values(rows.map(({ userId, size, leafIndex }) => ({ user_id: userId, size, leaf_index: leafIndex })))
    .execute();
}
