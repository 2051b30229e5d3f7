// Looks for a word in everything the database holds: every column of every table, in the clear and as bytes. Used to show that what must
// leave nothing behind leaves nothing.
import { sql } from 'kysely';
import type { Database } from '@quittance/store/database';

/** @returns the tables that hold it; compressed or encrypted bytes are not seen into, which is the point. */
export async function findInTables(db: Database, word: string): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_catalog.pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const asHex = Buffer.from(word).toString('hex');
    const hit = await sql`
      select from ${sql.raw(name)} as held where held::text ilike ${`%${word}%`} or held::text like ${`%${asHex}%`} limit 1`.execute(db);
    if (hit.rows.length > 0) found.push(name);
  }
  return found;
}
