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
  const { rows } = await sql<{ id: number }>`
    with told as (
      select m.id, m.rfc_message_id, m.from_address, m.sent_at, m.search, e.kind, e.decided, v.level
      from message m
      join event e on e.message_id = m.id and e.source = 'mail'
      join lateral (select level from verdict where verdict.message_id = m.id order by verdict.id desc limit 1) v on true
      where m.user_id = ${userId}::uuid and m.erased_at is null
        and m.rfc_message_id in (select rfc_message_id from message where id = any(${messageIds}::bigint[]))
    )
    select distinct copy.id
    from told copy
    join told first on first.id < copy.id and first.rfc_message_id = copy.rfc_message_id and first.sent_at = copy.sent_at
      and first.from_address = copy.from_address and first.search = copy.search
      and first.kind = copy.kind and first.decided = copy.decided
      -- A copy that lost its signature says nothing new; one that gained it does, and so does a forgery.
      and first.level <= copy.level and (first.level = 'R') = (copy.level = 'R')
    where copy.id = any(${messageIds}::bigint[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
