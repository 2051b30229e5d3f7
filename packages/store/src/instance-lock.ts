// One standalone instance per database: the lock is a session's advisory lock, so it ends with its process in whatever way. Where the
// instance is reached stands in the session's application name, so that a second one can say so.
import { setTimeout as sleep } from 'node:timers/promises';
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

export interface InstanceLockOptions {
  readonly db: Queryable;
  readonly databaseUrl: string;
  /** Where this instance is reached. */
  readonly url: string;
  /** Another instance took over, or the database did not come back. */
  readonly onLost: (error: Error) => void;
}

/** A database that restarts may be away this long before the instance gives up. */
const AWAY_MS_MAX = 30_000;
const RETRY_MS = 1_000;

export async function takeInstanceLock(options: InstanceLockOptions): Promise<InstanceLock> {
  let { url } = options;
  let stopping = false;
  let client: pg.Client | null = null;

  async function take(): Promise<boolean> {
    const next = new pg.Client({ connectionString: options.databaseUrl, application_name: PREFIX + url, keepAlive: true });
    next.on('error', (error) => {
      if (!stopping && client === next) void takeAgain(error, performance.now());
    });
    await next.connect();
    const { rows } = await next.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [...LOCK]);
    if (rows[0]?.held) client = next;
    else await next.end();
    return client === next;
  }

  // The lock went with its session. Our services reconnect by themselves, so the instance goes on if nobody was quicker.
  async function takeAgain(cause: Error, since: number): Promise<void> {
    client = null;
    await sleep(RETRY_MS, undefined, { ref: false });
    if (stopping) return;
    try {
      if (!(await take())) options.onLost(new Error('another instance took over', { cause }));
    } catch (error) {
      if (performance.now() - since > AWAY_MS_MAX) options.onLost(error as Error);
      else await takeAgain(cause, since);
    }
  }

  if (!(await take())) return { kind: 'taken', url: (await findInstanceUrl(options.db)) ?? '' };
  return {
    kind: 'held',
    async announce(known) {
      url = known;
      await client?.query(`select set_config('application_name', $1, false)`, [PREFIX + url]);
    },
    async stop() {
      stopping = true;
      await client?.end();
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
