// Watches the watchers: a poller says itself when a mailbox can't be read, but one that does not run says nothing. A mailbox that no poller holds for a
// quarter of an hour is told of as unreadable, once an outage, under the key that pollers use: the next one that reads it takes the alert back.
// Time counts only while this process is awake.
import { EMPTY_ALERT_DATA, unreadableKey } from '@quittance/domain/alert';
import { toInstant, type Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { RunningService } from '@quittance/domain/service';
import { recordAlert } from '@quittance/store/alerts';
import type { Database } from '@quittance/store/database';
import { recordMailboxProblem } from '@quittance/store/mailbox-health';
import { inTransaction } from '@quittance/store/transaction';
import { listUnwatchedMailboxes, type UnwatchedMailbox } from '@quittance/store/unwatched-mailboxes';

export interface PollerWatchDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PollerWatch {
  /** Called regularly. @returns how many alerts were raised. */
  tick(elapsedMs: number): Promise<number>;
}

const TICK_MS = 30_000;
const UNREAD_MS = 15 * 60_000;
/** A longer pause between two ticks is sleep, not waiting. */
const TICK_MS_MAX = 60_000;

export function watchPollers(deps: PollerWatchDeps): RunningService {
  const watch = createPollerWatch(deps);
  let before = performance.now();
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    const now = performance.now();
    const elapsedMs = now - before;
    before = now;
    running = running.then(() => watch.tick(elapsedMs)).catch((error: unknown) => deps.log.warn({ err: error }, 'pollers_not_watched'));
  }, TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

export function createPollerWatch(deps: PollerWatchDeps): PollerWatch {
  const unwatchedMs = new Map<string, number>();
  const told = new Set<string>();

  return {
    async tick(elapsedMs) {
      const unwatched = await listUnwatchedMailboxes(deps.db);
      const ids = new Set(unwatched.map(({ id }) => id));
      for (const id of unwatchedMs.keys()) if (!ids.has(id)) unwatchedMs.delete(id);
      for (const id of told) if (!ids.has(id)) told.delete(id);
      let raised = 0;
      for (const mailbox of unwatched) {
        const before = unwatchedMs.get(mailbox.id);
        // When it was first missed nobody knows how long it had been.
        const ms = before === undefined ? 0 : before + Math.min(elapsedMs, TICK_MS_MAX);
        unwatchedMs.set(mailbox.id, ms);
        if (ms < UNREAD_MS || told.has(mailbox.id)) continue;
        if (await tell(deps, mailbox)) raised += 1;
        told.add(mailbox.id);
      }
      return raised;
    },
  };
}

async function tell(deps: PollerWatchDeps, { id, userId, address }: UnwatchedMailbox): Promise<boolean> {
  const at = toInstant(deps.clock.now());
  return inTransaction(deps.db, async (tx) => {
    const since = await recordMailboxProblem(tx, { mailboxId: id, userId, code: 'not_checked', text: '', at, stop: false });
    if (since === null) return false;
    deps.log.error({ mailboxId: id }, 'no_poller_reads_mailbox');
    const data = { ...EMPTY_ALERT_DATA, mailbox: address, reason: 'not_checked' };
    return recordAlert(tx, userId, { kind: 'mailbox_unreadable', dedupeKey: `${unreadableKey(id)}${since}`, dueAt: at, data }, at);
  });
}
