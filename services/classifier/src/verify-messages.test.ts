// What needs no database; the rest is tested with the job.
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { KeptReading } from './read-message.ts';
import { verifyKept } from './verify-messages.ts';

it('in a hurry, verifies nothing and needs no database', async () => {
  const lost = vi.fn();
  process.on('unhandledRejection', lost);
  onTestFinished(() => void process.off('unhandledRejection', lost));
  const connect = vi.fn(() => Promise.reject(new Error('the database is away')));
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool: { connect, end: () => Promise.resolve(), options: {} } }) });
  const merchant = { id: 'streamly', name: 'Streamly', domains: ['streamly.example'] };
  const reading = { kind: 'keep', contentId: 1, staged: {}, parsed: {}, classification: { merchant } } as unknown as KeptReading;
  const deps = { db: db as never, verify: vi.fn(), clock: { now: () => new Date() }, hurry: AbortSignal.abort() };
  expect(await verifyKept(deps, 'ada', [reading])).toEqual(new Map());
  await delay(20);
  expect(connect).toHaveBeenCalled();
  expect(deps.verify).not.toHaveBeenCalled();
  expect(lost).not.toHaveBeenCalled();
});
