// Messages that are another copy of one that is kept already, under other bytes: a bridge or a server that rewrote the headers after a move or a
// renumbering. Known by Message-ID, Date, From and what the text says together, never by one of them. Only for what is told of them: as
// evidence each copy is a message of its own, since its bytes are.
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/**
 * Of these messages, the ones of which an earlier copy was read in the same way and is at least as well authenticated. `search` is the folded
 * text in the order of its words, so that equal vectors are the same text whatever encoding or line ends it came in.
 */
export async function listRepeated(tx: Tx, userId: string, messageIds: readonly number[]): Promise<Set<number>> {
  if (messageIds.length === 0) return new Set();
  // From the few new ones to their namesakes, each step by the one index that is left to it. Given a choice, the planner takes any that begins with the
  // person, or none for the join: it plans for tables as empty as they were at its first look, and each mail cost a walk through all that was ever kept.
  const { rows } = await sql<{ id: number }>`
    with copy as materialized (
      select m.id, m.rfc_message_id, m.from_address, m.sent_at, m.search, e.kind, e.decided, v.level
      from unnest(${messageIds}::bigint[]) as asked(id)
      cross join lateral (
        select id, user_id, rfc_message_id, from_address, sent_at, search, erased_at from message where message.id = asked.id offset 0
      ) m
      cross join lateral (select kind, decided from event where message_id = m.id and source = 'mail' offset 0) e
      cross join lateral (select level from verdict where verdict.message_id = m.id order by verdict.id desc limit 1) v
      where m.user_id = ${userId}::uuid and m.erased_at is null
    )
    select distinct copy.id
    from copy
    cross join lateral (
      select id, user_id, from_address, sent_at, search, erased_at from message where rfc_message_id = copy.rfc_message_id offset 0
    ) first
    cross join lateral (
      select kind, decided from event where message_id = first.id and source = 'mail' and kind = copy.kind and decided = copy.decided offset 0
    ) e
    cross join lateral (select level from verdict where verdict.message_id = first.id order by verdict.id desc limit 1) v
    where first.id < copy.id and first.user_id = ${userId}::uuid and first.erased_at is null
      and first.sent_at = copy.sent_at and first.from_address = copy.from_address and first.search = copy.search
      -- A copy that lost its signature says nothing new; one that gained it does, and so does a forgery.
      and v.level <= copy.level and (v.level = 'R') = (copy.level = 'R')`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
