// Rows of the fault table that a scripted server plays best: answers that lie, limits, odd numbering. Each test is named by its row.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TransientError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { silentLog } from '@quittance/domain/log';
import { fetchRow, startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { openBytes } from '@quittance/vault/message-bytes';
import { mailSource } from './mail-source.ts';
import { BREAKS_MAX } from './retry-schedule.ts';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Partial<Pick<PollerDeps, 'timing' | 'source' | 'log' | 'limiter'>>>;

beforeEach(async () => {
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const OLD = mail('old');
const contents = (count: number) => async () => expect(await poller.contents()).toBe(count);
const idling = () => expect(server.idling).toBeGreaterThan(0);
const silently = { announce: false };
const inbox = () => server.folders.get('INBOX')!;
const folderRow = (path = 'INBOX') =>
  poller.database.db
    .selectFrom('folder')
    .select(['next_uid', 'low_uid', 'uid_validity'])
    .where('path', '=', path)
    .executeTakeFirstOrThrow();
/** Hours until the message is asked for again. */
const waitsFor = async (uid: number): Promise<number> => {
  const row = await poller.database.db.selectFrom('location').select('next_try_at').where('uid', '=', uid).executeTakeFirst();
  return (Date.parse(row?.next_try_at ?? '') - Date.now()) / 3_600_000;
};
/** What waits is asked for now. */
const hurry = (uid: number) =>
  poller.database.db
    .updateTable('location')
    .set({ next_try_at: new Date(0) })
    .where('uid', '=', uid)
    .where('state', '=', 'pending')
    .execute();
/** The server ends the connection when one is asked for whose subject is `deadly`, by a FETCH of that sort. */
const hangsUpOverTheDeadly = (isOfThatSort: (args: string) => boolean): void => {
  server.script = ({ verb, args, folder }) => {
    if (verb !== 'UID FETCH' || !isOfThatSort(args)) return undefined;
    const [set = ''] = args.split(' ');
    const asked = set.split(',').flatMap((range) => {
      const [from = 0, to = from] = range.split(':').map(Number);
      return folder!.messages.filter(({ uid }) => uid >= from && uid <= to);
    });
    return asked.some(({ raw }) => raw.includes('Subject: deadly')) ? null : undefined;
  };
};
const states = () => poller.database.db.selectFrom('location').select(['uid', 'state', 'problem_code']).orderBy('uid').execute();

it('row 12: "authenticated but not connected" passes by itself: nothing is stopped, nobody is woken', async () => {
  server.script = ({ verb, tag }) => (verb === 'EXAMINE' ? `${tag} BAD User is authenticated but not connected.\r\n` : undefined);
  await poller.run();
  await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: { code: 'busy' } }));
  expect(await poller.database.db.selectFrom('alert').select('id').execute()).toEqual([]);
});

it('row 13: a provider that says "too much": history pauses for an hour, its cursor stays, live mail goes on', async () => {
  const waits: number[] = [];
  const log: Log = {
    ...silentLog,
    warn: (fields, event) => void (event === 'second_connection_failed' && waits.push((fields as { delayMs: number }).delayMs)),
    child: () => log,
  };
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`old ${n}`), silently);
  server.script = ({ verb, tag, args }) =>
    verb === 'UID FETCH' && args.startsWith('1:5 ') ? `${tag} NO [OVERQUOTA] come back tomorrow\r\n` : undefined;
  await poller.run({ log });
  await until(() => expect(waits).toHaveLength(1));
  expect(waits[0]).toBeGreaterThanOrEqual(3_600_000);
  expect((await folderRow()).low_uid).toBe(6);
  await until(idling);
  server.deliver('INBOX', mail('new'));
  await until(contents(1));
});

it.each([
  ['a row without the bytes', (row: string) => row.replace(/ BODY\[\][^]*(?=\)\r\n$)/, '')],
  ['BODY[] NIL', (row: string) => row.replace(/BODY\[\][^]*(?=\)\r\n$)/, 'BODY[] NIL')],
  ['a literal of no byte', (row: string) => row.replace(/BODY\[\][^]*(?=\)\r\n$)/, 'BODY[] {0}\r\n')],
])('row 15: %s instead of a message: it waits, the others are read, it is asked for again', async (_name, spoil) => {
  let spoils = true;
  server.script = ({ verb, tag, args, folder }) => {
    if (verb !== 'UID FETCH' || !spoils || !args.includes('BODY.PEEK[]')) return undefined;
    const rows = folder!.messages.map((message) => {
      const row = fetchRow(folder!, message, args);
      return message.uid === 2 ? spoil(row) : row;
    });
    return `${rows.join('')}${tag} OK done\r\n`;
  };
  await poller.run();
  await until(idling);
  for (let n = 1; n <= 3; n += 1) server.deliver('INBOX', mail(`mail ${n}`), { announce: n === 3 });
  await until(contents(2));
  expect((await states()).find(({ uid }) => uid === 2)).toMatchObject({ state: 'pending', problem_code: 'not_delivered' });
  expect(await folderRow()).toMatchObject({ next_uid: 4 });
  spoils = false;
  await until(contents(3));
});

