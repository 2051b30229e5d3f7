// The rules of a country by the API and on the page: the person's own, the nearest law first, and nothing that is not in force.
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

const settle = (country: string | null) => app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { country } });
const law = async (query = '') => (await (await app.call(`/api/v1/law${query}`, { as: anna })).json()) as Law;

interface Law {
  country: { id: string; name: string } | null;
  items: { id: string; citation: string; in_force: boolean; since: string | null }[];
}

it('follows the country of the settings, down to a state', async () => {
  expect(await law()).toEqual({ country: null, items: [] });
  await settle('FR');
  expect(await law()).toMatchObject({ country: { id: 'fr', name: 'France' } });
  expect((await law()).items[0]).toMatchObject({ id: 'fr.l215-1-1', in_force: true, since: '2023-06-01' });
  await settle('US-CA');
  expect((await law()).country?.id).toBe('us-ca');
  expect((await settle('us_ca')).status).toBe(400);
  expect((await law('?country=GB')).items.find((rule) => rule.id === 'uk.dmcca-261')).toMatchObject({ in_force: false, since: null });
});

it('is shown on a page that says what it is', async () => {
  await settle('DE');
  const page = await (await app.call('/law', { as: anna })).text();
  expect(page).toContain('section 312k(4)');
  expect(page).toContain('href="https://www.gesetze-im-internet.de/bgb/__312k.html"');
  expect(page).toContain('This is information, not legal advice.');
});
