import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { silentLog } from '@quittance/domain/log';
import { listAlerts, recordAlert } from '@quittance/store/alerts';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { ev } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { raiseClockAlerts } from './raise-clock-alerts.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('raises a deadline once, in the day of the person, and not right after the notice itself', async () => {
  const [subscription] = foldMerchant(
    [ev('renewal_notice', '2026-05-20', { price: '119.00 EUR', period: 'P1Y', noticePeriod: 'P14D', renewsOn: '2026-06-20' })],
    [],
  ).subscriptions;
  const user = await test.db.insertInto('app_user').values({ time_zone: 'Pacific/Auckland' }).returning('id').executeTakeFirstOrThrow();
  await test.db
    .insertInto('subscription')
    .values({
      id: subscription!.id,
      user_id: user.id,
      merchant_id: subscription!.merchant.id,
      state: JSON.stringify(subscription),
      last_event_at: subscription!.lastEventAt,
    })
    .execute();
  const raiseAt = (at: string) => raiseClockAlerts({ db: test.db, clock: { now: () => new Date(at) }, log: silentLog });
  // The deadline is 6 June; a week before it begins at noon of 29 May UTC in Auckland.
  expect(await raiseAt('2026-05-29T11:00:00Z')).toBe(0);
  const told = `renewal_notice:${subscription!.id}:2026-06-20`;
  const recordNotice = { kind: 'renewal_notice' as const, dedupeKey: told, dueAt: '2026-05-29T12:00:00.000Z', data: EMPTY_ALERT_DATA };
  await inTransaction(test.db, (tx) => recordAlert(tx, user.id, recordNotice));
  expect(await raiseAt('2026-05-29T13:00:00Z')).toBe(0);
  expect(await raiseAt('2026-06-04T00:00:00Z')).toBe(1);
  expect(await raiseAt('2026-06-04T01:00:00Z')).toBe(0);
  const [alert] = await listAlerts(test.db, user.id, { limit: 1 });
  expect(alert).toMatchObject({ kind: 'cancel_by', data: { cancel_by: '2026-06-06', renews_on: '2026-06-20', merchant: 'Streamly' } });
});
