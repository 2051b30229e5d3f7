// Mail that the classifier leaves open is kept as what it may be, and asked about; what only looks so, of which ordinary mailboxes are full, is not.
import { classifyMessage } from '@quittance/classify/classify-message';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { listEvents } from '@quittance/store/events';
import { listQuestions } from '@quittance/store/overview';
import { asUser } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { readWith } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classifyJob } from './classify-job.ts';
import { jobDeps } from './test-job.ts';

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

const OPEN =
  'Hi Ada,\n\nabout your plan Gold: the matter of $19.00 has been dealt with. Do tell us if you have questions about your membership.\n\nSalle Forma';

async function read(owner: string, subject: string, body: string) {
  const userId = await createTestUser(database.db, owner);
  const raw = mailText(subject, body, { from: 'Salle Forma <contact@salle-forma.example>', date: '2026-05-01T09:00:00Z' });
  const { contentId } = await stageMail(database.db, userId, raw);
  const verify = () => Promise.resolve({ level: 'B' as const, pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' });
  const deps = jobDeps({ db: database.db, vault: testVault, reader: readWith(parser, classifyMessage), verify });
  await classifyJob(deps, { userId, contentIds: [contentId], priority: 'live' });
  return asUser(database.db, userId, async (tx) => ({
    events: await listEvents(tx, userId),
    asked: await listQuestions(tx, userId, { doubtfulSince: '2026-04-30', limit: 10 }),
  }));
}

it('is kept undecided as the event it would be, with what it states, and asked about', async () => {
  const { events, asked } = await read('ada@example.org', 'Your plan', OPEN);
  expect(events).toMatchObject([
    {
      kind: 'renewal_charged',
      decided: 'abstain',
      plan: 'Gold',
      price: { amountMinor: 1900, currency: 'USD' },
      merchant: { name: 'Salle Forma' },
    },
  ]);
  expect(events[0]!.confidence).toBeLessThan(0.5);
  expect(asked).toEqual(events.map(({ id }) => id));
});

it('is not kept where it is as long as no notice is', async () => {
  const { events } = await read(
    'long@example.org',
    'Your plan',
    `${OPEN}\n\n${'We saw the hills, the river and the old town.\n'.repeat(100)}`,
  );
  expect(events).toEqual([]);
});
