// The first pass of a backfill: what it passes over is settled and never fetched, what may matter arrives whole, and the person may ask for
// everything after all.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setReading } from '@quittance/store/passed-over';
import { asUser } from '@quittance/store/transaction';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import type { Reading } from '@quittance/domain/mailbox';
import { openBytes } from '@quittance/vault/message-bytes';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'timing' | 'source'>>;

beforeEach(async () => {
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const CHAT =
  'We had a wonderful walk along the river with the dogs, and then your sister called and told us about the garden. ' +
  'The weather was not what we hoped for but it was good to see the children. When will you be here with them again? ';
const chat = (n: number, size = 300) => mail(`about the garden ${n}`, CHAT.repeat(Math.ceil(size / CHAT.length)));
const notice = (n: number, size = 100) =>
  mail(`news from us ${n}`, `Your subscription was renewed for a year. ${'Thank you for being with us. '.repeat(Math.ceil(size / 30))}`);
const old = { internalDate: new Date('2026-01-01'), announce: false };
const finished = async () => expect((await poller.mailbox()).backfill.finishedAt).not.toBeNull();
const fetches = () => server.commands.filter((command) => command.startsWith('UID FETCH') && command.includes('BODY'));
const choose = (reading: Reading) =>
  asUser(poller.database.db, poller.userId, (tx) => setReading(tx, poller.userId, poller.mailboxId, reading));

it('passes over what cannot matter, fetches the rest once, and says where everything is', async () => {
  for (let n = 0; n < 300; n += 1) server.deliver('INBOX', n % 10 === 0 ? notice(n, n % 20 === 0 ? 100 : 30_000) : chat(n, 40_000), old);
  await poller.run();
  await until(finished);
  expect(await poller.contents()).toBe(30);
  expect(await poller.counts()).toMatchObject({ pending: 30, ignored: 270 });
  expect((await poller.mailbox()).backfill).toMatchObject({ total: 300, done: 300 });
  // The beginnings of a hundred and of two hundred, and after each the notices that did not come whole with theirs.
  expect(fetches()).toHaveLength(4);
  expect([fetches()[1]!, fetches()[3]!].flatMap((whole) => whole.split(','))).toHaveLength(15);
  const staged = await poller.database.db.selectFrom('staged_message').select(['content_id', 'wrapped_key', 'ciphertext']).execute();
  const kept = staged.map((row) => openBytes(poller.vault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext }));
  const sent = server.folders.get('INBOX')!.messages.filter(({ raw }) => raw.includes('subscription'));
  expect(kept.map((raw) => raw.toString('latin1')).sort()).toEqual(sent.map(({ raw }) => raw.toString('latin1')).sort());
});

it('looks at more of a message whose beginning shows no text, and reads it when that does not help', async () => {
  const head = 'From: a@shop.example\r\nSubject: hello\r\nContent-Type: text/html\r\n\r\n';
  const styles = (length: number) => `<style>${'.a{color:red}'.repeat(Math.ceil(length / 13))}</style>`;
  const page = (length: number, text: string) => `${head}${styles(length)}<p>${text}</p>${'<!-- -->'.repeat(5_000)}`;
  server.deliver('INBOX', page(20_000, CHAT.repeat(4)), old);
  server.deliver('INBOX', page(20_000, 'Your membership ends soon.'), old);
  server.deliver('INBOX', page(90_000, CHAT.repeat(4)), old);
  await poller.run();
  await until(finished);
  expect(await poller.counts()).toMatchObject({ ignored: 1, pending: 2 });
  expect(fetches().map((command) => /<(\d+\.\d+)>/.exec(command)?.[1])).toEqual(['0.8192', '8192.8192', '16384.49152', undefined]);
});

it('reads sparingly where the person says so, and everything where they say that', async () => {
  for (let n = 0; n < 200; n += 1) server.deliver('INBOX', n % 20 === 0 ? notice(n) : chat(n, 60_000), old);
  await choose('sparing');
  await poller.run();
  await until(finished);
  expect(fetches()[0]).toContain('<0.5632>');
  expect(await poller.counts()).toMatchObject({ ignored: 190, pending: 10 });

  await choose('whole');
  await until(async () => expect(await poller.contents()).toBe(200), 20_000);
  await until(finished);
  expect(await poller.counts()).toMatchObject({ ignored: 0, pending: 200 });
  expect((await poller.mailbox()).backfill).toMatchObject({ total: 200, done: 200 });
  const again = fetches().flatMap((command) => (command.includes('BODY.PEEK[])') ? [command] : []));
  expect(again.length).toBeGreaterThan(0);
});

it('passes over nothing of what came after the mailbox was connected', async () => {
  server.deliver('INBOX', chat(1), { announce: false });
  await poller.run();
  await until(async () => expect(await poller.contents()).toBe(1));
  await until(() => expect(server.idling).toBe(1));
  server.deliver('INBOX', chat(2));
  await until(async () => expect(await poller.contents()).toBe(2));
});

it('a beginning that was not delivered waits, and is asked for again', async () => {
  for (let n = 0; n < 4; n += 1) server.deliver('INBOX', notice(n), old);
  let withhold = true;
  server.script = ({ verb, args, folder, tag }) => {
    if (verb !== 'UID FETCH' || !withhold) return undefined;
    withhold = false;
    folder!.messages.splice(1, 1, { ...folder!.messages[1]!, uid: 2 });
    return args.includes('BODY') ? `${tag} OK nothing today\r\n` : undefined;
  };
  await poller.run();
  await until(async () => expect(await poller.contents()).toBe(4));
});
