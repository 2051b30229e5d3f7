// When no poller runs at all somebody must say so, once; a laptop that slept has missed nothing.
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import { releaseLease, takeLease } from '@quittance/store/leases';
import { addMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createVault, newKey } from '@quittance/vault/vault';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPollerWatch, type PollerWatch } from './watch-pollers.ts';

const MINUTE = 60_000;
let database: TestDatabase;
let userId: string;
let mailboxId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const user = await database.db.insertInto('app_user').values({ address: 'ana@example.org' }).returning('id').executeTakeFirstOrThrow();
  userId = user.id;
  const settings = { address: 'ana@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'ana' } as const;
  const input = { userId, settings, credential: { kind: 'password', password: 'x' } } as const;
  mailboxId = (await inTransaction(database.db, (tx) => addMailbox(tx, createVault(newKey()), input)))!;
});
afterAll(() => database.drop());

const newWatch = (): PollerWatch => createPollerWatch({ db: database.db, clock: systemClock, log: silentLog });
const alerts = () => database.db.selectFrom('alert').select(['kind', 'data']).execute();

async function minutes(watch: PollerWatch, count: number): Promise<number> {
  let raised = 0;
  for (let at = 0; at < count; at += 1) raised += await watch.tick(MINUTE);
  return raised;
}

it('says nothing while a poller holds the mailbox, nor after a night asleep', async () => {
  const watch = newWatch();
  const lease = (await takeLease(database.db, { mailboxId, userId, owner: 'poller', ttlMs: 60_000 }))!;
  expect(await minutes(watch, 30)).toBe(0);
  await releaseLease(database.db, lease);
  // The lid was closed: one tick, eight hours later, before the poller had its turn.
  expect(await minutes(watch, 2)).toBe(0);
  expect(await watch.tick(8 * 60 * MINUTE)).toBe(0);
  expect(await alerts()).toEqual([]);
});

it('tells once when no poller runs for a quarter of an hour, also after a restart of its own', async () => {
  const watch = newWatch();
  expect(await minutes(watch, 15)).toBe(0);
  expect(await minutes(watch, 1)).toBe(1);
  expect(await minutes(watch, 30)).toBe(0);
  expect(await minutes(newWatch(), 30)).toBe(0);
  expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { mailbox: 'ana@example.org', reason: 'not_checked' } }]);
  const mailbox = await database.db.selectFrom('mailbox').select('problem_code').executeTakeFirstOrThrow();
  expect(mailbox.problem_code).toBe('not_checked');
});
