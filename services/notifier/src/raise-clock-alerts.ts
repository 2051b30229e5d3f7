// Alerts that no mail causes: deadlines that come near, confirmations that are overdue. Goes through everybody's timeline now and then;
// several notifiers may do so at once, since the keys make each alert one.
import { civilDateOf } from '@quittance/domain/civil-date';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { recordAlert } from '@quittance/store/alerts';
import { listClockSubjects, wasTold } from '@quittance/store/clock-subjects';
import type { Database } from '@quittance/store/database';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { clockAlerts, type ClockAlert } from '@quittance/timeline/clock-alerts';

const PAGE = 200;
const DAY_MS = 86_400_000;

interface RaiseDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
}

/** @returns how many alerts are new. Stops between two people when `stopping` says so. */
export async function raiseClockAlerts(deps: RaiseDeps, stopping: () => boolean = () => false): Promise<number> {
  let raised = 0;
  let afterId: string | null = null;
  for (;;) {
    const people: { userId: string; timeZone: string }[] = await listClockSubjects(deps.db, { afterId, limit: PAGE });
    for (const { userId, timeZone } of people) {
      if (stopping()) return raised;
      raised += await raiseFor(deps, userId, timeZone);
    }
    afterId = people.at(-1)?.userId ?? null;
    if (people.length < PAGE) return raised;
  }
}

async function raiseFor({ db, clock, log }: RaiseDeps, userId: string, timeZone: string): Promise<number> {
  const now = clock.now();
  const due = (await listSubscriptions(db, userId)).flatMap((one) => clockAlerts(one, now, civilDateOf(now, timeZone)));
  let raised = 0;
  for (const one of due) raised += await raise(db, userId, one, now);
  if (raised > 0) log.info({ userId, raised }, 'clock_alerts_raised');
  return raised;
}

function raise(db: Database, userId: string, { alert, unlessTold, quietDays }: ClockAlert, now: Date): Promise<number> {
  const since = new Date(now.getTime() - quietDays * DAY_MS).toISOString();
  return inTransaction(db, async (tx) => {
    if (await wasTold(tx, userId, unlessTold, since)) return 0;
    return (await recordAlert(tx, userId, alert, now.toISOString())) ? 1 : 0;
  });
}
