// Sends a test alert through the notifier (the running instance's, or one of our own for the moment) and waits for what became of it.
import { PermanentError } from '@quittance/domain/errors';
import { systemClock, toInstant } from '@quittance/domain/instant';
import { createMetrics } from '@quittance/runtime/metrics';
import type { AlertChannel } from '@quittance/store/channels';
import { getDelivery, queueTestDelivery } from '@quittance/store/deliveries';
import { findInstanceUrl } from '@quittance/store/instance-lock';
import { asUser } from '@quittance/store/transaction';
import type { Context } from './context.ts';
import { waitFor } from './wait-for.ts';

const TIMEOUT_MS = 30_000;

/** null when it arrived, else why not. */
export async function deliverTest(context: Context, channel: AlertChannel): Promise<{ code: string; text: string } | null> {
  const store = await context.store();
  const { db } = store;
  const { userId, id } = channel;
  const deliveryId = await asUser(db, userId, (tx) => queueTestDelivery(tx, userId, id, toInstant(new Date())));
  if (deliveryId === null) throw new PermanentError('not_found', `the channel ${channel.target} was removed.`);
  if ((await findInstanceUrl(db)) === null) {
    const { startNotifying } = await import('@quittance/standalone/start-notifying');
    const notifier = await startNotifying({
      store,
      config: context.config,
      publicUrl: context.config.PUBLIC_URL,
      clock: systemClock,
      log: context.log,
      metrics: createMetrics(),
    });
    context.onEnd('notifier', () => notifier.stop());
  }
  // The first answer counts: a receiver that is down would be tried again for days.
  const delivery = await waitFor(TIMEOUT_MS, async () => {
    const found = await getDelivery(db, userId, deliveryId);
    return found && (found.state !== 'due' || found.problem !== null) ? found : null;
  });
  if (!delivery) return { code: 'timeout', text: '' };
  return delivery.state === 'delivered' ? null : (delivery.problem ?? { code: delivery.state, text: '' });
}
