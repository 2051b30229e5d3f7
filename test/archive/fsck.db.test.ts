// Changes one thing at a time in an archive, past all triggers, and expects fsck to name it.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { eraseMessage } from '@quittance/store/erasure';
import { fsckUser, type FsckKind } from '@quittance/store/fsck';
import { testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CANCELLED, closeStories, fsck, hashOf, memoryList, settle, tellStory } from './kept-story.ts';

let database: TestDatabase;
let userId: string;
let erasedUser: string;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ userId } = await tellStory(database.db));
  const spam = (await tellStory(database.db, 'erased@example.org')).userId;
  const request = { userId: spam, sha256: hashOf(CANCELLED), reason: 'asked', at: '2026-06-02T00:00:00.000Z' };
  await eraseMessage({ db: database.db, vault: testVault, fold, list: memoryList() }, request);
  erasedUser = spam;
});
afterAll(async () => {
  await closeStories();
  await database.drop();
});

it('finds nothing wrong in what the classifier leaves', async () => {
  expect(await fsck(database.db, userId)).toEqual({ userId, leaves: 4, checkpoints: 3, messages: 3, erased: 0, events: 3, problems: [] });
  expect(await fsck(database.db, erasedUser)).toMatchObject({ leaves: 5, messages: 3, erased: 1, problems: [] });
});

const FLIP = (column: string) => `${column} = set_byte(${column}, 9, get_byte(${column}, 9) # 1)`;
const FIRST = `(select min(id) from message where user_id = $user)`;
const ERASED = `(select id from message where user_id = $user and erased_at is not null)`;

// [what is done to the rows, what fsck must name, in which row]
const damages: [string, FsckKind, RegExp][] = [
  [`delete from log where user_id = $user`, 'log_missing', /^log /],
  [`update log set origin = 'quittance.local/a/other' where user_id = $user`, 'log_origin_wrong', /^log /],
  [`update log set size = size + 1 where user_id = $user`, 'log_size_wrong', /^log /],
  [`delete from log_leaf where user_id = $user and leaf_index = 1`, 'leaf_missing', /^leaf 1$/],
  [`delete from log_leaf where user_id = $user and leaf_index = 3`, 'log_size_wrong', /^log /],
  [`delete from log_leaf where user_id = $user and leaf_index = 3`, 'checkpoint_beyond_log', /^checkpoint 4$/],
  [`update log_leaf set entry = 'leaf/v2 x' where user_id = $user and leaf_index = 2`, 'leaf_malformed', /^leaf 2$/],
  [`update log_leaf set ${FLIP('leaf_hash')} where user_id = $user and leaf_index = 2`, 'leaf_hash_wrong', /^leaf 2$/],
  [
    `update log_leaf set entry = translate(entry, '0123456789abcdef', '123456789abcdef0') where user_id = $user and leaf_index = 1`,
    'leaf_hash_wrong',
    /^leaf 1$/,
  ],
  [`update log_leaf set message_id = null where user_id = $user and leaf_index = 2`, 'leaf_unattached', /^leaf 2$/],
  [`update log_leaf set message_id = null where user_id = $user and leaf_index = 2`, 'message_leaf_missing', /^message /],
  [`delete from log_node where user_id = $user and level = 1 and node_index = 1`, 'node_missing', /^node 1\/1$/],
  [`update log_node set ${FLIP('hash')} where user_id = $user and level = 2`, 'node_wrong', /^node 2\/0$/],
  [`insert into log_node values ($user, 3, 0, decode(repeat('00', 32), 'hex'))`, 'node_extra', /^node 3\/0$/],
  [
    `update log_checkpoint set note = replace(note, '— ', '— x') where user_id = $user and size = 3`,
    'checkpoint_signature_wrong',
    /^checkpoint 3$/,
  ],
  [
    `update log_checkpoint set note = (select note from log_checkpoint where user_id = $user and size = 3) where user_id = $user and size = 1`,
    'checkpoint_text_wrong',
    /^checkpoint 1$/,
  ],
  [
    `update log_leaf set entry = x.entry, leaf_hash = x.leaf_hash from log_leaf x where log_leaf.user_id = $user and log_leaf.leaf_index = 0 and x.user_id = $user and x.leaf_index = 1`,
    'checkpoint_root_wrong',
    /^checkpoint 1$/,
  ],
  [
    `update content set state = 'ignored' where user_id = $user and id = (select content_id from message where id = ${FIRST})`,
    'content_wrong',
    /^message /,
  ],
  [
    `update content set ${FLIP('content_key')} where user_id = $user and id = (select content_id from message where id = ${FIRST})`,
    'content_wrong',
    /^message /,
  ],
  [
    `insert into content (user_id, content_key, state, first_seen_at) values ($user, decode(repeat('07', 32), 'hex'), 'kept', now())`,
    'content_without_message',
    /^content /,
  ],
  [
    `insert into staged_message select content_id, user_id, null, origin, null, captured_at, 1, '', '' from message where id = ${FIRST}`,
    'bytes_left_behind',
    /^content /,
  ],
  [`delete from message_secret where message_id = ${FIRST}`, 'key_missing', /^message /],
  [`delete from message_body where message_id = ${FIRST}`, 'body_missing', /^message /],
  [
    `update message_body set ciphertext = set_byte(ciphertext, length(ciphertext) / 2, get_byte(ciphertext, length(ciphertext) / 2) # 1) where message_id = ${FIRST}`,
    'body_unreadable',
    /^message /,
  ],
  [
    `update message_secret set wrapped_key = set_byte(wrapped_key, 30, get_byte(wrapped_key, 30) # 1) where message_id = ${FIRST}`,
    'body_unreadable',
    /^message /,
  ],
  [`update message set ${FLIP('sha256')} where id = ${FIRST}`, 'sha256_wrong', /^message /],
  [`update message set size_bytes = size_bytes + 1 where id = ${FIRST}`, 'size_wrong', /^message /],
  [`update message_secret set ${FLIP('salt')} where message_id = ${FIRST}`, 'manifest_wrong', /^leaf 0$/],
  [`update log_leaf set ${FLIP('manifest')} where user_id = $user and leaf_index = 1`, 'manifest_wrong', /^leaf 1$/],
  [`update log_leaf set manifest = null where user_id = $user and leaf_index = 1`, 'manifest_missing', /^leaf 1$/],
  [`update message set received_at = received_at - interval '1 day' where id = ${FIRST}`, 'manifest_differs', /^leaf 0$/],
  [`update message set origin = origin || '{"path":"other.mbox"}' where id = ${FIRST}`, 'manifest_differs', /^leaf 0$/],
  [`update verdict set level = 'B' where message_id = ${FIRST}`, 'verdict_differs', /^message /],
  [`update verdict set detail = detail || '{"dns":[]}' where message_id = ${FIRST}`, 'verdict_differs', /^message /],
  [
    `insert into verdict (user_id, message_id, level, pending, detail, made_at) select user_id, message_id, level, pending, detail, made_at from verdict where message_id = ${FIRST}`,
    'verdict_differs',
    /^message /,
  ],
  [`update correction set kind = 'refund' where user_id = $user`, 'correction_differs', /^message /],
  [`delete from correction where user_id = $user`, 'correction_differs', /^message /],
  [`update event set message_id = null where user_id = $user and seq = 2`, 'event_without_message', /^event /],
  [`update event set message_id = null where user_id = $user and seq = 2`, 'message_without_event', /^message /],
  [`update event set seq = 99 where user_id = $user and seq = 2`, 'event_order_wrong', /^event /],
  [`update event set ends_on = '2027-01-01' where user_id = $user and ends_on is not null`, 'subscription_differs', /^subscription /],
  [`delete from subscription where user_id = $user`, 'subscription_differs', /^subscription /],
  [`delete from subscription_event where user_id = $user`, 'subscription_differs', /^subscription /],
];

