// The real check that a server answers: a connection with its password. Makes the database on the way, if it is the first time.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { SUPERUSER } from './create-cluster.ts';
import { damaged } from './place.ts';

const DATABASE = 'quittance';
const CONNECT_TIMEOUT_MS = 10_000;

/** The URL of the database, or null when the server is going down. */
export async function connectAndPrepare(cluster: string, server: { port: number }): Promise<string | null> {
  const password = (await readFile(join(cluster, 'password'), 'utf8')).trim();
  const url = (database: string): string => `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`;
  const client = new pg.Client({ connectionString: url('postgres'), connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => {}); // The server ended; the query at hand reports it.
  try {
    await client.connect();
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await createDatabase(client);
    return url(DATABASE);
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code === '28P01') throw damaged(cluster, 'its password file does not match', error);
    // Class 57P: starting up, shutting down; or the connection was cut.
    if (code.startsWith('57P') || /ECONN|EPIPE|terminated|timeout/i.test(code + (error as Error).message)) return null;
    throw damaged(cluster, (error as Error).message, error);
  } finally {
    await client.end().catch(() => {}); // Nothing to lose on this connection.
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // 42P04, 23505: another process made it in this moment.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  }
}
