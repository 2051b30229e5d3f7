// Time stamping as a process uses it, made once from its configuration: whom a person may agree to, the daily turn, and a stamp before a dossier.
import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { resolveOutbound } from '@quittance/runtime/outbound';
import type { Database } from '@quittance/store/database';
import type { CheckToken } from '@quittance/store/fsck-anchor';
import type { Vault } from '@quittance/vault/vault';
import { anchorDaily } from './anchor-daily.ts';
import { offeredAuthorities, type Authority } from './authorities.ts';
import { TOKEN_TIMEOUT_MS } from './request-token.ts';
import { stampNow, type StampNowDeps } from './stamp-now.ts';
import { TokenError, verifyToken } from './verify-token.ts';

export interface StampingOptions {
  readonly db: Database;
  readonly vault: Pick<Vault, 'derive'>;
  readonly log: Log;
  readonly config: {
    readonly TSA_URLS?: readonly string[] | undefined;
    readonly TSA_CA_FILE?: string | undefined;
    readonly ALLOW_PRIVATE_HOSTS: readonly string[];
  };
  /** For tests. */
  readonly now?: () => Date;
}

export interface Stamping {
  readonly offered: readonly Authority[];
  /** Once a minute: anchors when it is due, asks whoever is to be asked. Returns the number of new tokens. */
  daily(): Promise<number>;
  /** Whether all of the person's log is time-stamped in the end. */
  stampNow(userId: string, waitMs?: number): Promise<boolean>;
}

/** @throws PermanentError `bad_configuration` for a TSA_CA_FILE that holds no certificates. */
export function createStamping({ db, vault, log, config, now = () => new Date() }: StampingOptions): Stamping {
  const offered = offeredAuthorities(config.TSA_URLS);
  const deps: StampNowDeps = {
    db,
    vault,
    log,
    // A token's time is real, also where the clock is fixed for read-outs.
    clock: { now },
    offered: offered.map(({ url }) => url),
    roots: readRoots(config.TSA_CA_FILE),
    resolveHost: (host) => resolveOutbound(host, { allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS }),
    timeoutMs: TOKEN_TIMEOUT_MS,
  };
  return { offered, daily: () => anchorDaily(deps), stampNow: (userId, waitMs) => stampNow(deps, userId, waitMs) };
}

/** A token that was kept is verified by the root that it was kept with; whether that root is to be trusted was asked then. */
export const checkToken: CheckToken = (token, data, { genAt, root }) => {
  try {
    const verified = verifyToken(token, { data, roots: [root], onlyRoots: true });
    return verified.genAt === genAt && verified.root === root ? null : `it states ${verified.genAt}`;
  } catch (error) {
    if (error instanceof TokenError) return error.message;
    throw error;
  }
};

function readRoots(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    const found = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (found.length === 0) throw new Error('it holds no certificates');
    return found.map((pem) => new X509Certificate(pem).toString());
  } catch (cause) {
    throw new PermanentError('bad_configuration', `TSA_CA_FILE=${file}: ${(cause as Error).message}`, { cause });
  }
}
