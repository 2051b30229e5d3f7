// Rows of the fault table about the mail itself: moved, old, alike; and about our own database going away. Each test is named by its row.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
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

const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
const idling = () => expect(server.idling).toBeGreaterThan(0);
const silently = { announce: false };
const outbox = () => poller.database.db.selectFrom('outbox').select('priority').orderBy('id').execute();
const places = () =>
  poller.database.db.selectFrom('location').select(['path', 'content_id']).where('content_id', 'is not', null).orderBy('path').execute();

it('row 23: moved by a rule before and after it was read: one content, its places, one job each', async () => {
  server.addFolder('Rules');
  await poller.run();
  await until(idling);
  const [early, late] = [mail('moved before'), mail('moved after')];
  let isMoved = false;
  server.script = ({ verb, folder }) => {
    if (verb === 'UID FETCH' && !isMoved && folder === server.folders.get('INBOX')) {
      isMoved = true;
      server.expunge('INBOX', 1);
      server.deliver('Rules', early, silently);
    }
    return undefined;
  };
  server.deliver('INBOX', early);
  await until(contents(1));
  server.deliver('INBOX', late);
  await until(contents(2));
  server.expunge('INBOX', 2);
  server.deliver('Rules', late, silently);
  await until(async () => expect((await places()).map(({ path }) => path)).toEqual(['INBOX', 'Rules', 'Rules']));
  expect(new Set((await places()).map(({ content_id }) => content_id)).size).toBe(2);
  expect(await outbox()).toHaveLength(2);
});

it('row 24: old mail that is moved in is read, but is no news; what is new among it is', async () => {
  server.addFolder('Import');
  await poller.run();
  await until(idling);
  server.deliver('INBOX', mail('from 2001'), { internalDate: new Date('2001-02-03') });
  await until(contents(1));
  await until(() => expect(server.commands.some((command) => /^EXAMINE "?Import/.test(command))).toBe(true));
  await until(async () => {
    const row = await poller.database.db.selectFrom('folder').select('checked_at').where('path', '=', 'Import').executeTakeFirst();
    expect(row?.checked_at).toBeTruthy();
  });
  for (let n = 0; n < 200; n += 1) server.deliver('Import', mail(`old ${n}`), { internalDate: new Date('2024-02-03'), announce: false });
  server.deliver('Import', mail('new'), silently);
  await until(contents(202), 20_000);
  expect((await outbox()).filter(({ priority }) => priority === 'live')).toHaveLength(1);
});

it('row 25: the same Message-ID twice, none at all, and one mail in Sent and INBOX: kept by content', async () => {
  server.addFolder('Sent', '\\HasNoChildren \\Sent');
  const head = 'From: ana@example.org\r\nMessage-ID: <one@example.org>\r\nSubject: x\r\n\r\n';
  server.deliver('INBOX', `${head}first\r\n`, silently);
  server.deliver('INBOX', `${head}second\r\n`, silently);
  server.deliver('INBOX', 'From: a@b.example\r\nSubject: no id\r\n\r\ntext\r\n', silently);
  const toMyself = mail('to myself');
  server.deliver('INBOX', toMyself, silently);
  server.deliver('Sent', toMyself, silently);
  await poller.run();
  await until(async () => expect(await places()).toHaveLength(5));
  expect(await poller.contents()).toBe(4);
  expect(await outbox()).toHaveLength(4);
});

it('row 30: the database goes away for a while: no cursor moves, everything is read afterwards', { timeout: 60_000 }, async () => {
  await poller.run();
  await until(idling);
  const comeBack = await poller.database.goAway();
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`meanwhile ${n}`));
  await until(() => expect(server.idling).toBe(0));
  await comeBack();
  await until(contents(5), 30_000);
  expect(await outbox()).toHaveLength(5);
});
