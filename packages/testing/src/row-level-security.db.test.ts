// The second line: what the role of a person's work can reach at all. A table that is forgotten here shows everybody's rows to everybody.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openQueue } from '@quittance/queue/open-queue';
import { silentLog } from '@quittance/domain/log';
import { createTestDatabase, type TestDatabase } from './database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  // The queue's tables stand in the same database.
  const queue = await openQueue({ databaseUrl: test.url, log: silentLog });
  await queue.close();
});
afterAll(() => test.drop());

async function openTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%s.%s', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and has_schema_privilege('quittance_app', n.oid, 'usage')
      and has_table_privilege('quittance_app', c.oid, 'select, insert, update, delete, truncate')
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
    order by 1`.execute(test.db);
  return rows.map(({ name }) => name);
}

it('reaches no table that has no policy', async () => {
  expect(await openTables()).toEqual([]);
  await sql`create table forgotten (user_id uuid)`.execute(test.db);
  await sql`grant select on forgotten to quittance_app`.execute(test.db);
  expect(await openTables()).toEqual(['public.forgotten']);
});

it('borrows the rights of the owner in one function only', async () => {
  const { rows } = await sql`
    select p.proname as name from pg_proc p
    where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
      and has_function_privilege('quittance_app', p.oid, 'execute')`.execute(test.db);
  expect(rows).toEqual([{ name: 'archive_matches' }]);
});
