// The PostgreSQL that `npm start`, the command line and the tests bring along. Starts a server on a data folder, or joins the one that
// already runs there; the server stops when its last user leaves, even by SIGKILL (see lease.ts). TCP on 127.0.0.1 with a random port
// and a generated password (SCRAM); nothing else can connect.
//
// In the data folder: `postgres/` with `data/` (the cluster), `password` and `log`. Started as root, all of it belongs to an unprivileged
// account, and stands elsewhere when that account can't enter the data folder (see place.ts).
import { setTimeout as sleep } from 'node:timers/promises';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { findAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { connectAndPrepare } from './connect.ts';
import { clusterExists, findPlace, openPlace } from './place.ts';
import { findRunning, type RunningServer } from './running-server.ts';
import { launchServer } from './launch-server.ts';

export interface StartPostgresOptions {
  /** The data folder (`.quittance`). Made when it is missing. */
  readonly folder: string;
  readonly log: Log;
  /** False for tests: no fsync, so that a power cut may lose everything. */
  readonly durable?: boolean;
  readonly connectionsMax?: number;
  /** Runs before the first cluster is made, with the data folder there: for what must exist before any data does. */
  readonly beforeCreate?: () => Promise<void>;
}

export interface RunningPostgres {
  readonly url: string;
  /** False when another process had started it. */
  readonly started: boolean;
  /** Leaves the server, which stops when the last one leaves; who started it also waits for that. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;

/** @throws PermanentError `data_folder_unwritable`, `data_folder_damaged`, `data_folder_version`, `data_folder_foreign`, `disk_full`, … */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const { log } = options;
  const account = await findAccount(await findPlace(options.folder));
  const place = await openPlace(options.folder, account);
  const binaries = await findBinaries(place.owner, log);
  if (!(await clusterExists(place.cluster))) {
    await options.beforeCreate?.();
    await createCluster(place, binaries, { durable: options.durable ?? true, log });
  }

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const running = await findRunning(place.cluster, log);
    if (running.state === 'ready') {
      const joined = await join(place.cluster, running.server, false);
      if (joined) return joined;
    } else if (running.state === 'none') {
      const server = await launchServer(place, binaries, options, deadline);
      const joined = server && (await join(place.cluster, server, true));
      if (joined) return joined;
    }
    // It is starting, stopping, or another process was quicker: look again.
    await sleep(100);
  }
  throw new PermanentError('postgres_failed', `PostgreSQL did not become ready within two minutes: its log is ${place.cluster}/log.`);
}

/** Whether there is a cluster for this data folder, so that its key must exist too. */
export async function hasEmbeddedData(folder: string): Promise<boolean> {
  const cluster = await findPlace(folder);
  return cluster !== null && clusterExists(cluster);
}

// null when the server went down meanwhile.
async function join(cluster: string, server: RunningServer, started: boolean): Promise<RunningPostgres | null> {
  const url = await connectAndPrepare(cluster, server);
  if (url === null || !server.lease.stillHeld()) {
    await server.lease.release({ wait: false });
    return null;
  }
  let stopping: Promise<void> | null = null;
  return { url, started, stop: () => (stopping ??= server.lease.release({ wait: started })) };
}
