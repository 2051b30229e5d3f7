// Writes that go out as one statement.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen } from './notifications.ts';
import { writeTogether } from './together.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const person = (id: string) => sql`insert into app_user (id, address) values (${id}::uuid, ${`${id}@example.org`})`;
const content = (userId: string) =>
  sql`insert into content (user_id, content_key, first_seen_at) values (${userId}::uuid, ${Buffer.alloc(32, 7)}, now())`;
const people = async () => (await database.db.selectFrom('app_user').select('id').execute()).map(({ id }) => id);
const [ANA, BEN] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

it('writes a row with what refers to it, and tells who listens once it is committed', async () => {
  const { db, url } = database;
  const heard: string[] = [];
  const listener = await listen({
    url,
    channels: ['change', 'outbox'],
    onHint: (...hint) => heard.push(hint.join(' ')),
    onError: () => {},
  });
  const notes = [
    { channel: 'change', payload: ANA },
    { channel: 'outbox', payload: 'live' },
  ] as const;
  await inTransaction(db, async (tx) => {
    await writeTogether(tx, [content(ANA), person(ANA)], notes);
    expect(heard).toEqual([]);
  });
  await expect.poll(() => heard).toEqual([`change ${ANA}`, 'outbox live']);
  await inTransaction(db, (tx) => writeTogether(tx, [], [{ channel: 'change', payload: 'only this' }]));
  await expect.poll(() => heard.at(-1)).toBe('change only this');
  await listener.close();
  expect(await people()).toEqual([ANA]);
});

it('writes all or nothing, and nothing at all when there is nothing', async () => {
  const { db } = database;
  await inTransaction(db, (tx) => writeTogether(tx, []));
  await expect(inTransaction(db, (tx) => writeTogether(tx, [person(BEN), person(BEN)]))).rejects.toThrow('unique');
  expect(await people()).toEqual([ANA]);
});
