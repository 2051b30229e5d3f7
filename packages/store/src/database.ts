// The connection to PostgreSQL. Values come back as the domain has them: int8 as number, date as `YYYY-MM-DD`, timestamptz as an
// ISO 8601 instant in UTC.
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { onNotesLost } from './notifications.ts';
import { BY_INDEX, PlannedClient } from './planned-client.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;
export type Tx = Transaction<Schema>;
/** For single queries that don't care whether they run in a transaction. */
export type Queryable = Database | Tx;

const { builtins } = pg.types;

function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond 2^53`);
  return value;
}

const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: readInt8,
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format),
};

export interface DatabaseOptions {
  readonly url: string;
  readonly connectionsMax?: number;
  /** For a service whose few statements come again and again: see planned-client.ts. */
  readonly keepsPlans?: boolean;
  /** Idle connections fail when the server restarts, and so may notes that are sent after a commit: neither must ever end the process. */
  readonly onError: (error: Error) => void;
}

/** What a mail that comes after an hour needs is there: a new connection would cost it a sign-in, and every plan anew. */
const KEPT_OPEN = 3;

export function openPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    // Eight mails may be recorded at once, of which all but one may wait for the person's lock; pages must find room beside them.
    max: options.connectionsMax ?? 16,
    connectionTimeoutMillis: 10_000,
    application_name: 'quittance',
    // A connection may stay idle for hours: a firewall on the way that forgot it would let the next statement hang for a quarter of an hour.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types,
    // Statements that are given together travel together: see transaction.ts.
    pipeline: true,
    ...(options.keepsPlans && { Client: PlannedClient, options: BY_INDEX, min: KEPT_OPEN }),
  });
  pool.on('error', options.onError);
  // The pool listens to idle connections only: one that is lost between two statements of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', options.onError));
  return pool;
}

/** A single connection, for what runs on it alone (COPY). Whoever made it ends it. */
export function newClient(url: string, applicationName: string): pg.Client {
  return new pg.Client({ connectionString: url, application_name: applicationName, types });
}

/** Queries through one connection, inside a transaction that its owner began and will end. */
export function queriesOn(client: pg.Client): Tx {
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: a client for COPY takes no statement while another is under way.
  const query = (...args: [string, unknown[]]): Promise<unknown> => {
    const answer = last.then(() => client.query(...args));
    last = answer.catch(() => {}); // Whoever asked hears of it.
    return answer;
  };
  const connection = { query: query as never, release: () => {} };
  const pool = { connect: () => Promise.resolve(connection), end: () => Promise.resolve(), options: {} };
  // Kysely's transaction type only says that it can't begin another one, which holds here.
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as unknown as Tx;
}

export function openDatabase(options: DatabaseOptions): Database {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: openPool(options) }) });
  onNotesLost(db, options.onError);
  return db;
}
