// Makes a mailbox that can't be read visible: on its page at once, as an alert when it lasts. Time counts only while this process is awake:
// a laptop that wakes from sleep has missed nothing it could have known.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { toInstant, type Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { recordAlert } from '@quittance/store/alerts';
import type { Database, Tx } from '@quittance/store/database';
import { recordMailboxProblem } from '@quittance/store/mailbox-health';
import type { Mailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import type { FailureVerdict } from './failure-policy.ts';

export interface ProblemWatch {
  failed(verdict: FailureVerdict): Promise<void>;
  recovered(): void;
  /** Called regularly; warns when the time has come. */
  tick(elapsedMs: number): Promise<void>;
}

export interface ProblemDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** A longer pause between two ticks is sleep, not waiting. */
const TICK_MS_MAX = 30_000;

export function createProblemWatch(deps: ProblemDeps, mailbox: Mailbox): ProblemWatch {
  let problem: { code: string; since: string; warnAfterMs: number } | null = null;
  let unreadableMs = 0;
  let warned = false;

  async function warnIfDue(tx: Tx): Promise<void> {
    if (!problem || warned || unreadableMs < problem.warnAfterMs) return;
    const now = toInstant(deps.clock.now());
    const alert: NewAlert = {
      kind: 'mailbox_unreadable',
      // One alert an outage, whichever process notices it.
      dedupeKey: `mailbox_unreadable:${mailbox.id}:${problem.since}`,
      dueAt: now,
      data: { ...EMPTY_ALERT_DATA, mailbox: mailbox.address, reason: problem.code },
    };
    await recordAlert(tx, mailbox.userId, alert, now);
    warned = true;
  }

  return {
    async failed(verdict) {
      const { code, text } = verdict.problem;
      const at = toInstant(deps.clock.now());
      const stop = verdict.action === 'stop';
      // A mailbox that is stopped and a person who is told of it go together: nobody else would tell.
      await inTransaction(deps.db, async (tx) => {
        const since = await recordMailboxProblem(tx, { mailboxId: mailbox.id, userId: mailbox.userId, code, text, at, stop });
        if (since === null) return; // Removed or stopped meanwhile: nobody waits for it.
        problem = { code, since, warnAfterMs: verdict.warnAfterMs };
        await warnIfDue(tx);
      });
    },
    recovered() {
      problem = null;
      unreadableMs = 0;
      warned = false;
    },
    async tick(elapsedMs) {
      if (!problem || warned) return;
      unreadableMs += Math.min(elapsedMs, TICK_MS_MAX);
      if (unreadableMs >= problem.warnAfterMs) await inTransaction(deps.db, warnIfDue);
    },
  };
}
