import { expect, it } from 'vitest';
import { convert, readRate, type Rate } from '@quittance/domain/rate';
import { onDay } from '@quittance/domain/viewpoint';
import { ev } from '@quittance/testing/events';
import { asOf } from './as-of.ts';
import { costsOf, risesOf } from './costs.ts';
import { foldMerchant } from './fold-merchant.ts';

const TODAY = '2026-06-10';
const seen = (...events: Parameters<typeof foldMerchant>[0]) =>
  foldMerchant(events, []).subscriptions.map((one) => asOf(one, onDay(TODAY)));
const rate = (from: string, to: string, text: string): Rate => ({ from, to, rate: text, on: '2026-06-01' });

const euro = seen(ev('renewal_charged', '2026-06-05', { price: '12.00 EUR', period: 'P1M' }));
const yen = seen(ev('renewal_charged', '2026-06-05', { merchant: 'Manga', price: '1200 JPY', period: 'P1M' }));
const yearly = seen(ev('renewal_charged', '2026-01-05', { merchant: 'Paper', price: '120.00 USD', period: 'P1Y' }));
const over = seen(ev('cancellation_confirmed', '2026-05-05', { merchant: 'Gone', price: '9.00 EUR', period: 'P1M' }));

it('adds up in the person’s currency, and names what it has no rate for', () => {
  const all = [...euro, ...yen, ...yearly, ...over];
  const some = costsOf(all, 'EUR', [rate('USD', 'EUR', '0.9')]);
  expect([some.total.month.amountMinor, some.total.year.amountMinor]).toEqual([1200 + 900, 14400 + 10800]);
  expect([some.missing, some.rates.map(({ from }) => from)]).toEqual([['JPY'], ['USD']]);
  const whole = costsOf(all, 'EUR', [rate('USD', 'EUR', '0.9'), rate('EUR', 'JPY', '160')]);
  expect([whole.total.month.amountMinor, whole.missing]).toEqual([1200 + 900 + 750, []]);
  expect(whole.each.map(({ subscription }) => subscription.merchant.name)).toEqual(['Streamly', 'Paper', 'Manga']);
});

it('names what it cannot add up because nothing says how often it is paid', () => {
  const fibre = seen(ev('renewal_charged', '2026-06-05', { merchant: 'Fibre', price: '34.99 EUR' }));
  const costs = costsOf([...euro, ...fibre, ...over], 'EUR', []);
  expect(costs.unknown.map(({ merchant }) => merchant.name)).toEqual(['Fibre']);
  expect(costs.total.month.amountMinor).toBe(1200);
});

it('reads rates with a comma, and refuses what is none', () => {
  expect(readRate(' 0,92 ')).toBe('0.92');
  for (const text of ['', '0', '-1', '1e3', 'x', '0.0'])
    expect(() => readRate(text)).toThrow(expect.objectContaining({ code: 'bad_rate' }));
  expect(convert({ amountMinor: 100, currency: 'USD' }, 'EUR', [])).toBeNull();
});

it('tells what rose, from when and by how much', () => {
  const risen = seen(
    ev('renewal_charged', '2026-04-05', { price: '12.00 EUR', period: 'P1M' }),
    ev('price_change', '2026-04-20', { price: '13.50 EUR', effectiveOn: '2026-06-05' }),
    ev('renewal_charged', '2026-05-05', { price: '12.00 EUR', period: 'P1M' }),
  );
  expect(risesOf([...euro, ...risen], TODAY)).toMatchObject([
    { on: '2026-06-05', from: { amountMinor: 1200 }, to: { amountMinor: 1350 }, share: 0.125 },
  ]);
});
