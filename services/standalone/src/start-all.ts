// Everything in one process: what `npm start` runs. Data, schema, owner and sign-in link first; then the services, each through the same
// `start` as in a process of its own; all stopped in reverse order.
import { join } from 'node:path';
import { start as startApi, type RunningApi } from '@quittance/api/start';
import { PermanentError } from '@quittance/domain/errors';
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import { oauthClients } from '@quittance/oauth/oauth-client';
import { createMetrics, type Metrics } from '@quittance/runtime/metrics';
import { watchFoldersOf } from '@quittance/runtime/watch-folder';
import { takeInstanceLock, type HeldLock } from '@quittance/store/instance-lock';
import { ensureOwner, hasAnyPassword } from '@quittance/store/users';
import type { StandaloneConfig } from './config.ts';
import { inOrder } from './in-order.ts';
import { erasureListPath, openStore, type OpenStore } from './open-store.ts';
import { startNotifying } from './start-notifying.ts';
import { startReading } from './start-reading.ts';

export interface StartAllOptions extends ServiceContext {
  readonly config: StandaloneConfig;
  /** The database ended under us: nothing can go on. */
  readonly onLost: (error: Error) => void;
}

export interface Standalone extends RunningService {
  /** Where the page is, as a person on this machine opens it. */
  readonly url: string;
  /** Signs the first person in, once. */
  readonly signInLink: string;
}

const LINK_LIFE_MS = 24 * 3_600_000;

/** @throws PermanentError `instance_running`, `port_in_use`, `password_required`, and what the database and the key file may say. */
export async function startAll(options: StartAllOptions): Promise<Standalone> {
  const { config, clock, log } = options;
  const metrics = createMetrics({ processMetrics: true });
  let page = { url: '', signInLink: '' };
  const running = await inOrder(async (add) => {
    const store = await openStore({ config, log, migrate: true });
    add(() => store.close());
    const lock = await lockInstance(store, options);
    add(() => lock.stop());
    await refuseOpenDoor(store, config);
    const { user } = await ensureOwner(store.db);
    // The page comes first: a port that is taken should not cost the start of everything else.
    const api = await startPage(store, options, metrics);
    add(() => api.stop());
    await lock.announce(api.url);
    const notifying = await startNotifying({ store, config, publicUrl: api.url, clock, log, metrics });
    add(() => notifying.stop());
    const reading = await startReading({ store, config, clock, log, metrics, mailboxes: true });
    add(() => reading.stop());
    page = { url: api.url, signInLink: await api.signInUrl(user.id, LINK_LIFE_MS) };
  });
  return { ...page, stop: () => running.stop() };
}

async function startPage(store: OpenStore, { config, clock, log }: StartAllOptions, metrics: Metrics): Promise<RunningApi> {
  const { db, databaseUrl, vault } = store;
  const allowPrivateHosts = config.ALLOW_PRIVATE_HOSTS;
  try {
    return await startApi({
      db,
      databaseUrl,
      vault,
      clock,
      log: log.child({ part: 'api' }),
      metrics,
      oauth: oauthClients(config),
      config: {
        port: config.PORT,
        host: config.HOST,
        publicUrl: config.PUBLIC_URL,
        allowPrivateHosts,
        tsaUrls: config.TSA_URLS,
        tsaCaFile: config.TSA_CA_FILE,
        watchFolders: watchFoldersOf(config),
        uploadFolder: join(config.QUITTANCE_DATA, 'uploads'),
        erasureList: erasureListPath(config),
      },
    });
  } catch (error) {
    throw listenProblem(error, config);
  }
}

async function lockInstance(store: OpenStore, { config, onLost }: StartAllOptions): Promise<HeldLock> {
  const url = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const lock = await takeInstanceLock({ db: store.db, databaseUrl: store.databaseUrl, url, onLost });
  if (lock.kind === 'held') return lock;
  const place = config.DATABASE_URL ? 'this database' : `the data folder ${config.QUITTANCE_DATA}`;
  throw new PermanentError(
    'instance_running',
    `Quittance already runs on ${place}: open ${lock.url}, or stop it first ("npx quittance user link" prints a new sign-in link).`,
  );
}

// Whoever reaches the page could use the sign-in link's way in; beyond this machine there must be a password.
async function refuseOpenDoor(store: OpenStore, config: StandaloneConfig): Promise<void> {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(config.HOST) || (await hasAnyPassword(store.db))) return;
  throw new PermanentError(
    'password_required',
    `HOST=${config.HOST} lets other machines reach the page, and no password is set: start without HOST, set a password in the settings, then start with HOST again.`,
  );
}

function listenProblem(error: unknown, { HOST, PORT }: StandaloneConfig): unknown {
  const { code } = error as { code?: unknown };
  if (code === 'port_in_use') {
    return new PermanentError(
      'port_in_use',
      `port ${PORT} is used by another program: stop it, or choose another port: PORT=${PORT + 1} npm start.`,
    );
  }
  if (code === 'EACCES') {
    return new PermanentError('port_not_allowed', `this account may not listen on port ${PORT}: choose one above 1023 with PORT.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new PermanentError('bad_configuration', `HOST=${HOST} is not an address of this machine.`);
  }
  return error;
}
