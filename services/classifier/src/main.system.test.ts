// The classifier's own process as it is deployed: configuration from the environment, one mail through it, a clean end on SIGTERM.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@quittance/domain/log';
import { openQueue } from '@quittance/queue/open-queue';
import { listEvents } from '@quittance/store/events';
import { createTestDatabase } from '@quittance/testing/database';
import { createTestUser, mailText, stageMail, TEST_KEY } from '@quittance/testing/staged-mail';
import { expect, it } from 'vitest';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

it('reads a mail from the queue and ends cleanly on SIGTERM', async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'quittance-classifier-'));
  const keyFile = join(folder, 'key');
  await writeFile(keyFile, TEST_KEY, { mode: 0o600 });
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url, QUITTANCE_KEY_FILE: keyFile, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  const lines: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n')));
  const ended = once(child, 'exit');
  const queue = await openQueue({ databaseUrl: database.url, log: silentLog });
  try {
    const userId = await createTestUser(database.db);
    const body =
      'Your Streamly Premium subscription will renew automatically on 20 June 2026. You will be charged EUR 12.99 for one month.';
    const { contentId, outboxId } = await stageMail(database.db, userId, mailText('Your subscription renews on 20 June 2026', body));
    await queue.publishClassify([{ userId, contentIds: [contentId], priority: 'live', outboxIds: [outboxId] }]);
    await expect.poll(() => listEvents(database.db, userId), { timeout: 120_000 }).toMatchObject([{ kind: 'renewal_notice', level: 'D' }]);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(lines.filter((line) => line && !line.includes('"level":"info"'))).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    await queue.close();
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
