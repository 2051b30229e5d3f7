// The bank files' part of fsck: each has its leaf, its manifest is the one that the leaf commits to, and the stored lines are those that the manifest
// speaks of. A file that was taken back has lost lines on purpose: its manifest is checked, its lines are not.
import { commitment, parseLeafEntry } from '@quittance/ledger/leaf';
import type { Tx } from './database.ts';
import type { Note } from './fsck.ts';
import { statementManifest } from './statement-files.ts';

export async function checkStatements(tx: Tx, userId: string, note: Note): Promise<void> {
  const files = await tx
    .selectFrom('statement_file as f')
    .leftJoin('log_leaf as leaf', (join) => join.onRef('leaf.user_id', '=', 'f.user_id').onRef('leaf.leaf_index', '=', 'f.leaf_index'))
    .select(['f.id', 'f.sha256', 'f.format', 'f.size_bytes', 'f.line_count', 'f.salt', 'f.manifest', 'f.removed_at', 'leaf.entry'])
    .where('f.user_id', '=', userId)
    .orderBy('f.id')
    .execute();
  for (const file of files) {
    const name = `statement ${file.id} (${file.sha256.toString('hex')})`;
    if (!file.entry || !isCommitted(file.entry, file.salt, file.manifest)) {
      note('manifest_wrong', name, 'its leaf does not commit to its manifest');
      continue;
    }
    if (file.removed_at !== null) continue;
    const fresh = await tx
      .selectFrom('statement_line')
      .select(['identity', 'position', 'booked_on as bookedOn', 'transacted_on as transactedOn', 'amount_minor as amountMinor'])
      .select(['currency', 'text', 'account'])
      .where('file_id', '=', file.id)
      .orderBy('id')
      .execute();
    const { sha256, size_bytes: sizeBytes, format, line_count: lines } = file;
    if (!statementManifest({ sha256, sizeBytes, format, lines, fresh }).equals(file.manifest)) {
      note('statement_differs', name, 'its lines are not those that the log recorded');
    }
  }
}

function isCommitted(entry: string, salt: Buffer, manifest: Buffer): boolean {
  const leaf = parseLeafEntry(entry);
  return leaf.kind === 'statement' && leaf.commitment.equals(commitment(salt, manifest));
}
