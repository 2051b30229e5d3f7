// Makes a mailbox that can't be read visible: on its page at once, as an alert when it lasts, whether something failed or merely nothing came.
// Time counts only while this process is awake, and from anew when it wakes: a laptop that was asleep has missed nothing it could have known, and its
// network comes back after it.
import { EMPTY_ALERT_DATA, unreadableKey, type NewAlert } from '@quittance/domain/alert';
import { toInstant, type Clock, type Instant } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { clearAlerts, recordAlert } from '@quittance/store/alerts';
import type { Database, Tx } from '@quittance/store/database';
import { recordMailboxProblem } from '@quittance/store/mailbox-health';
import type { Mailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import type { FailureVerdict } from './failure-policy.ts';
import type { Timing } from './poller-deps.ts';

export interface ProblemWatch {
  failed(verdict: FailureVerdict): Promise<void>;
  /** It was read: what was said of it is over, and an alert that was not sent yet is not sent. */
  recovered(): Promise<void>;
  /** Called regularly; warns when the time has come. @param elapsedMs since the last call, sleep included. */
  tick(elapsedMs: number): Promise<void>;
}

export interface ProblemDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: Pick<Timing, 'unreadableMs'>;
}

/** A longer pause between two ticks is sleep, not waiting. */
const TICK_MS_MAX = 30_000;
/** Nothing failed, and nothing was read either. */
const NOT_CHECKED = { code: 'not_checked', text: '' };

export function createProblemWatch(deps: ProblemDeps, mailbox: Mailbox): ProblemWatch {
  let problem: { code: string; since: string } | null = null;
  let unreadableMs = 0;
  let warned = false;
  /** An alert of an outage, of this process or an earlier one, may be open. */
  let mayBeOpen = true;

  async function record(found: { code: string; text: string }, stop: boolean, warnNow: boolean): Promise<void> {
    const at = toInstant(deps.clock.now());
    // A mailbox that is stopped and a person who is told of it go together: nobody else would tell.
    await inTransaction(deps.db, async (tx) => {
      const since = await recordMailboxProblem(tx, { mailboxId: mailbox.id, userId: mailbox.userId, ...found, at, stop });
      if (since === null) return; // Removed or stopped meanwhile: nobody waits for it.
      problem = { code: found.code, since };
      if (!warned && (warnNow || unreadableMs >= deps.timing.unreadableMs)) await warn(tx, problem, at);
    });
  }

  async function warn(tx: Tx, { code, since }: { code: string; since: string }, now: Instant): Promise<void> {
    const alert: NewAlert = {
      kind: 'mailbox_unreadable',
      // One alert an outage, whichever process notices it.
      dedupeKey: `${unreadableKey(mailbox.id)}${since}`,
      dueAt: now,
      data: { ...EMPTY_ALERT_DATA, mailbox: mailbox.address, reason: code },
    };
    await recordAlert(tx, mailbox.userId, alert, now);
    warned = true;
    mayBeOpen = true;
  }

  return {
    failed: (verdict) => record(verdict.problem, verdict.action === 'stop', verdict.warnNow),
    async recovered() {
      problem = null;
      unreadableMs = 0;
      warned = false;
      if (!mayBeOpen) return;
      mayBeOpen = false;
      await inTransaction(deps.db, (tx) => clearAlerts(tx, mailbox.userId, unreadableKey(mailbox.id), toInstant(deps.clock.now())));
    },
    async tick(elapsedMs) {
      unreadableMs = elapsedMs > TICK_MS_MAX ? 0 : unreadableMs + elapsedMs;
      if (warned || unreadableMs < deps.timing.unreadableMs) return;
      if (!problem) return record(NOT_CHECKED, false, true);
      const found = problem;
      await inTransaction(deps.db, (tx) => warn(tx, found, toInstant(deps.clock.now())));
    },
  };
}
