import { expect, it } from 'vitest';
import { ev } from '@quittance/testing/events';
import { clockAlerts } from './clock-alerts.ts';
import { foldMerchant } from './fold-merchant.ts';

const yearly = { price: '119.00 EUR', period: 'P1Y', noticePeriod: 'P14D' };
const kindsOn = (events: Parameters<typeof foldMerchant>[0], today: string): string[] =>
  foldMerchant(events, []).subscriptions.flatMap((one) =>
    clockAlerts(one, new Date(`${today}T08:00:00Z`), today).map((due) => `${due.alert.dedupeKey.split(':')[0]} ${due.unlessTold.length}`),
  );

it('warns a week before the deadline, and closer by even when the renewal was just announced', () => {
  const notice = ev('renewal_notice', '2026-05-20', { ...yearly, renewsOn: '2026-06-20' });
  expect(kindsOn([notice], '2026-05-29')).toEqual([]);
  expect(kindsOn([notice], '2026-05-30')).toEqual(['cancel_by 2']);
  expect(kindsOn([notice], '2026-06-04')).toEqual(['cancel_by 0']);
  expect(kindsOn([notice], '2026-06-07')).toEqual([]);
  expect(kindsOn([notice, ev('cancellation_confirmed', '2026-05-29')], '2026-05-30')).toEqual([]);
});

it('asks for an overdue confirmation while that is news', () => {
  const events = [ev('signup', '2026-04-01', yearly), ev('cancellation_requested', '2026-05-10')];
  expect(kindsOn(events, '2026-05-23')).toEqual([]);
  expect(kindsOn(events, '2026-05-24')).toEqual(['confirmation_missing 0']);
  expect(kindsOn(events, '2026-08-24')).toEqual([]);
});
