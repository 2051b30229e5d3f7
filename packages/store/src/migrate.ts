// Applies and checks migrations. Only the `migrate` step applies them; services check, and refuse a schema they don't know.
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { PermanentError } from '@quittance/domain/errors';
import type { Database } from './database.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../migrations');

function migrator(db: Database): Migrator {
  return new Migrator({ db: db as never, provider: new FileMigrationProvider({ fs, path, migrationFolder: FOLDER, import: importFile }) });
}

const importFile = (file: string): Promise<never> => import(file) as Promise<never>;

/** Brings the schema to the newest version; safe to run from several processes at once (kysely takes an advisory lock). Returns what was applied. */
export async function migrateToLatest(db: Database): Promise<string[]> {
  await refuseNewerSchema(db);
  const { error, results = [] } = await migrator(db).migrateToLatest();
  // What a migration threw; kysely types it as unknown.
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** @throws PermanentError `schema_outdated` when `quittance migrate` has yet to run, `schema_newer` when this version is too old. */
export async function checkSchema(db: Database): Promise<void> {
  await refuseNewerSchema(db);
  const pending = (await migrator(db).getMigrations()).filter((migration) => !migration.executedAt);
  if (pending.length > 0) {
    throw new PermanentError('schema_outdated', `the database lacks ${pending.map((m) => m.name).join(', ')}: run "quittance migrate".`);
  }
}

async function refuseNewerSchema(db: Database): Promise<void> {
  const known = new Set((await migrator(db).getMigrations()).map((migration) => migration.name));
  const applied = await appliedNames(db);
  const unknown = applied.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new PermanentError('schema_newer', `the database was migrated by a newer Quittance (${unknown.join(', ')}): update this one.`);
  }
}

async function appliedNames(db: Database): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration' && table.schema === 'public')) return [];
  const rows = await db
    .selectFrom('kysely_migration' as never)
    .select('name' as never)
    .execute();
  return (rows as { name: string }[]).map((row) => row.name);
}
