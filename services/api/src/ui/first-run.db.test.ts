// The first minutes: what is guessed of the person, and what an overview without anything in it offers.
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

const page = async (path: string, asking: string) => (await app.call(path, { as: anna, headers: { 'Accept-Language': asking } })).text();

it('suggests the country and the currency of the browser’s region, never another one’s', async () => {
  const british = await page('/welcome', 'en-GB,en;q=0.9');
  for (const chosen of ['value="GB" selected', 'value="GBP" selected', 'Suggested by your browser']) expect(british).toContain(chosen);
  // By the language that comes first, also where the page can't be in it; American English is no word on where one lives.
  for (const [asking, country, currency] of [
    ['de-CH,de;q=0.9,en-US;q=0.5', 'CH', 'CHF'],
    ['en-US,en;q=0.9,fr-FR;q=0.8', 'FR', 'EUR'],
  ] as const) {
    const suggested = await page('/welcome', asking);
    for (const chosen of [`value="${country}" selected`, `value="${currency}" selected`]) expect(suggested).toContain(chosen);
  }
  // Of a region that the list does not have, nothing is said.
  for (const asking of ['en-NZ', 'en', 'en-US,en;q=0.9,fr;q=0.8']) {
    const unknown = await page('/welcome', asking);
    expect(unknown).toMatch(/<option value="" selected>/);
    expect(unknown).toContain('value="EUR" selected');
  }
});

it('asks whoever imported mail first what it is, instead of beginning anew', async () => {
  const zoe = await app.addPerson('zoe@example.org');
  const overview = () => app.call('/', { as: zoe });
  expect((await overview()).headers.get('location')).toBe('/welcome');
  const left = (subject: string, confidence: number) => {
    const raw = Buffer.from(mailText(subject, 'about your plan'));
    return app.addMessage(zoe, { raw, subject, merchant: subject, kind: 'signup', decided: 'abstain', confidence });
  };
  await left('Streamly', 0.7);
  await left('Boxly', 0.3);
  const answer = await overview();
  expect(answer.status).toBe(200);
  const text = await answer.text();
  expect(text).toMatch(/Streamly[^]*Read as “Signed up”, but not with certainty/);
  expect(text).toMatch(/Boxly[^]*Probably not about a subscription; if it is: “Signed up”/);
});

it('still offers the sample to whoever has said who they are and connected nothing', async () => {
  const saved = await app.call('/settings', {
    method: 'POST',
    as: anna,
    form: { name: 'Anna', language: 'en', country: 'GB', time_zone: 'Europe/London', currency: 'GBP', next: '/' },
  });
  expect(saved.headers.get('Location')).toBe('/');
  expect(await page('/', 'en')).toContain('action="/import/sample"');
  // What was saved is not guessed at again.
  expect(await page('/settings', 'en-US')).toContain('value="GBP" selected');
});

it('says of what is over that it has ended', async () => {
  const added = {
    kind: 'subscription_added',
    merchant: 'Gazette',
    started_on: '2026-01-10',
    amount: '9.90',
    currency: 'EUR',
    period: 'P1M',
  };
  await app.call('/api/v1/acts', { method: 'POST', as: anna, json: added });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: { id: string }[] };
  const fields = { subscription: subscriptions[0]!.id, on: '2026-10-20', by: 'letter', confirmed: 'true', ends_on: '2026-11-10' };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--xxx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const stated = await app.call('/api/v1/cancellations', {
    method: 'POST',
    token: anna.token,
    body: Buffer.from(`${parts.join('')}--xxx--\r\n`),
    headers: { 'Content-Type': 'multipart/form-data; boundary=xxx' },
  });
  expect(stated.status).toBeLessThan(300);
  const overview = await page('/', 'en');
  expect(overview).toContain('<span class="when">ended</span>');
  expect(overview).not.toContain('action="/import/sample"');
});
