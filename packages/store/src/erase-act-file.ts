// Erases the file that a person kept beside an act, as erasure.ts erases a message: bytes, key, salt, name and manifest go; the row, its leaf and
// the act itself stay, and an `erase` leaf says when and why. On the owner's connection, for the same reason.
import { createHash } from 'node:crypto';
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import type { Instant } from '@quittance/domain/instant';
import type { Vault } from '@quittance/vault/vault';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { erasureSalt, type EraseDeps, type Erased } from './erasure.ts';
import { appendToLog } from './log.ts';
import { notify } from './notifications.ts';
import { storableText } from './storable-text.ts';
import { inTransaction, lockForUser } from './transaction.ts';

export interface FileErasureRequest {
  readonly userId: string;
  readonly actId: string;
  readonly reason: string;
  readonly at: Instant;
}

/** @returns null where the person kept no file beside that act. */
export async function eraseActFile(deps: Omit<EraseDeps, 'fold'>, request: FileErasureRequest): Promise<Erased | null> {
  return inTransaction(deps.db, async (tx) => {
    const erased = await eraseActFileIn(tx, deps, request);
    // Last, as for a message: a crash in between names a file that is still there, never the other way round.
    if (erased && erased.leafIndex !== null) await deps.list.append(request);
    return erased;
  });
}

/** The erasure inside a transaction of the caller's, which keeps the list. */
export async function eraseActFileIn(tx: Tx, { vault }: Pick<EraseDeps, 'vault'>, request: FileErasureRequest): Promise<Erased | null> {
  const { userId, actId, at } = request;
  await lockForUser(tx, 'outcome', userId);
  const file = await tx
    .selectFrom('act_file')
    .select(['sha256', 'leaf_index', 'erased_at'])
    .where('user_id', '=', userId)
    .where('act_id', '=', actId)
    .executeTakeFirst();
  if (!file) return null;
  if (file.erased_at !== null) return { erasedAt: file.erased_at, leafIndex: null };
  const manifest = eraseManifest(request, file.sha256);
  const entry = leafEntry('erase', commitment(fileErasureSalt(vault, userId, actId), manifest));
  const leafIndex = await appendToLog(tx, userId, [{ entry, messageId: null, manifest }], at);
  await sql`select set_config('quittance.erasing', 'on', true)`.execute(tx);
  await tx
    .updateTable('act_file')
    .set({ name: '', salt: null, wrapped_key: null, ciphertext: null, erased_at: at, erase_leaf_index: leafIndex })
    .where('user_id', '=', userId)
    .where('act_id', '=', actId)
    .execute();
  await tx
    .updateTable('log_leaf')
    .set({ manifest: null })
    .where('user_id', '=', userId)
    .where('leaf_index', '=', file.leaf_index)
    .execute();
  await sql`select set_config('quittance.erasing', 'off', true)`.execute(tx);
  await notify(tx, 'change', userId);
  return { erasedAt: at, leafIndex };
}

/** The salt of its `erase` leaf; the file's own is gone. */
export function fileErasureSalt(vault: Pick<Vault, 'derive'>, userId: string, actId: string): Buffer {
  return erasureSalt(vault, userId, createHash('sha256').update(`act/${actId}`).digest('hex'));
}

function eraseManifest({ actId, reason, at }: FileErasureRequest, sha256: Buffer): Buffer {
  return Buffer.from(
    canonicalJson({ v: 1, kind: 'erase', act: actId, raw: { sha256: sha256.toString('hex') }, reason: storableText(reason), at }),
  );
}
