// Real SMTP server, real HTTP receiver, real database; the clock is moved by hand.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA, type AlertKind, type ChannelKind } from '@quittance/domain/alert';
import { silentLog } from '@quittance/domain/log';
import { parseMessage } from '@quittance/mail/parse-message';
import { recordAlert } from '@quittance/store/alerts';
import { addChannel, getChannel, removeChannel } from '@quittance/store/channels';
import { getDelivery, listDeliveries, queueTestDelivery, type Delivery } from '@quittance/store/deliveries';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { ensurePushKey } from '@quittance/store/push-keys';
import { startPushService, type PushService } from '@quittance/testing/push-service';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { startWebhookSink, type HttpAnswer, type WebhookSink } from '@quittance/testing/webhook-sink';
import { createVault, newKey } from '@quittance/vault/vault';
import { Webhook } from 'standardwebhooks';
import { createWebhookSender } from './channels/webhook.ts';
import { deliverDue } from './claim-deliveries.ts';
import type { DeliverDeps } from './deliver-alert.ts';
import { ATTEMPTS_MAX } from './retry-schedule.ts';
import { deliverDeps, start } from './start.ts';

const vault = createVault(newKey());
let test: TestDatabase;
let smtp: SmtpSink;
let http: WebhookSink;
let userId: string;
// The signature's library compares with the real time, so the story begins now.
let now = Date.now();
const clock = { now: () => new Date(now) };
const iso = (): string => new Date(now).toISOString();
const wait = (seconds: number): void => {
  now += seconds * 1000;
};

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  now = Date.now();
  [smtp, http] = await Promise.all([startSmtpSink(), startWebhookSink()]);
  await test.db.deleteFrom('delivery').execute();
  userId = (await test.db.insertInto('app_user').values({ language: 'fr' }).returning('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => Promise.all([smtp.stop(), http.stop()]));

function depsWith(change: Partial<Parameters<typeof deliverDeps>[0]> = {}): DeliverDeps {
  return deliverDeps({
    db: test.db,
    databaseUrl: test.url,
    vault,
    clock,
    log: silentLog,
    smtpUrl: smtp.url,
    mailFrom: 'Quittance <alerts@quittance.example>',
    publicUrl: 'https://quittance.example/',
    allowPrivateHosts: ['127.0.0.1'],
    ...change,
  });
}

const add = async (kind: ChannelKind, target: string) =>
  (await asUser(test.db, userId, (tx) => addChannel(tx, vault, userId, { kind, target }, iso())))!;

async function alert(kind: AlertKind = 'renewal_notice', key = 'a'): Promise<void> {
  const data = {
    ...EMPTY_ALERT_DATA,
    subscription_id: '11111111-1111-4111-8111-111111111111',
    merchant: 'Le Journal <b>',
    amount: '12.90',
    currency: 'EUR',
    period: 'P1M',
    renews_on: '2026-12-20',
    quote: 'Votre abonnement sera reconduit\nle 20 décembre',
    level: 'A',
  };
  await inTransaction(test.db, (tx) => recordAlert(tx, userId, { kind, dedupeKey: key, dueAt: iso(), data }));
}

async function deliveries(): Promise<Delivery[]> {
  const rows = await test.db.selectFrom('alert').select('id').where('user_id', '=', userId).execute();
  return listDeliveries(
    test.db,
    userId,
    rows.map((row) => row.id),
  );
}

describe('a renewal notice', () => {
  it('arrives as a mail in the language of the person, which is known again as our own', async () => {
    await add('email', 'ada@example.org');
    await alert();
    expect(await deliverDue(depsWith())).toBe(1);
    expect(smtp.mails).toHaveLength(1);
    const [mail] = smtp.mails;
    const [delivery] = await deliveries();
    expect(mail?.to).toEqual(['ada@example.org']);
    expect(mail?.messageId).toBe(`<${delivery!.id}@quittance.example>`);
    const parsed = await parseMessage(mail!.raw);
    expect(parsed.isOwnAlert).toBe(true);
    expect(parsed.autoSubmitted).toBe('auto-generated');
    expect(parsed.subject).toBe('Le Journal <b> : reconduction le 20 décembre 2026');
    const source = mail!.raw.toString();
    expect(source).toContain('multipart/alternative');
    expect(parsed.text.body.replace(/[\u00a0\u202f]/g, ' ')).toContain('au prix de 12,90 € par mois');
    expect(parsed.text.links.map((link) => link.href)).toEqual([
      'https://quittance.example/subscriptions/11111111-1111-4111-8111-111111111111',
    ]);
    expect(source).not.toContain('Journal <b> :</h1>');
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, receipt: { response: expect.stringMatching(/^250/) } });
  });

  it('carries the newest checkpoint of the evidence log, so that the mailbox becomes a witness', async () => {
    await add('email', 'ada@example.org');
    const { secret } = await add('webhook', `${http.url}/hook`);
    await test.db
      .insertInto('log_checkpoint')
      .values({ user_id: userId, size: 7, note: 'quittance.local/a/x\n7\nroothash=\n\n— key sig\n', made_at: iso() })
      .execute();
    await alert();
    await deliverDue(depsWith());
    const parsed = await parseMessage(smtp.mails[0]!.raw);
    expect(`${parsed.text.body}${parsed.text.alternative}`).toContain('quittance.local/a/x\n7\nroothash=');
    // The reader of a dossier is told to compare its key with one that an alert brought.
    expect(`${parsed.text.body}${parsed.text.alternative}`).toContain('quittance.local/a/x+');
    const [request] = http.requests;
    expect(new Webhook(secret!).verify(request!.body, request!.headers as Record<string, string>)).toMatchObject({
      evidence_log: {
        checkpoint: expect.stringContaining('quittance.local/a/x\n7\nroothash=') as string,
        key: expect.stringMatching(/^quittance\.local\/a\/x\+[0-9a-f]{8}\+/) as string,
      },
    });
  });

  it('arrives as a webhook whose signature the reference library accepts', async () => {
    const { secret } = await add('webhook', `${http.url}/hook`);
    await alert();
    await deliverDue(depsWith());
    const [request] = http.requests;
    const [delivery] = await deliveries();
    const headers = request!.headers as Record<string, string>;
    expect(headers['webhook-id']).toBe(delivery!.id);
    expect(new Webhook(secret!).verify(request!.body, headers)).toMatchObject({
      type: 'alert.renewal_notice',
      timestamp: iso(),
      data: { merchant: 'Le Journal <b>', renews_on: '2026-12-20', mailbox: null },
      evidence_log: null,
    });
    expect(() => new Webhook(secret!).verify(request!.body.replace('12.90', '99.90'), headers)).toThrow(/No matching signature/);
  });

  it('arrives as an ntfy message, signed in with the token of the topic', async () => {
    await add('ntfy', `http://:tk_1@127.0.0.1:${http.port}/my-topic`);
    await alert();
    await deliverDue(depsWith());
    const [request] = http.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/my-topic' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer tk_1',
      tags: 'calendar',
      click: 'https://quittance.example/subscriptions/11111111-1111-4111-8111-111111111111',
    });
    const words = String(request?.headers['title']).match(/=\?UTF-8\?B\?[^?]+\?=/g)!;
    const title = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
    expect(title.replace(/[\u00a0\u202f]/g, ' ')).toBe('Le Journal <b> : reconduction le 20 décembre 2026');
    expect(request?.body).toContain('Un avis de reconduction est arrivé');
  });

  it.each([
    ['renewal_notice', 'default'],
    ['cancel_by', 'high'],
    ['mailbox_unreadable', 'high'],
    ['suspicious_message', 'high'],
  ] as const)('tells ntfy how loud %s is: %s', async (kind, priority) => {
    await add('ntfy', `${http.url}/my-topic`);
    await alert(kind);
    await deliverDue(depsWith());
    expect(http.requests[0]?.headers['priority']).toBe(priority);
  });
});

