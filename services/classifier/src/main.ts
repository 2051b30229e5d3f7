// The classifier as a process of its own: configuration, what it needs, start, shutdown.
import { createStamping } from '@quittance/anchor/stamping';
import { createResolveTxt } from '@quittance/authenticity/resolve-txt';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { endpointOf } from '@quittance/llm/ask-endpoint';
import { createClock } from '@quittance/runtime/clock';
import { readConfig } from '@quittance/runtime/config';
import { serveHealth } from '@quittance/runtime/health';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { findDkimKeys } from '@quittance/store/dkim-keys';
import { checkSchema } from '@quittance/store/migrate';
import { openForService } from '@quittance/store/open-for-service';
import { classifierConfig } from './config.ts';
import { start } from './start.ts';

// A verdict without an answer in this time is made again later.
const DNS_TIMEOUT_MS = 1_500;

await runMain(createLogger({ service: 'classifier', level: 'info' }), async (shutdown) => {
  const config = readConfig(classifierConfig, process.env);
  const log = createLogger({ service: 'classifier', level: config.LOG_LEVEL });
  const clock = createClock(config.QUITTANCE_NOW);
  const metrics = createMetrics({ processMetrics: true });
  const { db, vault } = await openForService(config, shutdown, log, { keepsPlans: true });
  const resolveTxt = createResolveTxt({ servers: config.DNS_SERVERS ?? [], timeoutMs: DNS_TIMEOUT_MS, clock });
  const classifier = await start({
    db,
    databaseUrl: config.DATABASE_URL,
    redisUrl: config.REDIS_URL,
    vault,
    llm: endpointOf(config),
    verify: (input) => verifyMessage({ resolveTxt, findKeys: (names) => findDkimKeys(db, names) }, input),
    stamping: createStamping({ db, vault, log, config }),
    clock,
    log,
    metrics,
  });
  shutdown.add('classifier', () => classifier.stop());
  await serveHealth(config, shutdown, { checks: { database: () => checkSchema(db) }, metrics });
});
