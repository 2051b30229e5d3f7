// Statements that the server keeps.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database, type Queryable } from './database.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, connectionsMax: 1, keepsPlans: true, onError: () => {} });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const kept = async (): Promise<string[]> => {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement).filter((statement) => !statement.includes('pg_prepared_statements'));
};
const half = async (value: unknown): Promise<number> =>
  (await sql<{ half: number }>`select (${value}::bigint / 2) as half`.execute(db)).rows[0]!.half;

it('keeps what comes again, with the values of each time, through errors and transactions', async () => {
  expect([await half(2), await half(4)]).toEqual([1, 2]);
  expect(await kept()).toEqual([]);
  expect([await half(6), await half(8)]).toEqual([3, 4]);
  expect(await kept()).toEqual(['select ($1::bigint / 2) as half']);
  await expect(half('none')).rejects.toThrow('bigint');
  await expect(
    db.transaction().execute(async (tx) => {
      await sql`select (${'no number'}::bigint / 2) as half`.execute(tx);
    }),
  ).rejects.toThrow('bigint');
  expect(await half(10)).toBe(5);
});

it('keeps no statement for many rows, and goes by index from the first row on', async () => {
  const many = sql`select ${sql.join(Array.from({ length: 80 }, (_, at) => sql`${at}::int`))}`;
  for (let time = 0; time < 4; time += 1) await many.execute(db);
  expect(await kept()).toHaveLength(1);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select id from content where id = 1`.execute(db);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan|Bitmap/);
});

it('plans without the values within transactions, and with them outside', async () => {
  const mode = async (on: Queryable) =>
    (await sql<{ mode: string }>`select current_setting('plan_cache_mode') as mode`.execute(on)).rows[0]!.mode;
  expect(await inTransaction(db, mode)).toBe('force_generic_plan');
  expect(await mode(db)).toBe('auto');
});
