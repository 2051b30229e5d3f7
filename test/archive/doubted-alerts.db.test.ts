// What an older release told of doubtful mail: it silences the mail that is sure of the same no more.
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { recordAlert } from '@quittance/store/alerts';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser } from '@quittance/testing/staged-mail';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { up } from '../../migrations/0032_doubted_alerts.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('gives them the key of what was read with doubt, once, and leaves all others', async () => {
  const userId = await createTestUser(test.db, 'ana@example.org');
  const alert = (kind: NewAlert['kind'], key: string, reason: string | null): NewAlert => ({
    kind,
    dedupeKey: key,
    dueAt: '2026-11-01T09:00:00.000Z',
    data: { ...EMPTY_ALERT_DATA, reason },
  });
  const record = (one: NewAlert) => inTransaction(test.db, (tx) => recordAlert(tx, userId, one));
  for (const one of [
    alert('renewal_notice', 'a', 'probable'),
    alert('renewal_notice', 'b', null),
    alert('price_change', 'c', 'probable'),
    alert('price_change', 'c:probable', 'probable'),
    alert('confirmation_missing', 'd', 'probable'),
    alert('cancel_by', 'e', 'reminder'),
  ])
    await record(one);
  expect(await record(alert('renewal_notice', 'a', null))).toBe(false);
  await up(test.db as unknown as Kysely<unknown>);
  await up(test.db as unknown as Kysely<unknown>);
  const keys = await test.db.selectFrom('alert').select('dedupe_key').orderBy('dedupe_key').execute();
  expect(keys.map(({ dedupe_key: key }) => key)).toEqual(['a:probable', 'b', 'c', 'c:probable', 'd', 'e']);
  expect(await record(alert('renewal_notice', 'a', null))).toBe(true);
});
