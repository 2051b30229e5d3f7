// Stored subscriptions against the fold: a service told of under two senders is found running twice whichever comes first, and a release that folds
// otherwise makes all of them anew at its first start.
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { insertOwnEvent } from './own-event.ts';
import { isOutdated, listSubscriptions, rebuildTimeline, refoldMerchants, refoldOutdated, type Fold } from './subscriptions.ts';
import { asUser, inTransaction } from './transaction.ts';

let database: TestDatabase;
let userId: string;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  people += 1;
  userId = await createTestUser(database.db, `refold${people}@example.org`);
});

const MERCHANTS = {
  other: { id: 'tunewave-by-phone', name: 'Tunewave' },
  own: { id: 'tunewave.example', name: 'Tunewave' },
  store: { id: 'tunewave-music', name: 'TuneWave' },
};

async function charged(
  merchant: { id: string; name: string },
  on: string,
  kind: 'renewal_charged' | 'cancellation_confirmed' = 'renewal_charged',
) {
  return inTransaction(database.db, async (tx) => {
    const occurredAt = `${on}T09:00:00.000Z`;
    const price = { amountMinor: 1099, currency: 'USD' };
    const facts = { kind, occurredAt, merchant: { ...merchant, domains: [] }, price, period: 'P1M', language: 'en', rule: null };
    await insertOwnEvent(tx, userId, facts, occurredAt);
    return refoldMerchants(tx, fold, userId, [merchant.id]);
  });
}

const doubles = async (): Promise<string[]> =>
  (await listSubscriptions(database.db, userId))
    .map(({ merchant, findings }) => `${merchant.id} ${findings.map(({ kind }) => kind).join(' ')}`.trim())
    .toSorted();
const differences = () => inTransaction(database.db, (tx) => rebuildTimeline(tx, fold, userId, { write: false }));

it.each([
  ['the store', MERCHANTS.own, MERCHANTS.store],
  ['the merchant', MERCHANTS.store, MERCHANTS.own],
])('sees the same service twice when %s comes second, and no more when one of them ends', async (_who, first, second) => {
  await charged(first, '2026-05-03');
  const { before, after } = await charged(second, '2026-05-21');
  // Alerts are due for what is new at the merchant that wrote.
  expect([before, after].map((list: readonly FoldedSubscription[]) => list.map(({ merchant }) => merchant.id))).toEqual([[], [second.id]]);
  expect(await doubles()).toEqual(['tunewave-music duplicate_subscription', 'tunewave.example duplicate_subscription']);
  expect(await differences()).toEqual([]);
  await charged(second, '2026-05-25', 'cancellation_confirmed');
  expect(await doubles()).toEqual(['tunewave-music', 'tunewave.example']);
  expect(await differences()).toEqual([]);
});

it('stores what a fold of all gives, whichever of three namesakes wrote last', async () => {
  for (const on of ['2026-05-03', '2026-05-12'])
    for (const merchant of Object.values(MERCHANTS).toReversed()) {
      await charged(merchant, on);
      expect(await differences()).toEqual([]);
    }
});

it('makes subscriptions anew once where another fold wrote them', async () => {
  await charged(MERCHANTS.own, '2026-05-03');
  await refoldOutdated(database.db, fold);
  await asUser(database.db, userId, (tx) =>
    tx
      .updateTable('subscription')
      .set({ state: JSON.stringify({ id: 'of an older fold' }), name_key: '' })
      .execute(),
  );
  expect(await refoldOutdated(database.db, fold)).toBe(0);
  const newer: Fold = { ...fold, version: fold.version + 1 };
  const everybody = await database.db.selectFrom('app_user').select('id').execute();
  // Another fold wrote them: that they differ is no fault of the data.
  expect(await isOutdated(database.db, newer, userId)).toBe(true);
  expect(await refoldOutdated(database.db, newer)).toBe(everybody.length);
  expect(await isOutdated(database.db, newer, userId)).toBe(false);
  expect(await differences()).toEqual([]);
  const names = await database.db.selectFrom('subscription').select('name_key').where('user_id', '=', userId).execute();
  expect(names).toEqual([{ name_key: 'tunewave' }]);
  expect(await refoldOutdated(database.db, newer)).toBe(0);
});
