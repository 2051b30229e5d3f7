// A PostgreSQL database of its own for a test file: a clone of a migrated template, dropped at the end, kept when a test failed.
// The server is the one vitest's global setup started (test/setup/postgres.ts) and named in QUITTANCE_TEST_PG.
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type Database } from '@quittance/store/database';
import { migrateToLatest } from '@quittance/store/migrate';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** As when the server restarts: ends every connection and takes none until the function it resolves to was called. */
  goAway(): Promise<() => Promise<void>>;
  drop(): Promise<void>;
}

/** @throws when the server is not there: the suite's setup must have started it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = process.env.QUITTANCE_TEST_PG;
  if (!admin) throw new Error('QUITTANCE_TEST_PG is not set: run the tests through "npm test" or "vitest run --project db".');
  const template = await ensureTemplate(admin);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(admin, `create database ${name} template ${template} strategy file_copy`);
  const url = withDatabase(admin, name);
  const db = openDatabase({ url, onError: () => {} });
  return {
    url,
    db,
    async goAway() {
      await query(admin, `alter database ${name} allow_connections false`);
      await query(admin, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      return () => query(admin, `alter database ${name} allow_connections true`);
    },
    async drop() {
      await db.destroy();
      await query(admin, `drop database if exists ${name} with (force)`);
    },
  };
}

export function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

// The template's name carries the hash of the migrations, so that a changed or renamed migration makes a new one. Several workers may be first at
// once: the lock lets one build it.
async function ensureTemplate(admin: string): Promise<string> {
  const name = `template_${await migrationsHash()}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('quittance-test-template'))`);
    const found = await client.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount) return name;
    const building = `${name}_building`;
    await client.query(`drop database if exists ${building} with (force)`);
    await client.query(`create database ${building}`);
    const db = openDatabase({ url: withDatabase(admin, building), onError: () => {} });
    await migrateToLatest(db);
    await db.destroy();
    await client.query(`alter database ${building} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function migrationsHash(): Promise<string> {
  const folder = join(import.meta.dirname, '../../../migrations');
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort()) {
    hash.update(file).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
