// The poller against a scripted server: each test is a row of the fault table, a way in which real servers and networks fail.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchRow, startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { changeMailbox } from '@quittance/store/mailboxes';
import { setReading } from '@quittance/store/passed-over';
import { asUser } from '@quittance/store/transaction';
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

const readWhole = () => asUser(poller.database.db, poller.userId, (tx) => setReading(tx, poller.userId, poller.mailboxId, 'whole'));
const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
const idling = () => expect(server.idling).toBeGreaterThan(0);

describe('history and live mail', () => {
  it('reads what was there, newest first, then what arrives', async () => {
    await readWhole();
    for (let n = 0; n < 250; n += 1) server.deliver('INBOX', mail(`old ${n}`), { internalDate: new Date('2026-01-01'), announce: false });
    await poller.run();
    await until(async () =>
      expect((await poller.mailbox()).backfill).toMatchObject({ total: 250, done: 250, finishedAt: expect.any(String) }),
    );
    const reads = server.commands.filter((command) => /BODY\.PEEK\[\]/.test(command));
    expect(reads[0]).toContain('151:250');
    await until(idling);
    server.deliver('INBOX', mail('new'));
    await until(contents(251));
    const outbox = await poller.database.db.selectFrom('outbox').select('priority').orderBy('id').execute();
    expect(outbox.map((row) => row.priority)).toEqual([...Array.from({ length: 250 }, () => 'history'), 'live']);
    // The relay may hand a live row over a second time beside publishNow; the queue knows it by its job id.
    await until(() => expect(new Set(poller.published.flatMap((job) => job.contentIds))).toHaveProperty('size', 251));
    expect(
      server.commands.every((command) => !/^(SELECT|STORE|UID STORE|COPY|UID COPY|MOVE|UID MOVE|EXPUNGE|APPEND|CLOSE)/.test(command)),
    ).toBe(true);
  });

  it("row 31: takes in live mail while history is read, on two connections that never get in each other's way", async () => {
    const internalDate = new Date('2026-01-01');
    for (let n = 0; n < 1_000; n += 1) server.deliver('INBOX', mail(`old ${n}`), { internalDate, announce: false });
    await poller.run();
    await until(async () => expect(await poller.contents()).toBeGreaterThan(0));
    for (let n = 0; n < 20; n += 1) {
      const before = await poller.contents();
      server.deliver('INBOX', mail(`new ${n}`));
      await until(async () => expect(await poller.contents()).toBeGreaterThan(before));
    }
    await until(contents(1_020));
    expect(server.logins).toBe(2);
    const live = await poller.database.db.selectFrom('outbox').select('id').where('priority', '=', 'live').execute();
    expect(live).toHaveLength(20);
  });

  it('goes on where it was stopped', async () => {
    await readWhole();
    for (let n = 0; n < 120; n += 1) server.deliver('INBOX', mail(`old ${n}`), { announce: false });
    let fetches = 0;
    server.script = ({ verb, args }) => (verb === 'UID FETCH' && args.includes('BODY.PEEK[]') && ++fetches === 2 ? null : undefined);
    const first = await poller.run();
    await until(() => expect(fetches).toBe(2));
    await first.stop();
    expect(await poller.contents()).toBe(100);
    server.commands.length = 0;
    await poller.run();
    await until(contents(120));
    // The batch whose connection broke is taken message by message, lest one of them breaks it again; what was read before is not asked for.
    expect(server.commands.find((command) => /BODY\.PEEK\[\]/.test(command))).toMatch(/ (1:)?20 /);
    expect((await poller.counts()).pending).toBe(120);
  });
});

