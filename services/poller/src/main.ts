// The poller as a process of its own: configuration, what it needs, start, shutdown.
import { join } from 'node:path';
import { oauthClients } from '@quittance/oauth/oauth-client';
import { openQueue } from '@quittance/queue/open-queue';
import { createClock } from '@quittance/runtime/clock';
import { readConfig } from '@quittance/runtime/config';
import { startHealthServer } from '@quittance/runtime/health';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { checkKey } from '@quittance/store/check-key';
import { openDatabase } from '@quittance/store/database';
import { checkSchema } from '@quittance/store/migrate';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault } from '@quittance/vault/vault';
import { pollerConfig } from './config.ts';
import { start } from './start.ts';

await runMain(createLogger({ service: 'poller', level: 'info' }), async (shutdown) => {
  const config = readConfig(pollerConfig, process.env);
  const log = createLogger({ service: 'poller', level: config.LOG_LEVEL });
  const metrics = createMetrics({ processMetrics: true });
  const db = openDatabase({
    url: config.DATABASE_URL,
    keepsPlans: true,
    onError: (error) => log.warn({ err: error }, 'database_connection_failed'),
  });
  shutdown.add('database', () => db.destroy());
  await checkSchema(db);
  const key = await readKeyFile(config.QUITTANCE_KEY_FILE ?? join(config.QUITTANCE_DATA, 'key'), { create: false });
  const vault = createVault(key);
  await checkKey(db, vault);
  const queue = await openQueue({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL, log });
  shutdown.add('queue', () => queue.close());
  const poller = await start({
    db,
    databaseUrl: config.DATABASE_URL,
    vault,
    publishClassify: (jobs) => queue.publishClassify(jobs),
    countOpenJobs: () => queue.countOpen(),
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
    oauth: oauthClients(config),
    watchFolders: config.WATCH_FOLDERS ?? [],
    clock: createClock(config.QUITTANCE_NOW),
    log,
    metrics,
  });
  shutdown.add('poller', () => poller.stop());
  if (config.HEALTH_PORT === undefined) return;
  const health = await startHealthServer({
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    checks: { database: () => checkSchema(db) },
    metrics,
  });
  shutdown.add('health', () => health.stop());
});
