import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { findInstanceUrl, takeInstanceLock, type HeldLock } from './instance-lock.ts';

let database: TestDatabase;
const held: HeldLock[] = [];

beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.stop();
});

async function take(url: string, onLost: (error: Error) => void = () => {}) {
  const lock = await takeInstanceLock({ db: database.db, databaseUrl: database.url, url, onLost });
  if (lock.kind === 'held') held.push(lock);
  return lock;
}

const cutSessions = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'quittance at %' and datname = current_database()`.execute(
    database.db,
  );

it('is held by one, tells the others where that one is, and goes with it', async () => {
  const first = (await take('http://localhost:0')) as HeldLock;
  await first.announce('http://localhost:8400');
  expect(await take('http://localhost:8500')).toEqual({ kind: 'taken', url: 'http://localhost:8400' });
  await first.stop();
  expect(await findInstanceUrl(database.db)).toBeNull();
  expect((await take('http://localhost:8500')).kind).toBe('held');
});

it('is taken again after the database cut the session', async () => {
  const onLost = vi.fn();
  await take('http://localhost:8400', onLost);
  await cutSessions();
  await expect.poll(() => findInstanceUrl(database.db), { timeout: 10_000 }).toBeNull();
  await expect.poll(() => findInstanceUrl(database.db), { timeout: 10_000 }).toBe('http://localhost:8400');
  expect(onLost).not.toHaveBeenCalled();
});

it('is lost when another one was quicker', async () => {
  const onLost = vi.fn();
  await take('http://localhost:8400', onLost);
  await cutSessions();
  await expect.poll(async () => (await take('http://localhost:8500')).kind, { timeout: 10_000, interval: 5 }).toBe('held');
  await expect.poll(() => onLost.mock.calls.length, { timeout: 10_000 }).toBe(1);
  expect(await findInstanceUrl(database.db)).toBe('http://localhost:8500');
});
