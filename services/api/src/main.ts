// The API as a process of its own: configuration, what it needs, start, shutdown. While nobody has signed in, a sign-in link stands in the log.
import { join } from 'node:path';
import { oauthClients } from '@quittance/oauth/oauth-client';
import { createClock } from '@quittance/runtime/clock';
import { readConfig } from '@quittance/runtime/config';
import { createLogger } from '@quittance/runtime/logger';
import { createMetrics } from '@quittance/runtime/metrics';
import { runMain } from '@quittance/runtime/shutdown';
import { openForService } from '@quittance/store/open-for-service';
import { readUserSettings } from '@quittance/store/user-settings';
import { ensureOwner } from '@quittance/store/users';
import { apiSettings } from './config.ts';
import { start } from './start.ts';

const FIRST_LINK_MS = 24 * 3_600_000;

await runMain(createLogger({ service: 'api', level: 'info' }), async (shutdown) => {
  const config = readConfig(apiSettings, process.env);
  const log = createLogger({ service: 'api', level: config.LOG_LEVEL });
  const { db, vault } = await openForService(config, shutdown, log, { keepsPlans: false });
  const api = await start({
    db,
    databaseUrl: config.DATABASE_URL,
    vault,
    clock: createClock(config.QUITTANCE_NOW),
    log,
    metrics: createMetrics({ processMetrics: true }),
    oauth: oauthClients(config),
    config: {
      port: config.PORT,
      host: config.HOST,
      publicUrl: config.PUBLIC_URL,
      allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
      tsaUrls: config.TSA_URLS,
      tsaCaFile: config.TSA_CA_FILE,
      watchFolders: config.WATCH_FOLDERS ?? [],
      uploadFolder: join(config.QUITTANCE_DATA, 'uploads'),
      erasureList: join(config.QUITTANCE_DATA, 'erased.log'),
    },
  });
  shutdown.add('api', () => api.stop());
  const { user } = await ensureOwner(db);
  const { setUpAt, hasPassword } = await readUserSettings(db, user.id);
  if (setUpAt === null && !hasPassword) {
    log.info({ url: await api.signInUrl(user.id, FIRST_LINK_MS), hours: 24, once: true }, 'sign_in_link_made');
  }
});
