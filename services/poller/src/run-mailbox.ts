// Reads one mailbox for as long as its lease holds: sessions, and the waits between them.
import { TransientError } from '@quittance/domain/errors';
import { releaseLease, renewLease, type Lease } from '@quittance/store/leases';
import { getMailbox, type Mailbox, type PolledMailbox } from '@quittance/store/mailboxes';
import { judgeFailure, NO_FAILURES } from './failure-policy.ts';
import type { ProblemWatch } from './mailbox-problem.ts';
import { runSession } from './mailbox-session.ts';
import { restUntil } from './rest-until.ts';
import type { SessionDeps } from './poller-deps.ts';

/** Returns when `signal` says so, when the mailbox is stopped, or when the lease is lost. Never throws. */
export async function runMailbox(
  deps: SessionDeps,
  polled: PolledMailbox,
  lease: Lease,
  problems: ProblemWatch,
  signal: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  const both = AbortSignal.any([signal, lost.signal]);
  const renewing = setInterval(() => void renew(deps, lease, lost), deps.timing.leaseTtlMs / 3);
  try {
    await repeatSessions(deps, polled, lease, problems, both);
  } catch (error) {
    if (!both.aborted) deps.log.error({ mailboxId: polled.mailbox.id, err: error }, 'mailbox_abandoned');
  } finally {
    clearInterval(renewing);
    await releaseLease(deps.db, lease).catch(() => {}); // It runs out by itself.
  }
}

async function repeatSessions(
  deps: SessionDeps,
  polled: PolledMailbox,
  lease: Lease,
  problems: ProblemWatch,
  signal: AbortSignal,
): Promise<void> {
  let history = NO_FAILURES;
  while (!signal.aborted) {
    const startedAt = performance.now();
    let loggedIn = false;
    try {
      const target = { mailbox: await asOfNow(deps, polled.mailbox), fence: lease };
      await runSession(deps, polled, target, signal, {
        onLogin: () => (loggedIn = true),
        onChecked: () => void problems.recovered().catch((error: unknown) => deps.log.warn({ err: error }, 'alerts_not_cleared')),
      });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof TransientError && error.code === 'lease_lost') {
        deps.log.warn({ mailboxId: polled.mailbox.id }, 'lease_lost');
        return;
      }
      const verdict = judgeFailure(error, { livedMs: performance.now() - startedAt, loggedIn }, history, deps.random(), deps.timing);
      history = verdict.history;
      const code = verdict.problem.code;
      deps.metrics.failure(code);
      deps.log.warn({ mailboxId: polled.mailbox.id, code, action: verdict.action, delayMs: verdict.delayMs, err: error }, 'session_failed');
      await problems.failed(verdict);
      if (verdict.action === 'stop') return;
      await restUntil(verdict.delayMs, signal);
    }
  }
}

/** How far earlier sessions have come; settings stay those of this reader, which ends when they change. */
async function asOfNow({ db }: SessionDeps, mailbox: Mailbox): Promise<Mailbox> {
  const now = await getMailbox(db, mailbox.userId, mailbox.id);
  return now ? { ...mailbox, checkedAt: now.checkedAt, backfill: now.backfill } : mailbox;
}

async function renew(deps: SessionDeps, lease: Lease, lost: AbortController): Promise<void> {
  try {
    if (!(await renewLease(deps.db, lease, deps.timing.leaseTtlMs)))
      lost.abort(new TransientError('lease_lost', 'another poller took over'));
  } catch (error) {
    // The database is away; commits are fenced, so nothing can go wrong before the next try.
    deps.log.warn({ mailboxId: lease.mailboxId, err: error }, 'lease_not_renewed');
  }
}
