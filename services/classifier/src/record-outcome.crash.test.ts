// Stops the classifier before and after every write of a job, starts it again as the queue would, and compares all that the user has in
// the database with an undisturbed run. "After" a COMMIT means that it is there and nobody was told.
import { createHash, randomBytes } from 'node:crypto';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import type { Verdict } from '@quittance/domain/authenticity';
import { silentLog } from '@quittance/domain/log';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { createLiveWork } from '@quittance/runtime/live-work';
import { createMetrics } from '@quittance/runtime/metrics';
import type { Database } from '@quittance/store/database';
import { loadSealedMessage } from '@quittance/store/evidence';
import { listEvents } from '@quittance/store/events';
import { loadWholeLog } from '@quittance/store/log-proofs';
import { listSubscriptions, rebuildTimeline } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { openCrashingDatabase } from '@quittance/testing/crash-points';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { merchant, readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { openBytes } from '@quittance/vault/message-bytes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classifyJob } from './classify-job.ts';
import { createClassifierMetrics } from './metrics.ts';

let database: TestDatabase;
let parser: ParsePool;
beforeAll(async () => {
  database = await createTestDatabase();
  parser = createParsePool({ size: 1 });
});
afterAll(async () => {
  await parser.close();
  await database.drop();
});

const verdict: Verdict = { level: 'B', pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' };
const story = [
  mailText(
    'Your Streamly Premium subscription renews on 20 June 2026',
    'Your Streamly Premium subscription will renew automatically on 20 June 2026. You will be charged EUR 12.99 for one month.',
  ),
  mailText('Lunch tomorrow?', 'Are you free for lunch tomorrow at noon? Bob', { from: 'Bob <bob@friends.example>' }),
  mailText(
    'Your subscription has been cancelled',
    'Your Gymbox subscription has been cancelled. You can use it until 20 June 2026. You will not be charged again.',
    { from: 'Gymbox <hello@gymbox.example>' },
  ),
  mailText('Your Streamly receipt', 'Thank you. We charged EUR 12.99 for one month of your Streamly Premium subscription.', {
    date: '2026-05-20T09:00:00Z',
  }),
];

const streamly = {
  merchant: merchant('streamly', 'Streamly'),
  plan: 'Premium',
  price: { amountMinor: 1299, currency: 'EUR' },
  period: 'P1M',
};
const classify = scriptedClassify({
  'renews on': { kind: 'renewal_notice', renewsOn: '2026-06-20', ...streamly },
  cancelled: { kind: 'cancellation_confirmed', endsOn: '2026-06-20', merchant: merchant('gymbox', 'Gymbox') },
  receipt: { kind: 'renewal_charged', ...streamly },
});

function run(db: Database, userId: string, contentIds: number[]): Promise<void> {
  const deps = {
    db,
    vault: testVault,
    reader: readWith(parser, classify),
    verify: () => Promise.resolve(verdict),
    clock: { now: () => new Date('2026-06-01T12:00:05.000Z') },
    randomBytes,
    busyMs: 0,
    liveWork: createLiveWork(),
    log: silentLog,
    metrics: createClassifierMetrics(createMetrics()),
  };
  return classifyJob(deps, { userId, contentIds, priority: 'live' });
}

async function newStory(): Promise<{ userId: string; contentIds: number[]; raws: Buffer[] }> {
  const userId = await createTestUser(database.db, `${randomBytes(6).toString('hex')}@example.org`);
  // Accepted earlier and settled: the log, the events and the subscription exist already.
  const first = await stageMail(database.db, userId, story[3]!, { path: 'mail.mbox#0' });
  await run(database.db, userId, [first.contentId]);
  const mails = [];
  for (const [index, mail] of story.slice(0, 3).entries())
    mails.push(await stageMail(database.db, userId, mail, { path: `mail.mbox#${index + 1}` }));
  return { userId, contentIds: mails.map((mail) => mail.contentId), raws: [first, ...mails].map((mail) => mail.raw) };
}

/** All that the user has, without what is random or numbered by the database; the log is verified and every kept mail opened on the way. */
async function snapshot(userId: string, raws: readonly Buffer[]) {
  const { db } = database;
  const rows = (table: 'content' | 'location' | 'message' | 'verdict' | 'alert' | 'delivery' | 'staged_message' | 'outbox') =>
    db.selectFrom(table).selectAll().where('user_id', '=', userId).orderBy('user_id').execute() as Promise<Record<string, unknown>[]>;
  const plain = async (table: Parameters<typeof rows>[0]) =>
    (await rows(table))
      .map(withoutIds)
      .map((row) => JSON.stringify(row))
      .sort();
  const log = (await loadWholeLog(db, userId))!;
  const signer = createCheckpointSigner(log.origin, testVault.derive('checkpoint-signing-key'));
  const opened = [];
  for (const raw of raws) {
    const sealed = await loadSealedMessage(db, userId, createHash('sha256').update(raw).digest());
    if (sealed) opened.push(openBytes(testVault, sealed.contentId, sealed).equals(raw));
  }
  return {
    opened,
    problems: verifyLedger(log, [signer.verifierKey]),
    leaves: log.leaves.map((leaf) => [leaf.entry.split(' ')[1], leaf.manifest?.toString()]),
    checkpoints: log.checkpoints.map((checkpoint) => checkpoint.size),
    events: (await listEvents(db, userId)).map((event) => ({ ...event, id: '' })),
    subscriptions: (await listSubscriptions(db, userId))
      .map(({ eventIds, proof, ...rest }) => ({ ...withoutEventIds(rest), id: '', events: eventIds.length, proof: proof?.level }))
      .sort((a, b) => (a.merchant.id < b.merchant.id ? -1 : 1)),
    differences: await inTransaction(db, (tx) => rebuildTimeline(tx, fold, userId, { write: false })),
    nextSeq: (await db.selectFrom('app_user').select('next_event_seq').where('id', '=', userId).executeTakeFirstOrThrow()).next_event_seq,
    content: await plain('content'),
    location: await plain('location'),
    message: await plain('message'),
    verdict: await plain('verdict'),
    alert: await plain('alert'),
    delivery: await plain('delivery'),
    staged: await plain('staged_message'),
    outbox: await plain('outbox'),
  };
}

function withoutIds(row: Record<string, unknown>): Record<string, unknown> {
  const hidden = /(^id|_id|dedupe_key|content_key|created_at)$/;
  const shown = Object.entries(row).filter(([key]) => !hidden.test(key));
  return Object.fromEntries(
    shown.map(([key, value]) => [key, key === 'data' ? { ...(value as object), event_id: '', subscription_id: '' } : value]),
  );
}

it('row 28: ends in the same state from every write on', { timeout: 120_000 }, async () => {
  const undisturbed = await newStory();
  const observer = openCrashingDatabase(database.url, null);
  await run(observer.db, undisturbed.userId, undisturbed.contentIds);
  const writes = [...observer.writes];
  await observer.close();
  const expected = await snapshot(undisturbed.userId, undisturbed.raws);
  expect(expected).toMatchObject({
    opened: [true, true, true],
    problems: [],
    checkpoints: [1, 3],
    differences: [],
    staged: [],
    outbox: [],
    nextSeq: 4,
  });
  expect(expected.alert.length).toBeGreaterThan(1);
  // The list itself must see what it claims to: the transaction's ends and the outermost writes.
  expect(writes.length).toBeGreaterThanOrEqual(10);
  expect(writes.filter((text) => text.toLowerCase() === 'commit')).toHaveLength(2);
  for (const table of [
    'content',
    'message',
    'message_secret',
    'message_body',
    'verdict',
    'log_leaf',
    'log_node',
    'log_checkpoint',
    'event',
    'alert',
    'subscription',
    'location',
  ]) {
    expect(
      writes.some((text) => new RegExp(`(insert into|update) "?${table}"?\\b`).test(text)),
      table,
    ).toBe(true);
  }
  for (const write of writes.keys()) {
    for (const when of ['before', 'after'] as const) {
      const point = { when, write: write + 1 };
      const { userId, contentIds, raws } = await newStory();
      const crashing = openCrashingDatabase(database.url, point);
      await expect(run(crashing.db, userId, contentIds), `${when} ${writes[write]}`).rejects.toThrow();
      expect(crashing.hasCrashed).toBe(true);
      await crashing.close();
      await run(database.db, userId, contentIds);
      expect(await snapshot(userId, raws), `${when} write ${write + 1}: ${writes[write]}`).toEqual(expected);
    }
  }
});

// Each run has ids of its own.
function withoutEventIds<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === 'eventId' ? '' : member))) as T;
}