describe('trouble', () => {
  it('waits longer each time while the receiver is down, and delivers once when it is up', async () => {
    const { channel } = await add('webhook', `${http.url}/hook`);
    const { port } = http;
    await http.stop();
    await alert();
    const deps = depsWith();
    expect(await deliverDue(deps)).toBe(1);
    expect(await deliverDue(deps)).toBe(0);
    wait(4);
    expect(await deliverDue(deps)).toBe(0);
    wait(1);
    expect(await deliverDue(deps)).toBe(1);
    expect((await getChannel(test.db, userId, channel.id))?.problem).toBeNull();
    wait(30);
    expect(await deliverDue(deps)).toBe(1);
    expect((await getChannel(test.db, userId, channel.id))?.problem?.code).toBe('receiver_unreachable');
    http = await startWebhookSink({ port });
    wait(119);
    expect(await deliverDue(deps)).toBe(0);
    wait(1);
    expect(await deliverDue(deps)).toBe(1);
    expect(http.requests).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 4, problem: null }]);
    expect((await getChannel(test.db, userId, channel.id))?.problem).toBeNull();
  });

  it('gives up visibly in the end', async () => {
    const { channel } = await add('webhook', `${http.url}/hook`);
    http.answer = () => ({ status: 500 });
    await alert();
    const deps = depsWith();
    for (let attempt = 0; attempt < ATTEMPTS_MAX + 3; attempt += 1) {
      await deliverDue(deps);
      wait(86_400);
    }
    expect(http.requests).toHaveLength(ATTEMPTS_MAX);
    expect(http.distinct()).toHaveLength(1);
    expect(new Set(http.requests.map((request) => request.body)).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'failed', problem: { code: 'receiver_failed', text: 'HTTP 500' } }]);
    expect((await getChannel(test.db, userId, channel.id))?.problem?.code).toBe('receiver_failed');
  });

  it('comes back no sooner than the receiver asks', async () => {
    await add('webhook', `${http.url}/hook`);
    http.answer = () => ({ status: 429, headers: { 'retry-after': '60' } });
    await alert();
    await deliverDue(depsWith());
    expect((await deliveries())[0]?.nextTryAt).toBe(new Date(now + 60_000).toISOString());
  });

  it('follows no redirect', async () => {
    await add('webhook', `${http.url}/hook`);
    http.answer = () => ({ status: 302, headers: { location: `${http.url}/elsewhere` } });
    await alert();
    await deliverDue(depsWith());
    expect(http.requests.map((request) => request.path)).toEqual(['/hook']);
    expect(await deliveries()).toMatchObject([{ state: 'failed', problem: { code: 'redirect_refused' } }]);
  });

  it('connects to no private address that the operator did not name, however it is written', async () => {
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]', '[::1]']) {
      await add('webhook', `http://${host}:${http.port}/hook`);
    }
    await alert();
    await deliverDue(depsWith({ allowPrivateHosts: [] }));
    const results = await deliveries();
    expect(results.map((one) => `${one.state} ${one.problem?.code}`)).toEqual(Array(results.length).fill('failed private_address_refused'));
    expect(results.length).toBeGreaterThanOrEqual(4);
    expect(http.requests).toEqual([]);
  });

  it('does not wait for ever for an answer', async () => {
    await add('webhook', `${http.url}/hook`);
    http.answer = () => new Promise(() => {});
    await alert();
    const resolveHost = () => Promise.resolve({ address: '127.0.0.1', family: 4 as const });
    await deliverDue({
      ...depsWith(),
      senders: { webhook: createWebhookSender({ resolveHost, timeoutMs: 50, headOf: () => Promise.resolve(null) }) },
    });
    expect(await deliveries()).toMatchObject([{ state: 'due', problem: { code: 'receiver_timeout' } }]);
  });

  it('tells a mail server that is busy from one that refuses the address', async () => {
    await add('email', 'busy@example.org');
    await add('email', 'gone@example.org');
    smtp.answerRecipient = (address) =>
      address.startsWith('gone') ? { code: 550, text: 'no such user' } : { code: 451, text: 'try again later' };
    await alert();
    await deliverDue(depsWith());
    const results = (await deliveries()).toSorted((a, b) => a.target.localeCompare(b.target));
    expect(results).toMatchObject([
      { state: 'due', problem: { code: 'mail_delayed' } },
      { state: 'failed', problem: { code: 'recipient_refused', text: expect.stringContaining('no such user') } },
    ]);
  });

  it('says at once that no mail server is set up, and sends when there is one', async () => {
    const { channel } = await add('email', 'ada@example.org');
    await alert();
    await deliverDue(depsWith({ smtpUrl: null }));
    expect((await getChannel(test.db, userId, channel.id))?.problem?.code).toBe('smtp_not_configured');
    wait(5);
    await deliverDue(depsWith());
    expect(smtp.mails).toHaveLength(1);
  });

  it('refuses to send a password in the clear', async () => {
    await add('email', 'ada@example.org');
    await alert();
    // The sink offers no STARTTLS; by this name it is not loopback.
    await deliverDue(depsWith({ smtpUrl: `smtp://user:secret@0x7f.1:${smtp.port}` }));
    expect(smtp.mails).toHaveLength(0);
    expect(await deliveries()).toMatchObject([{ state: 'due', problem: { code: 'smtp_tls_failed' } }]);
  });
});