describe('connections that end', () => {
  it('what is told of the history is the same after them', async () => {
    server.addFolder('Rules');
    for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`old ${n}`), { announce: false });
    await poller.run();
    const finished = async () => (await poller.mailbox()).backfill;
    await until(async () => expect(await finished()).toMatchObject({ total: 5, done: 5, finishedAt: expect.any(String) }));
    const before = await finished();
    server.dropAll('fin');
    // Read over the second connection of the next session, which looks for history right after that.
    server.deliver('Rules', mail('new'), { announce: false });
    await until(contents(6));
    server.deliver('Rules', mail('newer'), { announce: false });
    await until(contents(7));
    expect(await finished()).toEqual(before);
  });

  it.each([
    ['row 1: reset', () => server.dropAll('rst')],
    ['row 2: closed', () => server.dropAll('fin')],
    ['row 2: closed with BYE', () => server.dropAll('fin', '* BYE session expired\r\n')],
  ])('%s while idling: reconnects and finds what came meanwhile', async (_name, drop) => {
    await poller.run();
    await until(idling);
    drop();
    server.deliver('INBOX', mail('meanwhile'), { announce: false });
    await until(contents(1), 5_000);
    await until(async () => expect((await poller.mailbox()).problem).toBeNull());
  });

  it('row 5: cut inside a literal: nothing half is kept, the whole comes later', async () => {
    const raw = mail('big', 'x'.repeat(5_000));
    let cuts = 0;
    server.script = ({ verb, args, folder, socket }) => {
      if (verb !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || cuts > 0) return undefined;
      cuts += 1;
      socket.write(fetchRow(folder!, folder!.messages[0]!, 'BODY.PEEK[]').slice(0, 2_000));
      return null;
    };
    await poller.run();
    await until(idling);
    server.deliver('INBOX', raw);
    await until(() => expect(cuts).toBe(1));
    await until(contents(1));
    const row = await poller.database.db.selectFrom('location').select(['size_bytes', 'state']).executeTakeFirstOrThrow();
    expect(row).toEqual({ size_bytes: raw.length, state: 'pending' });
  });
});

describe('answers that lie', () => {
  it('row 14: SEARCH refused: an error, never "nothing there"', async () => {
    for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`old ${n}`), { announce: false });
    let refusals = 0;
    server.script = ({ verb, tag, args }) =>
      verb === 'UID SEARCH' && args.startsWith('UID 1:') && ++refusals <= 1 ? `${tag} NO busy\r\n` : undefined;
    await poller.run();
    await until(contents(3));
    expect(refusals).toBeGreaterThan(1);
  });

  it('row 15: FETCH that leaves a message out: waits for it, reads the others, asks again', async () => {
    let withhold = true;
    server.script = ({ verb, tag, args, folder }) => {
      if (verb !== 'UID FETCH' || !withhold) return undefined;
      const rows = folder!.messages.filter((message) => message.uid !== 2).map((message) => fetchRow(folder!, message, args));
      return `${rows.reverse().join('')}* 1 FETCH (FLAGS (\\Seen))\r\n${tag} OK done\r\n`;
    };
    await poller.run();
    await until(idling);
    for (let n = 1; n <= 3; n += 1) server.deliver('INBOX', mail(`mail ${n}`), { announce: n === 3 });
    await until(contents(2));
    const pending = await poller.database.db
      .selectFrom('location')
      .select(['uid', 'problem_code'])
      .where('content_id', 'is', null)
      .execute();
    expect(pending).toEqual([{ uid: 2, problem_code: 'not_delivered' }]);
    withhold = false;
    await until(contents(3));
  });

  it('row 16: a message expunged before it was read is gone only after two searches', async () => {
    let expunged = false;
    server.script = ({ verb }) => {
      if (verb === 'UID FETCH' && !expunged) {
        expunged = true;
        server.expunge('INBOX', 1);
      }
      return undefined;
    };
    await poller.run();
    await until(idling);
    server.deliver('INBOX', mail('short-lived'));
    const { db } = poller.database;
    const row = () => db.selectFrom('location').select(['state', 'missing_count', 'next_try_at']).executeTakeFirstOrThrow();
    await until(async () => expect((await row()).missing_count).toBe(1));
    const first = await row();
    expect(first.state).toBe('pending');
    expect(Date.parse(first.next_try_at!) - Date.now()).toBeGreaterThan(4 * 60_000);
    await db.updateTable('location').set({ next_try_at: new Date() }).execute();
    await until(async () => expect((await row()).state).toBe('gone'));
  });

  it('row 20: UIDVALIDITY changes while reading live: all is read again, nothing is taken in twice', async () => {
    const inbox = server.folders.get('INBOX')!;
    await poller.run();
    await until(idling);
    for (let n = 0; n < 20; n += 1) server.deliver('INBOX', mail(`mail ${n}`), { announce: n === 19 });
    await until(contents(20));
    inbox.uidValidity = 7;
    inbox.messages = inbox.messages.map((message, index) => ({ ...message, uid: index + 101 }));
    inbox.uidNext = 121;
    server.deliver('INBOX', mail('came with the change'), { announce: false });
    server.dropAll('fin');
    await until(contents(21));
    await until(async () => expect((await poller.counts()).pending).toBe(41));
    const folder = await poller.database.db.selectFrom('folder').select(['uid_validity', 'next_uid']).executeTakeFirstOrThrow();
    expect(folder).toEqual({ uid_validity: 7, next_uid: 122 });
    const outbox = await poller.database.db.selectFrom('outbox').select('priority').execute();
    expect(outbox.map((row) => row.priority)).toEqual(Array.from({ length: 21 }, () => 'live'));
  });

  it('row 21: a UIDNEXT of 0 is none', async () => {
    server.folders.get('INBOX')!.saysUidNext = 0;
    server.deliver('INBOX', mail('old'), { announce: false });
    await poller.run();
    await until(contents(1));
    server.deliver('INBOX', mail('new'));
    await until(contents(2));
    expect(server.commands.filter((command) => / 0:/.test(command))).toEqual([]);
  });

  it('row 21: no UIDVALIDITY and no UIDNEXT at all: searches carry it', async () => {
    server.folders.get('INBOX')!.uidValidity = null;
    server.deliver('INBOX', mail('old'), { announce: false });
    await poller.run();
    await until(contents(1));
    server.deliver('INBOX', mail('new'));
    await until(contents(2));
  });
});

