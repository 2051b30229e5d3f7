// A database of the release before migration 0025: its subscriptions are the same after it.
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { ev } from '@quittance/testing/events';
import { createTestUser } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateToLatest } from './migrate.ts';
import { listSubscriptions, listSubscriptionsBriefly } from './subscriptions.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('carries subscriptions over, with their events in order', async () => {
  const userId = await createTestUser(test.db);
  const months = ['03', '01', '02'].map((month) =>
    ev('renewal_charged', `2026-${month}-05`, { merchant: 'shop', price: '9.99 EUR', period: 'P1M' }),
  );
  const [folded] = foldMerchant(months, []).subscriptions;
  await sql.raw(before).execute(test.db);
  await sql`insert into subscription (id, user_id, merchant_id, state, last_event_at)
    values (${folded!.id}, ${userId}, 'shop', ${JSON.stringify(folded)}::jsonb, ${folded!.lastEventAt})`.execute(test.db);
  expect(await migrateToLatest(test.db)).toEqual(['0025_event_ids_apart']);
  expect(folded!.eventIds).toHaveLength(3);
  expect(await listSubscriptions(test.db, userId)).toEqual([folded]);
  expect(await listSubscriptionsBriefly(test.db, userId)).toEqual([{ ...folded, eventIds: [] }]);
});

const before = `
alter table subscription drop column event_ids, alter column state type jsonb;
delete from kysely_migration where name = '0025_event_ids_apart';
`;
