// The small rows' part of fsck: events cite messages and stand in order, contents are what their messages say, nothing readable was left
// behind, and what was erased did not come back.
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from './database.ts';
import { isOfMessage, type ErasureEntry } from './erasure-list.ts';
import type { FsckKind, Note } from './fsck.ts';

interface Rule {
  readonly kind: FsckKind;
  readonly detail: string;
  /** Names the bad rows, the first first. */
  readonly bad: (userId: string) => RawBuilder<{ row: string }>;
}

const RULES: readonly Rule[] = [
  {
    kind: 'event_without_message',
    detail: 'it was read from a mail that is not in the archive',
    bad: (userId) => sql`
      select 'event ' || e.id as row from event e left join message m on m.id = e.message_id and m.user_id = e.user_id
      where e.user_id = ${userId}::uuid and e.source = 'mail' and m.id is null order by e.seq`,
  },
  {
    kind: 'message_without_event',
    detail: 'it was kept, but no event was read from it',
    bad: (userId) => sql`
      select 'message ' || m.id || ' (' || encode(m.sha256, 'hex') || ')' as row from message m
      where m.user_id = ${userId}::uuid and not exists (select from event e where e.message_id = m.id and e.source = 'mail') order by m.id`,
  },
  {
    kind: 'event_order_wrong',
    detail: 'its number is beyond the one that comes next',
    bad: (userId) => sql`
      select 'event ' || e.id as row from event e join app_user u on u.id = e.user_id
      where e.user_id = ${userId}::uuid and e.seq >= u.next_event_seq order by e.seq`,
  },
  {
    kind: 'content_without_message',
    detail: 'it says that it was kept, but there is no message',
    bad: (userId) => sql`
      select 'content ' || c.id as row from content c
      where c.user_id = ${userId}::uuid and c.state = 'kept' and not exists (select from message m where m.content_id = c.id) order by c.id`,
  },
  {
    kind: 'bytes_left_behind',
    detail: 'its outcome is known, but its bytes are still staged',
    bad: (userId) => sql`
      select 'content ' || c.id as row from content c join staged_message s on s.content_id = c.id
      where c.user_id = ${userId}::uuid and c.state in ('kept', 'ignored') order by c.id`,
  },
  {
    kind: 'erasure_incomplete',
    detail: 'its message was erased, but quoted words of it are left',
    bad: (userId) => sql`
      select 'event ' || e.id as row from event e join message m on m.id = e.message_id
      where e.user_id = ${userId}::uuid and m.erased_at is not null and e.reasons <> '[]'::jsonb order by e.seq`,
  },
];

/** @returns how many events there are. */
export async function checkEvents(tx: Tx, userId: string, note: Note): Promise<number> {
  for (const { kind, detail, bad } of RULES) {
    const { rows } = await sql<{ row: string; count: number }>`
      select row, count(*) over () as count from (${bad(userId)}) as bad limit 1`.execute(tx);
    for (const { row, count } of rows) note(kind, row, detail, count);
  }
  const { count } = await tx
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function checkErasures(tx: Tx, userId: string, erasures: readonly ErasureEntry[], note: Note): Promise<void> {
  const { rows } = await sql<{ id: number; sha256: string }>`
    select m.id, encode(m.sha256, 'hex') as sha256
    from content c join message m on m.content_id = c.id
    where c.user_id = ${userId}::uuid and m.erased_at is null and c.content_key = any(${erasures.filter(isOfMessage).map((entry) => entry.contentKey)}::bytea[])
    order by m.id`.execute(tx);
  for (const { id, sha256 } of rows) note('erased_came_back', `message ${id} (${sha256})`, 'the erasure list names it: erase it again');
  const actIds = erasures.flatMap((entry) => (isOfMessage(entry) ? [] : [entry.actId]));
  const files = await sql<{ id: string }>`
    select act_id as id from act_file where user_id = ${userId}::uuid and erased_at is null and act_id = any(${actIds}::uuid[])`.execute(
    tx,
  );
  for (const { id } of files.rows) note('erased_came_back', `file of act ${id}`, 'the erasure list names it: erase it again');
}