describe('logins that fail', () => {
  const refuse = (answer: string) => {
    server.script = ({ verb, tag }) => (verb === 'LOGIN' ? `${tag} NO ${answer}\r\n` : undefined);
  };
  const problem = (code: string) => async () => expect((await poller.mailbox()).problem?.code).toBe(code);
  const alerts = () => poller.database.db.selectFrom('alert').select(['kind', 'data']).execute();

  it('blocked by the provider: stopped, the person is told once, and a new password starts it again', async () => {
    refuse('[EXPIRED] Your password expired');
    await poller.run();
    await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'stopped', problem: { code: 'account_blocked' } }));
    expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { reason: 'account_blocked', mailbox: 'ana@example.org' } }]);
    const tries = server.commands.filter((command) => command === 'LOGIN').length;
    server.script = () => undefined;
    await poller.changePassword('another');
    await until(idling);
    expect(tries).toBe(1);
    expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: null });
    server.deliver('INBOX', mail('new'));
    await until(contents(1));
  });

  it('row 8: a refused password is shown, and believed only the second time', async () => {
    refuse('[AUTHENTICATIONFAILED] Authentication failed');
    await poller.run();
    await until(problem('credential_refused'));
    expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: { text: 'Authentication failed' } });
    expect(await alerts()).toEqual([]);
  });

  it('row 9: a server with too many connections stops nothing', async () => {
    refuse('[ALERT] Too many simultaneous connections. (Failure)');
    await poller.run();
    await until(problem('busy'));
    expect((await poller.mailbox()).state).toBe('active');
    expect(await alerts()).toEqual([]);
  });
});

