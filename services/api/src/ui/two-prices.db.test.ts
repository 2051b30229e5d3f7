// Two welcomes of one day that name two prices: the page of the subscription says so and leads to both, until a charge shows which holds.
import { createTestDatabase } from '@quittance/testing/database';
import { mailText } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
});
afterAll(() => app.close());

let count = 0;
const mail = async (kind: string, at: string, amountMinor: number, period: string, quote: string): Promise<string> => {
  count += 1;
  const raw = Buffer.from(mailText(`n${count}`, `n${count}`));
  const price = { amountMinor, period, quote };
  return (await app.addMessage(anna, { raw, subject: 'Welcome', merchant: 'Streamly', plan: 'Pro', kind, at, price })).eventId;
};
const page = async (language: string): Promise<string> => {
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: { id: string }[] };
  expect(subscriptions).toHaveLength(1);
  await app.call('/language', { method: 'POST', as: anna, form: { language } });
  const answer = await app.call(`/subscriptions/${subscriptions[0]!.id}`, { as: anna });
  return (await answer.text()).replaceAll(/[\s\u00a0\u202f]+/g, ' ');
};

it('says that another mail named another price, with its words, until a charge shows which holds', async () => {
  const yearly = await mail('signup', '2026-11-10T08:00:00.000Z', 12_000, 'P1Y', '€120.00 per year');
  await mail('signup', '2026-11-10T10:00:00.000Z', 1200, 'P1M', '€12.00 a month');
  const text = await page('en');
  expect(text).toContain('Price</dt> <dd>€12.00 a month');
  expect(text).toContain(
    `Another mail of those days named €120.00 a year. A charge will show which of the two holds. <a class="small" href="#event-${yearly}"><q>€120.00 per year</q></a>`,
  );
  expect(text).toContain(`id="event-${yearly}"`);
  expect(await page('fr')).toContain(
    'Un autre message reçu ces jours-là indique 120,00 € par an. Un prélèvement montrera lequel des deux prix est appliqué.',
  );
  await mail('renewal_charged', '2026-11-11T08:00:00.000Z', 12_000, 'P1Y', '€120.00');
  const settled = await page('en');
  expect(settled).toContain('Price</dt> <dd>€120.00 a year</dd>');
  expect(settled).not.toContain('Another mail');
});