it('row 17: rows without UID, of flags only, twice and upside down: each message is stored once with its own bytes', async () => {
  server.script = ({ verb, tag, args, folder }) => {
    if (verb !== 'UID FETCH') return undefined;
    const rows = folder!.messages.map((message) => fetchRow(folder!, message, args)).reverse();
    const stray = rows.map((row) => row.replace(/UID \d+ ?/, ''));
    const flags = folder!.messages.map(({ uid }, index) => `* ${index + 1} FETCH (UID ${uid} FLAGS (\\Seen))\r\n`);
    return `${stray[0]}${rows.join('')}${flags.join('')}${rows.join('')}${tag} OK done\r\n`;
  };
  await poller.run();
  await until(idling);
  const sent = [1, 2, 3].map((n) => mail(`mail ${n}`, 'x'.repeat(n * 100)));
  for (const [index, raw] of sent.entries()) server.deliver('INBOX', raw, { announce: index === 2 });
  await until(contents(3));
  const rows = await poller.database.db
    .selectFrom('location')
    .innerJoin('staged_message as staged', 'staged.content_id', 'location.content_id')
    .select(['location.uid', 'staged.content_id', 'staged.wrapped_key', 'staged.ciphertext'])
    .orderBy('location.uid')
    .execute();
  const stored = rows.map((row) => openBytes(poller.vault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext }));
  expect(stored.map(String)).toEqual(sent.map(String));
});

it('row 18: mail that comes between the search and IDLE does not wait for the next heartbeat', async () => {
  let came = false;
  server.script = ({ verb }) => {
    if (verb === 'IDLE' && !came) {
      came = true;
      server.deliver('INBOX', mail('just now'));
    }
    return undefined;
  };
  await poller.run({ timing: { heartbeatMs: 60_000, sweepMs: 60_000 } });
  await until(contents(1), 5_000);
});

it('row 19: one goes and one comes: the count is the same, the new one is found', async () => {
  server.deliver('INBOX', mail('old'), silently);
  await poller.run({ timing: { heartbeatMs: 300 } });
  await until(contents(1));
  await until(idling);
  inbox().messages.splice(0, 1);
  server.deliver('INBOX', mail('new'), silently);
  await until(contents(2));
});

it('row 20: UIDVALIDITY changes while we are away: all is read again, nothing is taken in twice', async () => {
  for (let n = 0; n < 10; n += 1) server.deliver('INBOX', mail(`old ${n}`), silently);
  const service = await poller.run();
  await until(contents(10));
  await service.stop();
  inbox().uidValidity = 9;
  inbox().messages = inbox().messages.map((message, index) => ({ ...message, uid: index + 51 }));
  inbox().uidNext = 61;
  server.deliver('INBOX', mail('meanwhile'), silently);
  await poller.run();
  await until(contents(11));
  await until(async () => expect(await folderRow()).toEqual({ uid_validity: 9, next_uid: 62, low_uid: 51 }));
  expect(await poller.database.db.selectFrom('outbox').select('id').execute()).toHaveLength(11);
});

it('row 20: two servers behind one name that number differently: what waited on the first is read when it answers again', async () => {
  let isKept = true;
  server.script = ({ verb, tag, args }) =>
    isKept && verb === 'UID FETCH' && args.includes('BODY.PEEK[]') ? `${tag} OK done\r\n` : undefined;
  await poller.run();
  await until(idling);
  server.deliver('INBOX', mail('cancelled'));
  await until(async () => expect(await states()).toMatchObject([{ state: 'pending' }]));
  const first = inbox();
  server.folders.set('INBOX', { ...first, uidValidity: 2, uidNext: 1, messages: [] });
  server.dropAll('fin');
  await until(async () => expect(await states()).toMatchObject([{ state: 'gone' }]));
  server.folders.set('INBOX', first);
  isKept = false;
  server.dropAll('fin');
  await until(contents(1));
});

it('row 21: UIDNEXT goes back without a new UIDVALIDITY: reused numbers are new messages', async () => {
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`old ${n}`), silently);
  const service = await poller.run();
  await until(contents(5));
  await service.stop();
  inbox().messages = [];
  inbox().uidNext = 1;
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`restored ${n}`), silently);
  await poller.run();
  await until(contents(8));
});

