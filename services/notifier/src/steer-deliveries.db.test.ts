// Quiet hours and digests against a real mail server, a real receiver and a real database, with a clock moved by hand over both changes of
// Europe/Paris.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA, type AlertData, type AlertKind, type ChannelKind } from '@quittance/domain/alert';
import { DEFAULT_ALERT_PREFERENCES, type AlertPreferences } from '@quittance/domain/alert-preferences';
import { silentLog } from '@quittance/domain/log';
import { parseMessage } from '@quittance/mail/parse-message';
import { saveAlertPreferences } from '@quittance/store/alert-preferences';
import { recordAlert } from '@quittance/store/alerts';
import { addChannel, removeChannel } from '@quittance/store/channels';
import { listDeliveries, queueTestDelivery } from '@quittance/store/deliveries';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { startWebhookSink, type WebhookSink } from '@quittance/testing/webhook-sink';
import { ev } from '@quittance/testing/events';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import { createVault, newKey } from '@quittance/vault/vault';
import { deliverDue, LEASE_MS } from './claim-deliveries.ts';
import type { DeliverDeps } from './deliver-alert.ts';
import { raiseClockAlerts } from './raise-clock-alerts.ts';
import { deliverDeps } from './start.ts';

const vault = createVault(newKey());
let test: TestDatabase;
let smtp: SmtpSink;
let http: WebhookSink;
let userId: string;
let now = 0;
let count = 0;
const iso = (): string => new Date(now).toISOString();

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  [smtp, http] = await Promise.all([startSmtpSink(), startWebhookSink()]);
  await test.db.deleteFrom('app_user').execute();
  userId = (await test.db.insertInto('app_user').values({ time_zone: 'Europe/Paris' }).returning('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => Promise.all([smtp.stop(), http.stop()]));

const deps = (): DeliverDeps =>
  deliverDeps({
    db: test.db,
    databaseUrl: test.url,
    vault,
    clock: { now: () => new Date(now) },
    log: silentLog,
    smtpUrl: smtp.url,
    mailFrom: 'alerts@quittance.example',
    publicUrl: 'https://quittance.example',
    allowPrivateHosts: ['127.0.0.1'],
  });
const add = async (kind: ChannelKind, target: string) =>
  (await asUser(test.db, userId, (tx) => addChannel(tx, vault, userId, { kind, target }, iso())))!.channel.id;
const prefer = (change: Partial<AlertPreferences>) =>
  asUser(test.db, userId, (tx) => saveAlertPreferences(tx, userId, { ...DEFAULT_ALERT_PREFERENCES, ...change }, iso()));

async function alert(kind: AlertKind = 'price_change', data: Partial<AlertData> = {}): Promise<void> {
  count += 1;
  const merchant = `Shop${count}`;
  const one = { kind, dedupeKey: merchant, dueAt: iso(), data: { ...EMPTY_ALERT_DATA, merchant, ...data } };
  await inTransaction(test.db, (tx) => recordAlert(tx, userId, one));
}

/** Goes to `at` and delivers; how many mails and requests there are by then. */
async function at(instant: string): Promise<[number, number]> {
  now = Date.parse(instant);
  await deliverDue(deps());
  return [smtp.mails.length, http.requests.length];
}
const start = (instant: string): void => {
  now = Date.parse(instant);
};
const all = async () => {
  const rows = await test.db.selectFrom('alert').select('id').where('user_id', '=', userId).execute();
  return listDeliveries(
    test.db,
    userId,
    rows.map((row) => row.id),
  );
};
const states = async (): Promise<string[]> => (await all()).map((one) => one.state).sort();
/** What the page says of them. */
const waiting = async (): Promise<string[]> => (await all()).map((one) => `${one.waitsFor} ${one.nextTryAt.replace('.000', '')}`).sort();

describe('quiet hours', () => {
  const quietHours = { from: '22:00', until: '07:00' };

  it.each([
    ['2026-03-28T21:00:00Z', '2026-03-29T04:59:59Z', '2026-03-29T05:00:00Z'],
    ['2026-10-24T20:00:00Z', '2026-10-25T05:59:59Z', '2026-10-25T06:00:00Z'],
  ])('hold all channels until their end, in the nights in which clocks are turned (%s)', async (begin, before, end) => {
    start(begin);
    await prefer({ quietHours });
    await add('email', 'ada@example.org');
    await add('webhook', `${http.url}/hook`);
    await alert();
    expect(await at(begin)).toEqual([0, 0]);
    expect(await at(before)).toEqual([0, 0]);
    expect(await waiting()).toEqual([`quiet ${end}`, `quiet ${end}`]);
    expect(await at(end)).toEqual([1, 1]);
    expect(await at('2026-12-01T12:00:00Z')).toEqual([1, 1]);
  });

  it('hold back neither what cannot wait nor a test of the channel', async () => {
    start('2026-06-01T23:00:00Z');
    await prefer({ quietHours, digest: 'daily' });
    const channel = await add('email', 'ada@example.org');
    await alert('charged_after_cancellation');
    await alert('mailbox_unreadable');
    await inTransaction(test.db, (tx) => queueTestDelivery(tx, userId, channel, iso()));
    expect((await at('2026-06-01T23:00:01Z'))[0]).toBe(3);
  });

  it('hold a retry too, and let all go when they are taken back', async () => {
    start('2026-06-01T19:59:58Z');
    await prefer({ quietHours });
    await add('webhook', `${http.url}/hook`);
    await alert();
    http.answer = () => ({ status: 503 });
    expect(await at('2026-06-01T19:59:58Z')).toEqual([0, 1]);
    http.answer = () => ({ status: 200 });
    expect(await at('2026-06-01T20:05:00Z')).toEqual([0, 1]);
    await prefer({});
    expect(await at('2026-06-01T20:05:01Z')).toEqual([0, 2]);
    expect(await states()).toEqual(['delivered']);
  });
});

describe('a digest', () => {
  it('gathers the mails of a day into one at nine, and leaves webhooks single', async () => {
    start('2026-10-24T08:00:00Z');
    await prefer({ digest: 'daily' });
    await add('email', 'ada@example.org');
    await add('webhook', `${http.url}/hook`);
    await alert();
    expect(await at('2026-10-24T09:00:00Z')).toEqual([0, 1]);
    await alert('price_change', { quote: 'Your price rises to €5.', level: 'A' });
    expect(await at('2026-10-24T20:00:00Z')).toEqual([0, 2]);
    // Nine in the morning after clocks were turned back.
    expect(await at('2026-10-25T07:59:59Z')).toEqual([0, 2]);
    expect(await at('2026-10-25T08:00:00Z')).toEqual([1, 2]);
    const parsed = await parseMessage(smtp.mails[0]!.raw);
    expect([parsed.subject, parsed.isOwnAlert]).toEqual(['Quittance: 2 alerts', true]);
    const body = `${parsed.text.body}${parsed.text.alternative}`;
    expect(body).toContain(`Shop${count - 1}: the price changes`);
    expect(body).toContain(`Shop${count}: the price changes`);
    // Each with the words that say so and how far they can be relied on, in both forms.
    for (const form of [parsed.text.body, parsed.text.alternative]) {
      expect(form).toContain('Your price rises to €5.');
      expect(form).toContain('Authenticity: A, signed');
    }
    expect(await at('2026-10-26T08:00:00Z')).toEqual([1, 2]);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
  });

  it('holds the reminders of the same nine o’clock, although nobody raised them yet', async () => {
    start('2026-05-29T12:00:00Z');
    await prefer({ digest: 'daily' });
    await add('email', 'ada@example.org');
    await alert();
    const renewal = ev('renewal_notice', '2026-05-01', { period: 'P1Y', noticePeriod: 'P14D', renewsOn: '2026-06-20' });
    const [subscription] = foldMerchant([renewal], []).subscriptions;
    const { id, merchant, lastEventAt, eventIds, ...state } = subscription!;
    const stored = JSON.stringify({ id, merchant, lastEventAt, ...state });
    const row = { id, user_id: userId, merchant_id: merchant.id, state: stored, event_ids: eventIds, last_event_at: lastEventAt };
    await test.db.insertInto('subscription').values(row).execute();
    expect(await at('2026-05-30T06:59:59Z')).toEqual([0, 0]);
    expect(await at('2026-05-30T07:00:00Z')).toEqual([1, 0]);
    expect((await parseMessage(smtp.mails[0]!.raw)).subject).toBe('Quittance: 2 alerts');
    expect(await raiseClockAlerts(deps())).toBe(0);
  });

  it('comes on Mondays when it is weekly, but what would be told too late goes by itself', async () => {
    start('2026-03-25T12:00:00Z');
    await prefer({ digest: 'weekly' });
    await add('email', 'ada@example.org');
    await alert('renewal_notice', { renews_on: '2026-03-31' });
    await alert('cancel_by', { cancel_by: '2026-04-20' });
    await alert('renewal_notice', { renews_on: '2026-03-30' });
    expect(await at('2026-03-25T12:00:01Z')).toEqual([1, 0]);
    expect(smtp.mails[0]!.raw.toString()).toContain(`Shop${count}`);
    expect(await at('2026-03-30T06:59:59Z')).toEqual([1, 0]);
    expect(await at('2026-03-30T07:00:00Z')).toEqual([2, 0]);
    expect((await parseMessage(smtp.mails[1]!.raw)).subject).toBe('Quittance: 2 alerts');
  });

  it('is made once by several notifiers, and once when the machine was off for days', async () => {
    start('2026-06-01T12:00:00Z');
    await prefer({ digest: 'daily' });
    await add('email', 'ada@example.org');
    for (let index = 0; index < 20; index += 1) await alert();
    await at('2026-06-01T12:00:01Z');
    start('2026-06-05T15:00:00Z');
    await Promise.all([deliverDue(deps()), deliverDue(deps()), deliverDue(deps())]);
    expect(smtp.mails).toHaveLength(1);
    expect((await parseMessage(smtp.mails[0]!.raw)).subject).toBe('Quittance: 20 alerts');
    await alert();
    expect(await at('2026-06-05T15:00:01Z')).toEqual([1, 0]);
    expect(await at('2026-06-06T07:00:00Z')).toEqual([2, 0]);
  });

  it.each([
    ['claimed', 1],
    ['sent', 2],
    ['recorded', 1],
  ] as const)('is the same message after a death when %s', async (point, seen) => {
    start('2026-06-01T12:00:00Z');
    await prefer({ digest: 'daily' });
    await add('email', 'ada@example.org');
    for (let index = 0; index < 3; index += 1) await alert();
    await at('2026-06-01T12:00:01Z');
    start('2026-06-02T07:00:00Z');
    const dying = {
      ...deps(),
      reached: (reached: string) => {
        if (reached === point) throw new Error('killed');
      },
    };
    await expect(deliverDue(dying)).rejects.toThrow('killed');
    // Meanwhile one more: it joins the next one, not a mail that may be out already.
    await alert();
    now += LEASE_MS;
    await deliverDue(deps());
    expect(smtp.mails).toHaveLength(seen);
    expect(smtp.distinct()).toHaveLength(1);
    const bodies = await Promise.all(smtp.mails.map(async ({ raw }) => (await parseMessage(raw)).text.body));
    expect(new Set(bodies).size).toBe(1);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'due']);
    await at('2026-06-03T07:00:00Z');
    expect(smtp.distinct()).toHaveLength(2);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
  });

  it('loses nothing when it is switched off: what waits goes at once, what is under way stays one', async () => {
    start('2026-06-01T12:00:00Z');
    await prefer({ digest: 'daily' });
    await add('email', 'ada@example.org');
    await alert();
    await alert();
    await at('2026-06-02T06:59:00Z');
    smtp.answer = () => ({ code: 451, text: 'later' });
    expect(await at('2026-06-02T07:00:00Z')).toEqual([0, 0]);
    await alert();
    expect(await at('2026-06-02T07:00:01Z')).toEqual([0, 0]);
    smtp.answer = () => null;
    await prefer({});
    expect(await at('2026-06-02T07:00:30Z')).toEqual([2, 0]);
    const subjects = await Promise.all(smtp.mails.map(async ({ raw }) => (await parseMessage(raw)).subject));
    expect(subjects.sort()).toEqual(['Quittance: 2 alerts', `Shop${count}: the price changes`]);
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('is called off with its channel, and ends visibly on every alert when it is refused', async () => {
    start('2026-06-01T12:00:00Z');
    await prefer({ digest: 'daily' });
    const gone = await add('email', 'gone@example.org');
    await add('email', 'refused@example.org');
    await alert();
    await alert();
    await at('2026-06-01T12:00:01Z');
    smtp.answerRecipient = () => ({ code: 451, text: 'later' });
    await at('2026-06-02T07:00:00Z');
    await asUser(test.db, userId, (tx) => removeChannel(tx, userId, gone, iso()));
    smtp.answerRecipient = () => ({ code: 550, text: 'no such user' });
    expect(await at('2026-06-02T08:00:00Z')).toEqual([0, 0]);
    expect(await states()).toEqual(['cancelled', 'cancelled', 'failed', 'failed']);
  });
});
