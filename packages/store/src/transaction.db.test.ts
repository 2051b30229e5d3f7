// Statements that are sent together, and what becomes of them when one fails.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { until } from '@quittance/testing/poller';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Tx } from './database.ts';
import { listen, notify } from './notifications.ts';
import { writeTogether } from './together.ts';
import { inTransaction, lockForUser } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const person = (address: string) => sql`insert into app_user (address) values (${address})`;
const count = async (tx: Tx) => (await tx.selectFrom('app_user').select('id').execute()).length;
const people = () => inTransaction(database.db, count);

it('are done in the order given, whatever kind they are, and before any of them is answered', async () => {
  const answers: string[] = [];
  const noting = async (name: string, work: Promise<unknown>) => {
    await work;
    answers.push(name);
  };
  const seen = await inTransaction(database.db, async (tx) => {
    const [, , before, , after] = await Promise.all([
      noting('lock', lockForUser(tx, 'outcome', 'ana')),
      noting('pid', sql`select pg_sleep(0.05)`.execute(tx)),
      count(tx),
      noting('write', writeTogether(tx, [person('ana@example.org')])),
      count(tx),
      noting('insert', tx.insertInto('app_user').values({ address: 'ben@example.org' }).execute()),
      noting('raw', person('cy@example.org').execute(tx)),
    ]);
    return { before, after, end: await count(tx) };
  });
  expect(seen).toEqual({ before: 0, after: 1, end: 3 });
  // When `write` hears its answer depends on how many come in one piece; the counts around it say when it was done.
  expect(answers.filter((name) => name !== 'write')).toEqual(['lock', 'pid', 'insert', 'raw']);
  expect(await people()).toBe(3);
});

it('are all undone by one that fails, and nothing comes after the end', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const isOver = Promise.withResolvers<void>();
  const goesOn = async (tx: Tx) => {
    await count(tx);
    late = isOver.promise.then(() => person('late@example.org').execute(tx));
    await late;
  };
  const broken = inTransaction(database.db, (tx) =>
    Promise.all([person('dan@example.org').execute(tx), goesOn(tx), sql`select 1 / 0`.execute(tx), person('eve@example.org').execute(tx)]),
  );
  await expect(broken).rejects.toThrow('division by zero');
  isOver.resolve();
  // Ours says so while it is being undone, kysely afterwards.
  await expect(late).rejects.toThrow(/the transaction is over|already rolled back/);
  expect(await people()).toBe(3);
});

it('stands when its notes can not be sent, and that is told', async () => {
  const told: Error[] = [];
  const db = openDatabase({ url: database.url, connectionsMax: 1, onError: (error) => told.push(error) });
  const before = await people();
  // Longer than PostgreSQL carries.
  await inTransaction(db, async (tx) => {
    await person('gil@example.org').execute(tx);
    await notify(tx, 'change', 'x'.repeat(9_000));
  });
  await db.destroy();
  expect(await people()).toBe(before + 1);
  expect(told.map(({ message }) => message)).toEqual(['notes were not sent (change)']);
});

it('tells of what it did once it stands, and of nothing when it does not', async () => {
  const heard: string[] = [];
  const listener = await listen({
    url: database.url,
    channels: ['change'],
    onHint: (_channel, payload) => heard.push(payload),
    onError: () => {},
  });
  const failed = inTransaction(database.db, async (tx) => {
    await notify(tx, 'change', 'undone');
    await sql`select 1 / 0`.execute(tx);
  });
  await expect(failed).rejects.toThrow('division by zero');
  let seen = 0;
  await inTransaction(database.db, async (tx) => {
    await person('lea@example.org').execute(tx);
    await notify(tx, 'change', 'done');
    seen = heard.length;
  });
  await until(() => expect(heard).toEqual(['done']));
  expect(seen).toBe(0);
  await listener.close();
});
