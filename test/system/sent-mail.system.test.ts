// A cancellation that the person mailed themselves, on a real server: their Sent folder (by its use, and by a French name alone) starts the clock
// of the confirmation, a bounce says that nothing was asked, and a mail that only claims to be theirs does neither.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { until } from '@quittance/testing/poller';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const missing = missingPrograms('dovecot', 'openssl');
const ME = 'camille@home.example';
/** « Éléments envoyés », as IMAP writes it (RFC 3501 §5.1.3). */
const SENT_IN_FRENCH = '&AMk-l&AOk-ments envoy&AOk-s';
const WAIT_MS = 30_000;

interface Timeline {
  readonly subscriptions: readonly {
    readonly merchant: { readonly id: string };
    readonly status: string;
    readonly findings: readonly { readonly kind: string }[];
  }[];
}

function mail(from: string, to: string, subject: string, body: string, id: string, more = ''): string {
  return `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: ${new Date().toUTCString().replace('GMT', '+0000')}\r\nMessage-ID: <${id}>\r\n${more}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;
}

const charged = (merchant: string): string =>
  mail(
    `${merchant} <info@${merchant}.com>`,
    ME,
    `Your ${merchant} receipt`,
    `Thank you. We charged EUR 13.49 for your ${merchant} subscription (monthly).`,
    `${merchant}@shop`,
  );

function bounceOf(original: string, recipient: string): string {
  const part = (type: string, body: string): string => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const status = `Reporting-MTA: dns; mx.home.example\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n`;
  const date = new Date(Date.now() + 1_000).toUTCString().replace('GMT', '+0000');
  return `From: MAILER-DAEMON@home.example\r\nTo: ${ME}\r\nSubject: Undelivered Mail Returned to Sender\r\nDate: ${date}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${part('text/plain', `<${recipient}>: user unknown`)}${part('message/delivery-status', status)}${part('message/rfc822', original)}--b--\r\n`;
}

describe.skipIf(missing)(`sent mail${missing}`, () => {
  let dovecot: Dovecot;
  let app: StandaloneApp;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quittance-sent-'));
    dovecot = await startDovecot({ users: ['plain', 'french'] });
    app = await startStandaloneApp({ ALLOW_PRIVATE_HOSTS: '127.0.0.1', DNS_SERVERS: '127.0.0.1:9' });
  });
  afterAll(async () => {
    await app.stop();
    await dovecot.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function connect(user: string): Promise<void> {
    const password = join(folder, 'password');
    await writeFile(password, dovecot.password, { mode: 0o600 });
    const server = [
      '--host',
      '127.0.0.1',
      '--port',
      String(dovecot.port),
      '--tls',
      'none',
      '--username',
      user,
      '--password-file',
      password,
    ];
    const done = await runQuittance(['mailbox', 'add', ME, ...server], { env: { ...app.env, ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
    expect(done.code, done.stderr).toBe(0);
  }

  async function subscription(merchant: string): Promise<Timeline['subscriptions'][number]> {
    const done = await runQuittance(['timeline', '--json'], { env: app.env });
    const found = (done.json() as unknown as Timeline).subscriptions.find((one) => one.merchant.id === merchant);
    expect(found, done.stdout).toBeDefined();
    return found!;
  }

  async function hasStatus(merchant: string, status: string): Promise<void> {
    const found = await app.db.selectFrom('subscription').select('state').where('merchant_id', '=', merchant).execute();
    expect(found).toMatchObject([{ state: { status } }]);
  }

  it('starts the clock from the Sent folder, and a bounce stops it and says so', { timeout: 90_000 }, async () => {
    const asked = mail(ME, 'help@spotify.com', 'My subscription', 'Please cancel my subscription.', 'ask@home.example');
    await dovecot.makeFolder('plain', 'Sent');
    await dovecot.deliver('plain', charged('spotify'));
    await dovecot.deliver('plain', charged('netflix'));
    // Anybody may write the person's address into a From: this one was received, not sent.
    await dovecot.deliver(
      'plain',
      mail(ME, 'help@netflix.com', 'My subscription', 'Please cancel my subscription.', 'forged@evil.example'),
    );
    await dovecot.deliver('plain', asked, { folder: 'Sent' });
    await connect('plain');
    await until(() => hasStatus('spotify', 'cancel_requested'), WAIT_MS);
    expect((await subscription('netflix')).status).toBe('active');
    const event = await app.db
      .selectFrom('event')
      .innerJoin('verdict', 'verdict.message_id', 'event.message_id')
      .select(['verdict.level', 'verdict.detail'])
      .where('merchant_id', '=', 'spotify')
      .where('kind', '=', 'cancellation_requested')
      .execute();
    expect(event).toMatchObject([{ level: 'D', detail: { reasons: ['own_sent_copy'] } }]);

    await dovecot.deliver('plain', bounceOf(asked, 'help@spotify.com'));
    await until(() => hasStatus('spotify', 'active'), WAIT_MS);
    expect((await subscription('spotify')).findings).toMatchObject([{ kind: 'request_not_delivered' }]);
    expect(await app.loggedErrors()).toEqual([]);
  });

  it('knows the folder by its French name', { timeout: 60_000 }, async () => {
    await dovecot.makeFolder('french', SENT_IN_FRENCH);
    await dovecot.deliver('french', charged('deezer'));
    await dovecot.deliver(
      'french',
      mail(ME, 'resiliation@deezer.com', 'Abonnement', 'Je souhaite résilier mon abonnement.', 'fr@home.example'),
      { folder: SENT_IN_FRENCH },
    );
    await connect('french');
    await until(() => hasStatus('deezer', 'cancel_requested'), WAIT_MS);
  });
});
