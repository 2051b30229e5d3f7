// Which folders are read: by their use, by the person's word, and under another name.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { setFolderChoices } from '@quittance/store/folder-choices';
import { listFolders } from '@quittance/store/folders';
import { asUser } from '@quittance/store/transaction';
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
const folder = async (path: string) => (await listFolders(poller.database.db, poller.mailboxId)).find((one) => one.path === path);
const choose = async (path: string, choice: boolean | null) => {
  const { id } = (await folder(path))!;
  await asUser(poller.database.db, poller.userId, (tx) => setFolderChoices(tx, poller.userId, poller.mailboxId, new Map([[id, choice]])));
};
const silently = { announce: false };
const examined = (path: string) => server.commands.filter((command) => command === `EXAMINE ${path}` || command === `EXAMINE "${path}"`);

it('reads the folders the person wants, with what was in them, and leaves those they do not want', async () => {
  server.addFolder('Drafts', '\\HasNoChildren \\Drafts');
  server.addFolder('Lists');
  for (let n = 0; n < 3; n += 1) server.deliver('Drafts', mail(`draft ${n}`), silently);
  server.deliver('Lists', mail('list'), silently);
  await poller.run();
  await until(contents(1));
  await choose('Drafts', true);
  await until(contents(4));
  await choose('Lists', false);
  await until(async () => expect((await folder('Lists'))?.wanted).toBe(false));
  await until(() => expect(server.idling).toBe(1));
  server.deliver('Lists', mail('unwanted'), silently);
  server.deliver('Drafts', mail('wanted'), silently);
  await until(contents(5));
  const before = examined('Lists').length;
  server.deliver('Drafts', mail('wanted, too'), silently);
  await until(contents(6));
  expect(examined('Lists')).toHaveLength(before);
});

it('keeps reading where mail arrives, whatever was ticked', async () => {
  await poller.run();
  await until(() => expect(server.idling).toBe(1));
  await choose('INBOX', false);
  server.deliver('INBOX', mail('arrives'));
  await until(contents(1));
  await until(async () => expect((await folder('INBOX'))?.wanted).toBe(true));
});

it('reads Gmail through its inbox where All Mail is not wanted', async () => {
  server.capabilities = 'IMAP4rev1 IDLE SPECIAL-USE X-GM-EXT-1';
  server.addFolder('[Gmail]/All Mail', '\\HasNoChildren \\All');
  await poller.run();
  await until(async () => expect(await folder('INBOX')).toMatchObject({ wanted: false }));
  await choose('[Gmail]/All Mail', false);
  await until(async () => expect(await folder('INBOX')).toMatchObject({ wanted: true }));
  server.deliver('INBOX', mail('arrives'));
  await until(contents(1));
  await choose('[Gmail]/All Mail', null);
  await until(async () => expect(await folder('INBOX')).toMatchObject({ wanted: false }));
});

async function readLists(): Promise<string> {
  server.addFolder('Lists').uidValidity = 77;
  for (let n = 0; n < 4; n += 1) server.deliver('Lists', mail(`list ${n}`), silently);
  const service = await poller.run();
  await until(contents(4));
  await service.stop();
  return (await folder('Lists'))!.id;
}

it('goes on in a folder that was renamed, without reading it again', async () => {
  const id = await readLists();
  const lists = server.folders.get('Lists')!;
  server.folders.delete('Lists');
  server.folders.set('Archive.Lists', lists);
  server.deliver('Archive.Lists', mail('after the move'), silently);
  server.commands.length = 0;
  await poller.run();
  await until(contents(5));
  expect((await folder('Archive.Lists'))?.id).toBe(id);
  expect(await folder('Lists')).toBeUndefined();
  const bodies = server.commands.filter((command) => command.startsWith('UID FETCH') && command.includes('BODY'));
  expect(bodies.map((command) => command.split(' ')[2])).toEqual(['5']);
});

it('does not take another folder with the same UIDVALIDITY for a renamed one', async () => {
  const id = await readLists();
  server.folders.delete('Lists');
  server.addFolder('Other').uidValidity = 77;
  for (let n = 0; n < 6; n += 1) server.deliver('Other', mail(`another ${n}`, 'of another size'.repeat(n + 1)), silently);
  await poller.run();
  await until(contents(10));
  expect((await folder('Other'))?.id).not.toBe(id);
  expect(await folder('Lists')).toMatchObject({ id, listed: false });
});