it('delivers each alert once with several notifiers at work', async () => {
  await add('webhook', `${http.url}/hook`);
  for (let index = 0; index < 30; index += 1) await alert('renewal_notice', `k${index}`);
  await Promise.all([deliverDue(depsWith()), deliverDue(depsWith()), deliverDue(depsWith())]);
  expect(http.requests).toHaveLength(30);
  expect(http.distinct()).toHaveLength(30);
});

it('sends a test message', async () => {
  const { channel } = await add('email', 'ada@example.org');
  const id = await inTransaction(test.db, (tx) => queueTestDelivery(tx, userId, channel.id, iso()));
  await deliverDue(depsWith());
  const parsed = await parseMessage(smtp.mails[0]!.raw);
  expect([parsed.subject, parsed.isOwnAlert]).toEqual(['Quittance : ceci est un test', true]);
  expect(await getDelivery(test.db, userId, id!)).toMatchObject({ alertId: null, state: 'delivered' });
});

it('is woken by the record of an alert, long before it would look by itself', async () => {
  await add('webhook', `${http.url}/hook`);
  const notifier = await start({
    db: test.db,
    databaseUrl: test.url,
    vault,
    clock,
    log: silentLog,
    allowPrivateHosts: ['127.0.0.1'],
    pollMs: 600_000,
  });
  await alert();
  await http.waitFor(1, 2_000);
  await notifier.stop();
  expect(await deliveries()).toMatchObject([{ state: 'delivered' }]);
});

