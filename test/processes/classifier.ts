// The classifier as a process that a test may kill: a fixed verdict instead of DNS, a short lock, and a parser that kills the whole process
// over one message where the test asks for it. Prints `ready`.
import { silentLog } from '@quittance/domain/log';
import { systemClock } from '@quittance/domain/instant';
import { start } from '@quittance/classifier/start';
import { createMetrics } from '@quittance/runtime/metrics';
import { openDatabase } from '@quittance/store/database';
import { testVault } from '@quittance/testing/staged-mail';

const { DATABASE_URL = '', REDIS_URL, LOCK_MS } = process.env;
await start({
  db: openDatabase({ url: DATABASE_URL, onError: () => {} }),
  databaseUrl: DATABASE_URL,
  redisUrl: REDIS_URL,
  vault: testVault,
  verify: () => Promise.resolve({ level: 'B', pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' }),
  clock: systemClock,
  log: silentLog,
  metrics: createMetrics(),
  lockMs: Number(LOCK_MS),
  readWorkerUrl: new URL('./deadly-read-worker.ts', import.meta.url),
});
process.stdout.write('ready\n');
