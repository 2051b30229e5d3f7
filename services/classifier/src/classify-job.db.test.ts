import { createHash, randomBytes } from 'node:crypto';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { verifyProof } from '@quittance/ledger/proof';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import type { Verdict } from '@quittance/domain/authenticity';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { silentLog } from '@quittance/domain/log';
import type { ParsedMessage } from '@quittance/domain/message';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { HandBack } from '@quittance/queue/hand-back';
import { createLiveWork } from '@quittance/runtime/live-work';
import { createMetrics } from '@quittance/runtime/metrics';
import { openPool, type Database } from '@quittance/store/database';
import { loadSealedMessage } from '@quittance/store/evidence';
import { listEvents } from '@quittance/store/events';
import { logOrigin } from '@quittance/store/log';
import { listLeavesOfMessage, loadWholeLog, proveLeaf } from '@quittance/store/log-proofs';
import { countOpenWork } from '@quittance/store/outbox';
import { raiseAttempts } from '@quittance/store/outcomes';
import { listQuarantined, retryQuarantined } from '@quittance/store/quarantine';
import { listSubscriptions, listUnattachedEvents, rebuildTimeline } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { listKnownSigners } from '@quittance/store/verdicts';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { merchant, readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { openBytes } from '@quittance/vault/message-bytes';
import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { classifyJob, type ClassifyDeps } from './classify-job.ts';
import { createClassifierMetrics } from './metrics.ts';
import { reverifyPending } from './reverify-pending.ts';

let database: TestDatabase;
let parser: ParsePool;
let userId: string;
let users = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  parser = createParsePool({ size: 1 });
});
afterAll(async () => {
  await parser.close();
  await database.drop();
});
beforeEach(async () => {
  users += 1;
  userId = await createTestUser(database.db, `user${users}@example.org`);
});

const NOW = '2026-06-01T12:00:05.000Z';
const signed: Verdict = {
  level: 'B',
  pending: false,
  reasons: ['signed_aligned'],
  signatures: [
    { domain: 'streamly.example', selector: 's1', result: 'pass', aligned: true, keyBits: 2048, signedAt: null, weaknesses: [] },
  ],
  dns: [{ name: 's1._domainkey.streamly.example', type: 'TXT', rdata: ['v=DKIM1; p=AAAA'], resolver: '192.0.2.1', observedAt: NOW }],
  tool: 'test@1',
};

function deps(change: Partial<ClassifyDeps> = {}): ClassifyDeps {
  return {
    db: database.db,
    vault: testVault,
    reader: readWith(parser, read),
    verify: () => Promise.resolve(signed),
    clock: { now: () => new Date(NOW) },
    randomBytes,
    busyMs: 0,
    liveWork: createLiveWork(),
    log: silentLog,
    metrics: createClassifierMetrics(createMetrics()),
    ...change,
  };
}

const streamly = {
  merchant: merchant('streamly', 'Streamly'),
  plan: 'Premium',
  price: { amountMinor: 1299, currency: 'EUR' },
  period: 'P1M',
};
const read = scriptedClassify({
  'renews on': { kind: 'renewal_notice', renewsOn: '2026-06-20', ...streamly },
  cancelled: { kind: 'cancellation_confirmed', endsOn: '2026-06-20', ...streamly },
});

async function classify(contentIds: number[], change: Partial<ClassifyDeps> = {}, priority: 'live' | 'history' = 'live') {
  await classifyJob(deps(change), { userId, contentIds, priority });
}

const notice = mailText(
  'Your Streamly Premium subscription renews on 20 June 2026',
  'Hello Ada,\n\nYour Streamly Premium subscription will renew automatically on 20 June 2026. You will be charged EUR 12.99 for one month.\n\nStreamly',
);
const confirmation = mailText(
  'Your subscription has been cancelled',
  'Hello Ada,\n\nYour Streamly Premium subscription has been cancelled. You can use it until 20 June 2026. You will not be charged again.\n\nStreamly',
  { date: '2026-06-01T10:00:00Z' },
);
const newsletter = mailText('Lunch tomorrow?', 'Hi Ada, are you free for lunch tomorrow at noon? Bob', {
  from: 'Bob <bob@friends.example>',
});

it('sends statements that travel together in the order in which they depend on each other', async () => {
  const said: string[] = [];
  const pool = openPool({ url: database.url, onError: () => {} });
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: [string | { text: string }]) => {
      said.push(typeof args[0] === 'string' ? args[0] : args[0].text);
      return query(...args);
    }) as never;
  });
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  for (const text of [notice, confirmation]) {
    const { contentId } = await stageMail(database.db, userId, text);
    said.length = 0;
    await classify([contentId], { db });
  }
  await db.destroy();
  // The lock before what it guards, an event before the fold that reads it, the old subscription's end before the new one.
  const locking = [/pg_advisory_xact_lock/, /select id from content/];
  const folding = [/insert into "event"/, /^\s*select e\.id, e\.seq/, /delete from "subscription"/, /insert into "?subscription"?\b/];
  const places = [...locking, ...folding].map((part) => said.findIndex((one) => part.test(one)));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

