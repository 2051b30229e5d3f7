// The overview's questions and sums, and that they read no more than they show: PostgreSQL's own plan is asked.
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { sql, type KyselyPlugin, type RawNode } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listMonthlyCharges } from './monthly-charges.ts';
import { hasEvents, listQuestions, listUnplaced } from './overview.ts';
import { asUser } from './transaction.ts';

let database: TestDatabase;
let userId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  userId = await createTestUser(database.db);
});
afterAll(() => database.drop());

it('sums by month and currency, asks the newest first, and finds both by an index', async () => {
  const { db } = database;
  expect(await hasEvents(db, userId)).toBe(false);
  await sql`
    insert into event (user_id, seq, kind, decided, confidence, amount_minor, currency, language, reasons, occurred_at, recorded_at)
    select ${userId}::uuid, n, 'renewal_charged', case when n % 1000 = 0 then 'probable' else 'auto' end, 1, 100 + n % 2, case n % 3 when 0 then 'USD' else 'EUR' end,
           'en', '[]', timestamptz '2026-11-20' - n * interval '1 hour', now() from generate_series(1, 30000) n`.execute(db);
  await sql`analyze event`.execute(db);
  const [first] = (await sql<{ id: string }>`select id from event where seq = 1`.execute(db)).rows;
  await sql`insert into correction (user_id, event_id, kind, made_at) values (${userId}::uuid, ${first!.id}::uuid, 'other', now())`.execute(
    db,
  );
  const charged = await listMonthlyCharges(db, userId, { first: '2026-10-01', count: 2, timeZone: 'UTC' });
  expect(charged.map(({ month, currency, count }) => [month, currency, count])).toEqual([
    // But for one that was read with doubt.
    ['2026-10-01', 'EUR', 495],
    ['2026-10-01', 'USD', 248],
    ['2026-11-01', 'EUR', 303],
    ['2026-11-01', 'USD', 152],
  ]);
  // Two hours of September in UTC are October in Paris, and one of October is November.
  const inParis = await listMonthlyCharges(db, userId, { first: '2026-10-01', count: 2, timeZone: 'Europe/Paris' });
  const total = (month: string) => inParis.filter((one) => one.month === month).reduce((sum, one) => sum + one.count, 0);
  expect([total('2026-10-01'), total('2026-11-01')]).toEqual([495 + 248 + 2 - 1, 303 + 152 + 1]);
  // What comes after the last month is of none, as where an event is dated ahead.
  const before = await listMonthlyCharges(db, userId, { first: '2026-09-01', count: 2, timeZone: 'Europe/Paris' });
  const counted = (month: string) => before.filter((one) => one.month === month).reduce((sum, one) => sum + one.count, 0);
  expect([counted('2026-09-01'), counted('2026-10-01')]).toEqual([720, 495 + 248 + 2 - 1]);
  const asked = await listQuestions(db, userId, { doubtfulSince: '2026-11-01', limit: 10 });
  expect(asked).toHaveLength(10);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select id from event where user_id = ${userId}::uuid and decided <> 'auto' order by occurred_at desc, id limit 10`.execute(db);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/event_undecided/);
});

it('asks about what most likely is no notice only while it is new', async () => {
  const { db } = database;
  const id = await createTestUser(db, 'doubtful@example.org');
  await sql`
    insert into event (user_id, seq, kind, decided, confidence, language, reasons, occurred_at, recorded_at)
    values (${id}::uuid, 1, 'signup', 'abstain', 0.2, 'en', '[]', '2026-10-31T23:00Z', now()),
           (${id}::uuid, 2, 'expired', 'abstain', 0.2, 'en', '[]', '2026-11-01T01:00Z', now()),
           (${id}::uuid, 3, 'refund', 'abstain', 0.6, 'en', '[]', '2025-01-01T01:00Z', now())`.execute(db);
  const asked = await listQuestions(db, id, { doubtfulSince: '2026-11-01', limit: 10 });
  const { rows } = await sql<{ id: string; kind: string }>`select id, kind from event where user_id = ${id}::uuid`.execute(db);
  expect(asked.map((one) => rows.find((row) => row.id === one)?.kind)).toEqual(['expired', 'refund']);
});

it('counts a charge that mails tell once, and the next one all the same', async () => {
  const { db } = database;
  const id = await createTestUser(db, 'chain@example.org');
  await sql`
    insert into event (user_id, seq, kind, decided, confidence, amount_minor, currency, language, reasons, occurred_at, recorded_at)
    select ${id}::uuid, n, 'renewal_charged', 'auto', 1, 999, 'EUR', 'en', '[]', timestamptz '2026-10-01 09:00Z' + 2 * n * interval '1 day', now()
    from generate_series(1, 4) n`.execute(db);
  await sql`
    with one as (
      insert into subscription (id, user_id, merchant_id, state, event_ids, last_event_at)
      values (gen_random_uuid(), ${id}::uuid, 'streambox', '{}', '{}', now()) returning id
    )
    insert into subscription_event (event_id, subscription_id, user_id)
    select event.id, one.id, ${id}::uuid from event, one where event.user_id = ${id}::uuid`.execute(db);
  const charged = await listMonthlyCharges(db, id, { first: '2026-10-01', count: 1, timeZone: 'UTC' });
  // On days 3, 5, 7 and 9: the second told the first again, the fourth the third.
  expect(charged).toEqual([{ month: '2026-10-01', currency: 'EUR', amountMinor: 2 * 999, count: 2 }]);
});

it('leaves out a receipt that names no contract and is of none, until the person says that it is', async () => {
  const { db } = database;
  const id = await createTestUser(db, 'garage@example.org');
  const reasons = JSON.stringify([{ rule: UNNAMED_CONTRACT, quote: 'receipt', field: 'kind', zone: 'body', start: 0, end: 7 }]);
  await sql`
    insert into event (user_id, seq, kind, decided, confidence, amount_minor, currency, language, reasons, occurred_at, recorded_at)
    values (${id}::uuid, 1, 'renewal_charged', 'auto', 1, 24000, 'EUR', 'en', ${reasons}::jsonb, '2026-10-03', now())`.execute(db);
  const sums = () => listMonthlyCharges(db, id, { first: '2026-10-01', count: 1, timeZone: 'UTC' });
  expect(await sums()).toEqual([]);
  await sql`insert into correction (user_id, event_id, kind, made_at) select user_id, id, kind, now() from event where user_id = ${id}::uuid`.execute(
    db,
  );
  expect(await sums()).toEqual([{ month: '2026-10-01', currency: 'EUR', amountMinor: 24000, count: 1 }]);
});

// Of 20,000 rows, a setting that is read for each takes longer than all else.
it('reads no setting for each row', async () => {
  const plans: string[] = [];
  const explaining: KyselyPlugin = {
    transformQuery({ node }) {
      const { sqlFragments, ...rest } = node as RawNode;
      return { ...rest, sqlFragments: [`explain ${sqlFragments[0]}`, ...sqlFragments.slice(1)] };
    },
    transformResult({ result }) {
      plans.push(result.rows.map((row) => String(row['QUERY PLAN'])).join('\n'));
      return Promise.resolve({ ...result, rows: [] });
    },
  };
  const perRow = /^ *(?:Filter|Join Filter|Index Cond):.*current_setting/m;
  await asUser(database.db, userId, async (tx) => {
    const asked = tx.withPlugin(explaining);
    await sql`select message.id from event left join message on message.id = event.message_id where event.user_id = ${userId}::uuid`.execute(
      asked,
    );
    expect(plans.pop()).toMatch(perRow);
    await listMonthlyCharges(asked, userId, { first: '2026-10-01', count: 2, timeZone: 'UTC' });
    await listQuestions(asked, userId, { doubtfulSince: '2026-01-01', limit: 10 });
    await listUnplaced(asked, userId, { since: '2026-01-01', receiptsSince: '2026-09-01', limit: 10 });
  });
  expect(plans).toHaveLength(3);
  for (const plan of plans) expect(plan).not.toMatch(perRow);
});
