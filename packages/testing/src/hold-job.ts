// A process that takes one job and never finishes it, to be killed by a test. Prints `ready`, then `held <content id>`.
import { silentLog } from '@quittance/domain/log';
import { openQueue } from '@quittance/queue/open-queue';

const { DATABASE_URL, REDIS_URL, LOCK_MS } = process.env;
const queue = await openQueue({ databaseUrl: DATABASE_URL ?? '', redisUrl: REDIS_URL, log: silentLog });
await queue.consumeClassify(
  (job) => {
    process.stdout.write(`held ${job.contentIds.join(',')}\n`);
    return new Promise(() => {});
  },
  { concurrency: { live: 1, history: 1 }, lockMs: Number(LOCK_MS) },
);
process.stdout.write('ready\n');
