// The clocks look at a person's subscriptions while the person merges two of them: nobody is reminded twice of one date, whichever comes first.
import { silentLog } from '@quittance/domain/log';
import { listAlerts } from '@quittance/store/alerts';
import { insertOwnEvent } from '@quittance/store/own-event';
import { mergeSubscriptions } from '@quittance/store/own-hand';
import { listSubscriptions, refoldMerchants } from '@quittance/store/subscriptions';
import { asUser, inTransaction, lockForUser } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { until } from '@quittance/testing/poller';
import { createTestUser } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raiseClockAlerts } from './raise-clock-alerts.ts';

const AT = '2026-05-30T09:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const raise = (at = AT) => raiseClockAlerts({ db: database.db, clock: { now: () => new Date(at) }, log: silentLog });

async function started(userId: string, plan: string, renewsOn: string | null): Promise<string> {
  const merchant = { id: 'gym', name: 'Gym', domains: [] };
  const facts = {
    kind: 'signup',
    occurredAt: '2025-06-03T09:00:00.000Z',
    merchant,
    plan,
    period: 'P1Y',
    renewsOn,
    language: 'en',
    rule: null,
  } as const;
  const eventId = await inTransaction(database.db, async (tx) => {
    const id = await insertOwnEvent(tx, userId, facts, AT);
    await refoldMerchants(tx, fold, userId, ['gym']);
    return id;
  });
  return (await listSubscriptions(database.db, userId)).find(({ eventIds }) => eventIds.includes(eventId))!.id;
}

it('waits for a merge that is under way, and reminds of what stands after it', async () => {
  const userId = await createTestUser(database.db, 'merging@example.org');
  const [one, other] = [await started(userId, 'Pool', null), await started(userId, 'Sauna', '2026-06-03')];
  let raised: Promise<number> | undefined;
  await asUser(database.db, userId, async (tx) => {
    await mergeSubscriptions({ tx, fold, userId, at: AT }, { subscriptionId: one, otherId: other });
    let isDone = false;
    raised = raise().finally(() => {
      isDone = true;
    });
    // On a connection of its own, which sees neither the merge nor its new names yet.
    await until(async () => expect(isDone || (await isWaitingForLock())).toBe(true));
  });
  await raised;
  expect((await listSubscriptions(database.db, userId)).map(({ id }) => id)).toEqual([one]);
  await raise('2026-05-30T10:00:00.000Z');
  const told = (await listAlerts(database.db, userId, { limit: 10 })).map(({ data }) => [data.subscription_id, data.renews_on]);
  expect(told).toEqual([[one, '2026-06-03']]);
});

it('lets nobody else wait for a person whose timeline is being made anew', async () => {
  const [busy, other] = [await createTestUser(database.db, 'busy@example.org'), await createTestUser(database.db, 'other@example.org')];
  for (const userId of [busy, other]) await started(userId, 'Pool', '2026-06-03');
  const told = async (userId: string) => (await listAlerts(database.db, userId, { limit: 10 })).length;
  await inTransaction(database.db, async (tx) => {
    await lockForUser(tx, 'outcome', busy);
    await raise();
    expect([await told(busy), await told(other)]).toEqual([0, 1]);
  });
  await raise('2026-05-30T10:00:00.000Z');
  expect(await told(busy)).toBe(1);
});

async function isWaitingForLock(): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    database.db,
  );
  return rows.length > 0;
}
