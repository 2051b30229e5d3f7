// What the poller writes down about a mailbox: that it was checked, what is wrong with it, how far the first reading is.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import type { Fence } from './leases.ts';
import type { HistoryDay } from './mailboxes.ts';
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

/**
 * Absolute figures, so that writing them twice changes nothing. `finishedAt` null: history is still being read. What was downloaded today stands in the
 * same row, so that counting it costs no statement of its own; null: nobody counts. Whose lease is another's by now writes nothing.
 */
export async function recordBackfillProgress(
  db: Queryable,
  input: {
    mailboxId: string;
    userId: string;
    total: number;
    done: number;
    finishedAt: Instant | null;
    day: HistoryDay | null;
    /** null: nobody's lease is at stake. */
    fence: Fence | null;
  },
): Promise<void> {
  const { fence } = input;
  let written = db
    .updateTable('mailbox')
    .set({
      backfill_total: input.total,
      backfill_done: input.done,
      backfill_finished_at: input.finishedAt,
      ...(input.day ? { history_day_bytes: input.day.bytes, history_day_began_at: input.day.beganAt } : {}),
    })
    .where('id', '=', input.mailboxId);
  if (fence) {
    const isHeld = sql<boolean>`exists (select from mailbox_lease where mailbox_id = ${fence.mailboxId}::uuid and token = ${fence.token})`;
    written = written.where(isHeld);
  }
  await written.execute();
  await notify(db, 'change', input.userId);
}

/** Of the second connection; null: it reads again. The time it began stays that of the first of a row of problems. */
export async function recordHistoryProblem(
  db: Queryable,
  { mailboxId, userId, problem }: { mailboxId: string; userId: string; problem: { code: string; text: string; at: Instant } | null },
): Promise<void> {
  const query = db
    .updateTable('mailbox')
    .set((eb) => ({
      history_problem_code: problem?.code ?? null,
      history_problem_text: problem?.text.slice(0, 500) ?? null,
      history_problem_since: problem ? eb.fn.coalesce('history_problem_since', eb.val(problem.at)) : null,
    }))
    .where('id', '=', mailboxId);
  const { numUpdatedRows } = await (problem ? query : query.where('history_problem_code', 'is not', null)).executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await notify(db, 'change', userId);
}
