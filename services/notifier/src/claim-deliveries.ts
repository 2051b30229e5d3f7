// Takes what is due and may go, and delivers it, a few at a time, until nothing is due. Several notifiers may run at once.
import { claimDeliveries } from '@quittance/store/deliveries';
import { deliverAlert, type DeliverDeps } from './deliver-alert.ts';
import { steerDeliveries } from './steer-deliveries.ts';

/** Longer than any attempt may take, or a slow one would be taken over while it still runs. */
export const LEASE_MS = 60_000;
const AT_ONCE = 8;

/** @returns how many attempts were made. Stops early when `stopping` says so. */
export async function deliverDue(deps: DeliverDeps, stopping: () => boolean = () => false): Promise<number> {
  let attempts = 0;
  while (!stopping()) {
    await steerDeliveries(deps, stopping);
    deps.reached?.('due');
    const claimed = await claimDeliveries(deps.db, { now: deps.clock.now(), leaseMs: LEASE_MS, limit: AT_ONCE });
    if (claimed.length === 0) break;
    attempts += claimed.length;
    const results = await Promise.allSettled(claimed.map((delivery) => deliverAlert(deps, delivery)));
    const broken = results.find((result) => result.status === 'rejected');
    // The database is gone: the claims run out by themselves.
    if (broken) throw broken.reason;
  }
  return attempts;
}
