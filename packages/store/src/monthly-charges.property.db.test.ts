// The sums against the same ones made the long way, of all events and words of the person, on mail and bank lines made up at random: charges told
// twice on days near to one another, doubted, forged, corrected, in no subscription and without a contract.
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { addMonths, dayNumber } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { startOfDay } from '@quittance/domain/zoned-time';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countedCharges, type ToldCharge } from './count-charges.ts';
import { listCorrections, listEvents } from './events.ts';
import { listMonthlyCharges, type MonthlyCharge } from './monthly-charges.ts';
import { asUser } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const PEOPLE = 12;
const EVENTS = 400;

/** Made by the database's own chance, which starts anew with each person. */
async function makeUp(userId: string, person: number): Promise<void> {
  const of = (...values: readonly string[]) =>
    sql`(array[${sql.join(values.map((value) => sql`${value}::text`))}])[1 + floor(random() * ${values.length})::int]`;
  const maybe = (...values: readonly string[]) => sql`nullif(${of('', '', ...values)}, '')`;
  const unnamed = JSON.stringify([{ rule: UNNAMED_CONTRACT }]);
  await database.db.transaction().execute(async (tx) => {
    await sql`select setseed(${person / 100})`.execute(tx);
    await sql`
      insert into content (user_id, content_key, state, first_seen_at, settled_at)
      select ${userId}::uuid, sha256(convert_to(${userId} || n, 'UTF8')), 'kept', now(), now() from generate_series(1, ${EVENTS}) n`.execute(
      tx,
    );
    await sql`
      insert into message (user_id, content_id, sha256, size_bytes, from_address, from_name, subject, language, captured_at, origin, search)
      select user_id, id, content_key, 1, ${of('bills@shop.example', 'pay@shop.example', 'no-reply@store.example', '')}, '', '', 'en', now(), '{}', ''
      from content where user_id = ${userId}::uuid`.execute(tx);
    await sql`
      insert into verdict (user_id, message_id, level, pending, detail, made_at)
      select user_id, id, ${of('A', 'B', 'D', 'D', 'R')}, false, '{}', now() from message, generate_series(1, 2) where user_id = ${userId}::uuid and random() < 0.6`.execute(
      tx,
    );
    await sql`
      with file as (
        insert into statement_file (user_id, sha256, name, format, size_bytes, line_count, new_count, skipped_count, salt, manifest, leaf_index, imported_at)
        select ${userId}::uuid, sha256(convert_to('file' || n, 'UTF8')), '', 'csv', 1, 1, 1, 0, sha256(''), '', 0, now() from generate_series(1, 2) n
        returning id
      )
      insert into statement_line (user_id, file_id, identity, position, booked_on, amount_minor, currency, text, account)
      select ${userId}::uuid, file.id, sha256(convert_to(file.id || ':' || n, 'UTF8')), n, '2026-05-01', 1, 'EUR', '', ${of('', '', 'FR12', 'FR13')} from file, generate_series(1, ${EVENTS / 4}) n`.execute(
      tx,
    );
    await sql`
      with source as (
        select id as message_id, null::bigint as line_id from message where user_id = ${userId}::uuid
        union all select null, id from statement_line where user_id = ${userId}::uuid
      ), told as (
        select *, row_number() over () as seq, timestamptz '2026-05-01' + random() * interval '150 days' as at, ${maybe('EUR', 'EUR', 'EUR', 'USD')} as currency from source
      )
      insert into event (user_id, seq, message_id, statement_line_id, source, kind, decided, confidence, merchant_id, biller, plan, reference, period,
                         amount_minor, currency, language, reasons, occurred_at, effective_on, recorded_at)
      select ${userId}::uuid, seq, message_id, line_id, case when line_id is null then 'mail' else 'bank' end,
             ${of('renewal_charged', 'renewal_charged', 'renewal_charged', 'refund')}, ${of('auto', 'auto', 'auto', 'probable')}, 1, 'shop', ${maybe('store')}, ${maybe('Pro', 'pro', 'Team')}, ${maybe('1', '2')},
             ${maybe('P1M', 'P1W', 'P2W', 'P3D', 'P1D')}, case when currency is not null then ${of('999', '999', '1299')}::int end, currency, 'en',
             case when random() < 0.3 then ${unnamed}::jsonb else '[]' end, at, case when random() < 0.3 then at::date - floor(random() * 8)::int + 2 end, now()
      from told`.execute(tx);
    await sql`
      insert into correction (user_id, event_id, kind, made_at)
      select user_id, id, ${of('renewal_charged', 'other', 'refund')}, now() from event, generate_series(1, 2) where user_id = ${userId}::uuid and random() < 0.15`.execute(
      tx,
    );
    const subscriptions = person ** 2;
    await sql`
      insert into subscription (id, user_id, merchant_id, state, event_ids, last_event_at)
      select md5(${userId} || n)::uuid, ${userId}::uuid, 'shop', '{}', '{}', now() from generate_series(1, ${subscriptions}) n`.execute(tx);
    await sql`
      insert into subscription_event (event_id, subscription_id, user_id)
      select id, md5(${userId} || 1 + floor(random() * ${subscriptions})::int)::uuid, user_id from event where user_id = ${userId}::uuid and random() < 0.8`.execute(
      tx,
    );
  });
}

