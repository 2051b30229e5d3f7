// Works through the erasure list after a restore, so that nothing erased comes back by a backup that is older than its erasure: neither as a
// kept message, nor as a file beside an act, nor as bytes that were still staged, nor by being read from the mailbox once more.
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { eraseActFileIn } from './erase-act-file.ts';
import { isOfMessage, type ErasureEntry, type MessageErasure } from './erasure-list.ts';
import { eraseIn, type EraseDeps } from './erasure.ts';

/** @returns how many kept messages and files were erased again. */
export async function replayErasures(tx: Tx, deps: Pick<EraseDeps, 'vault' | 'fold'>, erasures: readonly ErasureEntry[]): Promise<number> {
  let erased = 0;
  for (const entry of erasures) {
    if (!isOfMessage(entry)) {
      const done = await eraseActFileIn(tx, deps, entry);
      if (done && done.leafIndex !== null) erased += 1;
      continue;
    }
    const { userId, contentKey, reason, at } = entry;
    const message = await findKept(tx, entry);
    if (message) {
      const done = await eraseIn(tx, deps, { userId, sha256: message, reason, at });
      if (done && done.leafIndex !== null) erased += 1;
    } else {
      await forgetUnsettled(tx, userId, contentKey, at);
    }
  }
  return erased;
}

async function findKept(tx: Tx, { userId, contentKey }: MessageErasure): Promise<string | null> {
  const { rows } = await sql<{ sha256: string }>`
    select encode(m.sha256, 'hex') as sha256 from content c join message m on m.content_id = c.id
    where c.user_id = ${userId}::uuid and c.content_key = ${contentKey}::bytea`.execute(tx);
  return rows[0]?.sha256 ?? null;
}

// The backup is from before the message had its outcome, or before it came at all: it becomes one that is known and was not kept.
async function forgetUnsettled(tx: Tx, userId: string, contentKey: Buffer, at: string): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    insert into content (user_id, content_key, state, first_seen_at, settled_at)
    select id, ${contentKey}::bytea, 'ignored', ${at}::timestamptz, ${at}::timestamptz from app_user where id = ${userId}::uuid
    on conflict (user_id, content_key) do update
      set state = 'ignored', settled_at = excluded.settled_at, attempts = 0, problem_code = null, problem_text = null
    returning id`.execute(tx);
  for (const { id } of rows) {
    await tx.deleteFrom('staged_message').where('content_id', '=', id).execute();
    await tx.deleteFrom('outbox').where('content_id', '=', id).execute();
    await tx
      .updateTable('location')
      .set({ state: 'ignored', problem_code: null, next_try_at: null })
      .where('content_id', '=', id)
      .execute();
  }
}
