// The notifier as a process of its own: configuration, what it needs, start, shutdown.
import { systemClock } from '@quittance/domain/instant';
import { readConfig } from '@quittance/runtime/config';
import { serveHealth } from '@quittance/runtime/health';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { checkSchema } from '@quittance/store/migrate';
import { openForService } from '@quittance/store/open-for-service';
import { notifierConfig } from './config.ts';
import { start } from './start.ts';

await runMain(createLogger({ service: 'notifier', level: 'info' }), async (shutdown) => {
  const config = readConfig(notifierConfig, process.env);
  const log = createLogger({ service: 'notifier', level: config.LOG_LEVEL });
  const metrics = createMetrics({ processMetrics: true });
  const { db, vault } = await openForService(config, shutdown, log, { keepsPlans: false });
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
  await serveHealth(config, shutdown, { checks: { database: () => checkSchema(db) }, metrics });
});
