// What each service's main.ts opens first: the database, whose schema must be the one this code knows, and the vault of its key.
import { join } from 'node:path';
import type { Log } from '@quittance/domain/log';
import type { Shutdown } from '@quittance/runtime/shutdown';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault, type Vault } from '@quittance/vault/vault';
import { checkKey } from './check-key.ts';
import { openDatabase, type Database } from './database.ts';
import { checkSchema } from './migrate.ts';

export interface ServiceStoreConfig {
  readonly DATABASE_URL: string;
  readonly QUITTANCE_DATA: string;
  readonly QUITTANCE_KEY_FILE?: string | undefined;
}

/** @param options.keepsPlans as `openDatabase`. @throws PermanentError for a schema or a key that is another one. */
export async function openForService(
  config: ServiceStoreConfig,
  shutdown: Shutdown,
  log: Log,
  options: { readonly keepsPlans: boolean },
): Promise<{ readonly db: Database; readonly vault: Vault }> {
  const db = openDatabase({
    url: config.DATABASE_URL,
    keepsPlans: options.keepsPlans,
    onError: (error) => log.warn({ err: error }, 'database_connection_failed'),
  });
  shutdown.add('database', () => db.destroy());
  await checkSchema(db);
  const key = await readKeyFile(config.QUITTANCE_KEY_FILE ?? join(config.QUITTANCE_DATA, 'key'), { create: false });
  const vault = createVault(key);
  await checkKey(db, vault);
  return { db, vault };
}