it('turns a renewal notice into evidence, a leaf, an event, a subscription and an alert', async () => {
  const { contentId, raw } = await stageMail(database.db, userId, notice);
  await classify([contentId]);
  const [event] = await listEvents(database.db, userId);
  expect(event).toMatchObject({ kind: 'renewal_notice', seq: 1, renewsOn: '2026-06-20', effectiveOn: '2026-06-20', level: 'B' });
  expect(event!.occurredAt).toBe('2026-06-01T09:00:00.000Z');
  expect(await listSubscriptions(database.db, userId)).toMatchObject([{ renewsOn: '2026-06-20', eventIds: [event!.id] }]);
  expect(await listUnattachedEvents(database.db, userId)).toEqual([]);
  const alerts = await database.db.selectFrom('alert').select(['kind', 'data']).where('user_id', '=', userId).execute();
  expect(alerts).toMatchObject([{ kind: 'renewal_notice', data: { event_id: event!.id } }]);

  const sha256 = createHash('sha256').update(raw).digest();
  const sealed = (await loadSealedMessage(database.db, userId, sha256))!;
  expect(openBytes(testVault, sealed.contentId, sealed)).toEqual(raw);
  const signer = createCheckpointSigner(logOrigin(userId), testVault.derive('checkpoint-signing-key'));
  expect(verifyLedger((await loadWholeLog(database.db, userId))!, [signer.verifierKey])).toEqual([]);
  const [leaf] = await listLeavesOfMessage(database.db, userId, sealed.messageId);
  expect(verifyProof((await proveLeaf(database.db, userId, leaf!.index))!, leaf!.entry, [signer.verifierKey]).size).toBe(1);
  expect(JSON.parse(leaf!.manifest!.toString())).toMatchObject({
    raw: { sha256: sha256.toString('hex'), size: raw.length },
    verdict: { level: 'B' },
    dns: signed.dns,
  });
  await expectSettled({ kept: 1, ignored: 0 });
});

it('keeps nothing of a mail that is about no subscription but its keyed hash', async () => {
  const { contentId, raw } = await stageMail(database.db, userId, newsletter, { path: 'mail.mbox#1' });
  await classify([contentId]);
  await expectSettled({ kept: 0, ignored: 1 });
  const rows = await database.db.selectFrom('content').selectAll().where('id', '=', contentId).execute();
  expect(rows).toMatchObject([{ state: 'ignored', content_key: testVault.contentKey(userId, createHash('sha256').update(raw).digest()) }]);
  expect(JSON.stringify(rows)).not.toContain(createHash('sha256').update(raw).digest('hex'));
  expect(await loadWholeLog(database.db, userId)).toBeNull();
});

it('does nothing when the same job comes again, also at the same time', async () => {
  const mails = await Promise.all([notice, confirmation, newsletter].map((mail) => stageMail(database.db, userId, mail)));
  const ids = mails.map((mail) => mail.contentId);
  const busy = { busyMs: 9_000 };
  await Promise.all(Array.from({ length: 6 }, (_, n) => classify(ids, busy, n % 2 ? 'live' : 'history')));
  await classify(ids, busy);
  expect((await listEvents(database.db, userId)).map((event) => event.seq)).toEqual([1, 2]);
  expect((await loadWholeLog(database.db, userId))!.size).toBe(2);
  await expectSettled({ kept: 2, ignored: 1 });
  expect(await inTransaction(database.db, (tx) => rebuildTimeline(tx, fold, userId, { write: false }))).toEqual([]);
});

it('finds and repairs a timeline that differs from its events', async () => {
  const mails = await Promise.all([notice, confirmation].map((mail) => stageMail(database.db, userId, mail)));
  await classify(mails.map((mail) => mail.contentId));
  const [before] = await listSubscriptions(database.db, userId);
  const { db } = database;
  const rebuild = (write: boolean) => inTransaction(db, (tx) => rebuildTimeline(tx, fold, userId, { write }));
  await db
    .updateTable('subscription')
    .set({ state: JSON.stringify({ ...before, status: 'active' }) })
    .where('user_id', '=', userId)
    .execute();
  expect(await rebuild(false)).toMatchObject([{ kind: 'changed', subscriptionId: before!.id }]);
  await db.deleteFrom('subscription').where('user_id', '=', userId).execute();
  expect(await rebuild(true)).toMatchObject([{ kind: 'missing' }]);
  expect(await rebuild(false)).toEqual([]);
  expect(await listSubscriptions(db, userId)).toEqual([before]);
});

