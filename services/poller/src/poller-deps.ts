// What the poller's parts are given. One object, made in start.ts; nothing here reads the environment.
import type { LiveWork } from '@quittance/runtime/live-work';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { AccessTokens } from '@quittance/oauth/access-tokens';
import type { Database } from '@quittance/store/database';
import type { Fence } from '@quittance/store/leases';
import type { Mailbox } from '@quittance/store/mailboxes';
import type { Vault } from '@quittance/vault/vault';
import { BUSY_BACKOFF, NETWORK_BACKOFF } from './backoff.ts';
import type { Glancer } from './glancer.ts';
import type { LoginLimiter } from './login-limiter.ts';
import type { MailSource } from './mail-source.ts';
import type { TrafficMeter } from './traffic-meter.ts';
import type { PollerMetrics } from './metrics.ts';
import type { Relay } from './relay-outbox.ts';

export interface Timing {
  /** Longest wait in IDLE before the server is asked whether it is alive, and searched. */
  readonly heartbeatMs: number;
  /** The same on servers without IDLE. */
  readonly pollMs: number;
  /** A command that must be quick. */
  readonly answerMs: number;
  /** The live folder is opened anew this often, which tells of renumbering. */
  readonly reopenMs: number;
  /** Between two looks at the other folders. */
  readonly sweepMs: number;
  /** How long a second connection with nothing to do is kept. */
  readonly keepMs: number;
  /** The same, once it was needed for news in other folders: it will be needed again soon, and signs in seldom. */
  readonly inUseMs: number;
  /** Between two listings of the folders. */
  readonly relistMs: number;
  readonly leaseTtlMs: number;
  /** Between two looks for new mailboxes and free leases. */
  readonly superviseMs: number;
  readonly relayMs: number;
  /** After a refused password, before it is tried the second and last time. */
  readonly credentialAgainMs: number;
  /** Between logins, once two sessions in a row had ended young: a server that lets in and drops sees two logins in this time and no more. */
  readonly calmMs: number;
  /** The first wait after a failure of the network, and after a server that said it was busy; both grow. */
  readonly networkMs: number;
  readonly busyMs: number;
  /** What the second connection waits when the provider says that too much was read. */
  readonly throttledMs: number;
  /** Between two comparisons of a folder's whole list of UIDs with what is known. */
  readonly reconcileMs: number;
  /** A mailbox that was not read for so long is reported to the person. */
  readonly unreadableMs: number;
  /** Between two looks at watched folders. */
  readonly inletMs: number;
  /** Between two counts of what was seen of each mailbox. */
  readonly figuresMs: number;
  /** Published work without an outcome is published again after this. */
  readonly republishMs: number;
}

export const DEFAULT_TIMING: Timing = {
  heartbeatMs: 60_000,
  pollMs: 30_000,
  answerMs: 15_000,
  reopenMs: 5 * 60_000,
  sweepMs: 90_000,
  keepMs: 20_000,
  inUseMs: 10 * 60_000,
  relistMs: 3_600_000,
  leaseTtlMs: 30_000,
  superviseMs: 5_000,
  relayMs: 1_000,
  inletMs: 2_000,
  figuresMs: 60_000,
  republishMs: 10 * 60_000,
  credentialAgainMs: 10 * 60_000,
  calmMs: 120_000,
  networkMs: NETWORK_BACKOFF.baseMs,
  busyMs: BUSY_BACKOFF.baseMs,
  throttledMs: 3_600_000,
  reconcileMs: 24 * 3_600_000,
  unreadableMs: 15 * 60_000,
};

export interface ReadDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** The IMAP port; tests put a broken one in its place to show that they would notice. */
  readonly source: MailSource;
  readonly glancer: Glancer;
  /** Takes accepted live mail to the queue. */
  readonly handOver: Relay['handOver'];
  /** What history waits for. */
  readonly liveWork: LiveWork;
  readonly metrics: PollerMetrics;
  readonly timing: Timing;
}

export interface SessionDeps extends ReadDeps {
  readonly limiter: LoginLimiter;
  /** How much history may be downloaded a day from this host; Infinity where it does not matter. */
  readonly historyBytesADay: (host: string) => number;
  readonly traffic: TrafficMeter;
  readonly random: () => number;
  readonly resolveHost: (host: string) => Promise<readonly { address: string; family: number }[]>;
  /** Fresh OAuth tokens, one for each connection. */
  readonly accessTokens: AccessTokens;
  readonly tlsCa: string | undefined;
  /** Compresses on loopback too, where it only costs time. */
  readonly compressLoopback: boolean;
}

/** Whose folder is read, on whose lease. */
export interface ReadTarget {
  readonly mailbox: Mailbox;
  readonly fence: Fence;
}
