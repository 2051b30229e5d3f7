import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA, type NewAlert } from '@quittance/domain/alert';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { isToldBy } from '@quittance/testing/told-alerts';
import { DEFAULT_ALERT_PREFERENCES } from '@quittance/domain/alert-preferences';
import { saveAlertPreferences } from './alert-preferences.ts';
import { countUnseenAlerts, listAlerts, markAlertSeen, recordAlert } from './alerts.ts';
import { removeChannel } from './channels.ts';
import { asUser, inTransaction } from './transaction.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const newUser = async (): Promise<string> =>
  (await test.db.insertInto('app_user').values({ name: 'Ada' }).returning('id').executeTakeFirstOrThrow()).id;

const newChannel = async (userId: string, target: string, kinds: string[] | null, removedAt: string | null = null): Promise<string> =>
  (
    await test.db
      .insertInto('channel')
      .values({ user_id: userId, kind: 'ntfy', target, kinds, removed_at: removedAt })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;

const alert = (key: string, dueAt = '2026-11-23T09:00:00.000Z'): NewAlert => ({
  kind: 'renewal_notice',
  dedupeKey: key,
  dueAt,
  data: { ...EMPTY_ALERT_DATA, merchant: 'Streamly' },
});

it('records an alert once and queues it for each channel that wants its kind', async () => {
  const userId = await newUser();
  const all = await newChannel(userId, 'https://a.example/1', null);
  const some = await newChannel(userId, 'https://a.example/2', ['renewal_notice', 'trial_ending']);
  await newChannel(userId, 'https://a.example/3', ['payment_failed']);
  await newChannel(userId, 'https://a.example/4', null, '2026-11-01T00:00:00.000Z');
  await newChannel(await newUser(), 'https://a.example/5', null);

  expect(await inTransaction(test.db, (tx) => recordAlert(tx, userId, alert('a')))).toBe(true);
  expect(await inTransaction(test.db, (tx) => recordAlert(tx, userId, alert('a', '2026-12-01T00:00:00.000Z')))).toBe(false);

  const deliveries = await test.db
    .selectFrom('delivery')
    .select(['channel_id', 'state', 'next_try_at'])
    .where('user_id', '=', userId)
    .execute();
  expect(deliveries.map((row) => row.channel_id).sort()).toEqual([all, some].sort());
  expect(deliveries.every((row) => row.state === 'due' && row.next_try_at === '2026-11-23T09:00:00.000Z')).toBe(true);
});

it('lets only one of two racing transactions record the same key', async () => {
  const userId = await newUser();
  const results = await Promise.all(
    Array.from({ length: 4 }, () => inTransaction(test.db, (tx) => recordAlert(tx, userId, alert('race')))),
  );
  expect(results.filter(Boolean)).toHaveLength(1);
});

const on = { cancel_by: '2026-12-14', cancel_by_stated: true } as const;
const before = { cancel_by: '2026-12-13', cancel_by_stated: true } as const;
it.each([
  ['the same', on, on, false],
  ['an earlier last day', before, on, false],
  ['a later last day', on, before, true],
  // "Cancel before 14 January", the alert said.
  ['the day before the renewal', {}, { cancel_by: '2027-01-13' }, false],
  ['the day of the renewal, named as the last one', { cancel_by_stated: true }, { cancel_by: '2027-01-13' }, true],
  ['the renewal', {}, { cancel_by: '2027-01-12' }, true],
  // Nothing can be left any more, for all that is known, and still it is announced.
  ['a last day, and this one of none', on, { cancel_by: null }, true],
  ['no last day', { cancel_by: null }, on, true],
  ['another price', on, { ...on, amount: '119.00' }, true],
  ['it with doubt', { ...on, reason: 'probable' }, on, true],
  ['it as surely', { ...on, reason: 'probable' }, { ...on, reason: 'probable' }, false],
  ['it more surely', on, { ...on, reason: 'probable' }, false],
  ['no price', { ...on, amount: null, currency: null }, on, true],
  ['a price, and this one of none', on, { ...on, amount: null, currency: null }, true],
  ['no price, as this one', { ...on, amount: null, currency: null }, { ...on, amount: null, currency: null }, false],
] as const)('asks of an alert of the same thing whether it told of %s', async (_what, toldOf, tellsOf, isNews) => {
  const known = { ...EMPTY_ALERT_DATA, amount: '99.00', currency: 'EUR', renews_on: '2027-01-14', cancel_by: '2027-01-14' };
  const [told, data] = [toldOf, tellsOf].map((change) => ({ ...known, ...change }));
  const record = (userId: string, given: NewAlert) => inTransaction(test.db, (tx) => recordAlert(tx, userId, given));
  const userId = await newUser();
  await record(userId, { ...alert('told'), data: told! });
  expect(await record(userId, { ...alert('new'), data: data!, sameAs: ['other', 'told'] })).toBe(isNews);
  // What other tests ask instead of the store.
  expect(isToldBy(told!, data!)).toBe(!isNews);
  expect(await record(userId, { ...alert('of another thing'), data: data!, sameAs: ['other'] })).toBe(true);
  expect(await record(await newUser(), { ...alert('of another person'), data: data!, sameAs: ['told'] })).toBe(true);
});

it('knows what was read with doubt by what was told surely, and not the other way round', async () => {
  const record = (userId: string, given: NewAlert) => inTransaction(test.db, (tx) => recordAlert(tx, userId, given));
  const doubtful: NewAlert = { ...alert('a:probable'), unless: ['a'], data: { ...EMPTY_ALERT_DATA, reason: 'probable' } };
  const [one, other] = [await newUser(), await newUser()];
  expect([await record(one, doubtful), await record(one, alert('a')), await record(one, doubtful)]).toEqual([true, true, false]);
  expect([await record(other, alert('a')), await record(other, doubtful)]).toEqual([true, false]);
});

it.each([
  ['no channel', [], [], false],
  ['a channel that takes both kinds', [null], [], false],
  ['a channel that takes neither', [['payment_failed']], ['renewal_notice', 'trial_ending'], false],
  ['a channel that takes only this kind', [null, ['trial_ending']], [], true],
  ['a kind that the person keeps to the page', [null], ['renewal_notice'], true],
  ['this kind kept to the page', [null], ['trial_ending'], false],
] as const)('asks of an alert of another kind where it went: %s', async (_what, channels, muted, isNews) => {
  const data = { ...EMPTY_ALERT_DATA, renews_on: '2027-01-14', cancel_by: '2027-01-14' };
  const userId = await newUser();
  for (const [at, kinds] of channels.entries()) await newChannel(userId, `https://a.example/kinds${at}`, kinds && [...kinds]);
  if (muted.length > 0) {
    const preferences = { ...DEFAULT_ALERT_PREFERENCES, mutedKinds: muted };
    await inTransaction(test.db, (tx) => saveAlertPreferences(tx, userId, preferences, '2026-11-01T00:00:00.000Z'));
  }
  const record = (given: NewAlert) => inTransaction(test.db, (tx) => recordAlert(tx, userId, { ...given, data }));
  await record(alert('renewal_notice:s:2027-01-14'));
  expect(await record({ ...alert('trial_ending:s:2027-01-14'), kind: 'trial_ending', sameAs: ['renewal_notice:s:2027-01-14'] })).toBe(
    isNews,
  );
});

it('sends nothing to a channel that is removed while the alert is recorded', async () => {
  const userId = await newUser();
  const channelId = await newChannel(userId, 'https://a.example/6', null);
  const states = async () =>
    (await test.db.selectFrom('delivery').select('state').where('user_id', '=', userId).execute()).map(({ state }) => state);
  let isRemoved = false;
  let removal: Promise<boolean> | undefined;
  await inTransaction(test.db, async (tx) => {
    await recordAlert(tx, userId, alert('removed'));
    const removed = inTransaction(test.db, (other) => removeChannel(other, userId, channelId, '2026-11-23T09:00:00.000Z'));
    removal = removed.finally(() => (isRemoved = true));
    await expect.poll(async () => isRemoved || (await isAnybodyWaiting()), { interval: 10 }).toBe(true);
  });
  expect(await removal).toBe(true);
  expect(await states()).toEqual(['cancelled']);
});

async function isAnybodyWaiting(): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(test.db);
  return rows.length > 0;
}

