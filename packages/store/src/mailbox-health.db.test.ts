// How far a mailbox's history is, as the poller that holds the lease says it.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { releaseLease, takeLease, type Fence } from './leases.ts';
import { recordBackfillProgress } from './mailbox-health.ts';
import { addMailbox, getMailbox } from './mailboxes.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('is written by nobody whose lease is another’s by now', async () => {
  const { db } = database;
  const userId = await createTestUser(db, 'health@example.org');
  const settings = { address: 'ana@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'ana' } as const;
  const credential = { kind: 'password', password: 'x' } as const;
  const mailboxId = (await inTransaction(db, (tx) => addMailbox(tx, testVault, { userId, settings, credential })))!;
  const at = '2026-06-01T12:00:00.000Z';
  const record = (fence: Fence, done: number, finishedAt: string | null = null) =>
    recordBackfillProgress(db, { mailboxId, userId, total: 9, done, finishedAt, day: { bytes: done, beganAt: at }, fence });
  const progress = async () => {
    const { done, finishedAt, day } = (await getMailbox(db, userId, mailboxId))!.backfill;
    return [done, finishedAt, day?.bytes];
  };
  const first = (await takeLease(db, { mailboxId, userId, owner: 'first' }))!;
  await record(first, 4);
  expect(await progress()).toEqual([4, null, 4]);
  await releaseLease(db, first);
  const second = (await takeLease(db, { mailboxId, userId, owner: 'second' }))!;
  await record(first, 9, at);
  expect(await progress()).toEqual([4, null, 4]);
  await record(second, 5);
  expect(await progress()).toEqual([5, null, 5]);
});
