// What the overview asks of the events: few rows and sums, however many years of mail there are.
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import { startOfDay } from '@quittance/domain/zoned-time';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';

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

export interface MonthlyCharge {
  /** Its first day. */
  readonly month: CivilDate;
  readonly currency: string;
  readonly amountMinor: number;
  readonly count: number;
}

/** A second mail comes within days of the first, a bank's line within a week of the receipt (timeline, find-duplicate.ts). */
const MAIL_DAYS = 2;
const BANK_DAYS = 6;

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
  const { rows } = await sql<MonthlyCharge>`
    with said as materialized (
      select distinct on (event_id) event_id, kind from correction where user_id = ${userId}::uuid order by event_id, id desc
    ), told as (
      select e.* from event e
      where e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.kind = 'renewal_charged' and e.currency is not null
        and e.decided = 'auto' and e.id not in (select event_id from said)
      union all
      select e.* from said join event e on e.id = said.event_id
      where said.kind = 'renewal_charged' and e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.currency is not null
    ), bill as materialized (
      select told.id, told.seq, told.occurred_at, told.currency, told.amount_minor, told.source = 'bank' as is_bank, told.biller, told.plan, told.reference,
             subscription_event.subscription_id, message.from_address, line.file_id,
             least(told.effective_on, (told.occurred_at at time zone 'UTC')::date) as day,
             -- Weekly and daily plans charge the same amount within days.
             case when told.period ~ '^P[0-9]{1,3}[DW]$'
                  then substring(told.period from '[0-9]+')::int * case right(told.period, 1) when 'W' then 7 else 1 end / 3 else ${BANK_DAYS}::int end as reach
      from told
      left join subscription_event on subscription_event.event_id = told.id
      left join message on message.id = told.message_id
      left join statement_line line on line.id = told.statement_line_id
      left join lateral (select level from verdict where verdict.message_id = told.message_id order by verdict.id desc limit 1) v on true
      where coalesce(v.level, '') <> 'R'
    ), counted as (
      select bill.* from bill where not exists (
        select from bill earlier
        where earlier.subscription_id = bill.subscription_id and (earlier.occurred_at, earlier.seq) < (bill.occurred_at, bill.seq)
          and case
            when earlier.is_bank <> bill.is_bank
              then abs(earlier.day - bill.day) <= least(${BANK_DAYS}::int, bill.reach)
                and (earlier.currency <> bill.currency or earlier.amount_minor = bill.amount_minor)
            when earlier.currency <> bill.currency or earlier.amount_minor <> bill.amount_minor then false
            -- Two lines of one file are two charges; the same day and sum in two files is an account exported in two shapes.
            when bill.is_bank then earlier.day = bill.day and earlier.file_id <> bill.file_id
            -- One sender numbers its bills: two numbers are two bills.
            else abs(earlier.day - bill.day) <= least(${MAIL_DAYS}::int, bill.reach)
              and (earlier.plan is null or bill.plan is null or lower(earlier.plan) = lower(bill.plan))
              and (earlier.reference is null or bill.reference is null or earlier.reference = bill.reference
                or earlier.biller is distinct from bill.biller
                or split_part(earlier.from_address, '@', 2) <> split_part(bill.from_address, '@', 2))
          end)
    ), charged as (
      select (${months}::text[])[width_bucket(occurred_at, ${bounds}::timestamptz[])] as month, currency, sum(amount_minor) as sum, count(*) as count
      from counted group by 1, 2
    )
    select month, currency, sum::bigint as "amountMinor", count::bigint as count
    from charged order by charged.month, currency`.execute(db);
  return rows;
}

export async function hasEvents(db: Queryable, userId: string): Promise<boolean> {
  const row = await db.selectFrom('event').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst();
  return row !== undefined;
}
