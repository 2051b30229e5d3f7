// What the overview asks of the events: few rows and sums, however many years of mail there are.
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import { startOfDay } from '@quittance/domain/zoned-time';
import { sql } from 'kysely';
import { countedCharges, type ToldCharge } from './count-charges.ts';
import type { Queryable } from './database.ts';

const UNNAMED = JSON.stringify([{ rule: UNNAMED_CONTRACT }]);

/** Ids of events that were not read with certainty, are not likely forged, and that the person has not judged; newest first. */
export async function listQuestions(db: Queryable, userId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from event e
    left join lateral (select level from verdict where verdict.message_id = e.message_id order by verdict.id desc limit 1) v on true
    where e.user_id = ${userId}::uuid and e.decided <> 'auto' and coalesce(v.level, '') <> 'R'
      and not exists (select from correction c where c.event_id = e.id)
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
      where done.user_id = ${userId}::uuid and done.kind = 'left_out' and not exists (select from act undoing where undoing.undoes = done.id)
    ), unplaced as (
      select e.id, e.occurred_at, coalesce(e.merchant_id, message.from_address) as sender, said.kind is null and e.reasons @> ${UNNAMED}::jsonb as is_mere,
             e.id::text in (select id from left_out) as is_left_out
      from event e
      left join subscription_event on subscription_event.event_id = e.id
      left join message on message.id = e.message_id
      left join lateral (select level from verdict where verdict.message_id = e.message_id order by verdict.id desc limit 1) v on true
      left join lateral (select kind from correction where correction.event_id = e.id order by correction.id desc limit 1) said on true
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

export interface MonthlyCharge {
  /** Its first day. */
  readonly month: CivilDate;
  readonly currency: string;
  readonly amountMinor: number;
  readonly count: number;
}

/**
 * What was charged per month and currency in these months, neither before nor after; as the person corrected it. As in the timeline, what is doubted
 * or likely forged is no charge, and one that two mails tell, or a mail and a bank, or two exports of an account, is one.
 */
export async function listMonthlyCharges(
  db: Queryable,
  userId: string,
  { first, count, timeZone }: { readonly first: CivilDate; readonly count: number; readonly timeZone: string },
): Promise<MonthlyCharge[]> {
  const months = Array.from({ length: count }, (_, index) => addMonths(first, index));
  // As instants: PostgreSQL may know other time zones than the runtime does.
  const bounds = months.map((month) => startOfDay(month, timeZone));
  // Not compared as a date: row-level security lets no index serve what might leak, as casts that need a time zone might.
  const since = bounds[0]!;
  // The last bucket of width_bucket is open: it would take what is dated ahead.
  const until = startOfDay(addMonths(first, count), timeZone);
  const { rows } = await sql<ToldCharge & { readonly month: CivilDate }>`
    with said as materialized (
      select distinct on (event_id) event_id, kind from correction where user_id = ${userId}::uuid order by event_id, id desc
    ), told as (
      select e.* from event e
      where e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.kind = 'renewal_charged' and e.currency is not null
        and e.decided = 'auto' and e.id not in (select event_id from said)
      union all
      select e.* from said join event e on e.id = said.event_id
      where said.kind = 'renewal_charged' and e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.currency is not null
    )
    select (${months}::text[])[width_bucket(told.occurred_at, ${bounds}::timestamptz[])] as month, told.currency, told.amount_minor as "amountMinor",
           told.source = 'bank' as "isBank", told.biller, told.plan, told.reference, subscription_event.subscription_id as "subscriptionId",
           message.from_address as "fromAddress",
           message.rfc_message_id as "rfcMessageId", message.mailbox_id as "mailboxId", line.file_id as "fileId", line.account,
           least(told.effective_on, (told.occurred_at at time zone 'UTC')::date) - date '1970-01-01' as day,
           (told.occurred_at at time zone 'UTC')::date - date '1970-01-01' as "bookedDay",
           case when told.period ~ '^P[0-9]{1,3}[DW]$'
                then substring(told.period from '[0-9]+')::int * case right(told.period, 1) when 'W' then 7 else 1 end / 3 end as reach
    from told
    left join subscription_event on subscription_event.event_id = told.id
    left join message on message.id = told.message_id
    left join statement_line line on line.id = told.statement_line_id
    left join lateral (select level from verdict where verdict.message_id = told.message_id order by verdict.id desc limit 1) v on true
    where coalesce(v.level, '') <> 'R'
      -- A receipt that names no contract and is of none that is known, unless the person says that it is.
      and not (subscription_event.subscription_id is null and told.reasons @> ${UNNAMED}::jsonb and told.id not in (select event_id from said))
    order by told.occurred_at, told.seq`.execute(db);
  return sumsOf(countedCharges(rows));
}

function sumsOf(charges: readonly (ToldCharge & { readonly month: CivilDate })[]): MonthlyCharge[] {
  const sums = new Map<string, MonthlyCharge>();
  for (const { month, currency, amountMinor } of charges) {
    const key = `${month} ${currency}`;
    const before = sums.get(key);
    sums.set(key, { month, currency, amountMinor: (before?.amountMinor ?? 0) + amountMinor, count: (before?.count ?? 0) + 1 });
  }
  return [...sums.keys()].sort().map((key) => sums.get(key)!);
}

export async function hasEvents(db: Queryable, userId: string): Promise<boolean> {
  const row = await db.selectFrom('event').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst();
  return row !== undefined;
}
