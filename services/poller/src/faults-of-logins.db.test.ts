// Rows of the fault table about signing in. Each test is named by its row; 10 and 11 stand in
// oauth.system.test.ts, the table of refusals is tested in packages/imap.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, until, type TestPoller } from '@quittance/testing/poller';
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

const idling = () => expect(server.idling).toBeGreaterThan(0);
const alerts = () => poller.database.db.selectFrom('alert').select(['kind', 'data', 'seen_at']).execute();
const tries = () => server.commands.filter((command) => /^(LOGIN|AUTHENTICATE)/.test(command)).length;

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

it('a mailbox that was unreadable for too long raises one alert, and its recovery takes it back', async () => {
  server.script = ({ verb, tag }) => (verb === 'LOGIN' ? `${tag} NO [UNAVAILABLE] later\r\n` : undefined);
  await poller.run({ timing: { unreadableMs: 500 } });
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
