// Rows of the fault table about the mail itself: moved, old, alike; and about our own database going away. Each test is named by its row.
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Partial<Pick<PollerDeps, 'timing' | 'source' | 'publishClassify'>>>;

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

it('big mails that come at once are read in pieces that fit in memory, each asked for once', async () => {
  await poller.run();
  await until(idling);
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`big ${n}`, 'x'.repeat(78).concat('\r\n').repeat(60_000)), silently);
  server.deliver('INBOX', mail('small'));
  await until(contents(4));
  const whole = server.commands.filter((command) => command.startsWith('UID FETCH') && command.includes('BODY.PEEK[])'));
  expect(whole.map((command) => command.split(' ')[2])).toEqual(['1', '2', '3']);
  const attempts = await poller.database.db.selectFrom('location').select('attempts').execute();
  expect(attempts.map((row) => row.attempts)).toEqual([1, 1, 1, 1]);
});

const cursors = () => poller.database.db.selectFrom('folder').select(['path', 'next_uid', 'low_uid']).orderBy('path').execute();

it('row 30: the disk of the database is full: no cursor moves, nothing half is written, everything is read when there is room', async () => {
  await poller.run();
  await until(idling);
  server.deliver('INBOX', mail('before'));
  await until(contents(1));
  await fillDisk();
  const before = await cursors();
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`meanwhile ${n}`));
  await until(async () => expect((await poller.mailbox()).problem?.code).toBe('internal_error'));
  expect(await cursors()).toEqual(before);
  expect([await poller.contents(), (await outbox()).length, (await places()).length]).toEqual([1, 1, 1]);
  await sql`drop trigger no_room on staged_message`.execute(poller.database.db);
  await until(contents(6), 30_000);
  expect(await outbox()).toHaveLength(6);
  await until(async () => expect((await poller.mailbox()).problem).toBeNull());
});

/** As PostgreSQL says it (53100 disk_full), at the one statement that needs much room. */
async function fillDisk(): Promise<void> {
  const { db } = poller.database;
  await sql`create function no_room() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(db);
  await sql`create trigger no_room before insert on staged_message for each statement execute function no_room()`.execute(db);
}

it('row 30: the queue is down: the live connection is kept, mail is taken in, and its jobs go out once when the queue is back', async () => {
  let isDown = true;
  const published: number[] = [];
  const publishClassify: PollerDeps['publishClassify'] = async (jobs) => {
    if (isDown) throw new Error('the queue is down');
    published.push(...jobs.flatMap(({ contentIds }) => contentIds));
  };
  await poller.run({ publishClassify });
  await until(idling);
  // The second connection, too.
  await until(() => expect(server.logins).toBe(2));
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`meanwhile ${n}`));
  await until(contents(5));
  const waiting = () => poller.database.db.selectFrom('outbox').select('id').where('published_at', 'is', null).execute();
  expect(await waiting()).toHaveLength(5);
  expect(server.logins).toBe(2);
  isDown = false;
  await until(async () => expect(await waiting()).toEqual([]));
  expect(published.toSorted((a, b) => a - b)).toHaveLength(5);
  expect(new Set(published).size).toBe(5);
  expect((await poller.mailbox()).problem).toBeNull();
});

it('row 30: the database goes away for a while: no cursor moves, everything is read afterwards', { timeout: 60_000 }, async () => {
  await poller.run();
  await until(idling);
  const before = await cursors();
  const comeBack = await poller.database.goAway();
  server.commands.length = 0;
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`meanwhile ${n}`));
  await until(() => expect(server.idling).toBe(0));
  await comeBack();
  await until(contents(5), 30_000);
  expect(await outbox()).toHaveLength(5);
  // The search runs beside the database: one may have been made while it was away, and no second one where the session outlived that.
  const searches = server.commands.filter((command) => command.startsWith('UID SEARCH'));
  expect(searches[0]).toBe(`UID SEARCH UID ${before[0]!.next_uid}:*`);
  expect((await cursors())[0]).toMatchObject({ next_uid: before[0]!.next_uid + 5 });
});
