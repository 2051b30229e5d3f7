// The PostgreSQL of benches that compare with durable programs: the embedded one as `npm start` runs it, with fsync, on a temporary folder.
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { silentLog } from '@quittance/domain/log';
import { findPlace } from '@quittance/embedded/place';
import { startPostgres } from '@quittance/embedded/start-postgres';

export interface BenchPostgres {
  /** Of the postmaster. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Databases of @quittance/testing are made in it from now on. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'quittance-bench-pg-'));
  await chmod(parent, 0o711);
  const folder = join(parent, 'data');
  const server = await startPostgres({ folder, log: silentLog });
  process.env['QUITTANCE_TEST_PG'] = server.url;
  const cluster = (await findPlace(folder))!;
  return {
    pid: Number((await readFile(join(cluster, 'data/postmaster.pid'), 'utf8')).split('\n')[0]),
    async stop() {
      await server.stop();
      if (!cluster.startsWith(parent)) await rm(resolve(cluster, '..'), { recursive: true, force: true });
      await rm(parent, { recursive: true, force: true });
    },
  };
}
