// Before anything is claimed: what is due for people with quiet hours or a digest is let go, held, or gathered. A person's preferences are
// locked meanwhile, so that two notifiers make one digest and a wish just saved counts.
import { lockAlertPreferences, readAlertPreferences } from '@quittance/store/alert-preferences';
import type { Queryable } from '@quittance/store/database';
import {
  gatherDigest,
  holdUntil,
  latestDigests,
  letGo,
  listPeopleToSteer,
  listToSteer,
  type SteeredDelivery,
} from '@quittance/store/digests';
import { inTransaction } from '@quittance/store/transaction';
import type { AlertPreferences } from '@quittance/domain/alert-preferences';
import { planDelivery, type Plan } from './plan-delivery.ts';
import { raiseFor, type RaiseDeps } from './raise-clock-alerts.ts';

const PAGE = 200;

export async function steerDeliveries(deps: RaiseDeps, stopping: () => boolean): Promise<void> {
  const now = deps.clock.now();
  let afterId: string | null = null;
  for (;;) {
    const people: Person[] = await listPeopleToSteer(deps.db, { now: now.toISOString(), afterId, limit: PAGE });
    for (const person of people) {
      if (stopping()) return;
      await steerPerson(deps, person, now);
    }
    afterId = people.at(-1)?.userId ?? null;
    if (people.length < PAGE) return;
  }
}

interface Person {
  readonly userId: string;
  readonly timeZone: string;
}

type Planned = SteeredDelivery & { readonly plan: Plan };

async function steerPerson(deps: RaiseDeps, person: Person, now: Date): Promise<void> {
  const { userId } = person;
  const before = await planAll(deps.db, person, await readAlertPreferences(deps.db, userId), now);
  // Reminders come due when digests do: they belong into the one that is about to be made.
  if (before.some(({ plan }) => plan.kind === 'gather')) await raiseFor(deps, person);
  await inTransaction(deps.db, async (tx) => {
    const planned = await planAll(tx, person, await lockAlertPreferences(tx, userId), now);
    await letGo(
      tx,
      planned.filter(({ plan }) => plan.kind === 'go').map(({ id }) => id),
    );
    for (const { id, plan } of planned) if (plan.kind === 'wait') await holdUntil(tx, id, plan.hold, plan.until.toISOString());
    const gathered = planned.flatMap((one) => (one.plan.kind === 'gather' ? [{ ...one, at: one.plan.digestAt.toISOString() }] : []));
    for (const [channelId, own] of Map.groupBy(gathered, (one) => one.channelId)) {
      const deliveryIds = own.map(({ id }) => id);
      await gatherDigest(tx, userId, { channelId, at: own[0]!.at, now: now.toISOString(), deliveryIds });
    }
  });
}

async function planAll(db: Queryable, { userId, timeZone }: Person, preferences: AlertPreferences, now: Date): Promise<Planned[]> {
  const due = await listToSteer(db, userId, now.toISOString());
  const latest = await latestDigests(db, userId);
  return due.map((delivery) => ({
    ...delivery,
    plan: planDelivery({ ...delivery, preferences, timeZone, now, latestDigest: latest.get(delivery.channelId) ?? null }),
  }));
}
