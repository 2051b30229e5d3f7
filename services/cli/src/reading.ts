// Makes sure that somebody reads: the instance that runs on this data, or parts of one inside this command until it ends.
import { createMetrics } from '@quittance/runtime/metrics';
import { findInstanceUrl } from '@quittance/store/instance-lock';
import { countOpenWork } from '@quittance/store/outbox';
import type { Context } from './context.ts';
import { waitFor } from './wait-for.ts';

export async function ensureReading(context: Context, options: { mailboxes: boolean }): Promise<void> {
  const store = await context.store();
  // Where a server's services run against this database, they do it; ours beside them is harmless, jobs are taken once.
  if ((await findInstanceUrl(store.db)) !== null) return;
  const { config, clock, log } = context;
  const { startReading } = await import('@quittance/standalone/start-reading');
  const reading = await startReading({ store, config, clock, log, metrics: createMetrics(), ...options });
  context.onEnd('reading', () => reading.stop());
}

/** Waits until every accepted message of the person has its outcome. */
export async function untilSettled(context: Context, userId: string, onOpen: (open: number) => void): Promise<void> {
  const { db } = await context.store();
  await waitFor(null, async () => {
    const open = await countOpenWork(db, userId);
    onOpen(open);
    return open === 0 ? true : null;
  });
}
