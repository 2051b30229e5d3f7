// The last day to cancel that a mail names, wherever a person looks for it: with the words of the mail, and never the day of the renewal instead.
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let id: string;
let eventId: string;
let sha256: string;

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  const quote = 'Cancel before 6 December';
  const raw = Buffer.from(`From: Shop <no-reply@shop.example>\r\nSubject: Renewal\r\n\r\nIt will renew on 20 December. ${quote}.\r\n`);
  ({ eventId, sha256 } = await app.addMessage(anna, { raw, subject: 'Renewal', deadline: { on: '2026-12-05', quote } }));
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: { id: string }[] };
  id = subscriptions[0]!.id;
});
afterAll(() => app.close());

const page = async (path: string) => (await (await app.call(path, { as: anna })).text()).replaceAll(/\s+/g, ' ');

it('stands on the subscription’s page with the words of its mail, and leads to it', async () => {
  const text = await page(`/subscriptions/${id}`);
  expect(text).toMatch(
    new RegExp(`Cancel by</dt> <dd>5 December 2026 <a class="small" href="#event-${eventId}"><q>Cancel before 6 December</q></a>`),
  );
  expect(text).toContain(`id="event-${eventId}"`);
  expect(text).toContain('Cancel by 5 December 2026 if you do not want it to renew on 20 December 2026.');
  expect(text).not.toContain('Cancel by 20 December 2026');
});

it('is named among the reasons of its mail, and ahead on the overview', async () => {
  expect(await page(`/archive/${sha256}`)).toContain('last day to cancel');
  expect(await page('/')).toMatch(/5 December 2026<\/span><a href="\/subscriptions\/[^"]+">Shop<\/a> cancel by/);
});

it('is what the timeline gives a program', async () => {
  const one = await (await app.call(`/api/v1/subscriptions/${id}`, { as: anna })).json();
  expect(one).toMatchObject({ renews_on: '2026-12-20', cancel_by: '2026-12-05', findings: [{ kind: 'cancel_by', event_id: eventId }] });
});

it('is told apart from the day until which a dearer price may be left', async () => {
  const quote = 'you may leave free of charge until 4 December';
  const raw = Buffer.from(`From: Box <no-reply@shop.example>\r\nSubject: Price\r\n\r\nThe price rises; ${quote}.\r\n`);
  const deadline = { on: '2026-12-04', quote };
  const { eventId: risen } = await app.addMessage(anna, { raw, subject: 'Price', merchant: 'Box', kind: 'price_change', deadline });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    subscriptions: { id: string; merchant: { name: string }; cancel_by: string | null }[];
  };
  const box = subscriptions.find(({ merchant }) => merchant.name === 'Box')!;
  expect(box.cancel_by).not.toBe('2026-12-04');
  const text = await page(`/subscriptions/${box.id}`);
  expect(text).toContain(`Price change: cancel by</dt> <dd>4 December 2026 <a class="small" href="#event-${risen}"><q>${quote}</q></a>`);
  expect(text).toContain('The price changes, and the mail about it names 4 December 2026 as the last day to cancel.');
  expect(text).not.toContain('Cancel by 4 December 2026');
  expect(await page('/')).toMatch(/4 December 2026<\/span><a href="\/subscriptions\/[^"]+">Box<\/a> price change, cancel by/);
});
