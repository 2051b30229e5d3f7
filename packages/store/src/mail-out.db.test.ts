import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { notifierSession, readMailOut, withMailOut } from './mail-out.ts';
import { listen, type Listener } from './notifications.ts';

let test: TestDatabase;
const listening: Listener[] = [];

beforeAll(async () => void (test = await createTestDatabase()));
afterAll(() => test.drop());
afterEach(async () => {
  for (const one of listening.splice(0)) await one.close();
  await expect.poll(() => readMailOut(test.db)).toBeNull();
});

async function run(hasMail: boolean): Promise<void> {
  const ignore = () => {};
  listening.push(await listen({ url: test.url, name: notifierSession(hasMail), channels: ['delivery'], onHint: ignore, onError: ignore }));
}

it('is said by the notifiers that run, and by none that has ended', async () => {
  expect(await readMailOut(test.db)).toBeNull();
  await run(false);
  expect(await readMailOut(test.db)).toMatchObject({ isSetUp: false, since: expect.stringMatching(/^20.*Z$/) as string });
  await run(true);
  expect(await readMailOut(test.db)).toMatchObject({ isSetUp: true });
});

it('shows an e-mail channel as it is now, and leaves the others alone', () => {
  const since = '2026-11-23T09:00:00.000Z';
  const [none, refused] = ['smtp_not_configured', 'recipient_refused'].map((code) => ({ code, text: '', since }));
  const email = (problem: typeof none | null) => ({ kind: 'email' as const, problem: problem ?? null });
  const [up, down] = [true, false].map((isSetUp) => ({ isSetUp, since }));
  expect(withMailOut(email(null), down!).problem).toEqual(none);
  expect(withMailOut(email(none), up!).problem).toBeNull();
  expect(withMailOut(email(refused), up!).problem).toEqual(refused);
  expect(withMailOut(email(none), null).problem).toEqual(none);
  expect(withMailOut({ kind: 'ntfy', problem: null }, down!).problem).toBeNull();
});
