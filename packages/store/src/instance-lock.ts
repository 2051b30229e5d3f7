// One standalone instance per database: the lock is a session's advisory lock, so it ends with its process in whatever way. Where the
// instance is reached stands in the session's application name, so that a second one can say so.
import type { RunningService } from '@quittance/domain/service';
import { sql } from 'kysely';
import pg from 'pg';
import type { Queryable } from './database.ts';

// Any constant; the two halves spell "quit" and "tanc".
const LOCK = [0x71756974, 0x74616e63] as const;
const PREFIX = 'quittance at ';

export interface HeldLock extends RunningService {
  readonly kind: 'held';
  /** Says where the instance is reached, once that is known for sure. */
  announce(url: string): Promise<void>;
}
export type InstanceLock = HeldLock | { readonly kind: 'taken'; readonly url: string };

export async function takeInstanceLock(options: {
  db: Queryable;
  databaseUrl: string;
  url: string;
  onLost: (error: Error) => void;
}): Promise<InstanceLock> {
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: PREFIX + options.url, keepAlive: true });
  let stopping = false;
  client.on('error', (error) => stopping || options.onLost(error));
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [...LOCK]);
  if (!rows[0]?.held) {
    await client.end();
    return { kind: 'taken', url: (await findInstanceUrl(options.db)) ?? '' };
  }
  return {
    kind: 'held',
    async announce(url) {
      await client.query(`select set_config('application_name', $1, false)`, [PREFIX + url]);
    },
    async stop() {
      stopping = true;
      await client.end();
    },
  };
}

/** Where the running instance is reached; null when none runs on this database. */
export async function findInstanceUrl(db: Queryable): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select application_name as name
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and classid = ${LOCK[0]}::bigint::oid and objid = ${LOCK[1]}::bigint::oid and objsubid = 2 and granted
      and pg_locks.database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows[0]?.name.replace(PREFIX, '') ?? null;
}
