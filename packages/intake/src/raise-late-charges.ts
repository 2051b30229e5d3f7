// Tells of charges after the end that can still be had back and were never told of. Done when an import is through, and as the hours strike: not
// with each batch of old mail, since the next one may hold the mail that says that the person wanted it.
import { toInstant } from '@quittance/domain/instant';
import { recordAlert } from '@quittance/store/alerts';
import type { Tx } from '@quittance/store/database';
import { listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { isReadingHistory } from '@quittance/store/mailboxes';
import { countOpenWork } from '@quittance/store/outbox';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { lockForUser } from '@quittance/store/transaction';
import { asOf } from '@quittance/timeline/as-of';
import { lateChargeAlerts, lateChargeEvents } from '@quittance/timeline/late-charge-alerts';

/** @returns how many alerts are new. */
export async function raiseLateCharges(tx: Tx, userId: string, now: Date): Promise<number> {
  if (await mayBeExplained(tx, userId)) return 0;
  // What is read here and told must not be erased in between.
  await lockForUser(tx, 'outcome', userId);
  const viewpoint = await readViewpoint(tx, userId, now);
  const subscriptions = (await listSubscriptions(tx, userId)).map((one) => asOf(one, viewpoint));
  const eventIds = lateChargeEvents(subscriptions);
  if (eventIds.length === 0) return 0;
  const events = new Map((await listEvents(tx, userId, { eventIds })).map((event) => [event.id, event]));
  let raised = 0;
  for (const alert of subscriptions.flatMap((one) => lateChargeAlerts(one, events, { now, today: viewpoint.today }))) {
    if (await recordAlert(tx, userId, alert, toInstant(now))) raised += 1;
  }
  return raised;
}

/** Whether mail is still to be read that may say that the person wanted to be charged again. */
export async function mayBeExplained(tx: Tx, userId: string): Promise<boolean> {
  return (await countOpenWork(tx, userId)) > 0 || (await isReadingHistory(tx, userId));
}
