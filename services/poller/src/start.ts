// The poller: reads mailboxes and moves accepted messages into the queue. Runs in a process of its own (main.ts) or inside the standalone
// one.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import { createAccessTokens } from '@quittance/oauth/access-tokens';
import type { OAuthClients } from '@quittance/oauth/oauth-client';
import type { ClassifyJobToPublish } from '@quittance/queue/jobs';
import { createLiveWork, type LiveWork } from '@quittance/runtime/live-work';
import type { Metrics } from '@quittance/runtime/metrics';
import { resolveOutboundAll } from '@quittance/runtime/outbound';
import type { Database } from '@quittance/store/database';
import { takeLoginTurn } from '@quittance/store/login-turns';
import { withRefreshToken } from '@quittance/store/oauth-grants';
import type { Vault } from '@quittance/vault/vault';
import { historyBytesADay } from './byte-budget.ts';
import { createGlancer } from './glancer.ts';
import { createLoginLimiter, type LoginLimiter } from './login-limiter.ts';
import { mailSource, type MailSource } from './mail-source.ts';
import { NO_METRICS, pollerMetrics } from './metrics.ts';
import { DEFAULT_TIMING, type Timing } from './poller-deps.ts';
import { startRelay } from './relay-outbox.ts';
import { watchInlets } from './inlets/watch-inlets.ts';
import { createTrafficMeter } from './traffic-meter.ts';
import { superviseMailboxes } from './supervise-mailboxes.ts';

export interface PollerDeps extends ServiceContext {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly vault: Vault;
  readonly publishClassify: (jobs: readonly ClassifyJobToPublish[]) => Promise<void>;
  readonly countOpenJobs?: () => Promise<number>;
  /** Hosts, addresses and CIDRs that may be private (ALLOW_PRIVATE_HOSTS). */
  readonly allowPrivateHosts: readonly string[];
  /** This installation's clients at the providers that sign in with OAuth; none when not given. */
  readonly oauth?: OAuthClients;
  /** Folders under which others may be watched; none when not given. */
  readonly watchFolders?: readonly string[];
  readonly metrics?: Metrics;
  /** Further certificate authorities, PEM. */
  readonly tlsCa?: string;
  readonly compressLoopback?: boolean;
  readonly limiter?: LoginLimiter;
  readonly historyBytesADay?: (host: string) => number;
  readonly random?: () => number;
  readonly timing?: Partial<Timing>;
  readonly source?: Partial<MailSource>;
  /** Shared with what else runs in this process. */
  readonly liveWork?: LiveWork | undefined;
}

export async function start(deps: PollerDeps): Promise<RunningService> {
  const timing = { ...DEFAULT_TIMING, ...deps.timing };
  const glancer = createGlancer();
  const relay = await startRelay({ ...deps, timing });
  const supervisor = await superviseMailboxes({
    ...deps,
    timing,
    owner: `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
    source: { ...mailSource, ...deps.source },
    glancer,
    handOver: (rows) => relay.handOver(rows),
    liveWork: deps.liveWork ?? createLiveWork(),
    metrics: deps.metrics ? pollerMetrics(deps.metrics) : NO_METRICS,
    limiter:
      deps.limiter ??
      createLoginLimiter(
        () => performance.now(),
        (host, rate) => takeLoginTurn(deps.db, host, rate),
      ),
    historyBytesADay: deps.historyBytesADay ?? historyBytesADay,
    traffic: createTrafficMeter(),
    random: deps.random ?? Math.random,
    resolveHost: (host) => resolveOutboundAll(host, { allowPrivateHosts: deps.allowPrivateHosts }),
    accessTokens: createAccessTokens({
      clients: deps.oauth ?? {},
      clock: deps.clock,
      withRefreshToken: (mailboxId, renew) => withRefreshToken(deps, mailboxId, renew),
    }),
    tlsCa: deps.tlsCa,
    compressLoopback: deps.compressLoopback ?? false,
  });
  const inlets = watchInlets({ ...deps, watchFolders: deps.watchFolders ?? [], inletMs: timing.inletMs, nowMs: () => performance.now() });
  return {
    async stop() {
      await inlets.stop();
      await supervisor.stop();
      await relay.stop();
      await glancer.close();
    },
  };
}
