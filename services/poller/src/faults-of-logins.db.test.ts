// Rows of the fault table about signing in. Each test is named by its row; 10 and 11 stand in
// oauth.system.test.ts, the table of refusals is tested in packages/imap.
import { silentLog, type Log } from '@quittance/domain/log';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type Script, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { startFaultProxy } from '@quittance/testing/fault-proxy';
import { changeMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { DEFAULT_TIMING } from './poller-deps.ts';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Partial<Pick<PollerDeps, 'timing' | 'source' | 'log' | 'random' | 'limiter'>>>;

beforeEach(async () => {
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const idling = () => expect(server.idling).toBeGreaterThan(0);
const alerts = () => poller.database.db.selectFrom('alert').select(['kind', 'data', 'seen_at']).execute();
const tries = () => server.commands.filter((command) => /^(LOGIN|AUTHENTICATE)/.test(command)).length;

it.each<[string, Script]>([
  ['drops with its OK', ({ verb, tag, socket }) => (verb === 'LOGIN' ? (socket.end(`${tag} OK done\r\n`), '') : undefined)],
  ['says BYE with its OK', ({ verb, tag, socket }) => (verb === 'LOGIN' ? (socket.end(`${tag} OK done\r\n* BYE no\r\n`), '') : undefined)],
  ['drops at the first command', ({ verb }) => (/^(LOGIN|CAPABILITY)$/.test(verb) ? undefined : null)],
  ['drops when the folder is opened', ({ verb }) => (verb === 'EXAMINE' ? null : undefined)],
])('row 7: a server that lets in and %s sees two logins in two minutes, and nobody is stopped or woken over it', async (_name, script) => {
  const waits: number[] = [];
  const log: Log = {
    ...silentLog,
    warn: (fields, event) => void (event === 'session_failed' && waits.push((fields as { delayMs: number }).delayMs)),
    child: () => log,
  };
  server.script = script;
  await poller.run({ log, timing: { networkMs: 5, calmMs: DEFAULT_TIMING.calmMs } });
  await until(() => expect(waits).toHaveLength(2));
  expect(waits[1]).toBeGreaterThanOrEqual(120_000);
  expect(tries()).toBe(2);
  expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: { code: 'connection_lost' } });
  expect(await alerts()).toEqual([]);
});

it('row 7: a server that drops the second connection each time sees it twice in two minutes, and live mail is read', async () => {
  const waits: number[] = [];
  const log: Log = {
    ...silentLog,
    warn: (fields, event) => void (event === 'second_connection_failed' && waits.push((fields as { delayMs: number }).delayMs)),
    child: () => log,
  };
  let live: unknown = null;
  server.script = ({ verb, socket }) => {
    live ??= socket;
    return socket === live || /^(LOGIN|CAPABILITY)$/.test(verb) ? undefined : null;
  };
  await poller.run({ log, timing: { networkMs: 5, calmMs: DEFAULT_TIMING.calmMs } });
  await until(() => expect(waits).toHaveLength(2));
  expect(waits[1]).toBeGreaterThanOrEqual(120_000);
  server.deliver('INBOX', mail('live'));
  await until(async () => expect(await poller.contents()).toBe(1));
  expect(tries()).toBe(3);
});

it('row 9: a second connection that is refused for ever is told of where the mailbox is looked at, until it is had', async () => {
  let live: unknown = null;
  let isFull = true;
  server.script = ({ verb, tag, socket }) => {
    if (verb !== 'LOGIN') return undefined;
    live ??= socket;
    return socket === live || !isFull ? undefined : `${tag} NO [LIMIT] Maximum number of connections exceeded\r\n`;
  };
  await poller.run({ timing: { networkMs: 5, busyMs: 5 }, limiter: { acquire: async () => {}, report() {} } });
  const problem = { code: 'second_refused', text: expect.stringContaining('Maximum number of connections') as string };
  await until(async () => expect(await poller.mailbox()).toMatchObject({ problem: null, state: 'active', backfill: { problem } }));
  expect(await alerts()).toEqual([]);
  isFull = false;
  await until(async () => expect(await poller.mailbox()).toMatchObject({ backfill: { problem: null } }));
});

it('row 6: a server that is down behind a proxy, which lets in and says nothing, is called again soon', async () => {
  const waits: number[] = [];
  const log: Log = {
    ...silentLog,
    warn: (fields, event) => void (event === 'session_failed' && waits.push((fields as { delayMs: number }).delayMs)),
    child: () => log,
  };
  const proxy = await startFaultProxy(server.port);
  proxy.mode = 'refuse';
  const settings = { address: 'ana@example.org', host: '127.0.0.1', port: proxy.port, tls: 'none', username: 'ana' } as const;
  await inTransaction(poller.database.db, (tx) =>
    changeMailbox(tx, poller.vault, { userId: poller.userId, id: poller.mailboxId, settings }),
  );
  await poller.run({
    log,
    random: () => 1,
    limiter: { acquire: async () => {}, report() {} },
    timing: { networkMs: 5, calmMs: DEFAULT_TIMING.calmMs },
  });
  await until(() => expect(waits.length).toBeGreaterThanOrEqual(5));
  expect(waits.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
  proxy.mode = 'pass';
  await until(idling);
  await proxy.close();
});

it('row 8: a password refused twice stops the mailbox: the person is told, and there is no third login', async () => {
  server.script = ({ verb, tag }) => (verb === 'LOGIN' ? `${tag} NO [AUTHENTICATIONFAILED] Authentication failed.\r\n` : undefined);
  await poller.run({ timing: { credentialAgainMs: 100 } });
  await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'stopped', problem: { code: 'credential_refused' } }));
  expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { reason: 'credential_refused' } }]);
  expect(tries()).toBe(2);
});

it('row 9: refused for too many connections, for being busy, or without a reason: never taken for a wrong password', async () => {
  const answers = [
    'NO [LIMIT] Maximum number of connections exceeded',
    'NO [UNAVAILABLE] try later',
    'NO [ALERT] Too many simultaneous connections. (Failure)',
  ];
  server.script = ({ verb, tag }) => {
    const answer = verb === 'LOGIN' ? answers.shift() : undefined;
    return answer && `${tag} ${answer}\r\n`;
  };
  await poller.run({ timing: { credentialAgainMs: 100 } });
  await until(idling, 20_000);
  expect(answers).toEqual([]);
  expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: null });
  expect(await alerts()).toEqual([]);
});

// Long enough for the first login to be refused: until then the reason is that nothing was checked.
it('a mailbox that was unreadable for too long raises one alert, and its recovery takes it back', async () => {
  server.script = ({ verb, tag }) => (verb === 'LOGIN' ? `${tag} NO [UNAVAILABLE] later\r\n` : undefined);
  await poller.run({ timing: { unreadableMs: 2_000 } });
  await until(async () => expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { reason: 'busy' }, seen_at: null }]));
  server.script = () => undefined;
  await until(async () => expect((await alerts())[0]?.seen_at).not.toBeNull(), 20_000);
  expect(await alerts()).toHaveLength(1);
});

it('a mailbox that nothing fails on and nothing is read from is reported, too', async () => {
  server.script = ({ verb }) => (verb === 'LIST' ? '' : undefined);
  await poller.run({ timing: { unreadableMs: 500 } });
  await until(async () => expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { reason: 'not_checked' } }]));
});
