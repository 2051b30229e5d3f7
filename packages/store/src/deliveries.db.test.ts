import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createVault, newKey } from '@quittance/vault/vault';
import { recordAlert } from './alerts.ts';
import { addChannel, getChannel, listChannels, openChannelSecret, removeChannel } from './channels.ts';
import {
  claimDeliveries,
  getDelivery,
  listDeliveries,
  queueTestDelivery,
  settleDelivered,
  settleFailed,
  settleRetry,
  type ClaimedDelivery,
} from './deliveries.ts';
import { asUser, inTransaction } from './transaction.ts';

const AT = '2026-11-23T09:00:00.000Z';
const later = (seconds: number): Date => new Date(Date.parse(AT) + seconds * 1000);
const vault = createVault(newKey());
let test: TestDatabase;
let userId: string;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.deleteFrom('app_user').execute();
  userId = (await test.db.insertInto('app_user').values({ language: 'fr' }).returning('id').executeTakeFirstOrThrow()).id;
});

const add = (target = 'https://hook.example/1') =>
  asUser(test.db, userId, (tx) => addChannel(tx, vault, userId, { kind: 'webhook', target }, AT));
const alert = async (key: string): Promise<void> => {
  const data = { ...EMPTY_ALERT_DATA, quote: 'odd \0 \ud800 text' };
  await inTransaction(test.db, (tx) => recordAlert(tx, userId, { kind: 'renewal_notice', dedupeKey: key, dueAt: AT, data }));
};
const claim = (seconds = 0, limit = 10): Promise<ClaimedDelivery[]> =>
  claimDeliveries(test.db, { now: later(seconds), leaseMs: 60_000, limit });
const attempted = (one: ClaimedDelivery) => ({ id: one.id, userId, attempt: one.attempt, channelId: one.channel.id, at: AT });

it('seals the signing secret for its own row and shows it once', async () => {
  const added = await add();
  expect(added?.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(await add()).toBeNull();
  expect(await openChannelSecret(test.db, vault, added!.channel.id)).toBe(added!.secret);
  const { secret } = await test.db.selectFrom('channel').select('secret').executeTakeFirstOrThrow();
  expect(secret!.includes(Buffer.from(added!.secret!.slice(6), 'base64'))).toBe(false);
  expect(() => vault.open('channel|other|secret', secret!)).toThrow(/changed or moved/);
});

it('keeps an ntfy credential apart from what is shown', async () => {
  const added = await asUser(test.db, userId, (tx) =>
    addChannel(tx, vault, userId, { kind: 'ntfy', target: 'https://:tk_1@ntfy.example/t' }, AT),
  );
  expect(added).toMatchObject({ secret: null, channel: { target: 'https://ntfy.example/t' } });
  expect(await openChannelSecret(test.db, vault, added!.channel.id)).toBe('tk_1');
});

it('gives each due delivery to one notifier, and again when the lease runs out', async () => {
  await add();
  await add('https://hook.example/2');
  for (const key of ['a', 'b', 'c']) await alert(key);
  const claims = await Promise.all([claim(0, 3), claim(0, 3), claim(0, 3)]);
  const ids = claims.flat().map((one) => one.id);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
  expect(await claim(59)).toEqual([]);
  const again = await claim(60);
  expect(again).toHaveLength(6);
  expect(again.every((one) => one.attempt === 2 && one.language === 'fr')).toBe(true);
  expect(again[0]?.alert?.data.quote).toBe('odd  \ufffd text');
});

it('lets nobody settle what another one has taken over', async () => {
  await add();
  await alert('a');
  const [first] = await claim();
  const [second] = await claim(60);
  expect(await settleDelivered(test.db, attempted(first!), {})).toBe(false);
  expect(await settleDelivered(test.db, attempted(second!), { status: 200 })).toBe(true);
  expect(await settleRetry(test.db, attempted(second!), { code: 'x', text: '', visible: true }, AT)).toBe(false);
  expect(await getDelivery(test.db, userId, second!.id)).toMatchObject({ state: 'delivered', attempts: 2, receipt: { status: 200 } });
});

it('shows a problem on the channel until something is delivered', async () => {
  const { channel } = (await add())!;
  await alert('a');
  const [first] = await claim();
  await settleRetry(test.db, attempted(first!), { code: 'receiver_failed', text: '500', visible: false }, later(5).toISOString());
  expect((await getChannel(test.db, userId, channel.id))?.problem).toBeNull();
  expect(await claim(4)).toEqual([]);
  const [second] = await claim(5);
  await settleFailed(test.db, attempted(second!), { code: 'receiver_refused', text: '410' });
  expect((await getChannel(test.db, userId, channel.id))?.problem).toEqual({ code: 'receiver_refused', text: '410', since: AT });
  await inTransaction(test.db, (tx) => queueTestDelivery(tx, userId, channel.id, AT));
  const [third] = await claim(6);
  expect(third?.alert).toBeNull();
  await settleDelivered(test.db, attempted(third!), {});
  expect((await getChannel(test.db, userId, channel.id))?.problem).toBeNull();
});

it('calls off what is due when the channel is removed, and lets it be added again', async () => {
  const { channel } = (await add())!;
  await alert('a');
  const alerts = await test.db.selectFrom('alert').select('id').execute();
  expect(await asUser(test.db, userId, (tx) => removeChannel(tx, userId, channel.id, AT))).toBe(true);
  expect(await claim()).toEqual([]);
  expect(
    await listDeliveries(
      test.db,
      userId,
      alerts.map((row) => row.id),
    ),
  ).toMatchObject([{ state: 'cancelled' }]);
  expect(await listChannels(test.db, userId)).toEqual([]);
  expect(await openChannelSecret(test.db, vault, channel.id)).toBeNull();
  expect(await add()).not.toBeNull();
});

it('tests only channels of the person', async () => {
  const { channel } = (await add())!;
  const other = (await test.db.insertInto('app_user').values({ name: 'Bob' }).returning('id').executeTakeFirstOrThrow()).id;
  expect(await asUser(test.db, other, (tx) => queueTestDelivery(tx, userId, channel.id, AT))).toBeNull();
  expect(await asUser(test.db, other, (tx) => removeChannel(tx, userId, channel.id, AT))).toBe(false);
  expect(await asUser(test.db, userId, (tx) => queueTestDelivery(tx, userId, channel.id, AT))).not.toBeNull();
});