it('row 22: UIDs in the hundreds of millions, far apart: only those that exist are asked for', async () => {
  for (const uid of [38_000_017, 391_224_003, 743_024_218]) {
    inbox().uidNext = uid;
    server.deliver('INBOX', mail(`mail ${uid}`), silently);
  }
  await poller.run();
  await until(contents(3));
  const asked = server.commands.filter((command) => command.startsWith('UID FETCH')).map((command) => command.split(' ')[2]!);
  expect(asked.join(',')).not.toContain(':');
  expect(server.commands.length).toBeLessThan(60);
  await until(idling);
  server.deliver('INBOX', mail('live'));
  await until(contents(4));
});

it('row 22: a hundred thousand messages behind it: mail that comes right after connecting is news at once, and no range is walked', async () => {
  for (let n = 1; n <= 100_000; n += 1) inbox().messages.push({ uid: n * 7_400, raw: OLD, internalDate: new Date('2020-01-01') });
  inbox().uidNext = 743_024_218;
  const live = () => poller.database.db.selectFrom('outbox').select('id').where('priority', '=', 'live').execute();
  let hasCome = false;
  server.onIdle = () => {
    if (!hasCome) server.deliver('INBOX', mail('live'));
    hasCome = true;
  };
  const service = await poller.run();
  await until(async () => expect(await live()).toHaveLength(1), 10_000);
  expect((await folderRow()).low_uid).toBeGreaterThan(1);
  // The history is asked for newest first, by numbers that exist; a walk over the range would need a thousand times as many commands.
  await until(() => expect(server.commands.some((command) => command.includes('<0.'))).toBe(true));
  const sets = server.commands.filter((command) => command.startsWith('UID FETCH')).map((command) => command.split(' ')[2]!);
  expect(sets.join(',')).not.toContain(':');
  expect(sets.every((set) => set.split(',').length <= 1_000)).toBe(true);
  expect(Math.min(...sets.slice(0, 3).join(',').split(',').map(Number))).toBeGreaterThan(700_000_000);
  await service.stop();
});

it('row 26: a message of 60 MB is recorded with its headers and never fetched; the next one is read', async () => {
  server.script = ({ verb, tag, args, folder }) => {
    if (verb !== 'UID FETCH' || !args.includes('RFC822.SIZE')) return undefined;
    const rows = folder!.messages.map((message) => fetchRow(folder!, message, args));
    return `${rows.join('').replace(/UID 1 RFC822\.SIZE \d+/, 'UID 1 RFC822.SIZE 60000000')}${tag} OK done\r\n`;
  };
  await poller.run();
  await until(idling);
  server.deliver('INBOX', mail('huge'), silently);
  server.deliver('INBOX', mail('small'));
  await until(contents(1));
  const row = await poller.database.db
    .selectFrom('location')
    .select(['state', 'size_bytes', 'headers'])
    .where('uid', '=', 1)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'oversized', size_bytes: 60_000_000 });
  expect(row.headers?.toString()).toContain('Subject: huge');
});

it('row 26: an announced literal of 2 GB costs the connection, not the process, and the message is put aside', async () => {
  server.script = ({ verb, args, folder, socket }) => {
    if (verb !== 'UID FETCH' || !args.includes('BODY.PEEK[]') || !/^(1|1:\d)\b/.test(args)) return undefined;
    if (!folder!.messages.some(({ uid }) => uid === 1)) return undefined;
    socket.write('* 1 FETCH (UID 1 BODY[] {2147483648}\r\nonly this');
    return '';
  };
  await poller.run({ timing: { networkMs: 5 }, limiter: { acquire: async () => {}, report() {} } });
  await until(idling);
  server.deliver('INBOX', mail('endless'), silently);
  server.deliver('INBOX', mail('fine'));
  await until(contents(1), 20_000);
  await until(async () => {
    await hurry(1);
    expect(await states()).toMatchObject([
      { uid: 1, state: 'quarantined' },
      { uid: 2, state: 'pending' },
    ]);
  }, 20_000);
});

