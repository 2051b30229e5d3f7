// One subscription whose plan a mail misnames stays one; two that run side by side stay two.
import { describe, expect, it } from 'vitest';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { ev, reason } from '@quittance/testing/events';
import { onDay } from '@quittance/domain/viewpoint';
import { asOf } from './as-of.ts';
import { foldMerchant } from './fold-merchant.ts';

const monthly = { price: '13.99 EUR', period: 'P1M' };
const plans = (events: readonly SubscriptionEvent[]) => foldMerchant(events, []).subscriptions.map(({ plan }) => plan);

describe('a plan that one mail alone names', () => {
  it.each<[string, SubscriptionEvent[], (string | null)[]]>([
    [
      'is a label misread on a receipt',
      [
        ev('trial_started', '2026-05-01', { ...monthly, plan: 'Essentiel' }),
        ev('trial_ending', '2026-05-28', { ...monthly, plan: 'Essentiel' }),
        ev('renewal_charged', '2026-06-01', { price: '13.99 EUR', plan: 'Période' }),
        ev('payment_failed', '2026-07-01', { price: '13.99 EUR', plan: 'Essentiel' }),
      ],
      ['Essentiel'],
    ],
    [
      'is misread in the welcome',
      [
        ev('signup', '2026-05-01', { ...monthly, plan: 'Revue. La' }),
        ev('renewal_charged', '2026-06-01', { ...monthly, plan: 'Duo' }),
        ev('renewal_charged', '2026-07-01', { ...monthly, plan: 'Duo' }),
      ],
      ['Duo'],
    ],
    [
      'is misread in two mails of two',
      [
        ev('renewal_charged', '2026-05-01', { ...monthly, plan: 'Duo' }),
        ev('renewal_charged', '2026-06-01', { ...monthly, plan: 'Total' }),
      ],
      ['Duo'],
    ],
    [
      'comes with the announced rise of the price',
      [
        ev('renewal_charged', '2025-06-01', { price: '99.99 USD', plan: '2 TB' }),
        ev('renewal_notice', '2026-05-20', { price: '119.99 USD', plan: 'Reminder', renewsOn: '2026-06-01' }),
      ],
      ['2 TB'],
    ],
  ])('%s', (_, events, expected) => expect(plans(events)).toEqual(expected));

  it.each<[string, SubscriptionEvent[], number]>([
    [
      'is a second one charged in between',
      [
        ev('renewal_charged', '2026-05-01', { ...monthly, plan: 'Duo' }),
        ev('renewal_charged', '2026-05-09', { ...monthly, plan: 'Storage' }),
        ev('renewal_charged', '2026-06-01', { ...monthly, plan: 'Duo' }),
      ],
      2,
    ],
    [
      'has a price of its own while the other goes on',
      [
        ev('renewal_charged', '2026-05-01', { ...monthly, plan: 'Duo' }),
        ev('renewal_charged', '2026-06-01', { price: '11.99 EUR', plan: 'Storage' }),
        ev('renewal_charged', '2026-07-01', { ...monthly, plan: 'Duo' }),
      ],
      2,
    ],
    [
      'is signed up for beside the other',
      [ev('signup', '2026-05-01', { ...monthly, plan: 'Mobile 20 Go' }), ev('signup', '2026-05-02', { ...monthly, plan: 'Fibre' })],
      2,
    ],
    [
      'has a contract of its own',
      [
        ev('renewal_charged', '2026-05-01', {
          ...monthly,
          plan: 'Duo',
          reference: 'C-1',
          reasons: [reason('reference', 'C-1', 'reference.contract')],
        }),
        ev('renewal_charged', '2026-06-01', {
          ...monthly,
          plan: 'Solo',
          reference: 'C-2',
          reasons: [reason('reference', 'C-2', 'reference.contract')],
        }),
      ],
      2,
    ],
  ])('stays when it %s', (_, events, count) => expect(plans(events)).toHaveLength(count));

  it('never lends a cancellation to another plan', () => {
    const folded = foldMerchant(
      [
        ev('renewal_charged', '2026-05-01', { ...monthly, plan: 'Duo' }),
        ev('renewal_charged', '2026-06-01', { ...monthly, plan: 'Duo' }),
        ev('cancellation_confirmed', '2026-06-10', { plan: 'Storage' }),
      ],
      [],
    );
    expect(folded.subscriptions.map(({ status }) => status)).toEqual(['active']);
    expect(folded.unattached).toHaveLength(1);
  });
});

it('takes the announced price from its day on', () => {
  const { subscriptions } = foldMerchant(
    [
      ev('renewal_charged', '2025-06-01', { price: '99.99 USD', period: 'P1Y', plan: '2 TB' }),
      ev('renewal_notice', '2026-05-20', { price: '119.99 USD', plan: '2 TB', renewsOn: '2026-06-01' }),
    ],
    [],
  );
  const price = (today: string) => asOf(subscriptions[0]!, onDay(today)).price;
  expect(price('2026-05-25')).toEqual({ amountMinor: 9999, currency: 'USD' });
  expect(price('2026-06-01')).toEqual({ amountMinor: 11999, currency: 'USD' });
  expect(asOf(subscriptions[0]!, onDay('2026-05-25')).findings.map(({ kind }) => kind)).toContain('price_increased');
});
