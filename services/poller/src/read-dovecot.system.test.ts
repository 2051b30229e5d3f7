// The poller against a real Dovecot, through a proxy that cuts connections and writes down what was sent: how fast mail is taken in, what a
// mailbox looks like afterwards, and what happens when the server is treated badly.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectMailbox, type ConnectOptions } from '@quittance/imap/connect-mailbox';
import { removeMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { startFaultProxy, type FaultProxy } from '@quittance/testing/fault-proxy';
import { openBytes } from '@quittance/vault/message-bytes';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { missingPrograms } from '@quittance/testing/tools';
import { DEFAULT_TIMING } from './poller-deps.ts';
import { start, type PollerDeps } from './start.ts';

const missing = missingPrograms('dovecot', 'openssl');

/** Connections that the server grants one person: ours, and one that it has not noticed the end of yet each. */
const SLOTS = 4;
let dovecot: Dovecot;
let ana: string;
let tests = 0;
let proxy: FaultProxy;
let poller: TestPoller<Pick<PollerDeps, 'timing' | 'source'>>;

describe.skipIf(missing)(`the poller on Dovecot${missing}`, () => {
  beforeAll(async () => {
    dovecot = await startDovecot({ connectionsMax: SLOTS });
  });
  afterAll(() => dovecot.stop());
  // A mailbox for each test: the server is the same.
  beforeEach(async () => {
    tests += 1;
    ana = `ana${tests}`;
    await dovecot.addUser(ana);
    proxy = await startFaultProxy(dovecot.port);
    poller = await createTestPoller(start, { host: '127.0.0.1', port: proxy.port, tls: 'none', username: ana }, dovecot.password);
  });
  afterEach(async () => {
    await poller.close();
    await proxy.close();
  });

  const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
  const backfilled = async () => expect((await poller.mailbox()).backfill.finishedAt).not.toBeNull();
  const idling = () => expect(proxy.sent).toMatch(/IDLE\r\n$/);

  /** What may be sent; anything that writes is not among it. */
  const READING = /^(CAPABILITY|ID|ENABLE|LOGIN|AUTHENTICATE|NAMESPACE|LIST|LSUB|EXAMINE|STATUS|UID SEARCH|UID FETCH|NOOP|IDLE|LOGOUT)\b/;

  it('row 32: history and live mail, read-only to the last byte', async () => {
    await dovecot.makeFolder(ana, 'Archive');
    await dovecot.makeFolder(ana, 'Trash');
    for (let n = 0; n < 300; n += 1) await dovecot.deliver(ana, mail(`old ${n}`));
    for (let n = 0; n < 40; n += 1) await dovecot.deliver(ana, mail(`archived ${n}`), { folder: 'Archive' });
    await poller.run();
    await until(backfilled, 20_000);
    expect(await poller.contents()).toBe(340);
    expect((await poller.mailbox()).backfill).toMatchObject({ total: 340, done: 340 });
    const before = await dovecot.flags(ana);

    const delays: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      await until(idling);
      const deliveredAt = performance.now();
      await dovecot.deliver(ana, mail(`live ${n}`));
      await until(contents(341 + n));
      delays.push(performance.now() - deliveredAt);
    }
    if (process.env['TEST_LOG']) process.stderr.write(`taken in after ${delays.map(Math.round).join(', ')} ms\n`);
    // Dovecot itself waits 500 ms before it tells.
    expect(delays.toSorted((a, b) => a - b)[2]).toBeLessThan(1_000);

    const after = await dovecot.flags(ana);
    const flagsOf = (names: readonly string[]) => names.map((name) => /:2,(.*)$/.exec(name)?.[1] ?? '');
    expect(flagsOf(after).every((flags) => flags === '')).toBe(true);
    expect(after).toHaveLength(before.length + 5);
    const commands = proxy.sent.split('\r\n').filter((line) => line !== '' && line !== 'DONE' && line.includes(' '));
    const sent = commands.map((line) => line.replace(/^\S+ /, ''));
    expect(sent.filter((command) => !READING.test(command))).toEqual([]);
    expect(sent.filter((command) => /BODY(?!\.PEEK|STRUCTURE)/.test(command))).toEqual([]);
  });

  it('bytes are kept exactly as the server has them', async () => {
    const raw = Buffer.from(
      'From: a@b.example\r\nSubject: =?x?q?\xff\xfe?=\r\n\r\n\x80 binary \xff\r\n.\r\nno newline at the end',
      'latin1',
    );
    await dovecot.deliver(ana, raw);
    await poller.run();
    await until(contents(1));
    const row = await poller.database.db
      .selectFrom('staged_message')
      .select(['content_id', 'wrapped_key', 'ciphertext'])
      .executeTakeFirstOrThrow();
    const kept = openBytes(poller.vault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext });
    // A Maildir is read with CRLF line ends, whatever the file has; ours has no others.
    expect(kept.equals(raw)).toBe(true);
  });

  it.each(['rst', 'fin'] as const)('the network ends it (%s): back within seconds, nothing lost', async (how) => {
    await poller.run();
    await until(backfilled);
    for (let n = 0; n < 3; n += 1) {
      await until(idling);
      proxy.kill(how);
      await dovecot.deliver(ana, mail(`mail ${n}`));
      await until(contents(n + 1));
    }
    await until(async () => expect((await poller.mailbox()).problem).toBeNull());
  });

  it('connections cut anywhere while the history is read: everything arrives once', async () => {
    for (let n = 0; n < 120; n += 1) await dovecot.deliver(ana, mail(`old ${n}`, 'x'.repeat(2_000)));
    for (const bytes of [1_500, 40_000, 90_000]) {
      proxy.mode = 'cut';
      proxy.cutAfterBytes = bytes;
      if (bytes === 1_500) await poller.run();
      await until(() => expect(proxy.mode).toBe('pass'));
    }
    await until(contents(120), 20_000);
    const outbox = await poller.database.db.selectFrom('outbox').select('id').execute();
    expect(outbox).toHaveLength(120);
  });

  it('row 6: a server that refuses: waits, says so, and is back when the server is', async () => {
    proxy.mode = 'refuse';
    await poller.run();
    await until(async () => expect((await poller.mailbox()).problem?.code).toBe('connection_lost'));
    await dovecot.deliver(ana, mail('meanwhile'));
    proxy.mode = 'pass';
    await until(contents(1), 15_000);
    expect((await poller.mailbox()).problem).toBeNull();
  });

  it('row 3: a server that falls silent is noticed by our own heartbeat, within 75 s as it is set', async () => {
    expect(DEFAULT_TIMING.heartbeatMs + DEFAULT_TIMING.answerMs).toBeLessThanOrEqual(75_000);
    await poller.run({ timing: { heartbeatMs: 300, answerMs: 1_500 } });
    await until(backfilled);
    await until(idling);
    proxy.mode = 'blackhole';
    await until(async () => expect((await poller.mailbox()).problem?.code).toBe('timeout'));
    proxy.mode = 'pass';
    await dovecot.deliver(ana, mail('after the silence'));
    await until(contents(1), 15_000);
  });

  it('row 4: a server whose processes are frozen is noticed, its connections are closed, and no slot is lost however often it is tried', async () => {
    // Impatient once it is frozen, so that the frost is met many times; a server that is only busy has its time.
    let connectTimeoutMs = 10_000;
    const source = { connectMailbox: (options: ConnectOptions) => connectMailbox({ ...options, connectTimeoutMs }) };
    await poller.run({ source, timing: { heartbeatMs: 300, answerMs: 1_500, networkMs: 20 } });
    await until(backfilled);
    await until(idling);
    connectTimeoutMs = 250;
    const before = proxy.connections;
    expect(proxy.open).toBe(2);
    dovecot.pause();
    await until(async () => expect((await poller.mailbox()).problem?.code).toBe('timeout'));
    const most = { open: 0 };
    await until(() => {
      most.open = Math.max(most.open, proxy.open);
      expect(proxy.connections - before).toBeGreaterThanOrEqual(SLOTS + 2);
    }, 20_000);
    // Both of before the frost are gone, and each try is over before the next.
    expect(most.open).toBe(1);
    connectTimeoutMs = 10_000;
    dovecot.resume();
    await dovecot.deliver(ana, mail('after the frost'));
    await until(contents(1), 20_000);
    await until(async () => expect((await poller.mailbox()).problem).toBeNull());
    expect(proxy.open).toBeLessThanOrEqual(2);
  });

  it('UIDVALIDITY changes: nothing twice, nothing lost', async () => {
    for (let n = 0; n < 30; n += 1) await dovecot.deliver(ana, mail(`old ${n}`));
    await poller.run();
    await until(backfilled);
    dovecot.resetUidValidity(ana);
    await dovecot.deliver(ana, mail('right after'));
    dovecot.kick(ana);
    proxy.kill('fin');
    await until(contents(31));
    await until(async () => {
      const folder = await poller.database.db
        .selectFrom('folder')
        .select(['low_uid', 'uid_validity'])
        .where('path', '=', 'INBOX')
        .executeTakeFirstOrThrow();
      expect(folder.low_uid).toBe(1);
    });
    await until(async () => expect((await poller.counts()).pending).toBe(61));
    expect(await poller.contents()).toBe(31);
  });

  it('a removed mailbox is let go within a second', async () => {
    await poller.run({ timing: { superviseMs: 60_000 } });
    await until(backfilled);
    await until(idling);
    const removedAt = performance.now();
    await inTransaction(poller.database.db, (tx) => removeMailbox(tx, poller.userId, poller.mailboxId));
    await until(() => expect(proxy.sent).toMatch(/LOGOUT\r\n$/));
    expect(performance.now() - removedAt).toBeLessThan(1_000);
  });
});
