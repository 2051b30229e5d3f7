// A database without a schema, for tests that begin with the migration.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withDatabase } from './database.ts';

export async function createEmptyDatabase(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const admin = process.env['QUITTANCE_TEST_PG'];
  if (!admin) throw new Error('QUITTANCE_TEST_PG is not set: run the tests through "npm test" or "vitest run --project system".');
  const name = `test_empty_${randomBytes(6).toString('hex')}`;
  await query(admin, `create database ${name}`);
  return { url: withDatabase(admin, name), drop: () => query(admin, `drop database if exists ${name} with (force)`) };
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
