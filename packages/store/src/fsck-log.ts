// The log's part of fsck: leaves in order and without gaps, their hashes, every stored node, every checkpoint. All is recomputed from the
// entries while they stream by; what is kept of them is one hash per level of the tree.
import { openCheckpoint } from '@quittance/ledger/checkpoint';
import { growTree, type GrowingTree } from '@quittance/ledger/grow-tree';
import { parseLeafEntry } from '@quittance/ledger/leaf';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { leafHash, type TreeNode } from '@quittance/ledger/merkle';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { FsckDeps, Note } from './fsck.ts';
import { checkKeys } from './fsck-keys.ts';
import { getLogHead, logOrigin, type LogHead } from './log.ts';
import { keyForSize, listLogKeys, type LogKeys } from './log-keys.ts';

const LEAVES_PER_PAGE = 1_000;
/** Leaves that speak of a message: erasing it leaves its row, so the reference must be there. */
const OF_A_MESSAGE = new Set(['message', 'verdict', 'correction', 'erase']);

export async function checkLog(deps: FsckDeps, userId: string, note: Note): Promise<{ leaves: number; checkpoints: number }> {
  const { tx } = deps;
  const head = await getLogHead(tx, userId);
  if (!head) {
    const orphan = await tx.selectFrom('log_leaf').select('leaf_index').where('user_id', '=', userId).limit(1).executeTakeFirst();
    if (orphan) note('log_missing', `log of ${userId}`, 'there are leaves, but the log itself is gone');
    return { leaves: 0, checkpoints: 0 };
  }
  if (head.origin !== logOrigin(userId)) note('log_origin_wrong', `log of ${userId}`, `its origin is ${head.origin}`);
  const tree = growTree();
  const leafOf = (index: number) =>
    tx
      .selectFrom('log_leaf')
      .select(['entry', 'manifest'])
      .where('user_id', '=', userId)
      .where('leaf_index', '=', index)
      .executeTakeFirst();
  const keys = await checkKeys(deps.vault, { kind: 'archive', origin: head.origin, rows: await listLogKeys(tx, userId), leafOf }, note);
  const checkpoints = createCheckpointCheck(deps, userId, head, keys, note);
  await checkpoints.passed(tree);
  const isWhole = await walkLeaves(tx, userId, tree, (grown) => checkpoints.passed(grown), note);
  if (isWhole && tree.size !== head.size) {
    note('log_size_wrong', `log of ${userId}`, `it says ${head.size} leaves, ${tree.size} are stored`);
  }
  // After a gap nothing further can be recomputed; the gap has been named.
  if (isWhole) await checkpoints.end();
  if (isWhole) await checkExtraNodes(tx, userId, tree.size, note);
  return { leaves: tree.size, checkpoints: checkpoints.count };
}

async function walkLeaves(
  tx: Tx,
  userId: string,
  tree: GrowingTree,
  onLeaf: (tree: GrowingTree) => Promise<void>,
  note: Note,
): Promise<boolean> {
  const ofFiles = await erasuresOfFiles(tx, userId);
  for (;;) {
    const page = await tx
      .selectFrom('log_leaf')
      .select(['leaf_index', 'entry', 'leaf_hash', 'message_id'])
      .where('user_id', '=', userId)
      .where('leaf_index', '>=', tree.size)
      .orderBy('leaf_index')
      .limit(LEAVES_PER_PAGE)
      .execute();
    const expected: TreeNode[] = [];
    for (const leaf of page) {
      if (leaf.leaf_index !== tree.size) {
        note('leaf_missing', `leaf ${tree.size}`, `after it comes leaf ${leaf.leaf_index}`);
        return false;
      }
      checkLeaf(leaf, ofFiles, note);
      expected.push(...tree.push(leafHash(leaf.entry)));
      await onLeaf(tree);
    }
    await compareNodes(tx, userId, expected, note);
    if (page.length < LEAVES_PER_PAGE) return true;
  }
}

/** Their leaves name no message. */
async function erasuresOfFiles(tx: Tx, userId: string): Promise<Set<number | null>> {
  const rows = await tx.selectFrom('act_file').select('erase_leaf_index').where('user_id', '=', userId).execute();
  return new Set(rows.map((row) => row.erase_leaf_index));
}

interface CheckedLeaf {
  readonly leaf_index: number;
  readonly entry: string;
  readonly leaf_hash: Buffer;
  readonly message_id: number | null;
}

