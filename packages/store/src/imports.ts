// How far mail files were imported, so that an interrupted import of gigabytes goes on where it stood. A file is known by a fingerprint of
// its content, not by its name.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { storableText } from './storable-text.ts';

export interface ImportFile {
  readonly offsetBytes: number;
  /** Messages before the offset. */
  readonly messages: number;
  readonly finishedAt: Instant | null;
}

export async function findImportFile(db: Queryable, userId: string, fingerprint: Buffer): Promise<ImportFile | null> {
  const row = await db
    .selectFrom('import_file')
    .select(['offset_bytes as offsetBytes', 'messages', 'finished_at as finishedAt'])
    .where('user_id', '=', userId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row ?? null;
}

export interface ImportProgress {
  readonly userId: string;
  readonly fingerprint: Buffer;
  readonly path: string;
  readonly offsetBytes: number;
  readonly messages: number;
  readonly isFinished: boolean;
  readonly at: Instant;
}

export async function saveImportProgress(db: Queryable, progress: ImportProgress): Promise<void> {
  const values = {
    path: storableText(progress.path),
    offset_bytes: progress.offsetBytes,
    messages: progress.messages,
    finished_at: progress.isFinished ? progress.at : null,
    updated_at: progress.at,
  };
  await db
    .insertInto('import_file')
    .values({ user_id: progress.userId, fingerprint: progress.fingerprint, ...values })
    .onConflict((conflict) => conflict.columns(['user_id', 'fingerprint']).doUpdateSet(values))
    .execute();
}

/** Contents of an mbox that an earlier, interrupted import accepted and that have no outcome yet. */
export async function listOpenOfMbox(db: Queryable, userId: string, path: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select content_id as id from location
    where user_id = ${userId}::uuid and folder_id is null and state = 'pending' and content_id is not null
      and starts_with(path, ${`${storableText(path)}#`})`.execute(db);
  return rows.map(({ id }) => id);
}
