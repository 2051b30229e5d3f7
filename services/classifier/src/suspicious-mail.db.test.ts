// A mail that dresses up as a merchant's: kept as what it pretends to be, told of beside the subscription that it is about, and without any effect
// on it; one that is about no subscription leaves nothing behind, as any other mail.
import { classifyMessage } from '@quittance/classify/classify-message';
import type { Verdict } from '@quittance/domain/authenticity';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { listAlerts } from '@quittance/store/alerts';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { readWith } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
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

async function receive(userId: string, ...mails: string[]): Promise<void> {
  const contentIds: number[] = [];
  for (const mail of mails) contentIds.push((await stageMail(database.db, userId, mail)).contentId);
  const deps = jobDeps({
    db: database.db,
    vault: testVault,
    reader: readWith(parser, classifyMessage),
    // As authenticity's grades do: signs of forgery in the content make R.
    verify: ({ suspicions }: { suspicions: readonly string[] }): Promise<Verdict> =>
      Promise.resolve({
        level: suspicions.length > 0 ? 'R' : 'B',
        pending: false,
        reasons: [...suspicions],
        signatures: [],
        dns: [],
        tool: 't',
      }),
  });
  await classifyJob(deps, { userId, contentIds, priority: 'live' });
}

const real = mailText(
  'Your Netflix receipt',
  'Thank you. We charged EUR 13.49 for one month of your Netflix subscription on 20 May 2026.',
  {
    from: 'Netflix <info@mailer.netflix.com>',
    date: '2026-05-20T09:00:00Z',
  },
);
const forged = mailText(
  'Your Netflix subscription has been cancelled',
  'Your Netflix subscription has been cancelled because your payment failed. Update your payment details to keep your membership.',
  { from: 'Netflix <billing@netf1ix-account.com>' },
);
const lunch = mailText('Lunch?', 'Are you free at noon?', { from: 'Netflix <bob@netf1ix-account.com>' });

it('is told of beside the subscription, and changes nothing', async () => {
  const userId = await createTestUser(database.db);
  await receive(userId, real);
  const [before] = await listSubscriptions(database.db, userId);
  expect(before).toMatchObject({ merchant: { id: 'netflix' }, status: 'active' });
  await receive(userId, forged, lunch);
  const [after, ...others] = await listSubscriptions(database.db, userId);
  expect(others).toEqual([]);
  expect(after).toMatchObject({ status: 'active', proof: null, price: before!.price });
  expect(after!.findings.map(({ kind }) => kind)).toEqual(['suspicious_message']);
  expect((await listAlerts(database.db, userId, { limit: 10 })).map(({ kind }) => kind)).toEqual(['suspicious_message']);
  const { rows } = await sql<{ subject: string }>`select subject from message where user_id = ${userId}::uuid order by id`.execute(
    database.db,
  );
  expect(rows.map(({ subject }) => subject)).toEqual(['Your Netflix receipt', 'Your Netflix subscription has been cancelled']);
});

it('of a merchant with whom the person has nothing is kept without an alarm, and opens nothing', async () => {
  const userId = await createTestUser(database.db, 'eve@example.org');
  await receive(userId, forged);
  expect(await listSubscriptions(database.db, userId)).toEqual([]);
  expect(await listAlerts(database.db, userId, { limit: 10 })).toEqual([]);
});
