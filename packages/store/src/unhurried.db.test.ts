// Statements that do not wait for the disk.
import { createTestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newClient, openDatabase, queriesOn } from './database.ts';
import { notify } from './notifications.ts';
import { UNHURRIED } from './unhurried.ts';

it('lets one statement not wait, and the next one wait again', async () => {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url, connectionsMax: 1, onError: () => {} });
  const setting = sql<{ now: string }>`select current_setting('synchronous_commit') as now`;
  await sql`select set_config('synchronous_commit', 'on', false)`.execute(db);
  await sql`create table probe (was text)`.execute(db);
  // The server must not leave out a source of which no column is used.
  await sql`create function note() returns trigger language plpgsql as $$
    begin new.was := current_setting('synchronous_commit'); return new; end $$`.execute(db);
  await sql`create trigger note before insert or update on probe for each row execute function note()`.execute(db);
  await sql`insert into probe (was) select 'new' from ${UNHURRIED}`.execute(db);
  expect((await sql<{ was: string }>`select was from probe`.execute(db)).rows).toEqual([{ was: 'off' }]);
  expect((await setting.execute(db)).rows).toEqual([{ now: 'on' }]);
  await sql`update probe set was = 'again'`.execute(db);
  expect((await sql<{ was: string }>`select was from probe`.execute(db)).rows).toEqual([{ was: 'on' }]);
  await sql`update probe set was = 'once more' from ${UNHURRIED} where was = 'on'`.execute(db);
  expect((await sql<{ was: string }>`select was from probe`.execute(db)).rows).toEqual([{ was: 'off' }]);
  await db.destroy();
  await database.drop();
});

it('a note within a transaction that somebody else commits leaves it waiting for the disk', async () => {
  const database = await createTestDatabase();
  const client = newClient(database.url, 'test');
  await client.connect();
  await client.query('begin');
  await client.query('set local synchronous_commit = on');
  await notify(queriesOn(client), 'change', 'ana');
  expect((await client.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
  await client.end();
  await database.drop();
});