it('delivers at once while another receiver keeps it waiting', async () => {
  const answer = Promise.withResolvers<HttpAnswer>();
  http.answer = ({ path }) => (path === '/silent' ? answer.promise : { status: 204 });
  const base = { db: test.db, databaseUrl: test.url, vault, clock, log: silentLog, allowPrivateHosts: ['127.0.0.1'], pollMs: 600_000 };
  const notifier = await start(base);
  const { channel } = await add('webhook', `${http.url}/silent`);
  await alert('renewal_notice', 'first');
  await http.waitFor(1, 2_000);
  await asUser(test.db, userId, (tx) => removeChannel(tx, userId, channel.id, iso()));
  await add('webhook', `${http.url}/quick`);
  await alert('renewal_notice', 'second');
  await http.waitFor(2, 2_000);
  expect(http.requests.map(({ path }) => path)).toEqual(['/silent', '/quick']);
  answer.resolve({ status: 204 });
  await notifier.stop();
});

describe('web push', () => {
  let push: PushService;
  beforeEach(async () => {
    push = await startPushService();
  });
  afterEach(() => push.stop());

  it('arrives sealed for the browser and signed by the one key of this instance', async () => {
    const [one, two] = [push.subscribe(), push.subscribe()];
    await add('web_push', one);
    await add('web_push', two);
    await alert('charged_after_cancellation');
    expect(await deliverDue(depsWith())).toBe(2);
    expect(push.refused).toEqual([]);
    expect(push.messages).toMatchObject([
      {
        urgency: 'high',
        payload: { title: expect.stringContaining('Le Journal') as string, path: '/subscriptions/11111111-1111-4111-8111-111111111111' },
      },
      {},
    ]);
    expect(new Set(push.messages.map((message) => message.key)).size).toBe(1);
    expect(push.distinct()).toHaveLength(2);
    // Made once, and kept: another notifier signs alike.
    const key = await ensurePushKey(test.db, vault);
    expect(push.messages[0]!.key).toBe(key.publicKey.toString('base64url'));
    expect((await deliveries()).map((delivery) => delivery.state)).toEqual(['delivered', 'delivered']);
  });

  it.each([404, 410])('ends where the browser is gone (%i): visibly, and without another request', async (status) => {
    const { channel } = await add('web_push', push.subscribe());
    push.answer = status;
    await alert();
    await deliverDue(depsWith());
    expect(await deliveries()).toMatchObject([{ state: 'failed', problem: { code: 'push_gone', text: `HTTP ${status}` } }]);
    expect(await getChannel(test.db, userId, channel.id)).toMatchObject({ problem: { code: 'push_gone' } });
    push.answer = null;
    await alert('payment_failed', 'b');
    await deliverDue(depsWith());
    expect([push.messages, push.refused]).toEqual([[], []]);
  });

  it('is tried again where the service is busy, and takes no subscription that is none', async () => {
    await add('web_push', push.subscribe());
    push.answer = 503;
    await alert();
    await deliverDue(depsWith());
    expect(await deliveries()).toMatchObject([{ state: 'due', attempts: 1 }]);
    push.answer = null;
    wait(3_600);
    await deliverDue(depsWith());
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    for (const wrong of ['https://push.example.org/x', '{}', '{"endpoint":"http://push.example.org/x","keys":{"p256dh":"B","auth":"A"}}']) {
      await expect(add('web_push', wrong)).rejects.toMatchObject({ code: 'bad_target' });
    }
  });
});
