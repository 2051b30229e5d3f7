// The notifier as a process of its own: configuration, what it needs, start, shutdown.
import { join } from 'node:path';
import { systemClock } from '@quittance/domain/instant';
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
import { notifierConfig } from './config.ts';
import { start } from './start.ts';

await runMain(createLogger({ service: 'notifier', level: 'info' }), async (shutdown) => {
  const config = readConfig(notifierConfig, process.env);
  const log = createLogger({ service: 'notifier', level: config.LOG_LEVEL });
  const metrics = createMetrics({ processMetrics: true });
  const db = openDatabase({ url: config.DATABASE_URL, onError: (error) => log.warn({ err: error }, 'database_connection_failed') });
  shutdown.add('database', () => db.destroy());
  await checkSchema(db);
  const key = await readKeyFile(config.QUITTANCE_KEY_FILE ?? join(config.QUITTANCE_DATA, 'key'), { create: false });
  const vault = createVault(key);
  await checkKey(db, vault);
  const notifier = await start({
    db,
    databaseUrl: config.DATABASE_URL,
    vault,
    clock: systemClock,
    log,
    metrics,
    smtpUrl: config.SMTP_URL,
    mailFrom: config.MAIL_FROM,
    publicUrl: config.PUBLIC_URL,
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
  });
  shutdown.add('notifier', () => notifier.stop());
  log.info({}, 'notifier_started');
  if (config.HEALTH_PORT === undefined) return;
  const health = await startHealthServer({
    host: config.HEALTH_HOST,
    port: config.HEALTH_PORT,
    checks: { database: () => checkSchema(db) },
    metrics,
  });
  shutdown.add('health', () => health.stop());
});
