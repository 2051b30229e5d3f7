import { describe, expect, it } from 'vitest';
import type { NewAlert } from '@quittance/domain/alert';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { ev, reason } from '@quittance/testing/events';
import { dueAlerts } from './due-alerts.ts';
import { foldMerchant } from './fold-merchant.ts';
import type { AlertPriority } from './new-alert.ts';

const monthly = { price: '12.99 EUR', period: 'P1M', plan: 'Premium' };

// Records `event` after `earlier`, as the classifier does.
function alertsOf(earlier: SubscriptionEvent[], event: SubscriptionEvent, today: string, priority: AlertPriority = 'live'): NewAlert[] {
  const before = foldMerchant(earlier, []).subscriptions;
  const after = foldMerchant([...earlier, event], []).subscriptions;
  return dueAlerts({ event, before, after, now: new Date(`${today}T12:00:00Z`), priority });
}
const kinds = (alerts: NewAlert[]): string[] => alerts.map((alert) => alert.kind);

describe('a renewal notice', () => {
  const signup = ev('signup', '2025-06-20', { ...monthly, period: 'P1Y' });
  const notice = ev('renewal_notice', '2026-05-20', {
    renewsOn: '2026-06-20',
    price: '15.00 EUR',
    noticePeriod: 'P14D',
    reasons: [reason('kind', 'will renew automatically on 20 June')],
  });

  it('says what, how much, until when, in whose words', () => {
    const [alert] = alertsOf([signup], notice, '2026-05-20');
    expect(alert).toMatchObject({
      kind: 'renewal_notice',
      dueAt: '2026-05-20T12:00:00.000Z',
      data: {
        merchant: 'Streamly',
        plan: 'Premium',
        amount: '15.00',
        currency: 'EUR',
        renews_on: '2026-06-20',
        cancel_by: '2026-06-06',
        quote: 'will renew automatically on 20 June',
        level: 'A',
        reason: null,
      },
    });
    expect(alert?.data.subscription_id).toBe(foldMerchant([signup, notice], []).subscriptions[0]?.id);
  });

  it('is told once, however often the merchant reminds', () => {
    const again = ev('renewal_notice', '2026-06-13', { renewsOn: '2026-06-20' });
    const [first] = alertsOf([signup], notice, '2026-05-20');
    const [second] = alertsOf([signup, notice], again, '2026-06-13');
    expect(second?.dedupeKey).toBe(first?.dedupeKey);
  });

  it('is raised from old mail only while the renewal is ahead', () => {
    expect(kinds(alertsOf([signup], notice, '2026-06-19', 'history'))).toEqual(['renewal_notice']);
    expect(kinds(alertsOf([signup], notice, '2026-06-21', 'history'))).toEqual([]);
    expect(kinds(alertsOf([signup], notice, '2026-08-21', 'live'))).toEqual([]);
  });

  it('names the day to cancel that the mail names, and is raised for it where no renewal is named', () => {
    const named = { ...notice, cancelBy: '2026-05-31' };
    expect(alertsOf([signup], named, '2026-05-20')[0]?.data).toMatchObject({ renews_on: '2026-06-20', cancel_by: '2026-05-31' });
    const onRenewal = alertsOf([signup], { ...notice, cancelBy: '2026-06-20' }, '2026-05-20')[0]?.data;
    expect(onRenewal).toMatchObject({ renews_on: '2026-06-20', cancel_by: '2026-06-20', cancel_by_stated: true });
    expect(alertsOf([signup], notice, '2026-05-20')[0]?.data).not.toHaveProperty('cancel_by_stated');
    const bare = ev('renewal_notice', '2026-05-20', { cancelBy: '2026-06-06' });
    expect(alertsOf([], bare, '2026-06-04', 'history')[0]?.data).toMatchObject({ renews_on: null, cancel_by: '2026-06-06' });
    expect(alertsOf([], bare, '2026-06-07', 'history')).toEqual([]);
  });

  it('is not raised when a later mail had cancelled it already', () => {
    const cancelled = ev('cancellation_confirmed', '2026-05-25', { endsOn: '2026-06-20' });
    expect(kinds(alertsOf([signup, cancelled], notice, '2026-05-26', 'history'))).toEqual([]);
  });

  it('warns when it comes in spite of the cancellation, and when it is only probable', () => {
    const cancelled = ev('cancellation_confirmed', '2026-05-10');
    expect(kinds(alertsOf([signup, cancelled], notice, '2026-05-20'))).toEqual(['renewal_notice']);
    const [probable] = alertsOf([signup], { ...notice, decided: 'probable' }, '2026-05-20');
    expect(probable?.data.reason).toBe('probable');
    expect(alertsOf([signup], { ...notice, decided: 'abstain' }, '2026-05-20')).toEqual([]);
  });
});

