// Row 21 of the fault table, in full: a server that says neither UIDVALIDITY nor UIDNEXT, and numbers a folder anew.
import { checkFence } from '@quittance/store/leases';
import { inTransaction } from '@quittance/store/transaction';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type ScriptedFolder, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'timing'>>;
beforeEach(async () => {
  server = await startScriptedImap();
  inbox().uidValidity = null;
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const inbox = (): ScriptedFolder => server.folders.get('INBOX')!;
const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
let sent = 0;
const deliver = (subject: string): void => {
  sent += 1;
  // Newer ones are longer, too.
  const internalDate = new Date(Date.now() - 3_600_000 + sent * 1_000);
  server.deliver('INBOX', mail(subject, 'x'.repeat(sent)), { internalDate, announce: false });
};

/** As a server that has lost its index: from 1, in the order of the mails. */
function numberAnew(): void {
  inbox().messages = inbox().messages.map((message, index) => ({ ...message, uid: index + 1 }));
  inbox().uidNext = inbox().messages.length + 1;
}

async function readTen(first = 1): Promise<void> {
  inbox().uidNext = first;
  for (let n = 0; n < 10; n += 1) deliver(`old ${n}`);
  const service = await poller.run();
  await until(contents(10));
  await until(async () => expect((await poller.mailbox()).backfill.finishedAt).not.toBeNull());
  await service.stop();
}

const retired = async () => (await poller.database.db.selectFrom('location').select('uid').where('uid_validity', '<', 0).execute()).length;

it('finds mail that came under numbers that were taken', async () => {
  await readTen();
  inbox().messages.splice(0, 5);
  numberAnew();
  deliver('came after that');
  await poller.run();
  await until(contents(11));
  expect(await retired()).toBe(10);
});

it('finds it where not one of the numbers was taken, and while the folder stays open', async () => {
  await readTen(743_024_218);
  const searched = () => server.commands.filter((command) => command.startsWith('UID SEARCH UID 1:')).length;
  const before = searched();
  await poller.run({ timing: { reopenMs: 300 } });
  // History was looked for, and none was found: until the next session nobody does that again.
  await until(() => expect(searched()).toBeGreaterThan(before));
  await until(() => expect([server.idling, server.connections]).toEqual([1, 2]));
  numberAnew();
  deliver('came after that');
  await until(contents(11));
});

it('takes a folder whose newest mails were deleted for the same', async () => {
  await readTen();
  inbox().messages.splice(7, 3);
  deliver('came after that');
  await poller.run({ timing: { reopenMs: 100 } });
  await until(contents(11));
  const opened = () => server.commands.filter((command) => command.startsWith('EXAMINE')).length;
  const before = opened();
  await until(() => expect(opened()).toBeGreaterThan(before + 2));
  inbox().messages.splice(0);
  await until(() => expect(opened()).toBeGreaterThan(before + 5));
  expect(await retired()).toBe(0);
});

it.each([
  ['a new UIDVALIDITY', 8, 100, 5],
  // The session begins anew, once.
  ['the old one, counting from the start', 7, 0, 7],
])('reads a history that became another one while the folder stays open: %s', async (_, uidValidity, shift, logins) => {
  inbox().uidValidity = 7;
  await readTen();
  await poller.run({ timing: { reopenMs: 300 } });
  await until(() => expect(server.idling).toBe(1));
  inbox().messages.splice(0, 5);
  numberAnew();
  inbox().messages = inbox().messages.map((message) => ({ ...message, uid: message.uid + shift }));
  inbox().uidNext += shift;
  inbox().uidValidity = uidValidity;
  deliver('came after that');
  await until(contents(11));
  expect(server.logins).toBeLessThanOrEqual(logins);
});

it('lets no batch of the old numbers be written among the new ones', async () => {
  await readTen();
  await poller.run({ timing: { reopenMs: 300 } });
  await until(() => expect(server.idling).toBe(1));
  const { db } = poller.database;
  const { mailboxId } = poller;
  const { token } = await db.selectFrom('mailbox_lease').select('token').where('mailbox_id', '=', mailboxId).executeTakeFirstOrThrow();
  inbox().messages.splice(0, 5);
  numberAnew();
  deliver('came after that');
  await until(contents(11));
  // What was being read then is fenced out: by the folder's UIDVALIDITY it could not tell.
  await expect(inTransaction(db, (tx) => checkFence(tx, { mailboxId, token }))).rejects.toMatchObject({ code: 'lease_lost' });
});
