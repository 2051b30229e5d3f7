// What a backup holds, asked of the database itself, so that no table can be forgotten: its tables in an order in which rows may be inserted
// (the referenced first), their columns, its sequences.
import type pg from 'pg';
import { invariant } from '@quittance/domain/errors';
import type { BackupTable } from './backup-format.ts';

// Sessions and leases belong to running processes, and what was signed out must not be signed in again by a restore; the schema's history is
// made by migrating.
const LEFT_OUT = ['session', 'sign_in_link', 'mailbox_lease', 'login_turn', 'kysely_migration', 'kysely_migration_lock'];

export async function listTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select t.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class t join pg_attribute a on a.attrelid = t.oid
     where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and not (t.relname = any($1::text[]))
     group by t.relname order by t.relname`,
    [LEFT_OUT],
  );
  return inOrderOfReference(rows, await listReferences(client));
}

async function listReferences(client: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to from pg_constraint c
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conrelid <> c.confrelid`,
  );
  return new Map([...Map.groupBy(rows, (row) => row.from)].map(([from, to]) => [from, to.map((row) => row.to)]));
}

function inOrderOfReference(tables: readonly BackupTable[], references: ReadonlyMap<string, readonly string[]>): BackupTable[] {
  const waiting = new Map(tables.map((table) => [table.table, table]));
  const ordered: BackupTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ table }) => !(references.get(table) ?? []).some((other) => waiting.has(other)));
    invariant(ready.length > 0, `tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const table of ready) {
      waiting.delete(table.table);
      ordered.push(table);
    }
  }
  return ordered;
}

/** Identity columns go on after the rows that were copied in. */
export async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { table, column } of rows) {
    const [name, key] = [client.escapeIdentifier(table), client.escapeIdentifier(column)];
    await client.query(`select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${key}) from ${name}), 0) + 1, false)`, [
      table,
      column,
    ]);
  }
}

export function copyList(client: pg.Client, { table, columns }: BackupTable): string {
  return `${client.escapeIdentifier(table)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}

/** In the order in which they were applied. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map((row) => row.name);
}
