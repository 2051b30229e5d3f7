// How long it takes to verify, back up and restore an archive: `node test/bench/keep-archive.ts [messages]`, on the PostgreSQL that
// QUITTANCE_TEST_PG names. Mails of about 20 KB, read by the classifier's own recording step, in batches as a backfill has them.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkToken } from '@quittance/anchor/stamping';
import { writeBackup } from '@quittance/store/backup';
import { restoreBackup } from '@quittance/store/restore';
import { createTestDatabase } from '@quittance/testing/database';
import { testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { CANCELLED, closeStories, fsck, settle, tellStory } from '../archive/kept-story.ts';

const messages = Number(process.argv[2] ?? 3_000);
const [source, target] = [await createTestDatabase(), await createTestDatabase()];
const file = join(tmpdir(), `quittance-bench-${randomBytes(4).toString('hex')}.backup`);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  const seconds = (performance.now() - since) / 1_000;
  process.stdout.write(`${what.padEnd(8)} ${seconds.toFixed(1)} s, ${Math.round(messages / seconds)} messages/s\n`);
  return result;
}

try {
  const { userId } = await tellStory(source.db);
  for (let done = 0; done < messages; done += 200) {
    const mails = Array.from({ length: Math.min(200, messages - done) }, (_, index) =>
      CANCELLED.replace(
        '4711',
        `${done + index} ${randomBytes(7_500)
          .toString('base64')
          .replaceAll(/(.{76})/g, '$1\r\n')}`,
      ),
    );
    await settle(source.db, userId, mails);
  }
  const report = await timed('fsck', () => fsck(source.db, userId));
  if (report.problems.length > 0) throw new Error(JSON.stringify(report.problems));
  const { bytes } = await timed('backup', () =>
    writeBackup({ databaseUrl: source.url, vault: testVault, file, at: '2026-06-02T00:00:00.000Z' }),
  );
  await timed('restore', () => restoreBackup({ databaseUrl: target.url, vault: testVault, fold, file, erasures: [], checkToken }));
  const { heapUsed, rss } = process.memoryUsage();
  process.stdout.write(
    `${report.messages} messages, backup ${Math.round(bytes / 1e6)} MB, heap ${Math.round(heapUsed / 1e6)} MB, rss ${Math.round(rss / 1e6)} MB\n`,
  );
} finally {
  await closeStories();
  await source.drop();
  await target.drop();
  await rm(file, { force: true });
}
