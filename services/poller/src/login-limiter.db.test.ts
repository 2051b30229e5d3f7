// Logins at one mail server, whoever's mailboxes they are and whichever poller makes them: to the server all of them are one caller.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@quittance/store/database';
import { takeLoginTurn } from '@quittance/store/login-turns';
import { addMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startScriptedImap } from '@quittance/testing/imap-server';
import { createTestPoller, until } from '@quittance/testing/poller';
import { createLoginLimiter, type LoginLimiter } from './login-limiter.ts';
import { start, type PollerDeps } from './start.ts';

const HOST = 'imap.orange.fr';
const BURST = 10;

let test: TestDatabase;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await test.drop();
});

/** As in a process of its own: nothing is shared but the database. */
function ofProcess(): LoginLimiter {
  const db = openDatabase({ url: test.url, onError: () => {} });
  closing.push(() => db.destroy());
  return createLoginLimiter(
    () => performance.now(),
    (host, rate) => takeLoginTurn(db, host, rate),
  );
}

interface Logins {
  readonly at: number[];
  stop(): Promise<void>;
}

/** Each mailbox signs in once. */
function signIn(limiters: readonly LoginLimiter[], mailboxes: number, host = HOST): Logins {
  const ended = new AbortController();
  const at: number[] = [];
  const waiting = Array.from({ length: mailboxes }, async (_, n) => {
    const limiter = limiters[n % limiters.length]!;
    await limiter.acquire({ host, mailboxId: `${host} ${n}`, purpose: 'live' }, ended.signal).then(
      () => at.push(performance.now()),
      () => {}, // The test is over.
    );
  });
  const stop = async (): Promise<void> => {
    ended.abort(new Error('over'));
    await Promise.all(waiting);
  };
  return { at, stop };
}

it('are a few at once and then one a second, over all mailboxes and processes', async () => {
  const startedAt = performance.now();
  const limiters = [ofProcess(), ofProcess(), ofProcess()];
  const logins = signIn(limiters, 40);
  await until(() => expect(logins.at.length).toBeGreaterThanOrEqual(BURST + 2));
  await logins.stop();
  const inTime = logins.at.map((at, n) => at - startedAt >= (n + 1 - BURST) * 1_000 - 50);
  expect(inTime).toEqual(inTime.map(() => true));
});

it('wait for no other host, and for none that is spelled another way', async () => {
  const limiters = [ofProcess(), ofProcess()];
  const busy = signIn(limiters, 15);
  await until(() => expect(busy.at).toHaveLength(BURST));
  const others = signIn(limiters, BURST, 'imap.free.fr');
  await until(() => expect(others.at).toHaveLength(BURST));
  const startedAt = performance.now();
  const same = signIn(limiters, 1, 'IMAP.Orange.FR');
  await until(() => expect(same.at).toHaveLength(1), 15_000);
  expect(same.at[0]! - startedAt).toBeGreaterThan(500);
  await Promise.all([busy.stop(), same.stop()]);
});

it('are given up at once by who is told to, and hold up nobody then', async () => {
  const limiter = ofProcess();
  const busy = signIn([limiter], BURST);
  await until(() => expect(busy.at).toHaveLength(BURST));
  const [kept, left] = [signIn([limiter], 1), signIn([limiter], 5)];
  await left.stop();
  expect([kept.at, left.at]).toEqual([[], []]);
  await until(() => expect(kept.at).toHaveLength(1));
});

it('are not put off for ever by a clock that was set back', async () => {
  const rate = { burst: 2, everyMs: 60_000 };
  const { db } = test;
  const turns = async () => [await takeLoginTurn(db, HOST, rate), await takeLoginTurn(db, HOST, rate), await takeLoginTurn(db, HOST, rate)];
  const [first, second, third] = await turns();
  expect([first, second]).toEqual([0, 0]);
  expect(third).toBeGreaterThan(50_000);
  expect(third).toBeLessThanOrEqual(60_000);
  await db.updateTable('login_turn').set({ free_at: '2999-01-01T00:00:00.000Z' }).execute();
  expect((await turns()).slice(0, 2)).toEqual([0, 0]);
});

it('leave no name of a host that is at rest, and hold up none that is not', async () => {
  const poller = await createTestPoller<Pick<PollerDeps, 'timing'>>(start, { host: '127.0.0.1', port: 1, tls: 'none', username: 'ana' });
  closing.push(() => poller.close());
  const { db } = poller.database;
  const inADay = new Date(Date.now() + 20 * 3_600_000).toISOString();
  const turns = { 'rested.example': '2026-01-01T00:00:00.000Z', 'astray.example': '2999-01-01T00:00:00.000Z', 'busy.example': inADay };
  await db
    .insertInto('login_turn')
    .values(Object.entries(turns).map(([host, free_at]) => ({ host, free_at })))
    .execute();
  await poller.run();
  const named = async () =>
    (await db.selectFrom('login_turn').select('host').where('host', 'in', Object.keys(turns)).execute()).map(({ host }) => host);
  await until(async () => expect(await named()).toEqual(['busy.example']));
});

it('of two pollers are counted together', async () => {
  const server = await startScriptedImap();
  server.addFolder('INBOX');
  const settings = { host: '127.0.0.1', port: server.port, tls: 'none' } as const;
  const poller = await createTestPoller<Pick<PollerDeps, 'timing'>>(start, { ...settings, username: 'ana' });
  closing.push(() => poller.close().then(() => server.close()));
  const { db } = poller.database;
  for (let n = 1; n < 25; n += 1) {
    const credential = { kind: 'password', password: 'secret' } as const;
    const added = { userId: poller.userId, settings: { ...settings, address: `${n}@example.org`, username: `${n}` }, credential };
    await inTransaction(db, (tx) => addMailbox(tx, poller.vault, added));
  }
  const startedAt = performance.now();
  await Promise.all([poller.run(), poller.run()]);
  await until(() => expect(server.logins).toBeGreaterThan(BURST));
  expect(server.logins).toBeLessThanOrEqual(BURST + Math.ceil((performance.now() - startedAt) / 1_000));
});
