// Brings the queue's own tables (or its Redis) to where the services expect them, so that a broken REDIS_URL shows at the migration.
import type { Log } from '@quittance/domain/log';
import { openQueue } from '@quittance/queue/open-queue';

export async function prepareQueue(options: { databaseUrl: string; redisUrl: string | undefined; log: Log }): Promise<void> {
  const queue = await openQueue(options);
  await queue.close();
}
