import { expect, it } from 'vitest';
import { chargesByMonth } from './spending.ts';

const charge = (month: string, currency: string, amountMinor: number, count: number) => ({ month, currency, amountMinor, count });

it('adds up each month in the person’s currency, and names the others', () => {
  const charged = [charge('2026-10-01', 'EUR', 5698, 4), charge('2026-11-01', 'EUR', 6488, 5), charge('2026-11-01', 'USD', 999, 1)];
  const own = chargesByMonth(charged, { today: '2026-11-30', own: 'USD' }, 2);
  expect(own).toEqual({
    currency: 'USD',
    others: ['EUR'],
    months: [
      { month: '2026-10-01', amountMinor: 0 },
      { month: '2026-11-01', amountMinor: 999 },
    ],
  });
  // Nothing was charged in it: the most frequent one.
  expect(chargesByMonth(charged, { today: '2026-11-30', own: 'GBP' }, 2)).toMatchObject({ currency: 'EUR', others: ['USD'] });
  expect(chargesByMonth([], { today: '2026-11-30', own: 'GBP' })).toBeNull();
});
