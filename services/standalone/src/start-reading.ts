// The part that reads: mail that is accepted goes through the queue to the classifier. `npm start` runs it all the time; `import` and
// `mailbox sync` run it until their work is done, when no instance runs that would do it.
import { createStamping } from '@quittance/anchor/stamping';
import { createResolveTxt } from '@quittance/authenticity/resolve-txt';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { start as startClassifier } from '@quittance/classifier/start';
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import { oauthClients, type OAuthConfig } from '@quittance/oauth/oauth-client';
import { start as startPoller } from '@quittance/poller/start';
import { startRelay } from '@quittance/poller/relay-outbox';
import { DEFAULT_TIMING } from '@quittance/poller/poller-deps';
import { endpointOf } from '@quittance/llm/ask-endpoint';
import { watchFoldersOf } from '@quittance/runtime/watch-folder';
import { openQueue } from '@quittance/queue/open-queue';
import { createLiveWork } from '@quittance/runtime/live-work';
import type { Metrics } from '@quittance/runtime/metrics';
import { findDkimKeys } from '@quittance/store/dkim-keys';
import type { StandaloneConfig } from './config.ts';
import type { OpenStore } from './open-store.ts';
import { inOrder } from './in-order.ts';

export interface ReadingDeps extends ServiceContext {
  readonly store: Pick<OpenStore, 'db' | 'databaseUrl' | 'vault'>;
  readonly config: Pick<
    StandaloneConfig,
    'WATCH_FOLDERS' | 'HOST' | 'REDIS_URL' | 'DNS_SERVERS' | 'ALLOW_PRIVATE_HOSTS' | 'TSA_URLS' | 'TSA_CA_FILE' | 'LLM_URL' | 'LLM_MODEL'
  > &
    OAuthConfig;
  readonly metrics: Metrics;
  /** Without it only what was accepted is understood: nobody is asked for new mail, and no authority for a time stamp. */
  readonly mailboxes: boolean;
}

/** A verdict without an answer in this time is made again later. */
const DNS_TIMEOUT_MS = 1_500;

export async function startReading(deps: ReadingDeps): Promise<RunningService> {
  const { store, config, clock, log } = deps;
  return inOrder(async (add) => {
    const liveWork = createLiveWork();
    const queue = await openQueue({ databaseUrl: store.databaseUrl, redisUrl: config.REDIS_URL, log });
    add(() => queue.close());
    const resolveTxt = createResolveTxt({ servers: config.DNS_SERVERS ?? [], timeoutMs: DNS_TIMEOUT_MS, clock });
    const classifier = await startClassifier({
      db: store.db,
      databaseUrl: store.databaseUrl,
      redisUrl: config.REDIS_URL,
      vault: store.vault,
      llm: endpointOf(config),
      verify: (input) => verifyMessage({ resolveTxt, findKeys: (names) => findDkimKeys(store.db, names) }, input),
      stamping: deps.mailboxes ? createStamping({ ...store, log: log.child({ part: 'anchor' }), config }) : undefined,
      metrics: deps.metrics,
      liveWork,
      clock,
      log: log.child({ part: 'classifier' }),
    });
    add(() => classifier.stop());
    const publishClassify = queue.publishClassify.bind(queue);
    const countOpenJobs = queue.countOpen.bind(queue);
    const base = {
      db: store.db,
      databaseUrl: store.databaseUrl,
      publishClassify,
      countOpenJobs,
      clock,
      log: log.child({ part: 'poller' }),
    };
    const source = deps.mailboxes
      ? await startPoller({
          ...base,
          vault: store.vault,
          allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
          oauth: oauthClients(config),
          watchFolders: watchFoldersOf(config),
          metrics: deps.metrics,
          liveWork,
        })
      : await startRelay({ ...base, timing: DEFAULT_TIMING });
    add(() => source.stop());
  });
}