it('row 27: parks a message that can not be parsed, others go on, and a retry brings it back', async () => {
  const poison = await stageMail(database.db, userId, mailText('poison', 'x'));
  const good = await stageMail(database.db, userId, notice);
  let tries = 0;
  const failing = {
    parse(raw: Buffer): Promise<ParsedMessage> {
      if (!raw.includes('Subject: poison')) return parser.parse(raw);
      tries += 1;
      return Promise.reject(new PermanentError('mail_timeout', 'parsing took too long'));
    },
  };
  await classify([poison.contentId, good.contentId], { reader: readWith(failing, read) });
  expect(tries).toBe(2);
  expect(await listQuarantined(database.db, userId)).toMatchObject([
    { contentId: poison.contentId, code: 'mail_timeout', sizeBytes: poison.raw.length },
  ]);
  expect(await listEvents(database.db, userId)).toHaveLength(1);
  expect(await countOpenWork(database.db, userId)).toBe(0);
  const location = () =>
    database.db.selectFrom('location').select(['state', 'problem_code']).where('content_id', '=', poison.contentId).executeTakeFirst();
  expect(await location()).toEqual({ state: 'quarantined', problem_code: 'mail_timeout' });

  expect(await inTransaction(database.db, (tx) => retryQuarantined(tx, userId, poison.contentId))).toBe(true);
  expect(await inTransaction(database.db, (tx) => retryQuarantined(tx, userId, poison.contentId))).toBe(false);
  expect(await location()).toEqual({ state: 'pending', problem_code: null });
  expect(await countOpenWork(database.db, userId)).toBe(1);
  await classify([poison.contentId]);
  expect(await location()).toMatchObject({ state: 'ignored' });
});

it('row 27: quarantines the one message of a batch that ended its process twice, and reads the rest', async () => {
  const mails = [];
  for (const name of ['one', 'two', 'three']) mails.push(await stageMail(database.db, userId, notice.replace('Ada', name)));
  const ids = mails.map((mail) => mail.contentId);
  // The first process dies over the batch; the second reads message by message and dies over the second.
  await raiseAttempts(database.db, ids, 0);
  await classify([ids[0]!]);
  await raiseAttempts(database.db, [ids[1]!], 0);
  await classify(ids);
  expect(await listQuarantined(database.db, userId)).toMatchObject([{ contentId: ids[1], code: 'killed_its_reader' }]);
  expect(await listEvents(database.db, userId)).toHaveLength(2);
});

it('forgives what was not the fault of the message', async () => {
  const { contentId } = await stageMail(database.db, userId, notice);
  const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  for (let round = 0; round < 4; round += 1) await expect(classify([contentId], { verify: away })).rejects.toThrow('ECONNREFUSED');
  await classify([contentId]);
  await expectSettled({ kept: 1, ignored: 0 });
});

it('blames no message for a database that was away while it was read', async () => {
  const mails = [];
  for (const name of ['one', 'two']) mails.push(await stageMail(database.db, userId, notice.replace('Ada', name)));
  const ids = mails.map((mail) => mail.contentId);
  // A process died over the batch once, so that each message is read under a count of its own.
  await raiseAttempts(database.db, ids, 0);
  for (let round = 0; round < 3; round += 1) {
    const db = awayAfterRaising(database.db, 2);
    const parse = () => Promise.reject(new TransientError('mail_pool_closed', 'closed'));
    await expect(classify([ids[0]!], { db, reader: readWith({ parse }, read) })).rejects.toThrow('closed');
    const fresh = await stageMail(database.db, userId, notice.replace('Ada', `fresh ${round}`));
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    await expect(classify([fresh.contentId], { db: awayAfterRaising(database.db, 2), verify: away })).rejects.toThrow('ECONNREFUSED');
    ids.push(fresh.contentId);
  }
  const rows = await database.db.selectFrom('content').select('attempts').where('id', 'in', ids.slice(2)).execute();
  expect(rows).toEqual([{ attempts: 0 }, { attempts: 0 }, { attempts: 0 }]);
  await classify(ids);
  expect(await listQuarantined(database.db, userId)).toEqual([]);
  expect(await listEvents(database.db, userId)).toHaveLength(5);
});

