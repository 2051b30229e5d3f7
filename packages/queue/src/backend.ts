// The one switch between PostgreSQL (default) and Redis. BullMQ's tables live in a schema of their own, `bullmq`, and are brought up
// to date here, once per process and safely from several at once; its workers need a session connection for LISTEN, so a pooler in
// transaction mode can't stand in between.
import { createPostgresBackend, createRedisBackend, runMigrations, withBackend, type Processor, type Queue, type Worker } from 'bullmq';
import pg from 'pg';

export interface BackendOptions {
  readonly databaseUrl: string;
  /** When given, jobs go through this Redis (7 or newer) instead of PostgreSQL. */
  readonly redisUrl?: string | undefined;
}

interface WorkerSettings {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly backoff: (attemptsMade: number, type?: string, error?: Error) => number;
}

export interface Backend {
  readonly kind: 'postgres' | 'redis';
  /** Creates what the backend needs to exist; safe to run from several processes at once. */
  prepare(): Promise<void>;
  newQueue(name: string): Queue;
  newWorker(name: string, processor: Processor, settings: WorkerSettings): Worker;
}

const SCHEMA = 'bullmq';
/**
 * Jobs are hints, so nobody waits until one is on the disk. None is missed for it: the outbox says that a job was published in a transaction
 * that is, and that lies behind the job's own in the same log.
 */
const UNHURRIED = '-c synchronous_commit=off -c jit=off';

export function chooseBackend(options: BackendOptions): Backend {
  return options.redisUrl ? redisBackend(options.redisUrl) : postgresBackend(options.databaseUrl);
}

function postgresBackend(databaseUrl: string): Backend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, schema: SCHEMA, application_name: 'quittance-queue', options: UNHURRIED, max: 4 };
  return {
    kind: 'postgres',
    prepare: () => migrateOnce(databaseUrl),
    newQueue: (name) => new Queue(name, { connection }) as unknown as Queue,
    newWorker: (name, processor, { backoff, ...settings }) =>
      new Worker(name, processor, {
        connection: { ...connection, max: settings.concurrency + 2 },
        ...settings,
        settings: { backoffStrategy: backoff },
      }) as unknown as Worker,
  };
}

// The lock and the transaction of the migration need one session, not a pool.
async function migrateOnce(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'quittance-queue' });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

function redisBackend(redisUrl: string): Backend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const prefix = 'quittance';
  return {
    kind: 'redis',
    prepare: () => Promise.resolve(),
    newQueue: (name) => new Queue(name, { connection: { url: redisUrl }, prefix }),
    newWorker: (name, processor, { backoff, ...settings }) =>
      new Worker(name, processor, {
        connection: { url: redisUrl, maxRetriesPerRequest: null },
        prefix,
        ...settings,
        settings: { backoffStrategy: backoff },
      }),
  };
}
