// Launches a server on a cluster and waits until it is ready. In a session of its own, so that Ctrl-C in the terminal reaches us and not
// the server: it stops after the services that use it.
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readFile, stat, truncate } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { as } from './account.ts';
import type { Binaries } from './binaries.ts';
import { diagnose } from './diagnose.ts';
import { LAUNCH_SCRIPT, removeStalePipes, takeLease } from './lease.ts';
import type { Place } from './place.ts';
import { readPidFile, type RunningServer } from './running-server.ts';

const LOG_BYTES_MAX = 5_000_000;

/** null when another process was quicker, or the port was taken meanwhile: look again. */
export async function launchServer(
  place: Place,
  binaries: Binaries,
  options: { durable?: boolean; connectionsMax?: number; log: Log },
  deadline: number,
): Promise<RunningServer | null> {
  const { cluster, owner } = place;
  await checkVersion(cluster, binaries);
  await removeStalePipes(cluster);
  const logFile = join(cluster, 'log');
  const logStart = await openLog(logFile, place);
  const output = await open(logFile, 'a', 0o600);
  const command = [binaries.postgres, ...serverArguments(cluster, await freePort(), options)];
  const child = spawn('/bin/sh', ['-c', LAUNCH_SCRIPT, 'sh', cluster, ...command], {
    ...as(owner, cluster),
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  const ended = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message)).once('exit', () => resolve(null));
  });
  let failure: string | null | undefined;
  void ended.then((reason) => (failure = reason));
  await output.close();
  child.unref();

  while (Date.now() < deadline) {
    if (failure !== undefined) {
      releaseWatcher(child);
      return diagnose(cluster, failure ?? (await readSince(logFile, logStart)));
    }
    const server = await ifReady(cluster, child.pid!);
    if (server) return server;
    await sleep(20);
  }
  child.kill('SIGINT');
  return null;
}

async function ifReady(cluster: string, pid: number): Promise<RunningServer | null> {
  const found = await readPidFile(join(cluster, 'data/postmaster.pid'));
  if (found?.pid !== pid || found.status !== 'ready' || found.port === null) return null;
  const lease = takeLease(cluster, pid);
  return lease && { pid, port: found.port, lease };
}

function serverArguments(cluster: string, port: number, options: { durable?: boolean; connectionsMax?: number }): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: options.connectionsMax ?? 60,
    // Modest: a person's machine has other things to do.
    shared_buffers: '96MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // Statements may hold what people wrote.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return ['-D', join(cluster, 'data'), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function checkVersion(cluster: string, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(cluster, 'data/PG_VERSION'), 'utf8')).trim();
  if (version === binaries.major) return;
  throw new PermanentError(
    'data_folder_version',
    `the data in ${cluster} was made by PostgreSQL ${version}, and this Quittance brings PostgreSQL ${binaries.major}: start the Quittance that made it, or name a PostgreSQL ${version} in DATABASE_URL.`,
  );
}

// The log begins anew once it is big; what this start adds is read from the returned offset.
async function openLog(file: string, place: Place): Promise<number> {
  const handle = await open(file, 'a', 0o600);
  await handle.close();
  if (place.owner.lent) await chown(file, place.owner.uid, place.owner.gid);
  if ((await stat(file)).size > LOG_BYTES_MAX) await truncate(file);
  return (await stat(file)).size;
}

async function readSince(file: string, offset: number): Promise<string> {
  return (await readFile(file)).subarray(offset).toString('utf8');
}

// A server that never came up leaves its watcher waiting: end the whole session.
function releaseWatcher(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
