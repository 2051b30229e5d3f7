// The poller as a process of its own: configuration, what it needs, start, shutdown.
import { oauthClients } from '@quittance/oauth/oauth-client';
import { openQueue } from '@quittance/queue/open-queue';
import { createClock } from '@quittance/runtime/clock';
import { readConfig } from '@quittance/runtime/config';
import { serveHealth } from '@quittance/runtime/health';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { checkSchema } from '@quittance/store/migrate';
import { openForService } from '@quittance/store/open-for-service';
import { pollerConfig } from './config.ts';
import { start } from './start.ts';

await runMain(createLogger({ service: 'poller', level: 'info' }), async (shutdown) => {
  const config = readConfig(pollerConfig, process.env);
  const log = createLogger({ service: 'poller', level: config.LOG_LEVEL });
  const metrics = createMetrics({ processMetrics: true });
  const { db, vault } = await openForService(config, shutdown, log, { keepsPlans: true });
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
  await serveHealth(config, shutdown, { checks: { database: () => checkSchema(db) }, metrics });
});
