// A person's word on one mail, from the page to the next mail of the same template; and what a local model may add to an open question.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSameTemplate } from '@quittance/classify/template';
import type { MessageKind } from '@quittance/domain/event-kind';
import { silentLog } from '@quittance/domain/log';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { createLiveWork } from '@quittance/runtime/live-work';
import { createMetrics } from '@quittance/runtime/metrics';
import { correctEvent } from '@quittance/store/correct-event';
import { eraseMessage } from '@quittance/store/erasure';
import { listEvents } from '@quittance/store/events';
import { listSuggestions, OWN_WORD } from '@quittance/store/suggestions';
import { asUser } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { merchant, readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { classifyJob, type ClassifyDeps } from './classify-job.ts';
import { createClassifierMetrics } from './metrics.ts';
import { suggestKinds } from './suggest-kinds.ts';

const NOW = '2026-06-01T12:00:05.000Z';
const FROM = 'Streamly <billing@streamly.example>';
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
  userId = await createTestUser(database.db, `heed${users}@example.org`);
});

const deps = (): ClassifyDeps => ({
  db: database.db,
  vault: testVault,
  reader: readWith(
    parser,
    scriptedClassify({ 'your plan': { kind: 'plan_changed', decided: 'abstain', merchant: merchant('streamly', 'Streamly') } }),
  ),
  verify: () => Promise.resolve({ level: 'B', pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' }),
  clock: { now: () => new Date(NOW) },
  randomBytes,
  busyMs: 0,
  liveWork: createLiveWork(),
  log: silentLog,
  metrics: createClassifierMetrics(createMetrics()),
});

/** One month's mail of the same template. @returns its event's kind and decision, with its id; null when it was let go. */
async function receive(day: number): Promise<{ id: string; kind: string; decided: string } | null> {
  const body = `Hello Ada,\n\nwe write to let you know that your plan goes on for another month from ${day} June. We take ${day}.50 EUR from the account that you gave us.\n\nThe people of the house`;
  const text = mailText(`About your plan no. ${day}`, body, { from: FROM, date: `2026-05-${10 + day}T09:00:00Z` });
  const { contentId } = await stageMail(database.db, userId, text);
  const before = new Set((await listEvents(database.db, userId)).map(({ id }) => id));
  await classifyJob(deps(), { userId, contentIds: [contentId], priority: 'live' });
  const event = (await listEvents(database.db, userId)).find(({ id }) => !before.has(id));
  return event ? { id: event.id, kind: event.kind, decided: event.decided } : null;
}

const say = (eventId: string, kind: MessageKind) =>
  asUser(database.db, userId, (tx) => correctEvent(tx, fold, { userId, eventId, kind, at: NOW, isAlike: isSameTemplate }));

it('is heeded for the next mail of the template, believed after the second word, and taken back by another', async () => {
  const first = await receive(1);
  expect(first).toMatchObject({ kind: 'plan_changed', decided: 'abstain' });
  await say(first!.id, 'renewal_notice');
  const second = await receive(2);
  expect(second).toMatchObject({ kind: 'renewal_notice', decided: 'probable' });
  await say(second!.id, 'renewal_notice');
  expect(await receive(3)).toMatchObject({ kind: 'renewal_notice', decided: 'auto' });
  // Taken back: the words differ, so the next one is asked about.
  await say(first!.id, 'plan_changed');
  expect(await receive(4)).toMatchObject({ kind: 'plan_changed', decided: 'abstain' });
});

it('lets mail go that was called nothing twice, and only then', async () => {
  await say((await receive(1))!.id, 'other');
  const second = await receive(2);
  expect(second).toMatchObject({ kind: 'plan_changed', decided: 'abstain' });
  await say(second!.id, 'other');
  expect(await receive(3)).toBeNull();
});

it('stands as a hint beside open questions on mail that came before, and goes with the message it is about', async () => {
  const [first, second] = [await receive(1), await receive(2)];
  await say(second!.id, 'renewal_notice');
  const hints = await listSuggestions(database.db, userId, [first!.id, second!.id]);
  expect([...hints]).toEqual([[first!.id, { kind: 'renewal_notice', quote: '', model: OWN_WORD }]]);
  const [event] = (await listEvents(database.db, userId)).filter(({ id }) => id === first!.id);
  await eraseMessage(
    { db: database.db, vault: testVault, fold, list: { append: () => Promise.resolve() } },
    { userId, sha256: event!.message!.sha256, reason: 'test', at: NOW },
  );
  expect(await listSuggestions(database.db, userId, [first!.id])).toEqual(new Map());
  const left = await database.db.selectFrom('event_template').select('event_id').where('event_id', '=', first!.id).execute();
  expect(left).toEqual([]);
});

it('does not reach another person', async () => {
  await say((await receive(1))!.id, 'renewal_notice');
  await say((await receive(2))!.id, 'renewal_notice');
  userId = await createTestUser(database.db, `neighbour${users}@example.org`);
  expect(await receive(3)).toMatchObject({ kind: 'plan_changed', decided: 'abstain' });
});

it('gets a local model’s suggestion where one is set up, once, and none when it is away', async () => {
  const event = (await receive(1))!;
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    const content = JSON.stringify({ kind: 'renewal_notice', quote: 'your plan goes on for another month' });
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const suggest = (at: string) =>
    suggestKinds({ ...deps(), llm: { url: at, model: 'tiny', allowPrivateHosts: [] }, rankKinds: () => ['renewal_notice'] });
  expect(await suggest('http://127.0.0.1:1/v1')).toBe(0);
  expect(await suggest(url)).toBeGreaterThan(0);
  expect((await listSuggestions(database.db, userId, [event.id])).get(event.id)).toEqual({
    kind: 'renewal_notice',
    quote: 'your plan goes on for another month',
    model: 'tiny',
  });
  const before = asked;
  expect(await suggest(url)).toBe(0);
  expect(asked).toBe(before);
  expect((await listEvents(database.db, userId)).map(({ kind }) => kind)).toEqual(['plan_changed']);
  server.close();
});