describe('hints that are missing', () => {
  it('mail that was never announced is found at the next heartbeat', async () => {
    await poller.run({ timing: { heartbeatMs: 300 } });
    await until(idling);
    server.deliver('INBOX', mail('silent'), { announce: false });
    await until(contents(1));
  });

  it('mail in other folders is found by the sweep, drafts are not read', async () => {
    server.addFolder('Archive', '\\HasNoChildren \\Archive');
    server.addFolder('Drafts', '\\HasNoChildren \\Drafts');
    server.addFolder('Rules.Streaming');
    server.addFolder('Holder', '\\Noselect');
    server.deliver('Archive', mail('archived long ago'), { announce: false });
    await poller.run();
    await until(contents(1));
    server.deliver('Rules.Streaming', mail('filed by a rule'), { announce: false });
    server.deliver('Drafts', mail('draft'), { announce: false });
    await until(contents(2));
    expect(server.commands.filter((command) => /^EXAMINE "?(Drafts|Holder)/.test(command))).toEqual([]);
  });
});

describe('folders that cannot be read', () => {
  const failures = (path: string, least: number) => async () => {
    const { db } = poller.database;
    const row = await db.selectFrom('folder').select('failures').where('path', '=', path).executeTakeFirstOrThrow();
    expect(row.failures).toBeGreaterThanOrEqual(least);
  };
  const rulesFolder = async () => {
    const row = await poller.database.db.selectFrom('folder').select('id').where('path', '=', 'Rules').executeTakeFirstOrThrow();
    return row.id;
  };
  /** Two messages of `Rules` were read, and one below them was expunged before: its history does not reach down to 1. */
  async function readRules(): Promise<void> {
    server.addFolder('Rules');
    for (let n = 0; n < 3; n += 1) server.deliver('Rules', mail(`filed ${n}`), { announce: false });
    server.expunge('Rules', 1);
    const service = await poller.run();
    await until(contents(2));
    await service.stop();
  }

  it('a folder that was deleted ends no session, and what waited in it is settled', async () => {
    await readRules();
    const { db } = poller.database;
    const place = { user_id: poller.userId, mailbox_id: poller.mailboxId, folder_id: await rulesFolder(), path: 'Rules', uid_validity: 1 };
    const waiting = { ...place, uid: 9, state: 'pending' as const, seen_at: new Date(), next_try_at: new Date(0) };
    await db.insertInto('location').values(waiting).execute();
    server.folders.delete('Rules');
    const logins = server.logins;
    await poller.run();
    await until(failures('Rules', 3));
    const row = () => db.selectFrom('location').select(['state', 'missing_count']).where('uid', '=', 9).executeTakeFirstOrThrow();
    expect(await row()).toEqual({ state: 'pending', missing_count: 1 });
    await db
      .updateTable('location')
      .set({ next_try_at: new Date(0) })
      .where('uid', '=', 9)
      .execute();
    await until(async () => expect((await row()).state).toBe('gone'));
    expect(server.logins - logins).toBe(2);
  });

  it('a folder that is refused holds up neither the history of the others nor what waits elsewhere', async () => {
    server.script = ({ verb, tag, args }) => (verb === 'EXAMINE' && args.includes('Rules') ? `${tag} NO permission denied\r\n` : undefined);
    server.addFolder('Archive');
    for (let n = 0; n < 3; n += 1) server.deliver('Archive', mail(`old ${n}`), { announce: false });
    server.addFolder('Rules');
    await poller.run();
    await until(failures('Rules', 1));
    // It could be read once: there is history that is asked for.
    await poller.database.db
      .updateTable('folder')
      .set({ uid_validity: 1, next_uid: 9, low_uid: 9, checked_at: new Date() })
      .where('path', '=', 'Rules')
      .execute();
    server.dropAll('fin');
    await until(contents(3));
    server.deliver('INBOX', mail('new'));
    await until(contents(4));
    await until(failures('Rules', 3));
    expect(server.logins).toBeLessThanOrEqual(4);
  });

  const patiently = { timing: { networkMs: 5 }, limiter: { acquire: async () => {}, report() {} } };

  it.each([
    ['refuses to search', (tag: string) => `${tag} NO [SERVERBUG] internal error\r\n`],
    ['hangs up over the search', () => null],
  ])('a folder in which the server %s holds up no other', { timeout: 60_000 }, async (_what, answer) => {
    const broken = server.addFolder('Aaa');
    server.script = ({ verb, tag, folder }) => (verb === 'UID SEARCH' && folder === broken ? answer(tag) : undefined);
    server.addFolder('Rules');
    for (const path of ['Aaa', 'Rules', 'INBOX']) server.deliver(path, mail(`old ${path}`), { announce: false });
    await poller.run(patiently);
    await until(contents(2), 30_000);
    server.deliver('Rules', mail('new'), { announce: false });
    await until(contents(3), 30_000);
    server.script = () => undefined;
  });

  it('a folder whose history the server hangs up over holds up no other', { timeout: 60_000 }, async () => {
    const broken = server.addFolder('Aaa', '\\Archive');
    server.script = ({ verb, args, folder }) => (verb === 'UID SEARCH' && folder === broken && args.includes('1:1') ? null : undefined);
    server.addFolder('Rules');
    for (const path of ['Aaa', 'Rules']) server.deliver(path, mail(`old ${path}`), { announce: false });
    await poller.run(patiently);
    await until(contents(1), 30_000);
    expect(await poller.mailbox()).toMatchObject({ backfill: { finishedAt: null } });
  });

  it('what waits in a folder where the server hangs up holds up no other', { timeout: 60_000 }, async () => {
    await readRules();
    const { db } = poller.database;
    const place = { user_id: poller.userId, mailbox_id: poller.mailboxId, folder_id: await rulesFolder(), path: 'Rules', uid_validity: 1 };
    const waiting = { ...place, uid: 9, state: 'pending' as const, seen_at: new Date(), next_try_at: new Date(0) };
    await db.insertInto('location').values(waiting).execute();
    server.script = ({ verb, args }) => (verb === 'UID SEARCH' && args.includes('9:9') ? null : undefined);
    server.addFolder('Zzz');
    server.deliver('Zzz', mail('elsewhere'), { announce: false });
    await poller.run(patiently);
    await until(contents(3), 30_000);
  });

  it('what waits in a folder that gets another name is read under it', async () => {
    let isKept = true;
    server.script = ({ verb, tag, args }) =>
      isKept && verb === 'UID FETCH' && args.includes('BODY.PEEK[]') ? `${tag} OK done\r\n` : undefined;
    server.addFolder('Rules');
    await poller.run();
    await until(idling);
    server.deliver('Rules', mail('cancelled'), { announce: false });
    const { db } = poller.database;
    const waiting = () => db.selectFrom('location').select(['state']).where('content_id', 'is', null).execute();
    await until(async () => expect(await waiting()).toEqual([{ state: 'pending' }]));
    server.folders.set('Regeln', server.folders.get('Rules')!);
    server.folders.delete('Rules');
    isKept = false;
    await until(async () => {
      await db
        .updateTable('location')
        .set({ next_try_at: new Date(0) })
        .where('state', '=', 'pending')
        .execute();
      expect(await poller.contents()).toBe(1);
    });
  });

  it('a second login that is refused leaves the live connection alone', async () => {
    server.script = ({ verb, tag }) =>
      verb === 'LOGIN' && server.logins > 0 ? `${tag} NO [AUTHENTICATIONFAILED] one at a time\r\n` : undefined;
    await poller.run();
    await until(() => expect(server.commands.filter((command) => command === 'LOGIN')).toHaveLength(2));
    await until(idling);
    server.deliver('INBOX', mail('new'));
    await until(contents(1));
    expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: null });
    expect(server.logins).toBe(1);
  });

  it('a message that vanished while the connection broke over it does not wait for ever', async () => {
    await poller.run();
    await until(idling);
    let cuts = 0;
    server.script = ({ verb, args }) => {
      if (verb !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || cuts > 0) return undefined;
      cuts += 1;
      server.expunge('INBOX', 1);
      return null;
    };
    server.deliver('INBOX', mail('short-lived'));
    const row = () => poller.database.db.selectFrom('location').select(['state', 'attempts', 'next_try_at']).executeTakeFirstOrThrow();
    await until(async () => expect(await row()).toMatchObject({ state: 'pending', next_try_at: expect.any(String) }));
  });
});

it('a mailbox that is pointed at another account is read anew, though the numbers look the same', async () => {
  const read = async (): Promise<void> => {
    const service = await poller.run();
    await until(idling);
    await service.stop();
  };
  await read();
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`ana ${n}`), { announce: false });
  await read();
  expect(await poller.contents()).toBe(3);
  server.folders.delete('INBOX');
  server.addFolder('INBOX');
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`bob ${n}`), { announce: false });
  const { db } = poller.database;
  const settings = { address: 'bob@example.org', host: '127.0.0.1', port: server.port, tls: 'none' as const, username: 'bob' };
  await asUser(db, poller.userId, (tx) => changeMailbox(tx, poller.vault, { userId: poller.userId, id: poller.mailboxId, settings }));
  await poller.run();
  await until(contents(6));
  const places = await db.selectFrom('location').select('uid_validity').orderBy('id').execute();
  expect(places.map((row) => row.uid_validity)).toEqual([-1, -1, -1, 1, 1, 1]);
});
