// `quittance mailbox` and `channel test` against a real Dovecot and a real SMTP server, without any instance running: the commands read and
// deliver by themselves.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { until } from '@quittance/testing/poller';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere, type Finished } from './test-command.ts';

const missing = missingPrograms('dovecot', 'openssl');
let database: TestDatabase;
let dovecot: Dovecot;
let sink: SmtpSink;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  if (missing) return;
  [database, dovecot, sink] = await Promise.all([createTestDatabase(), startDovecot({ users: ['anna'] }), startSmtpSink()]);
  folder = await mkdtemp(join(tmpdir(), 'quittance-cli-mailbox-'));
  env = {
    DATABASE_URL: database.url,
    QUITTANCE_DATA: folder,
    ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    SMTP_URL: sink.url,
    MAIL_FROM: 'Quittance <alerts@example.org>',
  };
  await writeFile(join(folder, 'password'), `${dovecot.password}\n`, { mode: 0o600 });
  await runHere(['migrate'], env);
});
afterAll(async () => {
  await Promise.all([database?.drop(), dovecot?.stop(), sink?.stop()]);
  if (folder) await rm(folder, { recursive: true, force: true });
});

const quittance = (...args: string[]): Promise<Finished> => runHere([...args, '--json'], env);
const add = (...more: string[]): string[] =>
  `mailbox add anna@example.org --host 127.0.0.1 --port ${dovecot.port} --tls none --username anna`.split(' ').concat(more);

async function keptIds(): Promise<string[]> {
  const found = (await quittance('proof', 'search')).json() as { items: { message_id: string }[] };
  return found.items.map((item) => item.message_id).sort();
}

const receipt = (id: number): string =>
  [
    'From: StreamBox <billing@streambox.example>',
    'To: anna@example.org',
    'Subject: Your receipt from StreamBox',
    `Date: Mon, ${String(id).padStart(2, '0')} Nov 2026 10:00:00 +0000`,
    `Message-ID: <receipt-${id}@streambox.example>`,
    '',
    'Thank you. We charged $15.49 for your monthly Standard plan.',
    '',
  ].join('\r\n');

it.skipIf(missing)(
  `connects, reads to the end and lets go${missing}`,
  async () => {
    await dovecot.makeFolder('anna', 'Archive');
    await dovecot.deliver('anna', receipt(2));
    await dovecot.deliver('anna', receipt(3), { folder: 'Archive' });
    const before = await dovecot.flags('anna');

    const wrong = await runQuittance([...add(), '--json'], { env, stdin: 'wrong\n' });
    expect(wrong.code).not.toBe(0);
    expect(JSON.parse(wrong.stderr)).toMatchObject({ error: { code: 'credential_refused' } });
    expect((await quittance('mailbox', 'list')).json()).toEqual({ items: [] });

    const added = await quittance(...add('--password-file', join(folder, 'password')));
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.json()).toMatchObject({ address: 'anna@example.org', state: 'active', problem: null });
    expect(added.stdout).not.toContain(dovecot.password);
    expect((await quittance(...add('--password-file', join(folder, 'password')))).code).toBe(1);
    expect((await quittance('mailbox', 'test', 'anna@example.org')).json()).toMatchObject({ ok: true, messages: 1 });

    const synced = await quittance('mailbox', 'sync');
    expect(synced).toMatchObject({ code: 0, stderr: '' });
    expect(synced.json()).toMatchObject({ items: [{ backfill: { finished_at: expect.any(String) as string } }] });
    expect(await keptIds()).toEqual(['receipt-2@streambox.example', 'receipt-3@streambox.example']);

    await dovecot.deliver('anna', receipt(4));
    await dovecot.deliver('anna', receipt(5), { folder: 'Archive' });
    expect((await quittance('mailbox', 'sync', 'anna@example.org')).code).toBe(0);
    expect(await keptIds()).toHaveLength(4);
    expect((await dovecot.flags('anna')).slice(0, before.length), 'nothing is changed in the mailbox').toEqual(before);

    // The password changes: the old one is kept until a new one works, and nothing is read again.
    const password = (...more: string[]) => quittance('mailbox', 'password', 'anna@example.org', ...more);
    await writeFile(join(folder, 'other'), 'wrong\n', { mode: 0o600 });
    const refused = await password('--password-file', join(folder, 'other'));
    expect(refused).toMatchObject({ code: 1 });
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'credential_refused' } });
    expect((await quittance('mailbox', 'test', 'anna@example.org')).json()).toMatchObject({ ok: true });
    await dovecot.setPassword('anna', 'new one');
    // Dovecot looks at its file once a second.
    const refusal = { ok: false, problem: { code: 'credential_refused' } };
    await until(async () => expect((await quittance('mailbox', 'test', 'anna@example.org')).json()).toMatchObject(refusal));
    await writeFile(join(folder, 'other'), 'new one\n');
    expect((await password('--password-file', join(folder, 'other'))).json()).toMatchObject({ state: 'active', problem: null });
    const french = await runHere(['mailbox', 'password', 'anna@example.org', '--password-file', join(folder, 'password')], {
      ...env,
      LANG: 'fr_FR.UTF-8',
    });
    expect(french.stderr).toContain('anna@example.org ne peut pas être lue. Le serveur a refusé le nom d’utilisateur ou le mot de passe.');

    expect((await quittance('mailbox', 'remove', 'anna@example.org')).json()).toMatchObject({ state: 'removed' });
    expect((await quittance('mailbox', 'list')).json()).toEqual({ items: [] });
    expect(await keptIds(), 'what was kept stays').toHaveLength(4);
  },
  120_000,
);

it.skipIf(missing)(`sends a test alert and tells what became of it${missing}`, async () => {
  const { SMTP_URL: _, MAIL_FROM: _from, ...without } = env;
  for (const some of [{}, { MAIL_FROM: 'alerts@example.org' }, { SMTP_URL: 'smtp://relay:secret@127.0.0.1' }]) {
    const refused = await runHere(['channel', 'add', 'email', 'anna@example.org'], { ...without, ...some, LANG: 'fr_FR.UTF-8' });
    expect([refused.code, refused.stderr]).toEqual([78, expect.stringContaining('définissez SMTP_URL')]);
  }
  expect((await quittance('channel', 'add', 'email', 'anna@example.org')).code).toBe(0);
  expect((await quittance('channel', 'test', 'anna@example.org')).json()).toMatchObject({ delivered: true, problem: null });
  expect(sink.mails).toHaveLength(1);
  sink.answer = () => ({ code: 550, text: 'no such person' });
  const refused = await quittance('channel', 'test', 'anna@example.org');
  expect(refused).toMatchObject({ code: 69 });
  expect(refused.json()).toMatchObject({ delivered: false, problem: { code: expect.any(String) as string } });
});
