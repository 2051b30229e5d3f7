// An act is shown beside the subscription to which the fold applies it.
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { subscriptionsOfActs } from './acts-about.ts';
import { listActs } from './hand.ts';
import { insertOwnEvent } from './own-event.ts';
import { setTerms, splitSubscription } from './own-hand.ts';
import { listSubscriptions, refoldMerchants } from './subscriptions.ts';
import { asUser, inTransaction } from './transaction.ts';

const AT = '2026-06-15T10:00:00.000Z';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('shows terms where they hold, though most of the mails stand elsewhere by now', async () => {
  const userId = await createTestUser(database.db, 'about@example.org');
  const said = { merchant: { id: 'gym', name: 'gym', domains: [] }, period: 'P1M', language: 'en', rule: null } as const;
  const events = await inTransaction(database.db, async (tx) => {
    const ids: string[] = [];
    for (const [at, kind] of (['signup', 'renewal_charged', 'renewal_charged'] as const).entries())
      ids.push(await insertOwnEvent(tx, userId, { ...said, kind, occurredAt: `2026-0${at + 3}-01T09:00:00.000Z` }, AT));
    await refoldMerchants(tx, fold, userId, ['gym']);
    return ids;
  });
  await asUser(database.db, userId, async (tx) => {
    const hand = { tx, fold, userId, at: AT };
    const [whole, ...none] = await listSubscriptions(tx, userId);
    expect(none).toEqual([]);
    const { id } = whole!;
    const { actId } = await setTerms(hand, { subscriptionId: id, terms: { noticePeriod: 'P2M' } });
    await splitSubscription(hand, { subscriptionId: id, eventIds: [events[0]!] });
    const subscriptions = await listSubscriptions(tx, userId);
    expect(subscriptions).toHaveLength(2);
    const about = await subscriptionsOfActs(tx, userId, await listActs(tx, userId));
    expect([about.get(actId)]).toEqual(subscriptions.filter(({ noticePeriod }) => noticePeriod === 'P2M').map((one) => one.id));
  });
});
