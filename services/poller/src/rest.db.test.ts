// A mailbox at rest: one connection, on which the other folders are looked after too. A second one comes when there is something for it, and goes.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setReading } from '@quittance/store/passed-over';
import { asUser } from '@quittance/store/transaction';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { createChangedFolders } from './changed-folders.ts';
import { restUntil } from './rest-until.ts';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'timing' | 'source'>>;

beforeEach(async () => {
  server = await startScriptedImap();
  server.addFolder('Archive');
  server.addFolder('Junk', '\\HasNoChildren \\Junk');
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
const connections = (count: number) => () => expect(server.connections).toBe(count);
const silently = { announce: false };

it('needs one connection when the history is read, and finds what comes into any folder', async () => {
  await asUser(poller.database.db, poller.userId, (tx) => setReading(tx, poller.userId, poller.mailboxId, 'whole'));
  for (let n = 0; n < 3; n += 1) server.deliver('Archive', mail(`old ${n}`), silently);
  await poller.run({ timing: { keepMs: 50 } });
  await until(contents(3));
  await until(connections(1));
  expect(server.logins).toBe(2);
  server.deliver('INBOX', mail('live'));
  await until(contents(4));
  server.deliver('Junk', mail('elsewhere'), silently);
  await until(contents(5));
  expect(server.logins).toBe(3);
  // Folders that are in use keep their connection, so that nobody signs in again for each mail that is filed.
  server.deliver('Archive', mail('filed'), silently);
  await until(contents(6));
  expect(server.logins).toBe(3);
  server.deliver('INBOX', mail('live, too'));
  await until(contents(7));
});

it('reads a folder that is made while it watches, before the hour’s listing, and goes back to one connection', async () => {
  await poller.run({ timing: { keepMs: 50, inUseMs: 50, sweepMs: 20, reopenMs: 40 } });
  // The second connection has come and gone.
  await until(() => expect([server.logins, server.connections]).toEqual([2, 1]));
  server.addFolder('Bills');
  server.deliver('Bills', mail('filed by a rule'), silently);
  await until(contents(1));
  await until(connections(1));
});

it('looks at the watched folder first when something happens in it while the others are asked for', async () => {
  for (let n = 0; n < 6; n += 1) server.addFolder(`Lists ${n}`);
  let arrived = false;
  server.script = ({ verb, tag, args }) => {
    if (verb !== 'STATUS' || arrived || !args.includes('Lists 2') || server.connections > 1) return undefined;
    arrived = true;
    server.deliver('INBOX', mail('meanwhile'), silently);
    return `* STATUS "Lists 2" (UIDNEXT 1 UIDVALIDITY 1)\r\n* 1 EXISTS\r\n${tag} OK done\r\n`;
  };
  await poller.run({ timing: { keepMs: 50, heartbeatMs: 60_000 } });
  await until(contents(1));
  const at = server.commands.findLastIndex((command) => command.includes('BODY.PEEK[]'));
  const asked = (command: string): boolean => command.startsWith('STATUS') && command.includes('Lists');
  expect(server.commands.slice(0, at).findLast(asked)).toContain('Lists 2');
  await until(() => expect(server.commands.slice(at).filter(asked).length).toBeGreaterThan(2));
});

it('rests until the first event and leaves no listener', async () => {
  const changed = createChangedFolders();
  expect(changed.take()!('any')).toBe('unseen');
  const wakes = new Set<() => void>();
  const subscribe = (wake: () => void) => {
    wakes.add(wake);
    return () => wakes.delete(wake);
  };
  const resting = restUntil(60_000, new AbortController().signal, subscribe, changed.onAdded);
  expect(wakes.size).toBe(1);
  changed.add('one');
  await resting;
  expect(wakes.size).toBe(0);
  const isDue = changed.take()!;
  expect([isDue('one'), isDue('other'), changed.take()]).toEqual(['changed', null, null]);
  await restUntil(60_000, AbortSignal.abort());
});
