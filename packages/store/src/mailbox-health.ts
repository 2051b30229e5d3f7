// What the poller writes down about a mailbox: that it was checked, what is wrong with it, how far the first reading is.
import type { Instant } from '@quittance/domain/instant';
import type { Queryable } from './database.ts';
import { notify } from './notifications.ts';

/** Records a problem; the time it began stays that of the first of a row of problems. @returns when it began. */
export async function recordMailboxProblem(
  db: Queryable,
  input: { mailboxId: string; userId: string; code: string; text: string; at: Instant; stop: boolean },
): Promise<Instant | null> {
  const row = await db
    .updateTable('mailbox')
    .set((eb) => ({
      problem_code: input.code,
      problem_text: input.text.slice(0, 500),
      problem_since: eb.fn.coalesce('problem_since', eb.val(input.at)),
      ...(input.stop ? { state: 'stopped' as const } : {}),
    }))
    .where('id', '=', input.mailboxId)
    .where('state', '=', 'active')
    .returning('problem_since')
    .executeTakeFirst();
  await notify(db, 'change', input.userId);
  return row?.problem_since ?? null;
}

/** Absolute figures, so that writing them twice changes nothing. `finishedAt` null: history is still being read. */
export async function recordBackfillProgress(
  db: Queryable,
  input: { mailboxId: string; userId: string; total: number; done: number; finishedAt: Instant | null },
): Promise<void> {
  await db
    .updateTable('mailbox')
    .set({ backfill_total: input.total, backfill_done: input.done, backfill_finished_at: input.finishedAt })
    .where('id', '=', input.mailboxId)
    .execute();
  await notify(db, 'change', input.userId);
}
