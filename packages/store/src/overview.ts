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

/** What was charged per month and currency in these months, neither before nor after; as the person corrected it. */
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
    ), bill as (
      select e.occurred_at, e.currency, e.amount_minor from event e
      where e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.kind = 'renewal_charged' and e.currency is not null
        and e.id not in (select event_id from said)
      union all
      select e.occurred_at, e.currency, e.amount_minor from said join event e on e.id = said.event_id
      where said.kind = 'renewal_charged' and e.user_id = ${userId}::uuid and e.occurred_at >= ${since}::timestamptz and e.occurred_at < ${until}::timestamptz and e.currency is not null
    ), charged as (
      select (${months}::text[])[width_bucket(occurred_at, ${bounds}::timestamptz[])] as month, currency, sum(amount_minor) as sum, count(*) as count
      from bill group by 1, 2
    )
    select month, currency, sum::bigint as "amountMinor", count::bigint as count
    from charged order by charged.month, currency`.execute(db);
  return rows;
}

export async function hasEvents(db: Queryable, userId: string): Promise<boolean> {
  const row = await db.selectFrom('event').select('id').where('user_id', '=', userId).limit(1).executeTakeFirst();
  return row !== undefined;
}
