// The anchor log's part of fsck: leaves, nodes and heads are recomputed from the entries; every anchored head of a person is the one that its leaf
// stands for, and every token is the leaf that it became and stamps the head that it says.
import { openCheckpoint } from '@quittance/ledger/checkpoint';
import { growTree } from '@quittance/ledger/grow-tree';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { leafHash, type TreeNode } from '@quittance/ledger/merkle';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import { anchorEntry, anchorOrigin } from './anchor-log.ts';
import type { Tx } from './database.ts';
import type { FsckKind, Note, Problem } from './fsck.ts';
import { checkKeys } from './fsck-keys.ts';
import { keyForSize, listAnchorKeys } from './log-keys.ts';

export interface AnchorReport {
  readonly leaves: number;
  readonly checkpoints: number;
  readonly timeStamps: number;
  readonly problems: readonly Problem[];
}

/** What is wrong with a token, in words; null for one that proves that `data` existed at `genAt`. */
export type CheckToken = (token: Buffer, data: Buffer, stated: { readonly genAt: string; readonly root: string }) => string | null;

export async function fsckAnchor(deps: { tx: Tx; vault: Pick<Vault, 'derive'>; checkToken: CheckToken }): Promise<AnchorReport> {
  const { tx, vault } = deps;
  const problems = new Map<FsckKind, Problem>();
  const note: Note = (kind, row, detail, count = 1) => {
    const known = problems.get(kind);
    problems.set(kind, known ? { ...known, count: known.count + count } : { kind, count, row, detail });
  };
  const entries = await readEntries(tx, note);
  const leafOf = (index: number) => Promise.resolve(entries[index] === undefined ? undefined : { entry: entries[index] });
  const origin = anchorOrigin(vault);
  const keys = await checkKeys(vault, { kind: 'anchor', origin, rows: await listAnchorKeys(tx), leafOf }, note);
  const checkpoints = await checkHeads(tx, entries, (size) => keyForSize(keys, size), origin, note);
  await checkAnchored(tx, entries, note);
  const timeStamps = await checkTokens(deps, entries, note);
  return { leaves: entries.length, checkpoints, timeStamps, problems: [...problems.values()] };
}

async function readEntries(tx: Tx, note: Note): Promise<string[]> {
  const leaves = await tx.selectFrom('anchor_leaf').select(['leaf_index', 'entry', 'leaf_hash']).orderBy('leaf_index').execute();
  const entries: string[] = [];
  for (const { leaf_index: index, entry, leaf_hash: hash } of leaves) {
    if (index !== entries.length) {
      note('leaf_missing', `anchor leaf ${entries.length}`, `after it comes leaf ${index}`);
      break;
    }
    if (!leafHash(entry).equals(hash)) note('leaf_hash_wrong', `anchor leaf ${index}`, 'the stored hash is not the hash of its entry');
    entries.push(entry);
  }
  return entries;
}

async function checkHeads(
  tx: Tx,
  entries: readonly string[],
  keyOf: (size: number) => string,
  origin: string,
  note: Note,
): Promise<number> {
  const heads = await tx.selectFrom('anchor_checkpoint').select(['size', 'note']).orderBy('size').execute();
  const bySize = new Map(heads.map((head) => [head.size, head.note]));
  const tree = growTree();
  const expected: TreeNode[] = [];
  for (const entry of entries) {
    expected.push(...tree.push(leafHash(entry)));
    const text = bySize.get(tree.size);
    if (text !== undefined) checkHead(tree.size, text, tree.root(), keyOf(tree.size), origin, note);
    bySize.delete(tree.size);
  }
  for (const size of bySize.keys())
    note('checkpoint_beyond_log', `anchor checkpoint ${size}`, 'the anchor log has fewer leaves: it was cut');
  await compareNodes(tx, expected, note);
  return heads.length;
}

function checkHead(size: number, text: string, root: Buffer, key: string, origin: string, note: Note): void {
  const name = `anchor checkpoint ${size}`;
  try {
    const head = openCheckpoint(text, [key]);
    if (head.origin !== origin || head.size !== size)
      note('checkpoint_text_wrong', name, `it speaks of ${head.size} leaves of ${head.origin}`);
    else if (!head.root.equals(root)) note('checkpoint_root_wrong', name, 'the leaves that it covers give another root');
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    note('checkpoint_signature_wrong', name, error.message);
  }
}

async function compareNodes(tx: Tx, expected: readonly TreeNode[], note: Note): Promise<void> {
  const stored = await tx.selectFrom('anchor_node').select(['level', 'node_index as index', 'hash']).execute();
  const left = new Map(stored.map((node) => [`${node.level}/${node.index}`, node.hash]));
  for (const { level, index, hash } of expected) {
    const found = left.get(`${level}/${index}`);
    left.delete(`${level}/${index}`);
    if (!found?.equals(hash))
      note(found ? 'node_wrong' : 'node_missing', `anchor node ${level}/${index}`, 'it is not the hash of the leaves below it');
  }
  for (const name of left.keys()) note('node_extra', `anchor node ${name}`, 'it belongs to no leaf');
}

async function checkAnchored(tx: Tx, entries: readonly string[], note: Note): Promise<void> {
  const { rows } = await sql<{ userId: string; size: number; leafIndex: number; text: string }>`
    select a.user_id as "userId", a.size, a.leaf_index as "leafIndex", c.note as text
    from anchored_checkpoint a join log_checkpoint c on c.user_id = a.user_id and c.size = a.size order by a.leaf_index`.execute(tx);
  for (const { userId, size, leafIndex, text } of rows) {
    if (entries[leafIndex] !== anchorEntry('checkpoint', text)) {
      note(
        'anchor_differs',
        `checkpoint ${size} of ${userId}`,
        `anchor leaf ${leafIndex} stands for another one: it was changed after it was anchored`,
      );
    }
  }
}

async function checkTokens({ tx, checkToken }: Parameters<typeof fsckAnchor>[0], entries: readonly string[], note: Note): Promise<number> {
  const { rows } = await sql<{
    size: number;
    authority: string;
    token: Buffer;
    genAt: string;
    root: string;
    leafIndex: number;
    text: string;
  }>`
    select t.anchor_size as size, t.authority, t.token, t.gen_at as "genAt", t.root, t.leaf_index as "leafIndex", c.note as text
    from time_stamp t join anchor_checkpoint c on c.size = t.anchor_size order by t.id`.execute(tx);
  for (const { size, authority, token, genAt, root, leafIndex, text } of rows) {
    const name = `time stamp of anchor checkpoint ${size} by ${authority}`;
    if (entries[leafIndex] !== anchorEntry('timestamp', token))
      note('time_stamp_wrong', name, `anchor leaf ${leafIndex} stands for another token`);
    const problem = checkToken(token, Buffer.from(text), { genAt, root });
    if (problem !== null) note('time_stamp_wrong', name, problem);
  }
  return rows.length;
}
