// The same mail under other bytes: a bridge that renumbered its folders and rewrote the headers, a server that encoded the text anew on a move. Each copy
// is evidence; the person is told once. What differs in any of id, date, sender or text is another mail, and is told of.
import { randomBytes } from 'node:crypto';
import type { Level } from '@quittance/domain/authenticity';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { listEvents } from '@quittance/store/events';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { classifyJob } from './classify-job.ts';
import { jobDeps } from './test-job.ts';

let database: TestDatabase;
let parser: ParsePool;
let userId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  parser = createParsePool({ size: 1 });
});
afterAll(async () => {
  await parser.close();
  await database.drop();
});
beforeEach(async () => {
  userId = await createTestUser(database.db, `${randomBytes(6).toString('hex')}@example.org`);
});

const BODY = 'Your payment of EUR 12.99 failed. Please update your card: é';
const TEXT = mailText('Your payment failed', BODY, { id: 'one' });
const encoded = (raw: string): string =>
  raw
    .replace('charset=utf-8', 'charset=utf-8\r\nContent-Transfer-Encoding: base64')
    .replace(BODY, Buffer.from(`${BODY}\r\n`).toString('base64'));
const onItsWay = (raw: string): string =>
  `X-Pm-Internal-Id: 7\r\nReceived: by bridge; Tue, 2 Jun 2026 09:00:00 +0000\r\n${raw.replace('MIME-Version: 1.0', 'Mime-Version: 1.0')}`;

interface Received {
  readonly mail: string;
  readonly level?: Level;
}

async function receive(...mails: readonly Received[]): Promise<void> {
  for (const { mail, level = 'B' } of mails) {
    const { contentId } = await stageMail(database.db, userId, mail);
    const deps = jobDeps({
      db: database.db,
      vault: testVault,
      reader: readWith(parser, scriptedClassify({ failed: { kind: 'payment_failed', price: { amountMinor: 1299, currency: 'EUR' } } })),
      verify: async () => ({ level, pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' }),
    });
    await classifyJob(deps, { userId, contentIds: [contentId], priority: 'live' });
  }
}

const alerts = async (): Promise<number> =>
  (await database.db.selectFrom('alert').select('id').where('user_id', '=', userId).execute()).length;

it.each([
  ['other headers of the way', onItsWay(TEXT)],
  ['another encoding', encoded(TEXT)],
  ['both, and a signature that no longer holds', onItsWay(encoded(TEXT)), 'D' as const],
])('a copy with %s is kept, and told of once', async (_name, mail, level: Level = 'B') => {
  await receive({ mail: TEXT }, { mail, level });
  expect(await listEvents(database.db, userId)).toHaveLength(2);
  expect(await alerts()).toBe(1);
});

it.each([
  ['another text under the same id', TEXT.replace('12.99', '19.99')],
  ['another date', TEXT.replace('Date: Mon, 01 Jun 2026 09', 'Date: Mon, 01 Jun 2026 10')],
  ['another sender', TEXT.replace('billing@', 'accounts@')],
  ['another id', TEXT.replace('<one@', '<two@')],
])('a mail with %s is told of', async (_name, mail) => {
  expect(mail).not.toBe(TEXT);
  await receive({ mail: TEXT }, { mail });
  expect(await alerts()).toBe(2);
});

it('mails without an id or without a date are never taken for copies', async () => {
  for (const name of ['Message-ID', 'Date']) {
    const bare = TEXT.replace(new RegExp(`${name}:.*\r\n`), '');
    const before = await alerts();
    await receive({ mail: bare }, { mail: onItsWay(bare) });
    expect((await alerts()) - before).toBe(2);
  }
});

it('a copy that is better authenticated than the first one is told of', async () => {
  await receive({ mail: TEXT, level: 'D' }, { mail: onItsWay(TEXT), level: 'B' });
  expect(await alerts()).toBe(2);
});
