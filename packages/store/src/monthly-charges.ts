// The overview's sums: what was charged per month, however many years of mail there are. Thousands of charges are summed where they are stored; only
// those that are near to another one of their subscription come out one by one, to be told apart from their second tellings (count-charges.ts).
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { addMonths, type CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';
import { startOfDay } from '@quittance/domain/zoned-time';
import { sql } from 'kysely';
import { countedCharges, REACH_DAYS, type ToldCharge } from './count-charges.ts';
import type { Queryable } from './database.ts';

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
  const bounds = [...months, addMonths(first, count)].map((month) => startOfDay(month, timeZone));
  const told = (await sumTold(db, userId, bounds)).map((one) => ({ ...one, month: months[one.nth - 1]! }));
  const monthOf = new Map(told.flatMap(({ month, nearIds }) => (nearIds ?? []).map((id) => [id, month] as const)));
  const near = monthOf.size > 0 ? await listToldCharges(db, userId, [...monthOf.keys()]) : [];
  return sumsOf([...told, ...countedCharges(near).map((one) => ({ ...one, month: monthOf.get(one.id)!, count: 1 }))]);
}

interface ToldSum {
  /** Of the month: 1, 2, … */
  readonly nth: number;
  readonly currency: string;
  /** Of the charges that no other is near to. */
  readonly amountMinor: number;
  readonly count: number;
  /** Ids of the others' events. */
  readonly nearIds: string[] | null;
}

/**
 * Every table is asked for the person's rows, as in overview.ts. Row-level security lets no index serve what might leak, as casts that need a time zone
 * might: so no dates are compared.
 *
 * @param bounds the beginning of each month, and the end of the last one: after it width_bucket would take what is dated ahead.
 */
async function sumTold(db: Queryable, userId: string, bounds: readonly Instant[]): Promise<ToldSum[]> {
  const counts = sql`
    e.user_id = ${userId}::uuid and e.occurred_at >= ${bounds[0]}::timestamptz and e.occurred_at < ${bounds.at(-1)}::timestamptz and e.currency is not null
    and (e.message_id is null or e.message_id not in (select message_id from forged))`;
  const facts = sql`e.id, e.occurred_at, e.currency, e.amount_minor, ${DAY} as day`;
  const { rows } = await sql<ToldSum>`
    with said as materialized (
      select distinct on (event_id) event_id, kind from correction where user_id = ${userId}::uuid order by event_id, id desc
    ), forged as materialized (
      select message_id from verdict where user_id = ${userId}::uuid and level = 'R'
        and not exists (select from verdict later where later.user_id = ${userId}::uuid and later.message_id = verdict.message_id and later.id > verdict.id)
    ), told as (
      select ${facts}, false as is_said from event e
      where ${counts} and e.kind = 'renewal_charged' and e.decided = 'auto' and e.id not in (select event_id from said)
      union all
      select ${facts}, true from said join event e on e.id = said.event_id
      where ${counts} and said.kind = 'renewal_charged'
    ), placed as (
      select told.*, place.subscription_id, least(day - lag(day) over by_day, lead(day) over by_day - day) as days_apart
      from told left join subscription_event place on place.event_id = told.id and place.user_id = ${userId}::uuid
      -- A receipt that names no contract and is of none that is known, unless the person says that it is.
      -- Asked of each by itself: what reasons say is dear to look through.
      where place.subscription_id is not null or is_said
        or not (select reasons @> ${UNNAMED}::jsonb from event mere where mere.id = told.id and mere.user_id = ${userId}::uuid)
      window by_day as (partition by place.subscription_id order by day)
    )
    select width_bucket(occurred_at, ${bounds}::timestamptz[]) as nth, currency,
           coalesce(sum(amount_minor) filter (where not is_near), 0)::float8 as "amountMinor", count(*) filter (where not is_near)::int as count,
           array_agg(id) filter (where is_near) as "nearIds"
    from placed, lateral (select subscription_id is not null and coalesce(days_apart <= ${REACH_DAYS}, false) as is_near) as place
    group by 1, 2`.execute(db);
  return rows;
}

const UNNAMED = JSON.stringify([{ rule: UNNAMED_CONTRACT }]);

/** A bank's line says when the card was used, too; a date may lie before what tells it, never after. In UTC. */
const DAY = sql`least(e.effective_on, (e.occurred_at at time zone 'UTC')::date) - date '1970-01-01'`;

/** In the order of time. */
async function listToldCharges(
  db: Queryable,
  userId: string,
  eventIds: readonly string[],
): Promise<(ToldCharge & { readonly id: string })[]> {
  const { rows } = await sql<ToldCharge & { readonly id: string }>`
    select e.id, e.currency, e.amount_minor as "amountMinor", e.source = 'bank' as "isBank", e.biller, e.plan, e.reference,
           place.subscription_id as "subscriptionId", message.from_address as "fromAddress",
           line.file_id as "fileId", line.account,
           ${DAY} as day, (e.occurred_at at time zone 'UTC')::date - date '1970-01-01' as "bookedDay",
           case when e.period ~ '^P[0-9]{1,3}[DW]$'
                then substring(e.period from '[0-9]+')::int * case right(e.period, 1) when 'W' then 7 else 1 end / 3 end as reach
    from event e
    join subscription_event place on place.event_id = e.id and place.user_id = ${userId}::uuid
    left join message on message.id = e.message_id and message.user_id = ${userId}::uuid
    left join statement_line line on line.id = e.statement_line_id and line.user_id = ${userId}::uuid
    where e.user_id = ${userId}::uuid and e.id = any(${eventIds}::uuid[])
    order by e.occurred_at, e.seq`.execute(db);
  return rows;
}

function sumsOf(charges: readonly MonthlyCharge[]): MonthlyCharge[] {
  const sums = new Map<string, MonthlyCharge>();
  for (const { month, currency, amountMinor, count } of charges) {
    if (count === 0) continue;
    const key = `${month} ${currency}`;
    const before = sums.get(key);
    sums.set(key, { month, currency, amountMinor: (before?.amountMinor ?? 0) + amountMinor, count: (before?.count ?? 0) + count });
  }
  return [...sums.keys()].sort().map((key) => sums.get(key)!);
}
