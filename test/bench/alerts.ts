// How long from a mail's delivery to the alert at the receiver, on Dovecot with IDLE, while the same mailbox's old mail is read: `npm run bench:alerts
// [old messages] [deliveries]`. Everything is real: the program as a person starts it, its queue, a webhook. What the server tells the program is
// overheard (ear.ts), so that our own share can be told from the server's.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { startWebhookSink, type WebhookSink } from '@quittance/testing/webhook-sink';
import { startEar, type Ear } from './ear.ts';
import startPostgres from '../setup/postgres.ts';

const OLD = Number(process.argv[2] ?? 20_000);
const DELIVERIES = Number(process.argv[3] ?? 40);
const BOUNDS = { p50: 1_000, p95: 2_500 };
const TIMEOUT_MS = 30_000;

interface Measured {
  readonly total: number;
  /** From the server's announcement. */
  readonly own: number;
  /** Whether old mail was still being read. */
  readonly during: boolean;
}

const stopPostgres = await startPostgres();
const folder = await mkdtemp(join(tmpdir(), 'quittance-bench-'));
const [dovecot, receiver] = [await startDovecot({ users: ['anna'] }), await startWebhookSink()];
let app: StandaloneApp | null = null;
let code = 1;
try {
  process.stdout.write(`putting ${OLD} old messages into the mailbox …\n`);
  for (let at = 0; at < OLD; at += 1) await dovecot.deliver('anna', oldMail(at), { receivedAt: new Date(Date.now() - (at + 1) * 600_000) });
  app = await startStandaloneApp({ ALLOW_PRIVATE_HOSTS: '127.0.0.1', LOG_LEVEL: 'error' });
  const ear = await startEar(dovecot.port);
  await connect(app, { port: ear.port, password: dovecot.password }, receiver);
  const measured = await measure(app, dovecot, ear, receiver);
  await app.stop();
  app = null;
  await ear.close();
  code = report(measured);
} finally {
  await app?.stop();
  await Promise.all([dovecot.stop(), receiver.stop()]);
  await rm(folder, { recursive: true, force: true });
  await stopPostgres?.();
}
process.exitCode = code;

async function connect(
  { env }: StandaloneApp,
  { port, password }: Pick<Dovecot, 'port' | 'password'>,
  { url }: WebhookSink,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  const server = ['--host', '127.0.0.1', '--port', String(port), '--tls', 'none', '--username', 'anna', '--password-file', passwordFile];
  for (const args of [
    ['channel', 'add', 'webhook', `${url}/alerts`],
    ['mailbox', 'add', 'anna@example.org', ...server],
  ]) {
    const done = await runQuittance(args, { env: { ...env, ALLOW_PRIVATE_HOSTS: '127.0.0.1' } });
    if (done.code !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}${done.stdout}`);
  }
}

async function measure({ db }: StandaloneApp, server: Dovecot, ear: Ear, receiver: WebhookSink): Promise<Measured[]> {
  const progress = async () => {
    const row = await db
      .selectFrom('mailbox')
      .select(['backfill_total', 'backfill_done', 'backfill_finished_at'])
      .executeTakeFirstOrThrow();
    return { done: row.backfill_done, isRunning: row.backfill_total > 0 && row.backfill_finished_at === null };
  };
  await until(async () => (await progress()).done > 0, 120_000, 'old mail being read');
  const measured: Measured[] = [];
  for (let at = 0; at < DELIVERIES; at += 1) {
    const merchant = `Streambox${at}${process.pid}`;
    const { isRunning } = await progress();
    const announced = ear.whenTold(ear.count + 1);
    const sent = performance.now();
    const arrived = arrival(receiver, merchant);
    await server.deliver('anna', renewal(merchant));
    const [exists, at_] = await Promise.all([announced, arrived]);
    measured.push({ total: at_ - sent, own: at_ - exists, during: isRunning });
    // Not in step with anything of the server's.
    await sleep(150 + Math.random() * 400);
  }
  return measured;
}

async function arrival(receiver: WebhookSink, merchant: string): Promise<number> {
  let at = 0;
  const seen = () => receiver.requests.some((request) => request.body.includes(merchant));
  for (let count = receiver.requests.length + 1; !seen(); count += 1) {
    await receiver.waitFor(count, TIMEOUT_MS);
    at = performance.now();
  }
  return at || performance.now();
}

async function until(isTrue: () => Promise<boolean>, timeoutMs: number, what: string): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await sleep(50);
  }
}

function report(all: readonly Measured[]): number {
  const during = all.filter((one) => one.during);
  const rows: [string, readonly number[]][] = [
    ['delivered → receiver, while old mail is read', during.map((one) => one.total)],
    ['our share: announced (EXISTS) → receiver', during.map((one) => one.own)],
    ['delivered → receiver, all', all.map((one) => one.total)],
  ];
  process.stdout.write(`${'milliseconds'.padEnd(46)}    n    p50    p95    max\n`);
  for (const [name, values] of rows) {
    const cells = [values.length, quantile(values, 0.5), quantile(values, 0.95), Math.max(0, ...values)];
    process.stdout.write(
      `${name.padEnd(46)}${cells
        .map((cell) => String(Math.round(cell)).padStart(7))
        .join('')
        .slice(2)}\n`,
    );
  }
  const load = execFileSync('/bin/cat', ['/proc/loadavg'], { encoding: 'utf8' }).split(' ')[0];
  const [p50, p95] = [quantile(rows[0]![1], 0.5), quantile(rows[0]![1], 0.95)];
  const isGood = during.length > 0 && p50 <= BOUNDS.p50 && p95 <= BOUNDS.p95;
  process.stdout.write(
    `bounds: p50 ≤ ${BOUNDS.p50}, p95 ≤ ${BOUNDS.p95}: ${isGood ? 'held' : 'NOT held'} (load of the machine at the end: ${load})\n`,
  );
  return isGood ? 0 : 1;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

function mail(from: string, subject: string, body: string, id: string, at: Date): string {
  const date = at.toUTCString().replace('GMT', '+0000');
  return [
    `From: ${from}`,
    'To: anna@example.org',
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${id}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}

function renewal(merchant: string): string {
  const on = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const from = `${merchant} <billing@${merchant.toLowerCase()}.example>`;
  const body = `Your ${merchant} Pro plan renews on ${on} for $23.00 per month.`;
  return mail(from, `Your ${merchant} subscription renews soon`, body, `${merchant}@bench.example`, new Date());
}

// One in twenty is about a subscription, as in an ordinary mailbox at most.
function oldMail(at: number): string {
  const when = new Date(Date.now() - (at + 1) * 600_000);
  const filler = 'Pumpkin soup, three ways to roast chestnuts, and what the garden needs before the frost.\r\n'.repeat(30);
  if (at % 20 !== 0) return mail('Kitchen <news@kitchen.example>', `Recipes of week ${at}`, filler, `old${at}@bench.example`, when);
  const name = `Gazette${at % 400}`;
  const body = `Thank you for your payment. We charged EUR 9.90 for your ${name} subscription (monthly).\r\n${filler}`;
  return mail(`${name} <billing@gazette${at % 400}.example>`, `Your ${name} receipt`, body, `old${at}@bench.example`, when);
}
