// What a failed session means for the mailbox: try again and when, or stop and ask the person. Pure; the table of failed logins stands in
// packages/imap. Stopping a healthy mailbox and hammering a server are both worse than waiting.
import { CONNECT_CODES, type FailureKind } from '@quittance/imap/classify-login-failure';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { backoffMs, BUSY_BACKOFF, NETWORK_BACKOFF, STABLE_MS } from './backoff.ts';

/** What is remembered of a mailbox between its sessions. */
export interface FailureHistory {
  /** In a row, without a stable session in between. */
  readonly failures: number;
  readonly credentialRefusals: number;
  readonly unknownRefusals: number;
}
export const NO_FAILURES: FailureHistory = { failures: 0, credentialRefusals: 0, unknownRefusals: 0 };

export interface FailureVerdict {
  readonly action: 'retry' | 'stop';
  readonly delayMs: number;
  readonly problem: { readonly code: string; readonly text: string };
  /** Unreadable for so long, the person is warned. */
  readonly warnAfterMs: number;
  readonly history: FailureHistory;
}

const SECOND_CREDENTIAL_TRY_MS = 10 * 60_000;
const UNKNOWN_TRIES_MS = [5 * 60_000, 15 * 60_000, 60 * 60_000] as const;
const WARN_MS = 15 * 60_000;
const WARN_BUSY_MS = 60 * 60_000;

export function judgeFailure(
  error: unknown,
  session: { livedMs: number; loggedIn: boolean },
  before: FailureHistory,
  random: number,
): FailureVerdict {
  // A login that worked clears what was said about the password.
  const known = session.loggedIn ? { ...before, credentialRefusals: 0, unknownRefusals: 0 } : before;
  const stable = session.livedMs >= STABLE_MS;
  const failures = stable ? 1 : known.failures + 1;
  const history = { ...known, failures };
  if (!(error instanceof TransientError || error instanceof PermanentError)) {
    // A bug, or our own database is away (then this can't be written either): nothing that stays unseen.
    const problem = { code: 'internal_error', text: error instanceof Error ? error.message : String(error) };
    return retry({ delayMs: backoffMs(NETWORK_BACKOFF, failures, random), problem, warnAfterMs: WARN_MS, history });
  }
  const problem = { code: error.code, text: error.message };
  const retryAfterMs = error instanceof TransientError ? (error.retryAfterMs ?? 0) : 0;
  switch (kindOf(error.code)) {
    case 'credential':
      return credential(problem, { ...history, credentialRefusals: history.credentialRefusals + 1 });
    case 'policy':
      return stop(problem, history);
    case 'unknown':
      return unknown(problem, { ...history, unknownRefusals: history.unknownRefusals + 1 });
    case 'busy': {
      const delayMs = Math.max(retryAfterMs, backoffMs(BUSY_BACKOFF, failures, random));
      return retry({ delayMs, problem, warnAfterMs: WARN_BUSY_MS, history });
    }
    case 'setup': {
      const delayMs = backoffMs(NETWORK_BACKOFF, failures, random);
      return retry({ delayMs, problem, warnAfterMs: error.code === 'certificate_invalid' ? 0 : WARN_MS, history });
    }
    case 'network': {
      // A session that was stable and ended (Gmail ends them hourly) is taken up again at once.
      const delayMs = stable ? 0 : Math.max(retryAfterMs, backoffMs(NETWORK_BACKOFF, failures, random));
      return retry({ delayMs, problem, warnAfterMs: WARN_MS, history });
    }
  }
}

// Codes of commands after the login: a refusal or a vanished folder is like a busy network.
function kindOf(code: string): FailureKind {
  if (code === 'cannot_decrypt' || code === 'mailbox_removed') return 'policy';
  return (CONNECT_CODES as Record<string, FailureKind>)[code] ?? 'network';
}

// Servers lie once: the first refusal is tried again after ten minutes, the second one is believed.
function credential(problem: { code: string; text: string }, history: FailureHistory): FailureVerdict {
  if (history.credentialRefusals >= 2) return stop(problem, history);
  return retry({ delayMs: SECOND_CREDENTIAL_TRY_MS, problem, warnAfterMs: WARN_MS, history });
}

function unknown(problem: { code: string; text: string }, history: FailureHistory): FailureVerdict {
  const delayMs = UNKNOWN_TRIES_MS[history.unknownRefusals - 1];
  return delayMs === undefined ? stop(problem, history) : retry({ delayMs, problem, warnAfterMs: WARN_MS, history });
}

function stop(problem: { code: string; text: string }, history: FailureHistory): FailureVerdict {
  return { action: 'stop', delayMs: 0, problem, warnAfterMs: 0, history };
}

function retry(verdict: Omit<FailureVerdict, 'action'>): FailureVerdict {
  return { action: 'retry', ...verdict };
}