it('a message over which the server hangs up every time is put aside, in old mail and in new', { timeout: 60_000 }, async () => {
  hangsUpOverTheDeadly((args) => args.includes('BODY.PEEK[]'));
  for (let n = 0; n < 6; n += 1) server.deliver('INBOX', mail(n === 2 ? 'deadly' : `old ${n}`), silently);
  await poller.run({ timing: { networkMs: 5 }, limiter: { acquire: async () => {}, report() {} } });
  await until(contents(5), 30_000);
  // Neither at once nor for good: an hour and a day later it is asked for again.
  await until(async () => expect(await waitsFor(3)).toBeCloseTo(1, 1), 20_000);
  await hurry(3);
  await until(async () => {
    if ((await waitsFor(3)) < 0.5) await hurry(3);
    expect(await waitsFor(3)).toBeCloseTo(24, 1);
  }, 20_000);
  await until(async () => {
    await hurry(3);
    expect(await poller.counts()).toMatchObject({ quarantined: 1, pending: 5 });
  }, 20_000);
  expect((await states()).find(({ state }) => state === 'quarantined')).toMatchObject({ uid: 3, problem_code: 'breaks_the_connection' });
});

it(
  'row 26: a message that ends the connection whenever it is asked about holds up no other, in old mail and in new',
  { timeout: 60_000 },
  async () => {
    hangsUpOverTheDeadly(() => true);
    for (let n = 0; n < 6; n += 1) server.deliver('INBOX', mail(n === 2 ? 'deadly' : `old ${n}`), silently);
    await poller.run({ timing: { networkMs: 5 }, limiter: { acquire: async () => {}, report() {} } });
    await until(contents(5), 30_000);
    for (let n = 0; n < 4; n += 1) server.deliver('INBOX', mail(n === 1 ? 'deadly' : `new ${n}`));
    await until(contents(8), 30_000);
    const open = (await states()).filter(({ state, problem_code }) => state === 'pending' && problem_code === 'breaks_the_connection');
    expect(open.map(({ uid }) => uid)).toEqual([3, 8]);
    // It answers again, if without the message: that is counted from the beginning.
    server.script = ({ verb, tag, args }) => (verb === 'UID FETCH' && /^3\b/.test(args) ? `${tag} OK done\r\n` : undefined);
    await hurry(3);
    await until(async () => expect((await states())[2]).toMatchObject({ uid: 3, state: 'pending', problem_code: 'not_delivered' }), 20_000);
  },
);

it('a mail that comes while the server fails for ten minutes is read by itself when it is well again', { timeout: 60_000 }, async () => {
  let isIll = true;
  server.script = ({ verb, tag, args }) =>
    isIll && verb === 'UID FETCH' && args.includes('BODY.PEEK[]') ? `${tag} NO internal error\r\n` : undefined;
  await poller.run({ timing: { networkMs: 5 }, limiter: { acquire: async () => {}, report() {} } });
  await until(idling);
  server.deliver('INBOX', mail('cancelled'));
  await until(async () => expect(await waitsFor(1)).toBeCloseTo(1, 1), 30_000);
  isIll = false;
  await hurry(1);
  await until(contents(1), 20_000);
});

it('row 13: however often the provider says "too much" of a mail, it is not put aside', { timeout: 60_000 }, async () => {
  const { fetchBeginnings, fetchMessages } = mailSource;
  let tries = 0;
  const refuse = (): void => {
    tries += 1;
    if (tries <= 2 * BREAKS_MAX) throw new TransientError('throttled', 'come back later');
  };
  const source = {
    fetchBeginnings: (...args: Parameters<typeof fetchBeginnings>) => (refuse(), fetchBeginnings(...args)),
    fetchMessages: async (...args: Parameters<typeof fetchMessages>) => (refuse(), fetchMessages(...args)),
  };
  await poller.run({ source, timing: { busyMs: 1 }, limiter: { acquire: async () => {}, report() {} } });
  await until(idling);
  server.deliver('INBOX', mail('cancelled'));
  await until(contents(1), 40_000);
  expect(tries).toBe(2 * BREAKS_MAX + 1);
});

it('a UID that nothing is known of, or that is there although it was taken for gone, is found by the daily comparison', async () => {
  for (let n = 0; n < 5; n += 1) server.deliver('INBOX', mail(`old ${n}`), silently);
  const service = await poller.run();
  await until(contents(5));
  await until(async () => expect((await folderRow()).low_uid).toBe(1));
  await service.stop();
  const { db } = poller.database;
  await db.deleteFrom('outbox').execute();
  await db.deleteFrom('location').where('uid', 'in', [2, 4]).execute();
  // A search that lied twice.
  await db.updateTable('location').set({ state: 'gone', content_id: null }).where('uid', '=', 3).execute();
  await db
    .updateTable('folder')
    .set({ reconciled_at: new Date(Date.now() - 25 * 3_600_000) })
    .execute();
  await poller.run();
  await until(async () =>
    expect((await states()).map(({ uid, state }) => [uid, state])).toEqual([1, 2, 3, 4, 5].map((uid) => [uid, 'pending'])),
  );
  await until(async () => expect(await db.selectFrom('location').select('uid').where('content_id', 'is', null).execute()).toEqual([]));
});
