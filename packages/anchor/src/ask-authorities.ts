// Asks the authorities whose turn it is. Each answer is verified and recorded, each failure noted for the page and tried again later; none keeps
// another waiting, and none is anybody's error here.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import type { Database } from '@quittance/store/database';
import {
  claimRequests,
  dropRequests,
  listAgreedAuthorities,
  recordFailure,
  recordToken,
  type StampRequest,
} from '@quittance/store/time-stamps';
import { requestToken, type RequestDeps } from './request-token.ts';
import { TokenError } from './verify-token.ts';

export interface AskDeps extends RequestDeps {
  readonly db: Database;
  readonly log: Log;
  /** Addresses that may be asked at all, by the configuration. */
  readonly offered: readonly string[];
}

const MINUTE = 60_000;
/** After the first failure, the second, …; the last one again and again, until a newer head takes the place. */
const RETRY_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 3 * 60 * MINUTE, 6 * 60 * MINUTE];
const HOLD_MS = 2 * MINUTE;

/** Those that a person agreed to and that the configuration still offers. */
export async function allowedAuthorities(db: Database, offered: readonly string[]): Promise<string[]> {
  return (await listAgreedAuthorities(db)).filter((authority) => offered.includes(authority));
}

/** @returns how many tokens were recorded. */
export async function askAuthorities(deps: AskDeps): Promise<number> {
  await dropRequests(deps.db, await allowedAuthorities(deps.db, deps.offered));
  const due = await claimRequests(deps.db, deps.clock.now(), HOLD_MS);
  const answers = await Promise.all(due.map((request) => ask(deps, request)));
  return answers.filter(Boolean).length;
}

async function ask(deps: AskDeps, request: StampRequest): Promise<boolean> {
  try {
    const token = await requestToken(deps, request.authority, Buffer.from(request.note));
    await recordToken(deps.db, request, token, deps.clock.now());
    deps.log.info({ authority: request.authority, anchorSize: request.anchorSize }, 'time_stamped');
    return true;
  } catch (error) {
    if (!(error instanceof TokenError || error instanceof TransientError || error instanceof PermanentError)) throw error;
    const now = deps.clock.now();
    const nextTryAt = new Date(now.getTime() + RETRY_MS[Math.min(request.attempts, RETRY_MS.length) - 1]!);
    await recordFailure(deps.db, request, { code: error.code, text: error.message, at: now, nextTryAt });
    deps.log.warn({ authority: request.authority, code: error.code }, 'time_stamp_failed');
    return false;
  }
}
