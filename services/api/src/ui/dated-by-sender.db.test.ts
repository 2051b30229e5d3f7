// A confirmation that only its sender dates: its page and the subscription's say so, and of any other neither does.
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

const NOTE = 'its sender’s word alone';

it.each([
  ['Moved', true],
  ['Received', false],
])('%s: %s', async (merchant, isUnreceived) => {
  const raw = Buffer.from(`From: ${merchant} <no-reply@shop.example>\r\nSubject: Cancelled\r\n\r\nYour subscription is cancelled.\r\n`);
  const { sha256 } = await app.addMessage(anna, { raw, subject: 'Cancelled', kind: 'cancellation_confirmed', merchant, isUnreceived });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    subscriptions: { id: string; merchant: { name: string } }[];
  };
  const { id } = subscriptions.find((one) => one.merchant.name === merchant)!;
  for (const path of [`/subscriptions/${id}`, `/archive/${sha256}`]) {
    const text = await (await app.call(path, { as: anna })).text();
    expect(text).toContain('class="meter"');
    expect(text.includes(NOTE), path).toBe(isUnreceived);
  }
});
