// Alerts that no mail causes: dates that come near, confirmations that are overdue, charges that a backfill found. Goes through everybody's timeline as the hour strikes
// for them; several notifiers may do so at once, since the keys make each alert one.
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { localHour } from '@quittance/domain/zoned-time';
import { raiseLateCharges } from '@quittance/intake/raise-late-charges';
import { readAlertPreferences } from '@quittance/store/alert-preferences';
import { recordAlert } from '@quittance/store/alerts';
import { listClockSubjects, wasTold } from '@quittance/store/clock-subjects';
import type { Database, Queryable, Tx } from '@quittance/store/database';
import { readViewpoint } from '@quittance/store/hand';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { isLockTimeout } from '@quittance/store/pg-errors';
import { inTransaction, limitLockWait, lockForUser } from '@quittance/store/transaction';
import { clockAlerts } from '@quittance/timeline/clock-alerts';
import { doubtedKey } from '@quittance/timeline/doubted-key';
import type { Reminder } from '@quittance/timeline/reminders';

const PAGE = 200;
/** A message's outcome takes milliseconds. */
const LOCK_WAIT_MS = 1_000;

export interface RaiseDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
}

interface Person {
  readonly userId: string;
  readonly timeZone: string;
}

/**
 * @param since when it was last done: only those are looked at for whom a full hour struck after it.
 * @returns how many alerts are new. Stops between two people when `stopping` says so.
 */
export async function raiseClockAlerts(deps: RaiseDeps, stopping: () => boolean = () => false, since: Date | null = null): Promise<number> {
  const now = deps.clock.now();
  let raised = 0;
  let afterId: string | null = null;
  for (;;) {
    const people: Person[] = await listClockSubjects(deps.db, { afterId, limit: PAGE });
    for (const person of people) {
      if (stopping()) return raised;
      if (since && localHour(since, person.timeZone) === localHour(now, person.timeZone)) continue;
      raised += await raiseFor(deps, person);
    }
    afterId = people.at(-1)?.userId ?? null;
    if (people.length < PAGE) return raised;
  }
}

/** The same for one person. What is being changed for long, by an import or a rebuild, is looked at again an hour later: others wait for their alerts. */
export async function raiseFor({ db, clock, log }: RaiseDeps, person: Person): Promise<number> {
  const now = clock.now();
  const { userId } = person;
  try {
    let raised = 0;
    if ((await dueOf(db, person, now)).length > 0) {
      raised += await inTransaction(db, async (tx) => {
        await limitLockWait(tx, LOCK_WAIT_MS);
        // Reminders are known by their subscription's id: a merge that is under way gives another one, and renames only what it finds (rename-told.ts).
        await lockForUser(tx, 'outcome', userId);
        let told = 0;
        for (const one of await dueOf(tx, person, now)) told += await raise(tx, userId, one, now);
        return told;
      });
    }
    raised += await inTransaction(db, async (tx) => {
      await limitLockWait(tx, LOCK_WAIT_MS);
      return raiseLateCharges(tx, userId, now);
    });
    if (raised > 0) log.info({ userId, raised }, 'clock_alerts_raised');
    return raised;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    log.info({ userId }, 'clock_alerts_put_off');
    return 0;
  }
}

async function dueOf(db: Queryable, { userId, timeZone }: Person, now: Date): Promise<Reminder[]> {
  const preferences = await readAlertPreferences(db, userId);
  const { country, setAside } = await readViewpoint(db, userId, now);
  return (await listSubscriptions(db, userId)).flatMap((one) => clockAlerts(one, { now, timeZone, preferences, country, setAside }));
}

async function raise(tx: Tx, userId: string, { alert, unlessTold, toldSince, toldDay }: Reminder, now: Date): Promise<number> {
  // Asked about a mail that was read with doubt, the person heard of the date all the same.
  const keys = unlessTold.flatMap((key) => [key, doubtedKey(key)]);
  if (await wasTold(tx, userId, keys, toldSince, toldDay)) return 0;
  return (await recordAlert(tx, userId, alert, now.toISOString())) ? 1 : 0;
}
