// Starts the HTTP service: pages, API, live stream. It opens its own connection for hints and its own worker for showing mail, and closes them;
// the database is the caller's.
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createDiscovery } from '@quittance/discovery/create-discovery';
import type { Discover } from '@quittance/discovery/discovery';
import { PermanentError } from '@quittance/domain/errors';
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import { createStamping } from '@quittance/anchor/stamping';
import { importAny } from '@quittance/export/import-any';
import { importFiles } from '@quittance/intake/import-files';
import type { OAuthClients } from '@quittance/oauth/oauth-client';
import type { Metrics } from '@quittance/runtime/metrics';
import { refuseUnsafeTarget } from '@quittance/runtime/outbound';
import type { Database } from '@quittance/store/database';
import { openErasureList } from '@quittance/store/erasure-list';
import { deleteExpiredSessions } from '@quittance/store/sessions';
import { createSignInLink, hasAnyPassword } from '@quittance/store/users';
import type { Vault } from '@quittance/vault/vault';
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import { createSignInAttempts } from './auth/sign-in-attempts.ts';
import { openChanges } from './changes.ts';
import type { ApiConfig } from './config.ts';
import type { TestMailbox } from './context.ts';
import { createTestMailbox } from './test-mailbox.ts';
import { createBankReader } from './bank-reader.ts';
import { createDossiers } from './dossiers.ts';
import { createImportRuns } from './import-runs.ts';
import { paths } from './paths.ts';
import { createMailViews } from './ui/mail-view.ts';

export interface ApiDeps extends ServiceContext {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly vault: Vault;
  readonly metrics: Metrics;
  readonly config: ApiConfig;
  /** This installation's clients at the providers that sign in with OAuth; none when not given. */
  readonly oauth?: OAuthClients;
  /** Another way to try settings, for tests. */
  readonly testMailbox?: TestMailbox;
  /** Another way to find settings, for tests. */
  readonly discover?: Discover;
}

export interface RunningApi extends RunningService {
  /** Where the page is, without a slash at the end: PUBLIC_URL, or the address on this machine. */
  readonly url: string;
  /** Makes a link that signs this person in once, within `ttlMs`. */
  signInUrl(userId: string, ttlMs: number): Promise<string>;
}

const CLEAN_UP_EVERY_MS = 6 * 3_600_000;
/** How long requests at hand may take when the service stops. */
const DRAIN_MS = 2_000;

/** @throws PermanentError `password_required`, `port_in_use`. */
export async function start(deps: ApiDeps): Promise<RunningApi> {
  const { config, db, clock, log } = deps;
  await requirePasswordBeyondLoopback(deps);
  const changes = await openChanges(deps);
  const [mailViews, bankReader, dossiers] = [createMailViews(), createBankReader(), createDossiers()];
  const imports = createImportRuns({
    importFiles: (input) =>
      importAny({ db, vault: deps.vault, clock }, input, (mail) => importFiles({ db, vault: deps.vault, clock, wait }, mail)),
    folder: config.uploadFolder,
    clock,
    log,
  });
  let fetch: ReturnType<typeof createApp>['fetch'] | null = null;
  const server = createAdaptorServer({
    fetch: (request, env) => fetch?.(request, env) ?? new Response(null, { status: 503 }),
  }) as Server;
  const closeParts = async (): Promise<void> => {
    await changes.close();
    await imports.close();
    await Promise.all([mailViews.close(), bankReader.close(), dossiers.close()]);
  };
  try {
    await listen(server, config);
  } catch (error) {
    await closeParts();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const url = (config.publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const attempts = createSignInAttempts({ clock });
  const erasures = openErasureList(config.erasureList);
  const testMailbox = deps.testMailbox ?? createTestMailbox(config);
  const discover = deps.discover ?? createDiscovery(config);
  const oauth = deps.oauth ?? {};
  const stampingConfig = { TSA_URLS: config.tsaUrls, TSA_CA_FILE: config.tsaCaFile, ALLOW_PRIVATE_HOSTS: config.allowPrivateHosts };
  const stamping = createStamping({ db, vault: deps.vault, log, config: stampingConfig });
  fetch = createApp({
    ...deps,
    oauth,
    publicUrl: url,
    testMailbox,
    discover,
    refuseUnsafeTarget: (target) => refuseUnsafeTarget(target, config),
    imports,
    watchFolders: config.watchFolders ?? [],
    changes,
    attempts,
    mailViews,
    bankReader,
    dossiers,
    erasures,
    stamping,
  }).fetch;
  const cleaning = setInterval(() => void cleanUp(deps), CLEAN_UP_EVERY_MS);
  cleaning.unref();
  log.info({ port, url }, 'api_started');
  return {
    url,
    async signInUrl(userId, ttlMs) {
      const token = await createSignInLink(db, userId, new Date(clock.now().getTime() + ttlMs));
      return url + paths.signInLink(token);
    },
    async stop() {
      clearInterval(cleaning);
      // Streams end first: they would keep their connections open for ever.
      await closeParts().catch((error: unknown) => log.warn({ err: error }, 'api_close_failed'));
      await closeServer(server);
      log.info({}, 'api_stopped');
    },
  };
}

// Without a password a sign-in link is the only door, and its place is the terminal of this machine. Inside a container the page listens
// on all addresses but is published under a loopback name, and answers under no other (same-site.ts).
async function requirePasswordBeyondLoopback({ config, db }: ApiDeps): Promise<void> {
  const isLocal = isLoopback(config.host) || config.publicUrl === undefined || isLoopback(new URL(config.publicUrl).hostname);
  if (isLocal || (await hasAnyPassword(db))) return;
  throw new PermanentError(
    'password_required',
    `HOST=${config.host} and PUBLIC_URL=${config.publicUrl} offer the page to other machines, and nobody has a password yet: start once without them, open the page here, set a password in the settings, and start again.`,
  );
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function listen(server: Server, config: ApiConfig): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') return reject(cause);
    const message = `port ${config.port} on ${config.host} is in use: stop what uses it, or choose another one with PORT.`;
    return reject(new PermanentError('port_in_use', message, { cause }));
  });
  server.listen(config.port, config.host, resolve);
  return promise;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(timer);
}

async function cleanUp({ db, clock, log }: ApiDeps): Promise<void> {
  try {
    await deleteExpiredSessions(db, clock.now());
  } catch (error) {
    // Expired rows are refused anyway; the next turn removes them.
    log.warn({ err: error }, 'session_clean_up_failed');
  }
}
