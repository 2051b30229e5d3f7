// Earlier copies are looked for on the way of every mail that is kept, so the look must cost the same whatever is kept already, also with a plan that was
// made while nothing was. What counts as a copy is tested where mails are read: services/classifier/src/rewritten-copies.db.test.ts.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database, type Tx } from './database.ts';
import { listRepeated } from './repeated-messages.ts';
import { inTransaction } from './transaction.ts';
import { addUser } from './users.ts';

let database: TestDatabase;
let db: Database;
let userId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, connectionsMax: 1, keepsPlans: true, onError: () => {} });
  userId = (await addUser(db, { address: 'ana@example.org' })).id;
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const KEPT = 300;
const COPIES = 10;

it('goes from a mail to its copies, and not through all that is kept', async () => {
  for (let time = 0; time < 5; time += 1) await inTransaction(db, (tx) => listRepeated(tx, userId, [1]));
  const ids = await keep(KEPT);
  const latest = ids.slice(-COPIES);
  await inTransaction(db, async (tx) => {
    const before = await rowsRead(tx);
    expect(await listRepeated(tx, userId, latest)).toEqual(new Set(latest));
    // The mail and the one it repeats, each with its event and verdict.
    expect((await rowsRead(tx)) - before).toBeLessThanOrEqual(10 * COPIES);
  });
});

/** Rows of the three tables that this transaction has looked at, those it had no use for among them. */
async function rowsRead(tx: Tx): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as read from pg_stat_xact_user_tables where relname in ('message', 'event', 'verdict')`.execute(
    tx,
  );
  return rows[0]!.read;
}

/** @returns ids of messages, of which the last ten say what the first ten say. */
async function keep(count: number): Promise<number[]> {
  await sql`
    insert into content (user_id, content_key, state, first_seen_at)
    select ${userId}::uuid, sha256(convert_to(i::text, 'UTF8')), 'kept', now() from generate_series(1, ${count}::int) i`.execute(db);
  const { rows } = await sql<{ id: number }>`
    insert into message (user_id, content_id, sha256, size_bytes, rfc_message_id, from_address, from_name, subject, language, sent_at, captured_at, origin, search)
    select ${userId}::uuid, id, content_key, 1000, i % ${count - COPIES}::int || '@shop.example', 'no-reply@shop.example', '', '', 'en',
      timestamptz '2026-01-01', now(), '{"kind":"import","path":"x"}', ''
    from (select id, content_key, row_number() over (order by id) as i from content) c order by id returning id`.execute(db);
  await sql`
    insert into event (user_id, seq, message_id, kind, decided, confidence, language, reasons, occurred_at, recorded_at)
    select user_id, id, id, 'refund', 'auto', 0.9, 'en', '[]', now(), now() from message`.execute(db);
  await sql`
    insert into verdict (user_id, message_id, level, pending, detail, made_at) select user_id, id, 'B', false, '{}', now() from message`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
