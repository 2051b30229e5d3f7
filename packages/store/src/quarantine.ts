// Messages that could not be read: parked for a person, their bytes still staged and encrypted, everything else flowing on.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { notify } from './notifications.ts';
import { deleteOutbox, insertOutbox } from './outbox.ts';
import type { OriginJson } from './schema.ts';
import { storableText } from './storable-text.ts';
import { writeTogether } from './together.ts';

const PROBLEM_TEXT_MAX = 500;

export interface Problem {
  readonly code: string;
  /** For a person; says nothing of what the message holds. */
  readonly text: string;
}

/** @returns false when it has its outcome by now (another process was faster). */
export async function quarantineContent(tx: Tx, userId: string, contentId: number, problem: Problem, at: Instant | Date): Promise<boolean> {
  const result = await tx
    .updateTable('content')
    .set({
      state: 'quarantined',
      settled_at: at,
      problem_code: problem.code,
      problem_text: storableText(problem.text).slice(0, PROBLEM_TEXT_MAX),
    })
    .where('user_id', '=', userId)
    .where('id', '=', contentId)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await tx
    .updateTable('location')
    .set({ state: 'quarantined', problem_code: problem.code })
    .where('content_id', '=', contentId)
    .where('state', '=', 'pending')
    .execute();
  await writeTogether(tx, deleteOutbox([contentId]));
  await notify(tx, 'change', userId);
  return true;
}

export interface QuarantinedMessage extends Problem {
  readonly contentId: number;
  readonly origin: OriginJson;
  readonly mailboxId: string | null;
  readonly sizeBytes: number;
  readonly capturedAt: Instant;
  readonly quarantinedAt: Instant | null;
}

/** The latest first. */
export async function listQuarantined(db: Queryable, userId: string, limit = 100): Promise<QuarantinedMessage[]> {
  const rows = await db
    .selectFrom('content')
    .innerJoin('staged_message as staged', 'staged.content_id', 'content.id')
    .select([
      'content.id as contentId',
      sql<string>`coalesce(content.problem_code, '')`.as('code'),
      sql<string>`coalesce(content.problem_text, '')`.as('text'),
      'staged.origin',
      'staged.mailbox_id as mailboxId',
      'staged.size_bytes as sizeBytes',
      'staged.captured_at as capturedAt',
      'content.settled_at as quarantinedAt',
    ])
    .where('content.user_id', '=', userId)
    .where('content.state', '=', 'quarantined')
    .orderBy('content.id', 'desc')
    .limit(limit)
    .execute();
  return rows;
}

/** Puts a message back on its way with a clean count. @returns false when it is not in quarantine. */
export async function retryQuarantined(tx: Tx, userId: string, contentId: number): Promise<boolean> {
  const result = await tx
    .updateTable('content')
    .set({ state: 'pending', attempts: 0, reading_since: null, settled_at: null, problem_code: null, problem_text: null })
    .where('user_id', '=', userId)
    .where('id', '=', contentId)
    .where('state', '=', 'quarantined')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await tx
    .updateTable('location')
    .set({ state: 'pending', problem_code: null })
    .where('content_id', '=', contentId)
    .where('state', '=', 'quarantined')
    .execute();
  const { writes, notes } = insertOutbox(tx, [{ userId, contentId, priority: 'live' }]);
  await writeTogether(tx, writes, notes);
  return true;
}