const erasedDamages: [string, FsckKind, RegExp][] = [
  [`update message set subject = 'left' where id = ${ERASED}`, 'erasure_incomplete', /^message /],
  [`update message set search = 'left'::tsvector where id = ${ERASED}`, 'erasure_incomplete', /^message /],
  [`update event set reasons = '[{"quote":"left"}]' where message_id = ${ERASED}`, 'erasure_incomplete', /^event /],
  [`update log_leaf set manifest = 'left' where message_id = ${ERASED} and entry like 'leaf/v1 message%'`, 'erasure_incomplete', /^leaf /],
  [`insert into message_body values (${ERASED}, $user, 'left')`, 'erasure_incomplete', /^message /],
  [
    `update log_leaf set message_id = ${FIRST} where message_id = ${ERASED} and entry like 'leaf/v1 erase%'`,
    'erase_leaf_missing',
    /^message /,
  ],
  [`update log_leaf set manifest = 'x' where message_id = ${ERASED} and entry like 'leaf/v1 erase%'`, 'manifest_wrong', /^leaf 4$/],
];

async function damaged(user: string, statement: string): Promise<Awaited<ReturnType<typeof fsck>>> {
  const { db } = database;
  const text = statement.replaceAll('$user', `'${user}'`);
  // A copy would be slow: the damage is done, looked at and rolled back in one transaction.
  let report: Awaited<ReturnType<typeof fsck>> | null = null;
  await db
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      const done = await sql.raw(text).execute(tx);
      expect(Number(done.numAffectedRows), text).toBeGreaterThan(0);
      report = await fsckUser({ tx, vault: testVault, fold, erasures: [] }, user);
      throw new Error('undo');
    })
    .catch((error: Error) => {
      if (error.message !== 'undo') throw error;
    });
  return report!;
}

it.each(damages)('names %s', async (statement, kind, row) => {
  const report = await damaged(userId, statement);
  expect(report.problems.find((problem) => problem.kind === kind)?.row, JSON.stringify(report.problems)).toMatch(row);
});

it.each(erasedDamages)('names what an erasure left: %s', async (statement, kind, row) => {
  const report = await damaged(erasedUser, statement);
  const named = report.problems.filter((problem) => problem.kind === kind);
  expect(named.map((problem) => problem.row).join(), JSON.stringify(report.problems)).toMatch(row);
});

it('names an erased message that came back by another way', async () => {
  const { content_key: contentKey } = await database.db
    .selectFrom('content')
    .select('content_key')
    .where('user_id', '=', userId)
    .where('state', '=', 'kept')
    .executeTakeFirstOrThrow();
  const report = await fsck(database.db, userId, [{ userId, contentKey, reason: 'asked', at: '2026-06-02T00:00:00.000Z' }]);
  expect(report.problems.map((problem) => problem.kind)).toEqual(['erased_came_back']);
});

it('reads a log longer than a page', async () => {
  const { db } = database;
  const { userId: many } = await tellStory(db, 'many@example.org');
  for (let batch = 0; batch < 5; batch += 1) {
    const mails = Array.from({ length: 220 }, (_, index) => CANCELLED.replace('4711', `${batch}-${index}`));
    await settle(db, many, mails);
  }
  const report = await fsck(db, many);
  expect(report).toMatchObject({ leaves: 1104, messages: 1103, problems: [] });
}, 120_000);
