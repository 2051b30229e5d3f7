// What a failed session means for the mailbox: try again and when, or stop and ask the person. Pure; the table of failed logins stands in
// packages/imap. Stopping a healthy mailbox and hammering a server are both worse than waiting.
import { failureKindOf, type FailureKind } from '@quittance/imap/classify-login-failure';
import { wasGreeted } from '@quittance/imap/connect-mailbox';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { DEFAULT_TIMING, type Timing } from './poller-deps.ts';
import { backoffMs, BUSY_BACKOFF, NETWORK_BACKOFF, STABLE_MS } from './backoff.ts';

/** What is remembered of a mailbox between its sessions. */
export interface FailureHistory {
  /** In a row, without a stable session in between. */
  readonly failures: number;
  readonly credentialRefusals: number;
  readonly unknownRefusals: number;
  /** Sessions that the server ended before they were stable, in a row. */
  readonly youngSessions: number;
}
export const NO_FAILURES: FailureHistory = { failures: 0, credentialRefusals: 0, unknownRefusals: 0, youngSessions: 0 };

export type Pace = Pick<Timing, 'credentialAgainMs' | 'calmMs' | 'networkMs' | 'busyMs'>;

export interface FailureVerdict {
  readonly action: 'retry' | 'stop';
  readonly delayMs: number;
  readonly problem: { readonly code: string; readonly text: string };
  /** The person is told at once, and not when it has lasted. */
  readonly warnNow: boolean;
  readonly history: FailureHistory;
}

const UNKNOWN_TRIES_MS = [5 * 60_000, 15 * 60_000, 60 * 60_000] as const;

export function judgeFailure(
  error: unknown,
  session: { livedMs: number; loggedIn: boolean },
  before: FailureHistory,
  random: number,
  pace: Pace = DEFAULT_TIMING,
): FailureVerdict {
  // A login that worked clears what was said about the password.
  const known = session.loggedIn ? { ...before, credentialRefusals: 0, unknownRefusals: 0 } : before;
  const stable = session.livedMs >= STABLE_MS;
  const failures = stable ? 1 : known.failures + 1;
  // Dropped right after the login, the connection never tells whether there was one.
  const wasDropped = session.loggedIn || (error instanceof TransientError && error.code === 'connection_lost' && wasGreeted(error));
  const youngSessions = stable ? 0 : known.youngSessions + (wasDropped ? 1 : 0);
  const history = { ...known, failures, youngSessions };
  const network = { ...NETWORK_BACKOFF, baseMs: pace.networkMs };
  const calmMs = youngSessions >= 2 ? pace.calmMs : 0;
  if (!(error instanceof TransientError || error instanceof PermanentError)) {
    // A bug, or our own database is away (then this can't be written either): nothing that stays unseen.
    const problem = { code: 'internal_error', text: error instanceof Error ? error.message : String(error) };
    return retry({ delayMs: Math.max(calmMs, backoffMs(network, failures, random)), problem, warnNow: false, history });
  }
  const problem = { code: error.code, text: error.message };
  const retryAfterMs = error instanceof TransientError ? (error.retryAfterMs ?? 0) : 0;
  switch (kindOf(error.code)) {
    case 'credential':
      return credential(problem, { ...history, credentialRefusals: history.credentialRefusals + 1 }, pace);
    case 'policy':
      return stop(problem, history);
    case 'unknown':
      return unknown(problem, { ...history, unknownRefusals: history.unknownRefusals + 1 });
    case 'busy': {
      const delayMs = Math.max(retryAfterMs, backoffMs({ ...BUSY_BACKOFF, baseMs: pace.busyMs }, failures, random));
      return retry({ delayMs, problem, warnNow: false, history });
    }
    case 'setup': {
      const delayMs = backoffMs(network, failures, random);
      return retry({ delayMs, problem, warnNow: error.code === 'certificate_invalid', history });
    }
    case 'network': {
      // A session that was stable and ended (Gmail ends them hourly) is taken up again at once.
      const delayMs = stable ? 0 : Math.max(retryAfterMs, calmMs, backoffMs(network, failures, random));
      return retry({ delayMs, problem, warnNow: false, history });
    }
  }
}

// Codes of commands after the login: a refusal or a vanished folder is like a busy network.
function kindOf(code: string): FailureKind {
  if (code === 'throttled') return 'busy';
  if (code === 'cannot_decrypt' || code === 'mailbox_removed') return 'policy';
  return failureKindOf(code) ?? 'network';
}

// Servers lie once: the first refusal is tried again after ten minutes, the second one is believed.
function credential(problem: { code: string; text: string }, history: FailureHistory, pace: Pace): FailureVerdict {
  if (history.credentialRefusals >= 2) return stop(problem, history);
  return retry({ delayMs: pace.credentialAgainMs, problem, warnNow: false, history });
}

function unknown(problem: { code: string; text: string }, history: FailureHistory): FailureVerdict {
  const delayMs = UNKNOWN_TRIES_MS[history.unknownRefusals - 1];
  return delayMs === undefined ? stop(problem, history) : retry({ delayMs, problem, warnNow: false, history });
}

function stop(problem: { code: string; text: string }, history: FailureHistory): FailureVerdict {
  return { action: 'stop', delayMs: 0, problem, warnNow: true, history };
}

function retry(verdict: Omit<FailureVerdict, 'action'>): FailureVerdict {
  return { action: 'retry', ...verdict };
}
