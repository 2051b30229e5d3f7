import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { ev, reason } from '@quittance/testing/events';
import { expect, it } from 'vitest';
import { foldMerchant } from './fold-merchant.ts';

const receipt = (on: string, price: string, more: object = {}): SubscriptionEvent =>
  ev('renewal_charged', on, { price, reasons: [reason('kind', 'your receipt', UNNAMED_CONTRACT)], ...more });

const CASES: readonly (readonly [what: string, events: () => SubscriptionEvent[], begun: number, unattached: number])[] = [
  ['one receipt of a garage', () => [receipt('2026-03-02', '240.00 EUR')], 0, 1],
  ['two sums', () => [receipt('2026-03-02', '24.00 EUR'), receipt('2026-04-02', '31.50 EUR')], 0, 2],
  ['the same sum on days of no term', () => [receipt('2026-03-02', '25.00 EUR'), receipt('2026-04-14', '25.00 EUR')], 0, 2],
  ['a lunch every day', () => Array.from({ length: 9 }, (_, n) => receipt(`2026-03-0${n + 1}`, '12.50 EUR')), 0, 9],
  ['one payment told twice', () => [receipt('2026-03-02', '25.00 EUR'), receipt('2026-03-03', '25.00 EUR')], 0, 2],
  ['the same sum a month later', () => [receipt('2026-01-31', '25.00 EUR'), receipt('2026-02-28', '25.00 EUR')], 1, 0],
  ['the same sum a year later', () => [receipt('2025-01-31', '25.00 EUR'), receipt('2026-01-31', '25.00 EUR')], 1, 0],
  ['in doubt a month later', () => [receipt('2026-01-31', '25.00 EUR'), receipt('2026-02-28', '25.00 EUR', { decided: 'probable' })], 0, 2],
  ['forged a month later', () => [receipt('2026-01-31', '25.00 EUR'), receipt('2026-02-28', '25.00 EUR', { level: 'R' })], 0, 2],
  ['before a welcome', () => [receipt('2026-01-31', '25.00 EUR'), ev('signup', '2026-02-20', { price: '25.00 EUR' })], 1, 0],
  ['each payment told twice', () => ['2026-10-02', '2026-10-03', '2026-11-02', '2026-11-03'].map((on) => receipt(on, '25.00 EUR')), 1, 0],
  ['one that names its plan', () => [ev('renewal_charged', '2026-01-31', { price: '25.00 EUR' })], 1, 0],
];

it.each(CASES)('%s', (_, events, begun, left) => {
  const { subscriptions, unattached } = foldMerchant(events(), []);
  expect([subscriptions.length, unattached.length]).toEqual([begun, left]);
});

it('begins one where the person says that it is a receipt of a subscription, and stands by it later', () => {
  const first = receipt('2026-03-02', '24.00 EUR');
  const said = [{ eventId: first.id, kind: 'renewal_charged', madeAt: '2026-03-03T09:00:00.000Z' }] as const;
  expect(foldMerchant([first, receipt('2026-05-20', '31.00 EUR')], said).subscriptions.map(({ eventIds }) => eventIds.length)).toEqual([2]);
});
