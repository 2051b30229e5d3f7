import { expect, it } from 'vitest';
import type { NewAlert } from '@quittance/domain/alert';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { findingId } from '@quittance/domain/finding-id';
import { onDay } from '@quittance/domain/viewpoint';
import { ev, reason } from '@quittance/testing/events';
import { ToldAlerts } from '@quittance/testing/told-alerts';
import { asOf } from './as-of.ts';
import { dueAlerts } from './due-alerts.ts';
import { foldMerchant } from './fold-merchant.ts';
import { lateChargeAlerts, lateChargeEvents } from './late-charge-alerts.ts';

const monthly = { price: '12.99 EUR', period: 'P1M', plan: 'Premium' };
const cancelled = [ev('signup', '2026-03-01', monthly), ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' })];
const charge = (on: string, more: Parameters<typeof ev>[2] = {}) => ev('renewal_charged', on, { ...monthly, ...more });
const BANK = { source: 'bank', level: null, message: null, reasons: [reason('kind', 'PRLV STREAMLY')] } as const;

function alertsOf(events: SubscriptionEvent[], today: string, setAside: string[] = []): NewAlert[] {
  const [folded] = foldMerchant([...cancelled, ...events], []).subscriptions;
  const aside = setAside.map((finding) => ({ finding, actId: 'a', until: null, reason: null }));
  const seen = asOf(folded!, { ...onDay(today), setAside: aside });
  const sources = new Map(events.map((event) => [event.id, event]));
  expect(lateChargeEvents([seen]).every((id) => sources.has(id))).toBe(true);
  return lateChargeAlerts(seen, sources, { now: new Date(`${today}T12:00:00Z`), today });
}

it.each([
  ['its mail', '2026-10-18', 1, {}],
  ['its mail', '2026-10-19', 0, {}],
  ['the bank', '2027-07-20', 1, BANK],
  ['the bank', '2027-07-21', 0, BANK],
] as const)('tells of a charge that %s tells as long as it can be had back: on %s', (_who, today, times, more) => {
  expect(alertsOf([charge('2026-06-20', more)], today)).toHaveLength(times);
});

it('says what was taken when, in whose words', () => {
  const [alert] = alertsOf([charge('2026-06-20', BANK)], '2026-09-01');
  expect(alert?.data).toMatchObject({
    merchant: 'Streamly',
    amount: '12.99',
    charged_on: '2026-06-20',
    ends_on: '2026-05-31',
    quote: 'PRLV STREAMLY',
    message_sha256: null,
  });
  expect(alert?.data).not.toHaveProperty('open_charges');
});

it('tells of years of them once, of what is taken after that, and of none twice', () => {
  const charges = ['2026-06-20', '2026-07-20', '2026-08-20', '2026-09-20'].map((on) => charge(on));
  const [only, ...more] = alertsOf(charges, '2026-10-05');
  expect(more).toEqual([]);
  expect(only?.data).toMatchObject({ charged_on: '2026-09-20', open_charges: 4, event_id: charges[3]!.id });
  const told = new ToldAlerts();
  const isNews = (events: SubscriptionEvent[], today: string) => alertsOf(events, today).some((alert) => told.add(alert));
  const [june, july, august] = charges.map((one) => [one]);
  expect(isNews([...june!, ...july!], '2026-10-05')).toBe(true);
  // It spoke for what had been taken by then, whenever that is found, and for nothing after it.
  expect(isNews([ev('renewal_charged', '2026-06-10', monthly), ...june!, ...july!], '2026-10-05')).toBe(false);
  expect(isNews([...june!, ...july!, ...august!], '2026-10-05')).toBe(true);
  expect(isNews([...june!, ...july!, ...august!], '2026-10-05')).toBe(false);
  // By mail, August can't be had back any more; by the bank, July can: nobody hears of it anew.
  expect(isNews([charge('2026-07-20', BANK), ...august!], '2026-12-30')).toBe(false);
  // The bank's word on the same, dated earlier, takes its place.
  expect(isNews([charge('2026-07-19', BANK), ...july!], '2026-10-05')).toBe(false);
  // One that has just come is told of by itself, and not once more later.
  const after = foldMerchant([...cancelled, ...charges], []).subscriptions;
  const before = foldMerchant([...cancelled, ...charges.slice(0, 3)], []).subscriptions;
  const now = new Date('2026-09-20T12:00:00Z');
  const fresh = dueAlerts({ event: charges[3]!, before, after, now, priority: 'live' });
  expect(fresh.map((alert) => told.add(alert))).toEqual([true]);
  expect(isNews(charges, '2026-10-05')).toBe(false);
});

it('tells of none that was given back, put aside, or wanted', () => {
  const one = charge('2026-06-20');
  expect(alertsOf([one, ev('refund', '2026-06-25', { price: '12.99 EUR' })], '2026-09-01')).toEqual([]);
  expect(alertsOf([one, ev('signup', '2026-06-18', monthly)], '2026-09-01')).toEqual([]);
  const [folded] = foldMerchant([...cancelled, one], []).subscriptions;
  const finding = folded!.findings.find(({ kind }) => kind === 'charged_after_cancellation')!;
  expect(alertsOf([one], '2026-09-01', [findingId(folded!.id, finding)])).toEqual([]);
});
