// What the overview asks of the events: few rows, however many years of mail there are. Every table is asked for the person's rows, though row-level
// security gives no others: it compares each row with a setting, which is read anew each time, unless the statement says the same.
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import type { CivilDate } from '@quittance/domain/civil-date';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

const UNNAMED = JSON.stringify([{ rule: UNNAMED_CONTRACT }]);

/**
 * Ids of events that were not read with certainty, are not likely forged, and that the person has not judged; newest first. Mail that more likely than not
 * is no notice (confidence below one half) is asked about if it came since `doubtfulSince`: of old mail there would be too many such questions.
 */
export async function listQuestions(
  db: Queryable,
  userId: string,
  { doubtfulSince, limit }: { readonly doubtfulSince: CivilDate; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from event e
    left join lateral (select level from verdict where verdict.message_id = e.message_id and verdict.user_id = ${userId}::uuid order by verdict.id desc limit 1) v on true
    where e.user_id = ${userId}::uuid and e.decided <> 'auto' and coalesce(v.level, '') <> 'R'
      and (e.confidence >= 0.5 or e.occurred_at >= ${`${doubtfulSince}T00:00:00Z`}::timestamptz)
      and not exists (select from correction c where c.event_id = e.id and c.user_id = ${userId}::uuid)
    order by e.occurred_at desc, e.id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Ids of mails' events that were read with certainty, or as the person said, since a day, that are not likely forged and belong to no subscription; newest
 * first. Of the receipts of a sender that name no contract the newest, if it came since `receiptsSince`, and none if the person left one of them out.
 */
export async function listUnplaced(
  db: Queryable,
  userId: string,
  { since, receiptsSince, limit }: { readonly since: CivilDate; readonly receiptsSince: CivilDate; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with left_out as (
      select done.data->>'event' as id from act done
      where done.user_id = ${userId}::uuid and done.kind = 'left_out' and not exists (select from act undoing where undoing.undoes = done.id and undoing.user_id = ${userId}::uuid)
    ), unplaced as (
      select e.id, e.occurred_at, coalesce(e.merchant_id, message.from_address) as sender, said.kind is null and e.reasons @> ${UNNAMED}::jsonb as is_mere,
             e.id::text in (select id from left_out) as is_left_out
      from event e
      left join subscription_event on subscription_event.event_id = e.id and subscription_event.user_id = ${userId}::uuid
      left join message on message.id = e.message_id and message.user_id = ${userId}::uuid
      left join lateral (select level from verdict where verdict.message_id = e.message_id and verdict.user_id = ${userId}::uuid order by verdict.id desc limit 1) v on true
      left join lateral (select kind from correction where correction.event_id = e.id and correction.user_id = ${userId}::uuid order by correction.id desc limit 1) said on true
      where e.user_id = ${userId}::uuid and e.source = 'mail' and e.occurred_at >= ${`${since}T00:00:00Z`}::timestamptz
        and subscription_event.event_id is null and (e.decided = 'auto' or said.kind is not null)
        and coalesce(said.kind, '') <> 'other' and coalesce(v.level, '') <> 'R'
    ), ranked as (
      select *, row_number() over (partition by sender, is_mere order by occurred_at desc, id) as nth, bool_or(is_left_out) over (partition by sender, is_mere) as is_known
      from unplaced
    )
    select id from ranked
    where not is_left_out and (not is_mere or (nth = 1 and not is_known and occurred_at >= ${`${receiptsSince}T00:00:00Z`}::timestamptz))
    order by occurred_at desc, id limit ${limit}`.execute(db);
  return rows.map((row) => row.id);
}

export async function hasEvents(db: Queryable, userId: string): Promise<boolean> {
  const row = await db.selectFrom('event').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst();
  return row !== undefined;
}
