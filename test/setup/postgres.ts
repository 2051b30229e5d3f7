// One PostgreSQL for the whole run: the one QUITTANCE_TEST_PG names, else the embedded one on a temporary folder, without fsync.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silentLog } from '@quittance/domain/log';
import { findPlace } from '@quittance/embedded/place';
import { startPostgres } from '@quittance/embedded/start-postgres';

export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['QUITTANCE_TEST_PG']) return undefined;
  const parent = await mkdtemp(join(tmpdir(), 'quittance-test-pg-'));
  await chmod(parent, 0o711);
  const folder = join(parent, 'data');
  const server = await startPostgres({ folder, log: silentLog, durable: false, connectionsMax: 300 });
  process.env['QUITTANCE_TEST_PG'] = server.url;
  return async () => {
    await server.stop();
    delete process.env['QUITTANCE_TEST_PG'];
    const cluster = await findPlace(folder);
    if (cluster && !cluster.startsWith(parent)) await rm(resolve(cluster, '..'), { recursive: true, force: true });
    await rm(parent, { recursive: true, force: true });
  };
}