it('works under row-level security and keeps people apart', async () => {
  const [one, two] = [await newUser(), await newUser()];
  await asUser(test.db, one, (tx) => recordAlert(tx, one, alert('mine')));
  const [mine] = await asUser(test.db, one, (tx) => listAlerts(tx, one, { limit: 10 }));
  expect(await asUser(test.db, two, (tx) => listAlerts(tx, one, { limit: 10 }))).toEqual([]);
  expect(await asUser(test.db, two, (tx) => markAlertSeen(tx, one, mine!.id, '2026-11-23T10:00:00.000Z'))).toBe(false);
  expect(await countUnseenAlerts(test.db, one)).toBe(1);
});

it('pages newest first and keeps the first time an alert was seen', async () => {
  const userId = await newUser();
  for (const [key, at] of [
    ['a', '01'],
    ['b', '02'],
    ['c', '02'],
    ['d', '03'],
  ] as const) {
    await inTransaction(test.db, (tx) => recordAlert(tx, userId, alert(key, `2026-11-${at}T09:00:00.000Z`)));
  }
  const seen: string[] = [];
  let after: { createdAt: string; id: string } | undefined;
  for (;;) {
    const page = await listAlerts(test.db, userId, { limit: 1, after });
    if (!page[0]) break;
    seen.push(page[0].dedupeKey);
    after = { createdAt: page[0].createdAt, id: page[0].id };
  }
  expect([seen[0], seen[1]!.concat(seen[2]!).split('').sort().join(''), seen[3]]).toEqual(['d', 'bc', 'a']);
  expect(await markAlertSeen(test.db, userId, after!.id, '2026-11-04T00:00:00.000Z')).toBe(true);
  await markAlertSeen(test.db, userId, after!.id, '2026-11-05T00:00:00.000Z');
  const oldest = (await listAlerts(test.db, userId, { limit: 10 })).at(-1)!;
  expect(oldest.seenAt).toBe('2026-11-04T00:00:00.000Z');
});