describe('a cancellation', () => {
  const signup = ev('signup', '2026-03-01', monthly);
  const confirmation = ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' });

  it('is told once, and never when it is only probable', () => {
    expect(kinds(alertsOf([signup], confirmation, '2026-05-12'))).toEqual(['cancellation_confirmed']);
    expect(kinds(alertsOf([signup, confirmation], ev('cancellation_confirmed', '2026-05-13'), '2026-05-13'))).toEqual([]);
    expect(kinds(alertsOf([signup], { ...confirmation, decided: 'probable' }, '2026-05-12'))).toEqual([]);
  });

  it('makes a later charge an alert, whichever mail is read first', () => {
    const charge = ev('renewal_charged', '2026-06-01', monthly);
    const [later] = alertsOf([signup, confirmation], charge, '2026-06-01');
    const [earlier] = alertsOf([signup, charge], confirmation, '2026-06-01', 'history').filter(
      (alert) => alert.kind === 'charged_after_cancellation',
    );
    expect(later).toMatchObject({
      kind: 'charged_after_cancellation',
      data: { amount: '12.99', charged_on: '2026-06-01', ends_on: '2026-05-31', event_id: charge.id },
    });
    expect(earlier?.dedupeKey).toBe(later?.dedupeKey);
  });

  it('leaves a charge that is no news to whoever looks when all is read', () => {
    const charge = ev('renewal_charged', '2026-06-01', monthly);
    for (const priority of ['history', 'live', 'statement'] as const) {
      expect(alertsOf([signup, confirmation], charge, '2026-08-01', priority)).toEqual([]);
    }
  });

  it('undone without being asked is an alert', () => {
    expect(kinds(alertsOf([signup, confirmation], ev('reactivated', '2026-06-20'), '2026-06-20'))).toEqual(['reactivated_unasked']);
  });
});

it('tells a rise of the price once, announced or not', () => {
  const start = ev('renewal_charged', '2026-05-05', monthly);
  const announced = ev('price_change', '2026-05-20', { price: '14.99 EUR', effectiveOn: '2026-06-05' });
  const raised = ev('renewal_charged', '2026-06-05', { ...monthly, price: '14.99 EUR' });
  expect(kinds(alertsOf([start], announced, '2026-05-20'))).toEqual(['price_change']);
  expect(kinds(alertsOf([start, announced], raised, '2026-06-05'))).toEqual([]);
  const [silent] = alertsOf([start], raised, '2026-06-05');
  expect(silent).toMatchObject({ kind: 'price_change', data: { amount: '14.99' } });
});

it('tells of a renewal and of a dearer price, each with its own last day', () => {
  const start = ev('signup', '2025-06-20', { ...monthly, period: 'P1Y' });
  const risen = ev('price_change', '2026-05-19', { price: '15.00 EUR', effectiveOn: '2026-06-20', cancelBy: '2026-06-10' });
  const notice = ev('renewal_notice', '2026-05-20', { renewsOn: '2026-06-20', cancelBy: '2026-05-31' });
  const [price] = alertsOf([start], risen, '2026-05-19');
  expect(price).toMatchObject({ kind: 'price_change', data: { cancel_by: '2026-06-10', cancel_by_for: 'price_change' } });
  const [renewal] = alertsOf([start, risen], notice, '2026-05-20');
  expect(renewal).toMatchObject({ kind: 'renewal_notice', data: { cancel_by: '2026-05-31', cancel_by_stated: true } });
  expect(renewal?.data).not.toHaveProperty('cancel_by_for');
  expect(alertsOf([start, notice], risen, '2026-05-20')[0]?.data).toMatchObject({ cancel_by: '2026-06-10' });
  // A price without a day of its own tells of the renewal's.
  const bare = alertsOf([start, notice], { ...risen, cancelBy: null }, '2026-05-21')[0]?.data;
  expect(bare).toMatchObject({ cancel_by: '2026-05-31' });
  expect(bare).not.toHaveProperty('cancel_by_for');
});

it('tells failed payments once per failure, and not when they were paid since', () => {
  const start = ev('renewal_charged', '2026-05-05', monthly);
  const [failed, again] = [ev('payment_failed', '2026-06-05'), ev('payment_failed', '2026-06-08')];
  const [first] = alertsOf([start], failed, '2026-06-05');
  const [second] = alertsOf([start, failed], again, '2026-06-08');
  expect(second?.dedupeKey).toBe(first?.dedupeKey);
  expect(alertsOf([start, ev('renewal_charged', '2026-06-06', monthly)], failed, '2026-06-06', 'history')).toEqual([]);
});

