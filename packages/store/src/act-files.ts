// Files that a person keeps beside an act, as evidence: handed out sealed, for whoever has the vault.
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

export interface SealedActFile {
  readonly actId: string;
  readonly name: string;
  readonly contentType: string;
  readonly sha256: Buffer;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

/** For `openFile` of packages/vault; null when there is none, or it was erased. */
export async function loadActFile(db: Queryable, userId: string, actId: string): Promise<SealedActFile | null> {
  const { rows } = await sql<SealedActFile>`
    select act_id as "actId", name, content_type as "contentType", sha256, wrapped_key as "wrappedKey", ciphertext
    from act_file where user_id = ${userId}::uuid and act_id = ${actId}::uuid and erased_at is null`.execute(db);
  return rows[0] ?? null;
}
