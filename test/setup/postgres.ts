// One PostgreSQL for the whole run: the one QUITTANCE_TEST_PG names, else the embedded one on a temporary folder, in memory where there is room, and
// without fsync.
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silentLog } from '@quittance/domain/log';
import { findPlace } from '@quittance/embedded/place';
import { startPostgres } from '@quittance/embedded/start-postgres';
import { hastenLogins } from '@quittance/testing/hasten-logins';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['QUITTANCE_TEST_PG']) return undefined;
  const parent = await mkdtemp(join(await temporaryFolder(), 'quittance-test-pg-'));
  await chmod(parent, 0o711);
  const folder = join(parent, 'data');
  const server = await startPostgres({ folder, log: silentLog, durable: false, connectionsMax: 300 });
  await hastenLogins(server.url);
  process.env['QUITTANCE_TEST_PG'] = server.url;
  return async () => {
    await server.stop();
    delete process.env['QUITTANCE_TEST_PG'];
    const cluster = await findPlace(folder);
    if (cluster && !cluster.startsWith(parent)) await rm(resolve(cluster, '..'), { recursive: true, force: true });
    await rm(parent, { recursive: true, force: true });
  };
}

const MEMORY = '/dev/shm';
const ROOM_BYTES = 3 * 1024 ** 3;

// Each test has a database of its own, which is some three hundred files: on a disk's file system, making and removing them takes a tenth of all.
async function temporaryFolder(): Promise<string> {
  const memory = await statfs(MEMORY).catch(() => null);
  return memory && memory.bavail * memory.bsize >= ROOM_BYTES ? MEMORY : tmpdir();
}
