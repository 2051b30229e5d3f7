// Costs on the page, by the API and as a rate is entered: totals in the person's currency, and what they were made with.
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
});
afterAll(() => app.close());

const act = (json: object) => app.call('/api/v1/acts', { method: 'POST', as: anna, json });
const costs = async () => (await app.call('/api/v1/costs', { as: anna })).json();
const page = async (path: string) => (await app.call(path, { as: anna })).text();

it('adds up what has a rate, names what has none, and says which rate it was', async () => {
  const added = { kind: 'subscription_added', started_on: '2026-11-01' };
  await act({ ...added, merchant: 'Gazette', amount: '10.00', currency: 'EUR', period: 'P1M' });
  await act({ ...added, merchant: 'Cloudy', amount: '120.00', currency: 'USD', period: 'P1Y' });
  expect(await costs()).toMatchObject({ total: { month: '10.00', year: '120.00', currency: 'EUR' }, missing: ['USD'] });
  expect(await page('/')).toContain('Without what is paid in USD: enter an exchange rate.');
  await act({ ...added, merchant: 'Fibre', amount: '34.99', currency: 'EUR' });
  for (const path of ['/', '/costs']) expect(await page(path)).toContain('Without Fibre: how often it is paid is not known.');
  const wrong = await app.call('/costs/rates', { method: 'POST', as: anna, form: { from: 'USD', rate: 'much', on: '2026-11-20' } });
  const refused = await wrong.text();
  expect([wrong.status, refused]).toEqual([422, expect.stringContaining('This is not a rate')]);
  // Said beside the field, where what was typed still stands.
  expect(refused).toMatch(/<input\s+id="rate"[^>]*value="much"[^>]*aria-invalid="true"/);
  expect(refused).toMatch(/<option value="USD" selected/);
  const entered = await app.call('/costs/rates', { method: 'POST', as: anna, form: { from: 'USD', rate: '0,9', on: '2026-11-20' } });
  expect(entered.status).toBe(303);
  expect(await costs()).toMatchObject({
    total: { month: '19.00', year: '228.00' },
    missing: [],
    rates: [{ from: 'USD', rate: '0.9', on: '2026-11-20' }],
  });
  expect(await page('/costs')).toContain('1 USD = 0.9 EUR (your rate of 20 November 2026)');
});
