// Opens the data: the embedded PostgreSQL on the data folder or the one that DATABASE_URL names, its schema at the newest version, and
// the key that opens what is encrypted in it. Used by everything that runs without a server of its own: `npm start` and the commands.
import { join } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { hasEmbeddedData, startPostgres } from '@quittance/embedded/start-postgres';
import { checkKey } from '@quittance/store/check-key';
import { openDatabase, type Database } from '@quittance/store/database';
import { openErasureList, type ErasureList } from '@quittance/store/erasure-list';
import { checkSchema, migrateToLatest } from '@quittance/store/migrate';
import { refoldOutdated } from '@quittance/store/subscriptions';
import { findOwner } from '@quittance/store/users';
import { fold } from '@quittance/timeline/fold';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault, type Vault } from '@quittance/vault/vault';
import type { StandaloneConfig } from './config.ts';

export interface OpenStore {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly vault: Vault;
  readonly embedded: boolean;
  /** Names of the migrations that this opening applied. */
  readonly applied: readonly string[];
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  readonly config: Pick<StandaloneConfig, 'DATABASE_URL' | 'QUITTANCE_DATA' | 'QUITTANCE_KEY_FILE'>;
  readonly log: Log;
  /** Whether an external database may be brought to the newest schema; the embedded one always is. */
  readonly migrate: boolean;
}

export async function openStore(options: OpenStoreOptions): Promise<OpenStore> {
  return options.config.DATABASE_URL ? openExternal(options, options.config.DATABASE_URL) : openEmbedded(options);
}

export function keyFileOf(config: Pick<StandaloneConfig, 'QUITTANCE_DATA' | 'QUITTANCE_KEY_FILE'>): string {
  return config.QUITTANCE_KEY_FILE ?? join(config.QUITTANCE_DATA, 'key');
}

/** What was erased, beside the data and outside the database: a backup brought back must not bring it back. */
export function erasureListOf(config: Pick<StandaloneConfig, 'QUITTANCE_DATA'>): ErasureList {
  return openErasureList(erasureListPath(config));
}

export function erasureListPath(config: Pick<StandaloneConfig, 'QUITTANCE_DATA'>): string {
  return join(config.QUITTANCE_DATA, 'erased.log');
}

async function openEmbedded({ config, log }: OpenStoreOptions): Promise<OpenStore> {
  const folder = config.QUITTANCE_DATA;
  // The key comes first: a crash in between leaves a key without data, never data without a key. Before either, the folder is known to be ours.
  const known = await hasEmbeddedData(folder);
  const key = known ? await readKeyFile(keyFileOf(config), { create: false }) : null;
  const server = await startPostgres({
    folder,
    log,
    beforeCreate: async () => void (await readKeyFile(keyFileOf(config), { create: true })),
  });
  try {
    const vault = createVault(key ?? (await readKeyFile(keyFileOf(config), { create: false })));
    const { db, applied } = await connect(server.url, log, true);
    await checkKey(db, vault).catch(async (error: unknown) => {
      await db.destroy();
      throw error;
    });
    const close = async (): Promise<void> => {
      await db.destroy();
      await server.stop();
    };
    return { db, databaseUrl: server.url, vault, embedded: true, applied, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openExternal({ config, log, migrate }: OpenStoreOptions, url: string): Promise<OpenStore> {
  const { db, applied } = await connect(url, log, migrate);
  try {
    // Somebody is in it: then there was a key.
    const isNew = migrate && (await findOwner(db)) === null;
    const vault = createVault(await readKeyFile(keyFileOf(config), { create: isNew }));
    await checkKey(db, vault);
    return { db, databaseUrl: url, vault, embedded: false, applied, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function connect(url: string, log: Log, migrate: boolean): Promise<{ db: Database; applied: string[] }> {
  const db = openDatabase({ url, onError: (error) => log.warn({ err: error }, 'database_connection_failed') });
  try {
    if (migrate) {
      const applied = await migrateToLatest(db);
      await refoldOutdated(db, fold);
      return { db, applied };
    }
    await checkSchema(db);
    return { db, applied: [] };
  } catch (error) {
    await db.destroy();
    throw unavailable(error);
  }
}

// Node's connection errors, and PostgreSQL's classes 08 (connection), 28 (sign-in), 3D (no such database), 53 (resources), 57P (shutting down).
function unavailable(error: unknown): unknown {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08|28|3D|53|57P)/.test(code)) return error;
  const reason = (error as Error).message || code;
  return new PermanentError('database_unavailable', `the database can't be reached (${reason}): check DATABASE_URL and that it runs.`, {
    cause: error,
  });
}
