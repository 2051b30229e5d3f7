// What may be downloaded of a mailbox's history in a day, where the provider counts: over pollers that end and begin.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setReading } from '@quittance/store/passed-over';
import { changeMailbox } from '@quittance/store/mailboxes';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { start, type PollerDeps } from './start.ts';

const DAY_MS = 24 * 3_600_000;
const MESSAGES = 300;
/** Two batches of the messages below, and not all of them. */
const BYTES_A_DAY = 150_000;

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'clock' | 'historyBytesADay' | 'timing'>>;
let aheadMs: number;
const limited = { clock: { now: () => new Date(Date.now() + aheadMs) }, historyBytesADay: () => BYTES_A_DAY };

beforeEach(async () => {
  aheadMs = 0;
  server = await startScriptedImap();
  server.addFolder('INBOX');
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
  await asUser(poller.database.db, poller.userId, (tx) => setReading(tx, poller.userId, poller.mailboxId, 'whole'));
  for (let n = 0; n < MESSAGES; n += 1) {
    server.deliver('INBOX', mail(`old ${n}`, 'x'.repeat(1_000)), { internalDate: new Date('2026-01-01'), announce: false });
  }
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const wholeDay = async () => expect((await poller.mailbox()).backfill.day!.bytes).toBeGreaterThanOrEqual(BYTES_A_DAY);
/** History was looked for: its beginning lies below the live folder's. */
const searches = () => server.commands.filter((command) => /^UID SEARCH .*UID 1:\d/.test(command)).length;

/** A poller that has looked for history and, after that, read what was delivered. */
async function runPast(subject: string): Promise<void> {
  const before = { searches: searches(), contents: await poller.contents() };
  const service = await poller.run(limited);
  await until(() => expect(searches()).toBeGreaterThan(before.searches));
  for (const more of [1, 2]) {
    server.deliver('INBOX', mail(`${subject} ${more}`));
    await until(async () => expect(await poller.contents()).toBeGreaterThanOrEqual(before.contents + more));
  }
  await service.stop();
}

it('goes on in a poller that begins anew, and ends after a day', async () => {
  const first = await poller.run(limited);
  await until(wholeDay);
  await first.stop();
  const read = (await poller.mailbox()).backfill;
  expect(read).toMatchObject({ total: MESSAGES, finishedAt: null });
  expect(read.done).toBeLessThan(MESSAGES);

  await runPast('news');
  expect((await poller.mailbox()).backfill).toEqual(read);

  aheadMs = DAY_MS;
  await poller.run(limited);
  await until(async () => expect((await poller.mailbox()).backfill.finishedAt).not.toBeNull());
});

it('counts what came of a step over which the connection broke', async () => {
  server.script = ({ verb, args, socket }) => {
    if (verb !== 'UID FETCH' || !args.includes('BODY.PEEK[]')) return undefined;
    socket.write(`* 1 FETCH (UID 1 BODY[] {${4 * BYTES_A_DAY}}\r\n${'x'.repeat(BYTES_A_DAY)}`);
    return null;
  };
  await poller.run(limited);
  await until(wholeDay);
  expect((await poller.mailbox()).backfill.done).toBe(0);
});

it('begins anew with another account', async () => {
  const service = await poller.run(limited);
  await until(wholeDay);
  await service.stop();
  const settings = { address: 'eve@example.org', host: '127.0.0.1', port: server.port, tls: 'none', username: 'eve' } as const;
  const { db } = poller.database;
  await inTransaction(db, (tx) => changeMailbox(tx, poller.vault, { userId: poller.userId, id: poller.mailboxId, settings }));
  expect((await poller.mailbox()).backfill.day).toBeNull();
});
