// The clock pass over real rows: reminders in the day of the person, once each whatever is restarted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { DEFAULT_ALERT_PREFERENCES } from '@quittance/domain/alert-preferences';
import { silentLog } from '@quittance/domain/log';
import { saveAlertPreferences } from '@quittance/store/alert-preferences';
import { listAlerts, recordAlert } from '@quittance/store/alerts';
import { addChannel } from '@quittance/store/channels';
import { listDeliveries } from '@quittance/store/deliveries';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { ev } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { createVault, newKey } from '@quittance/vault/vault';
import { raiseClockAlerts } from './raise-clock-alerts.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const raiseAt = (at: string, since?: string) =>
  raiseClockAlerts({ db: test.db, clock: { now: () => new Date(at) }, log: silentLog }, () => false, since ? new Date(since) : null);

async function personWith(timeZone: string, line: Parameters<typeof ev>[2]) {
  await test.db.deleteFrom('app_user').execute();
  const [subscription] = foldMerchant([ev('renewal_notice', '2026-05-20', line)], []).subscriptions;
  const user = await test.db.insertInto('app_user').values({ time_zone: timeZone }).returning('id').executeTakeFirstOrThrow();
  await test.db
    .insertInto('subscription')
    .values({
      id: subscription!.id,
      user_id: user.id,
      merchant_id: subscription!.merchant.id,
      state: JSON.stringify(subscription),
      event_ids: subscription!.eventIds,
      last_event_at: subscription!.lastEventAt,
    })
    .execute();
  return { userId: user.id, subscriptionId: subscription!.id };
}

const yearly = { price: '119.00 EUR', period: 'P1Y', noticePeriod: 'P14D', renewsOn: '2026-06-20' };

it.each(['', ':probable'])(
  'raises a reminder once, at nine where the person is, and not right after the notice itself%s',
  async (doubt) => {
    const { userId, subscriptionId } = await personWith('Pacific/Auckland', yearly);
    // The deadline is 6 June; nine o'clock a week before it is 29 May, 21:00 UTC in Auckland.
    expect(await raiseAt('2026-05-29T20:59:59Z')).toBe(0);
    const data = { ...EMPTY_ALERT_DATA, cancel_by: '2026-06-06' };
    const told = { kind: 'renewal_notice' as const, dedupeKey: `renewal_notice:${subscriptionId}:2026-06-20${doubt}`, data };
    await inTransaction(test.db, (tx) => recordAlert(tx, userId, { ...told, dueAt: '2026-05-28T12:00:00.000Z' }));
    expect(await raiseAt('2026-05-29T21:00:00Z')).toBe(0);
    expect(await raiseAt('2026-06-03T00:00:00Z')).toBe(0);
    expect(await raiseAt('2026-06-04T21:00:00Z')).toBe(1);
    expect(await raiseAt('2026-06-04T22:00:00Z')).toBe(0);
    const [alert] = await listAlerts(test.db, userId, { limit: 1 });
    expect(alert).toMatchObject({
      kind: 'cancel_by',
      dueAt: '2026-06-04T21:00:00.000Z',
      data: { cancel_by: '2026-06-06', renews_on: '2026-06-20', merchant: 'Streamly', reason: 'reminder' },
    });
  },
);

it.each(['2026-06-07', null])('raises it right after a notice that named a later day to cancel, or none: %s', async (day) => {
  const { userId, subscriptionId } = await personWith('Europe/Paris', yearly);
  const told = { kind: 'renewal_notice' as const, dedupeKey: `renewal_notice:${subscriptionId}:2026-06-20` };
  const data = { ...EMPTY_ALERT_DATA, cancel_by: day };
  await inTransaction(test.db, (tx) => recordAlert(tx, userId, { ...told, data, dueAt: '2026-05-29T12:00:00.000Z' }));
  expect(await raiseAt('2026-05-30T07:00:00Z')).toBe(1);
});

it('reminds of the day to cancel that the mail names, not of a month’s notice before the renewal', async () => {
  const { userId } = await personWith('Europe/Paris', { price: '9.99 EUR', period: 'P1M', renewsOn: '2026-06-20', cancelBy: '2026-06-12' });
  expect(await raiseAt('2026-06-11T06:59:59Z', '2026-06-11T06:30:00Z')).toBe(0);
  expect(await raiseAt('2026-06-11T07:00:00Z', '2026-06-11T06:59:59Z')).toBe(1);
  const [alert] = await listAlerts(test.db, userId, { limit: 1 });
  expect(alert).toMatchObject({ kind: 'cancel_by', data: { cancel_by: '2026-06-12', renews_on: '2026-06-20' } });
});

it('raises each lead once, from several notifiers at once and from one that starts again every hour', async () => {
  const { userId } = await personWith('Europe/Paris', yearly);
  let raised = 0;
  for (let hour = 0; hour < 14 * 24; hour += 1) {
    const at = new Date(Date.parse('2026-05-25T00:00:00Z') + hour * 3_600_000).toISOString();
    const counts = hour % 24 === 7 ? await Promise.all([raiseAt(at), raiseAt(at), raiseAt(at)]) : [await raiseAt(at)];
    raised += counts.reduce((sum, count) => sum + count, 0);
  }
  expect(raised).toBe(2);
  const alerts = await listAlerts(test.db, userId, { limit: 10 });
  expect(alerts.map((alert) => alert.createdAt)).toEqual(['2026-06-05T07:00:00.000Z', '2026-05-30T07:00:00.000Z']);
});

it('looks at a person when the hour strikes for them, and at everybody after a long sleep', async () => {
  await personWith('Asia/Kathmandu', yearly);
  // 09:00 in Kathmandu is 03:15 UTC.
  expect(await raiseAt('2026-05-30T03:00:00Z', '2026-05-30T02:45:00Z')).toBe(0);
  expect(await raiseAt('2026-05-30T03:14:00Z', '2026-05-30T03:00:00Z')).toBe(0);
  expect(await raiseAt('2026-05-30T03:15:00Z', '2026-05-30T03:00:00Z')).toBe(1);
  await personWith('Asia/Kathmandu', yearly);
  expect(await raiseAt('2026-05-30T03:25:00Z', '2026-05-30T03:20:00Z')).toBe(0);
  expect(await raiseAt('2026-05-30T03:25:00Z', '2026-05-29T20:00:00Z')).toBe(1);
});

it('writes an alert of a kind that the person keeps to the page, and delivers it nowhere', async () => {
  const { userId } = await personWith('UTC', yearly);
  const at = '2026-05-01T00:00:00.000Z';
  await inTransaction(test.db, async (tx) => {
    await addChannel(tx, createVault(newKey()), userId, { kind: 'email', target: 'ada@example.org' }, at);
    await saveAlertPreferences(tx, userId, { ...DEFAULT_ALERT_PREFERENCES, mutedKinds: ['cancel_by'] }, at);
  });
  expect(await raiseAt('2026-05-30T09:00:00Z')).toBe(1);
  const [alert] = await listAlerts(test.db, userId, { limit: 1 });
  expect(await listDeliveries(test.db, userId, [alert!.id])).toEqual([]);
  const other = { kind: 'price_change' as const, dedupeKey: 'p', dueAt: at, data: EMPTY_ALERT_DATA };
  await inTransaction(test.db, (tx) => recordAlert(tx, userId, other));
  const heard = (await listAlerts(test.db, userId, { limit: 5 })).find((one) => one.kind === 'price_change');
  expect(await listDeliveries(test.db, userId, [heard!.id])).toHaveLength(1);
});
