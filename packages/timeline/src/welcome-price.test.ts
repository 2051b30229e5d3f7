// Two welcomes that name two prices: which one is shown, what is said of the other, and what settles it.
import { formatDecimal } from '@quittance/domain/money';
import type { FoldedSubscription, PricePoint } from '@quittance/domain/subscription';
import { ev, type EventLine } from '@quittance/testing/events';
import { expect, it } from 'vitest';
import { foldMerchant } from './fold-merchant.ts';

const pro = { plan: 'Pro' };
const yearly = (at = '08:00') => ev('signup', `2026-03-03T${at}:00.000Z`, { ...pro, price: '120.00 EUR', period: 'P1Y' });
const monthly = (at = '10:00') => ev('signup', `2026-03-03T${at}:00.000Z`, { ...pro, price: '12.00 EUR', period: 'P1M' });
const charged = (on: string, price: string, line: EventLine = {}) => ev('renewal_charged', on, { price, ...line });

const inWords = ({ price, period }: Pick<FoldedSubscription, 'price' | 'period'> | PricePoint) =>
  `${price && formatDecimal(price)} ${period}`;
function shown(events: Parameters<typeof foldMerchant>[0], hand?: Parameters<typeof foldMerchant>[2]): string[] {
  const { subscriptions } = foldMerchant(events, [], hand);
  expect(subscriptions).toHaveLength(1);
  const [only] = subscriptions;
  const findings = only!.findings.map(({ kind }) => kind);
  return [inWords(only!), only!.otherPrice ? `or ${inWords(only!.otherPrice)}` : 'sure', `${only!.renewsOn}`, ...findings];
}

it('shows the later one, and the other beside it', () => {
  expect(shown([yearly(), monthly()])).toEqual(['12.00 P1M', 'or 120.00 P1Y', '2026-04-03']);
  expect(shown([monthly('08:00'), yearly('10:00')])).toEqual(['120.00 P1Y', 'or 12.00 P1M', '2027-03-03']);
  // Told again, it is as unsure as before.
  expect(shown([yearly(), monthly(), monthly('11:00')])).toEqual(['12.00 P1M', 'or 120.00 P1Y', '2026-04-03']);
  expect(shown([monthly('08:00'), monthly()])).toEqual(['12.00 P1M', 'sure', '2026-04-03']);
});

it('shows what a charge confirms, and takes neither for a price that rose', () => {
  expect(shown([yearly(), monthly(), charged('2026-03-04', '120.00 EUR')])).toEqual(['120.00 P1Y', 'sure', '2027-03-04']);
  expect(shown([yearly(), monthly(), charged('2026-03-04', '12.00 EUR')])).toEqual(['12.00 P1M', 'sure', '2026-04-03']);
  const line: EventLine = { source: 'bank', level: null, message: null };
  expect(shown([yearly(), monthly(), charged('2026-03-05', '120.00 EUR', line)])).toEqual(['120.00 P1Y', 'sure', '2027-03-05']);
  // What an account in another currency was debited says nothing of it.
  expect(shown([yearly(), monthly(), charged('2026-03-05', '131.00 USD', line)]).slice(0, 2)).toEqual(['12.00 P1M', 'or 120.00 P1Y']);
});

it('keeps to what was charged before the second welcome came, until that is charged', () => {
  const first = [yearly(), charged('2026-03-03T09:00:00.000Z', '120.00 EUR', { ...pro, period: 'P1Y' }), monthly()];
  expect(shown(first)).toEqual(['120.00 P1Y', 'or 12.00 P1M', '2027-03-03']);
  expect(shown([...first, charged('2026-04-03', '12.00 EUR')]).slice(0, 2)).toEqual(['12.00 P1M', 'sure']);
});

it('is sure of a price of later days, of one that is neither, and of what the person set', () => {
  const later = ev('signup', '2026-03-20', { ...pro, price: '12.00 EUR', period: 'P1M' });
  expect(shown([yearly(), later])[1]).toBe('sure');
  expect(shown([yearly(), monthly(), charged('2026-04-03', '15.00 EUR')]).slice(0, 2)).toEqual(['15.00 P1M', 'sure']);
  const told = [yearly(), monthly()];
  const terms = [{ of: [told[0]!.id], terms: { price: { amountMinor: 999, currency: 'EUR' } }, madeAt: '2026-03-04T09:00:00.000Z' }];
  expect(shown(told, { groups: [], merges: [], terms }).slice(0, 2)).toEqual(['9.99 P1M', 'sure']);
});
