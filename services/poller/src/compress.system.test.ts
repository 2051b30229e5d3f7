// COMPRESS=DEFLATE on a real server (RFC 4978): the history comes in a fraction of its bytes, whole to the last one, also when the connection is cut
// in the middle of a stream; the connection that waits for new mail stays plain, since it would only hold memory.
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { startFaultProxy, type FaultProxy } from '@quittance/testing/fault-proxy';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { missingPrograms } from '@quittance/testing/tools';
import { openBytes } from '@quittance/vault/message-bytes';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { start, type PollerDeps } from './start.ts';

const missing = missingPrograms('dovecot', 'openssl');
const MAILS = 120;
const LINE = 'Your subscription was renewed for a year. ';

describe.skipIf(missing)(`a compressed connection${missing}`, () => {
  let dovecot: Dovecot;
  let ana: string;
  let tests = 0;
  let proxy: FaultProxy;
  let poller: TestPoller<Pick<PollerDeps, 'timing' | 'compressLoopback'>>;

  beforeAll(async () => {
    dovecot = await startDovecot({ compress: true });
  });
  afterAll(() => dovecot.stop());
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

  const finished = async () => expect((await poller.mailbox()).backfill.finishedAt).not.toBeNull();

  async function fill(): Promise<string[]> {
    const raws = Array.from({ length: MAILS }, (_, n) => mail(`notice ${n}`, LINE.repeat(1_000)));
    for (const raw of raws) await dovecot.deliver(ana, raw);
    return raws.map((raw) => raw.toString('latin1')).sort();
  }

  async function stored(): Promise<string[]> {
    const rows = await poller.database.db.selectFrom('staged_message').select(['content_id', 'wrapped_key', 'ciphertext']).execute();
    const raws = rows.map((row) => openBytes(poller.vault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext }));
    return raws.map((raw) => raw.toString('latin1')).sort();
  }

  it('brings the same bytes in a fraction of them', async () => {
    const sent = await fill();
    await poller.run({ compressLoopback: true });
    await until(finished, 20_000);
    expect(await stored()).toEqual(sent);
    expect(proxy.sent.match(/COMPRESS DEFLATE/g)).toHaveLength(1);
    expect(proxy.receivedBytes).toBeLessThan(sent.join('').length / 5);
    await dovecot.deliver(ana, mail('live'));
    await until(async () => expect(await poller.contents()).toBe(MAILS + 1));
  });

  it('loses nothing when it is cut', async () => {
    const sent = await fill();
    proxy.delayMs = 5;
    await poller.run({ compressLoopback: true });
    await until(() => expect(proxy.sent).toContain('COMPRESS DEFLATE'));
    proxy.kill('rst');
    proxy.delayMs = 0;
    await until(finished, 20_000);
    expect(await stored()).toEqual(sent);
  });
});