function checkLeaf(leaf: CheckedLeaf, ofFiles: ReadonlySet<number | null>, note: Note): void {
  const row = `leaf ${leaf.leaf_index}`;
  if (!leafHash(leaf.entry).equals(leaf.leaf_hash)) note('leaf_hash_wrong', row, 'the stored hash is not the hash of its entry');
  try {
    const { kind } = parseLeafEntry(leaf.entry);
    const isOfFile = kind === 'erase' && ofFiles.has(leaf.leaf_index);
    if (OF_A_MESSAGE.has(kind) && leaf.message_id === null && !isOfFile) {
      note('leaf_unattached', row, `it speaks of a ${kind}, and names no message`);
    }
  } catch (error) {
    note('leaf_malformed', row, reason(error));
  }
}

async function compareNodes(tx: Tx, userId: string, expected: readonly TreeNode[], note: Note): Promise<void> {
  if (expected.length === 0) return;
  const { rows } = await sql<{ level: number; index: number; hash: Buffer | null }>`
    select wanted.level, wanted.node_index as index, n.hash
    from unnest(${expected.map((node) => node.level)}::int[], ${expected.map((node) => node.index)}::bigint[])
      with ordinality as wanted(level, node_index, place)
    left join log_node n on n.user_id = ${userId}::uuid and n.level = wanted.level and n.node_index = wanted.node_index
    order by wanted.place`.execute(tx);
  rows.forEach(({ level, index, hash }, place) => {
    if (!hash) note('node_missing', `node ${level}/${index}`, 'the tree lacks it');
    else if (!hash.equals(expected[place]!.hash)) note('node_wrong', `node ${level}/${index}`, 'it is not the hash of the leaves below it');
  });
}

async function checkExtraNodes(tx: Tx, userId: string, size: number, note: Note): Promise<void> {
  const { rows } = await sql<{ level: number; index: number; count: number }>`
    select level, node_index as index, count(*) over () as count from log_node
    where user_id = ${userId}::uuid and (level > 52 or level < 0 or ((node_index + 1) << least(level, 52)) > ${size}::bigint)
    order by level, node_index limit 1`.execute(tx);
  for (const { level, index, count } of rows) note('node_extra', `node ${level}/${index}`, 'it belongs to no leaf', count);
}

interface CheckpointRow {
  readonly size: number;
  readonly note: string;
}

// Reads the checkpoints in the order of their sizes, beside the leaves.
function createCheckpointCheck({ tx }: FsckDeps, userId: string, head: LogHead, keys: Pick<LogKeys, 'all'>, note: Note) {
  let waiting: CheckpointRow[] = [];
  let after = -1;
  let count = 0;

  async function next(): Promise<CheckpointRow | undefined> {
    if (waiting.length === 0) {
      waiting = await tx
        .selectFrom('log_checkpoint')
        .select(['size', 'note'])
        .where('user_id', '=', userId)
        .where('size', '>', after)
        .orderBy('size')
        .limit(LEAVES_PER_PAGE)
        .execute();
      after = waiting.at(-1)?.size ?? Number.MAX_SAFE_INTEGER;
    }
    return waiting[0];
  }

  function check(row: CheckpointRow, tree: GrowingTree | null): void {
    const name = `checkpoint ${row.size}`;
    count += 1;
    try {
      const checkpoint = openCheckpoint(row.note, [keyForSize(keys, row.size)]);
      if (checkpoint.origin !== head.origin || checkpoint.size !== row.size) {
        note('checkpoint_text_wrong', name, `its text speaks of ${checkpoint.size} leaves of ${checkpoint.origin}`);
      } else if (tree && !tree.root().equals(checkpoint.root)) {
        note('checkpoint_root_wrong', name, 'the leaves that it covers give another root: they were changed after it was signed');
      }
    } catch (error) {
      note('checkpoint_signature_wrong', name, reason(error));
    }
  }

  return {
    get count() {
      return count;
    },
    async passed(tree: GrowingTree): Promise<void> {
      for (let row = await next(); row !== undefined && row.size <= tree.size; row = await next()) {
        check(row, tree);
        waiting.shift();
      }
    },
    async end(): Promise<void> {
      for (let row = await next(); row !== undefined; row = await next()) {
        check(row, null);
        note('checkpoint_beyond_log', `checkpoint ${row.size}`, 'the log has fewer leaves: it was cut');
        waiting.shift();
      }
    },
  };
}

function reason(error: unknown): string {
  if (error instanceof LedgerError) return error.message;
  throw error;
}
