// The classifier as a process of its own: configuration, what it needs, start, shutdown.
import { join } from 'node:path';
import { createStamping } from '@quittance/anchor/stamping';
import { createResolveTxt } from '@quittance/authenticity/resolve-txt';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { endpointOf } from '@quittance/llm/ask-endpoint';
import { createClock } from '@quittance/runtime/clock';
import { readConfig } from '@quittance/runtime/config';
import { startHealthServer } from '@quittance/runtime/health';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { checkKey } from '@quittance/store/check-key';
import { openDatabase } from '@quittance/store/database';
import { findDkimKeys } from '@quittance/store/dkim-keys';
import { checkSchema } from '@quittance/store/migrate';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault } from '@quittance/vault/vault';
import { classifierConfig } from './config.ts';
import { start } from './start.ts';

// A verdict without an answer in this time is made again later.
const DNS_TIMEOUT_MS = 1_500;

await runMain(createLogger({ service: 'classifier', level: 'info' }), async (shutdown) => {
  const config = readConfig(classifierConfig, process.env);
  const log = createLogger({ service: 'classifier', level: config.LOG_LEVEL });
  const clock = createClock(config.QUITTANCE_NOW);
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
  if (config.HEALTH_PORT === undefined) return;
  const health = await startHealthServer({
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    checks: { database: () => checkSchema(db) },
    metrics,
  });
  shutdown.add('health', () => health.stop());
});