/** The sums of months, of everything that was ever read. */
async function theLongWay(userId: string, months: readonly string[], timeZone: string): Promise<MonthlyCharge[]> {
  const { db } = database;
  const placed = await db.selectFrom('subscription_event').select(['event_id', 'subscription_id']).where('user_id', '=', userId).execute();
  const places = new Map(placed.map((row) => [row.event_id, row.subscription_id]));
  const words = new Map((await listCorrections(db, userId)).map(({ eventId, kind }) => [eventId, kind]));
  const until = startOfDay(addMonths(months.at(-1)!, 1), timeZone);
  const since = months.map((month) => ({ month, at: startOfDay(month, timeZone) }));
  const monthOf = ({ occurredAt }: SubscriptionEvent) => since.findLast(({ at }) => at <= occurredAt)?.month;
  const told = (await listEvents(db, userId)).filter((event) => {
    const word = words.get(event.id);
    const isUnnamed = event.reasons.some(({ rule }) => rule === UNNAMED_CONTRACT);
    return (
      (word ?? event.kind) === 'renewal_charged' &&
      (word !== undefined || event.decided === 'auto') &&
      event.price !== null &&
      event.level !== 'R' &&
      (places.has(event.id) || word !== undefined || !isUnnamed) &&
      monthOf(event) !== undefined &&
      event.occurredAt < until
    );
  });
  const inOrder = told.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.seq - b.seq);
  const counted = countedCharges(
    inOrder.map((event) => ({
      ...toCharge(event, places.get(event.id) ?? null),
      month: monthOf(event)!,
    })),
  );
  const sums = Map.groupBy(counted, ({ month, currency }) => `${month} ${currency}`);
  return [...sums.keys()].sort().map((key) => {
    const [month, currency] = key.split(' ') as [string, string];
    const charges = sums.get(key)!;
    return { month, currency, amountMinor: charges.reduce((sum, one) => sum + one.amountMinor, 0), count: charges.length };
  });
}

function toCharge(event: SubscriptionEvent, subscriptionId: string | null): ToldCharge {
  const bookedOn = event.occurredAt.slice(0, 10);
  const [, length, unit] = /^P(\d+)([DW])$/.exec(event.period ?? '') ?? [];
  return {
    subscriptionId,
    isBank: event.source === 'bank',
    day: dayNumber(event.effectiveOn !== null && event.effectiveOn < bookedOn ? event.effectiveOn : bookedOn),
    bookedDay: dayNumber(bookedOn),
    reach: length === undefined ? null : Math.floor((Number(length) * (unit === 'W' ? 7 : 1)) / 3),
    currency: event.price!.currency,
    amountMinor: event.price!.amountMinor,
    plan: event.plan,
    reference: event.reference,
    biller: event.biller,
    fromAddress: event.message?.fromAddress ?? null,
    account: event.bankLine?.account ?? null,
    fileId: event.bankLine ? Number.parseInt(event.bankLine.fileSha256.slice(0, 12), 16) : null,
  };
}

it.each(Array.from({ length: PEOPLE }, (_, index) => index + 1))('sums as one would who reads all of it (person %i)', async (person) => {
  const userId = await createTestUser(database.db, `person${person}@example.org`);
  await makeUp(userId, person);
  for (const [first, count, timeZone] of [
    ['2026-05-01', 5, 'UTC'],
    ['2026-06-01', 2, 'America/New_York'],
    ['2026-07-01', 1, 'Europe/Paris'],
  ] as const) {
    const months = Array.from({ length: count }, (_, index) => addMonths(first, index));
    const sums = await asUser(database.db, userId, (tx) => listMonthlyCharges(tx, userId, { first, count, timeZone }));
    expect(sums).toEqual(await theLongWay(userId, months, timeZone));
    expect(sums.length).toBeGreaterThanOrEqual(2 * count);
  }
});