/** Refuses the first `refusals` tries to lower counts, as a database does that restarts. */
function awayAfterRaising(db: TestDatabase['db'], refusals: number): TestDatabase['db'] {
  let left = refusals;
  return db.withPlugin({
    transformQuery({ node }) {
      if (JSON.stringify(node).includes('greatest(attempts - 1') && left-- > 0) {
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
      }
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}

it('in a hurry, leaves what is not verified yet as it was found, for the next run', async () => {
  const mails = [];
  for (const name of ['one', 'two', 'three']) mails.push(await stageMail(database.db, userId, notice.replace('Ada', name)));
  const ids = mails.map((mail) => mail.contentId);
  const stop = new AbortController();
  const verify: ClassifyDeps['verify'] = () => {
    stop.abort();
    return Promise.resolve(signed);
  };
  await expect(classify(ids, { verify, stopping: stop.signal, hurry: stop.signal }, 'history')).rejects.toThrow(HandBack);
  expect(await listEvents(database.db, userId)).toHaveLength(1);
  const left = database.db.selectFrom('content').select('attempts').where('user_id', '=', userId).where('state', '=', 'pending');
  expect(await left.execute()).toEqual([{ attempts: 0 }, { attempts: 0 }]);
  await classify(ids, {}, 'history');
  expect((await listEvents(database.db, userId)).map((event) => event.seq)).toEqual([1, 2, 3]);
});

it('takes a batch apart when one of its messages can not be recorded', async () => {
  const mails = [];
  for (const name of ['one', 'two', 'three']) mails.push(await stageMail(database.db, userId, notice.replace('Ada', name)));
  const verify: ClassifyDeps['verify'] = ({ raw }) =>
    Promise.resolve(raw.includes('Hello two') ? { ...signed, level: 'X' as never } : signed);
  await classify(
    mails.map((mail) => mail.contentId),
    { verify },
    'history',
  );
  expect(await listQuarantined(database.db, userId)).toMatchObject([{ contentId: mails[1]!.contentId, code: 'recording_failed' }]);
  expect(await listEvents(database.db, userId)).toHaveLength(2);
});

it('stores what hostile headers hold', async () => {
  const hostile = notice
    .replace('Subject: Your', 'Subject: =?utf-8?B?AFlvdXI=?= =?utf-8?Q?=ED=A0=80?= \u202e Your')
    .replace('Hello Ada', 'Hello \0 Ada');
  const { contentId } = await stageMail(database.db, userId, hostile);
  await classify([contentId]);
  await expectSettled({ kept: 1, ignored: 0 });
});

it('ignores our own alerts when they come back', async () => {
  const { contentId } = await stageMail(
    database.db,
    userId,
    notice.replace('MIME-Version', 'X-Quittance-Alert: renewal_notice\r\nMIME-Version'),
  );
  await classify([contentId]);
  await expectSettled({ kept: 0, ignored: 1 });
});

it('verifies again when DNS did not answer, as a new leaf, and the event takes the later level', async () => {
  const { contentId } = await stageMail(database.db, userId, notice);
  await classify([contentId], { verify: () => Promise.resolve({ ...signed, level: 'D', pending: true, signatures: [] }) });
  expect(await listEvents(database.db, userId)).toMatchObject([{ level: 'D' }]);
  const later = { now: () => new Date('2026-06-01T12:20:00Z') };
  expect(await reverifyPending(deps())).toBe(0); // Asked a moment ago.
  expect(await reverifyPending(deps({ clock: later }))).toBe(1);
  expect(await reverifyPending(deps({ clock: later }))).toBe(0);
  const [event] = await listEvents(database.db, userId);
  expect(event).toMatchObject({ level: 'B' });
  const log = (await loadWholeLog(database.db, userId))!;
  const signer = createCheckpointSigner(log.origin, testVault.derive('checkpoint-signing-key'));
  expect(verifyLedger(log, [signer.verifierKey])).toEqual([]);
  expect(log.leaves.map((leaf) => leaf.entry.split(' ')[1])).toEqual(['message', 'verdict']);
  expect(log.checkpoints.map((checkpoint) => checkpoint.size)).toEqual([1, 2]);
  const merchantId = event!.merchant!.id;
  expect(await listKnownSigners(database.db, userId, [merchantId])).toEqual(new Map([[merchantId, ['streamly.example']]]));
});

async function expectSettled({ kept, ignored }: { kept: number; ignored: number }) {
  const { db } = database;
  const count = async (table: 'staged_message' | 'outbox' | 'message' | 'message_secret' | 'message_body' | 'verdict' | 'event') =>
    Number(
      (
        await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .where('user_id', '=', userId)
          .executeTakeFirstOrThrow()
      ).n,
    );
  expect([await count('staged_message'), await count('outbox')]).toEqual([0, 0]);
  for (const table of ['message', 'message_secret', 'message_body', 'verdict', 'event'] as const)
    expect([table, await count(table)]).toEqual([table, kept]);
  const states = async (table: 'content' | 'location') =>
    (await db.selectFrom(table).select('state').where('user_id', '=', userId).execute()).map((row) => row.state).sort();
  const expected = [...Array<string>(ignored).fill('ignored'), ...Array<string>(kept).fill('kept')];
  expect(await states('content')).toEqual(expected);
  expect(await states('location')).toEqual(expected);
}