it('calls a forged mail suspicious where the person has something to lose, and says nothing else about it', () => {
  const forged = ev('payment_failed', '2026-06-05', { level: 'R', price: '399.00 USD' });
  expect(kinds(alertsOf([ev('signup', '2026-05-05', monthly)], forged, '2026-06-05'))).toEqual(['suspicious_message']);
  expect(alertsOf([], forged, '2026-06-05')).toEqual([]);
});

it('tells of two forged mails of a day that say different things, and of a wave of the same once', () => {
  const start = ev('signup', '2026-05-05', monthly);
  const forged = (subject: string, id: string) => {
    const mail = ev('payment_failed', '2026-06-05', { level: 'R' });
    return { ...mail, message: { ...mail.message!, subject, rfcMessageId: id } };
  };
  const mails = [forged('Your payment failed', 'a'), forged('Confirm your card', 'b'), forged('Your payment failed!', 'c')];
  const keys = mails.flatMap((mail, at) => alertsOf([start, ...mails.slice(0, at)], mail, '2026-06-05').map(({ dedupeKey }) => dedupeKey));
  expect([keys.length, new Set(keys).size]).toEqual([3, 2]);
  const flood = Array.from({ length: 40 }, (_, at) => forged(`Notice ${at}`, `f${at}`));
  const flooded = flood.flatMap((mail, at) =>
    alertsOf([start, ...flood.slice(0, at)], mail, '2026-06-05').map(({ dedupeKey }) => dedupeKey),
  );
  expect(new Set(flooded).size).toBe(4);
});

// A household with two mailboxes, or a mail that was forwarded by its server: other bytes, another hour, the same mail.
it.each([
  ['a notice', 'renewal_notice', { ...monthly, renewsOn: '2026-06-05' }],
  ['a notice without its day', 'renewal_notice', monthly],
  ['the end of a trial', 'trial_ending', { renewsOn: '2026-06-05' }],
  ['a new price', 'price_change', { price: '14.99 EUR', effectiveOn: '2026-06-05' }],
  ['a failed payment', 'payment_failed', {}],
  ['a confirmation', 'cancellation_confirmed', { endsOn: '2026-06-05' }],
  ['a reactivation', 'reactivated', {}],
  ['a higher charge', 'renewal_charged', { ...monthly, price: '14.99 EUR' }],
  ['a forged mail', 'renewal_notice', { level: 'R' as const }],
] as const)('tells %s once, when it arrives in two mailboxes', (_what, kind, line) => {
  const start = ev('renewal_charged', '2026-05-05', monthly);
  const earlier = kind === 'reactivated' ? [start, ev('cancellation_confirmed', '2026-05-10', { endsOn: '2026-05-12' })] : [start];
  const sent = { ...line, message: { ...ev(kind, '2026-05-20').message!, rfcMessageId: 'm1@shop.example' } };
  const [one, other] = [ev(kind, '2026-05-20T09:00:00.000Z', sent), ev(kind, '2026-05-20T09:00:07.000Z', sent)];
  const keys = [...alertsOf(earlier, one, '2026-05-20'), ...alertsOf([...earlier, one], other, '2026-05-20')].map(
    ({ dedupeKey }) => dedupeKey,
  );
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size, keys.join(' ')).toBe(1);
});

it('tells a charge after the cancellation once, when its receipt arrives in two mailboxes', () => {
  const earlier = [ev('signup', '2026-03-01', monthly), ev('cancellation_confirmed', '2026-05-12', { endsOn: '2026-05-31' })];
  const [one, other] = [
    ev('renewal_charged', '2026-06-20T09:00:00.000Z', monthly),
    ev('renewal_charged', '2026-06-20T09:00:07.000Z', monthly),
  ];
  expect(kinds(alertsOf(earlier, one, '2026-06-20'))).toEqual(['charged_after_cancellation']);
  expect(kinds(alertsOf([...earlier, one], other, '2026-06-20'))).toEqual([]);
  // The copy that was delivered first, read second; and the bank's line of it, booked the day before.
  expect(kinds(alertsOf([...earlier, other], one, '2026-06-20'))).toEqual([]);
  const line = ev('renewal_charged', '2026-06-19', { price: '12.99 EUR', source: 'bank', level: null, message: null });
  expect(kinds(alertsOf([...earlier, one], line, '2026-06-30', 'statement'))).toEqual([]);
  // Another charge is another alert.
  const next = ev('renewal_charged', '2026-07-20', monthly);
  expect(kinds(alertsOf([...earlier, one, other], next, '2026-07-20'))).toEqual(['charged_after_cancellation']);
});
