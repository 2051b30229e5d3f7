// An uploaded CSV while its columns are being confirmed: sealed, and gone within a day whatever happens.
import type { Vault } from '@quittance/vault/vault';
import { randomUUID } from 'node:crypto';
import type { Instant } from '@quittance/domain/instant';
import type { Tx } from './database.ts';
import { storableText } from './storable-text.ts';

const KEPT_MS = 24 * 3_600_000;
const placeOf = (id: string): string => `statement_draft|${id}|ciphertext`;

/** Replaces the person's earlier drafts: one upload is looked at at a time. */
export async function saveStatementDraft(
  tx: Tx,
  vault: Pick<Vault, 'seal'>,
  userId: string,
  file: { name: string; bytes: Buffer },
  at: Instant,
): Promise<string> {
  await tx.deleteFrom('statement_draft').where('user_id', '=', userId).execute();
  const id = randomUUID();
  await tx
    .insertInto('statement_draft')
    .values({ id, user_id: userId, name: storableText(file.name), ciphertext: vault.seal(placeOf(id), file.bytes), created_at: at })
    .execute();
  return id;
}

export async function loadStatementDraft(
  tx: Tx,
  vault: Pick<Vault, 'open'>,
  userId: string,
  id: string,
  now: Date,
): Promise<{ readonly name: string; readonly bytes: Buffer } | null> {
  await tx
    .deleteFrom('statement_draft')
    .where('created_at', '<', new Date(now.getTime() - KEPT_MS).toISOString())
    .execute();
  const row = await tx
    .selectFrom('statement_draft')
    .select(['name', 'ciphertext'])
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { name: row.name, bytes: vault.open(placeOf(id), row.ciphertext) } : null;
}

export async function deleteStatementDraft(tx: Tx, userId: string, id: string): Promise<void> {
  await tx.deleteFrom('statement_draft').where('user_id', '=', userId).where('id', '=', id).execute();
}
