// The notifier as a process of its own, killed with SIGKILL while the receiver has the alert and has not answered yet.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { recordAlert } from '@quittance/store/alerts';
import { addChannel } from '@quittance/store/channels';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { startWebhookSink, type WebhookSink } from '@quittance/testing/webhook-sink';
import { createVault, newKey } from '@quittance/vault/vault';

const key = newKey();
let folder: string;
let test: TestDatabase;
let smtp: SmtpSink;
let http: WebhookSink;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notifier-'));
  await writeFile(join(folder, 'key'), key, { mode: 0o600 });
  [test, smtp, http] = await Promise.all([createTestDatabase(), startSmtpSink(), startWebhookSink()]);
});
afterEach(() => Promise.all([...running].map((child) => stop(child, 'SIGKILL'))));
afterAll(async () => {
  await Promise.all([test.drop(), smtp.stop(), http.stop()]);
  await rm(folder, { recursive: true });
});

function startNotifier(): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: test.url,
    QUITTANCE_DATA: folder,
    SMTP_URL: smtp.url,
    MAIL_FROM: 'alerts@quittance.example',
    ALLOW_PRIVATE_HOSTS: '127.0.0.1',
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, stdio: 'ignore' });
  running.add(child);
  return child;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** What a minute does to a claim. */
const leaseRunsOut = () =>
  test.db
    .updateTable('delivery')
    .set({ claimed_until: new Date(0) })
    .where('state', '=', 'due')
    .execute();

it('sends the same webhook and the same mail again after a kill, under the same ids, and ends cleanly on SIGTERM', async () => {
  const at = new Date().toISOString();
  const user = await test.db.insertInto('app_user').values({ name: 'Ada' }).returning('id').executeTakeFirstOrThrow();
  const vault = createVault(key);
  await inTransaction(test.db, async (tx) => {
    await addChannel(tx, vault, user.id, { kind: 'webhook', target: `${http.url}/hook` }, at);
    await addChannel(tx, vault, user.id, { kind: 'email', target: 'ada@example.org' }, at);
  });
  const mailTaken = Promise.withResolvers<void>();
  // Both have the alert in hand; neither has said so yet.
  http.answer = () => new Promise(() => {});
  smtp.answer = () => {
    mailTaken.resolve();
    return new Promise(() => {});
  };
  const first = startNotifier();
  await inTransaction(test.db, (tx) =>
    recordAlert(tx, user.id, { kind: 'renewal_notice', dedupeKey: 'a', dueAt: at, data: EMPTY_ALERT_DATA }),
  );
  await Promise.all([http.waitFor(1, 20_000), mailTaken.promise]);
  await stop(first, 'SIGKILL');

  http.answer = () => ({ status: 200 });
  smtp.answer = () => null;
  await leaseRunsOut();
  const second = startNotifier();
  await Promise.all([http.waitFor(2, 20_000), smtp.waitFor(1, 20_000)]);
  expect(await stop(second, 'SIGTERM')).toBe(0);

  expect(http.requests).toHaveLength(2);
  expect(http.distinct()).toHaveLength(1);
  expect(smtp.distinct()).toHaveLength(1);
  const rows = await test.db.selectFrom('delivery').select(['id', 'state', 'attempts']).execute();
  expect(rows).toMatchObject([
    { state: 'delivered', attempts: 2 },
    { state: 'delivered', attempts: 2 },
  ]);
  expect(rows.map((row) => `<${row.id}@quittance.example>`)).toContain(smtp.mails[0]?.messageId);
});

it('says what is wrong with its configuration and exits 78', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH, SMTP_URL: 'ftp://x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(78);
  expect(said).toMatch(/DATABASE_URL is not set/);
  expect(said).toMatch(/SMTP_URL: must be an address/);
});
