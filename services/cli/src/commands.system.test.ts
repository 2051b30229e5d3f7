// The command line's contract: exit codes, JSON shapes as documented, options before and after the command's name, against a database of its
// own. Most commands run in this process; that the program itself says and ends the same is a test of its own.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMessage } from '@quittance/mail/parse-message';
import { recordHistoryProblem } from '@quittance/store/mailbox-health';
import { addMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { runQuittance } from '@quittance/testing/run-quittance';
import { createVault } from '@quittance/vault/vault';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonExampleOf } from './json-example.ts';
import { createProgram } from './program.ts';
import { runHere, type Finished } from './test-command.ts';

let database: TestDatabase;
let folder: string;
let env: Record<string, string>;

const RENEWAL = mail('renewal@x', 'Your subscription renews soon', 'Your Pro plan renews on December 1, 2026 for $23.00 per month.');
const NEWS = mail('news@x', 'Our autumn recipes', 'Pumpkin soup, and three ways to roast chestnuts.');

function mail(id: string, subject: string, body: string): string {
  return [
    'Return-Path: <billing@streambox.example>',
    'From: StreamBox <billing@streambox.example>',
    'To: anna@example.org',
    `Subject: ${subject}`,
    'Date: Mon, 16 Nov 2026 10:00:00 +0000',
    `Message-ID: <${id}>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}

const quittance = (...args: string[]): Promise<Finished> => runHere(args, env);

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'quittance-cli-'));
  env = { DATABASE_URL: database.url, QUITTANCE_DATA: folder };
  await writeFile(
    join(folder, 'mails.mbox'),
    ['From a Mon Nov 16 10:00:00 2026', RENEWAL, 'From a Mon Nov 16 10:00:00 2026', NEWS].join('\n'),
  );
  const migrated = await quittance('migrate', '--json');
  expect(migrated).toMatchObject({ code: 0, stderr: '' });
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function example(...path: string[]): unknown {
  const nothing = (): void => {};
  const output = { isTerminal: false, columns: 80, print: nothing, say: nothing, status: nothing };
  let command: Command = createProgram({ output, language: 'en', run: () => () => Promise.resolve() });
  for (const name of path) command = command.commands.find((sub) => sub.name() === name)!;
  return jsonExampleOf(command);
}

/** The keys of a document and of what is in it; values that may be null are taken as they are on either side. */
function shapesMatch(documented: unknown, actual: unknown, path = '$'): string[] {
  if (documented === null || actual === null) return [];
  if (Array.isArray(documented)) {
    if (!Array.isArray(actual)) return [`${path} is no list`];
    return documented.length === 0 ? [] : actual.flatMap((item, at) => shapesMatch(documented[0], item, `${path}[${at}]`));
  }
  if (typeof documented !== 'object') return typeof actual === typeof documented ? [] : [`${path} is a ${typeof actual}`];
  const [left, right] = [Object.keys(documented), Object.keys(actual as object)];
  const missing = left.filter((key) => !right.includes(key)).map((key) => `${path}.${key} is missing`);
  const extra = right.filter((key) => !left.includes(key)).map((key) => `${path}.${key} is not documented`);
  const inner = left.filter((key) => right.includes(key));
  return [
    ...missing,
    ...extra,
    ...inner.flatMap((key) =>
      shapesMatch((documented as Record<string, unknown>)[key], (actual as Record<string, unknown>)[key], `${path}.${key}`),
    ),
  ];
}

async function documented(...args: string[]): Promise<Record<string, unknown>> {
  const result = await quittance(...args, '--json');
  expect(result.stderr).toBe('');
  const path = args.filter((arg, at) => at < 2 && /^[a-z]+$/.test(arg));
  const wanted = example(...path) ?? example(path[0]!);
  expect(shapesMatch(wanted, result.json())).toEqual([]);
  return result.json();
}

it('sees a shape that is not as documented', () => {
  expect(shapesMatch({ a: 1, b: [{ c: '' }] }, { a: 1, b: [{ c: '', d: 1 }] })).toEqual(['$.b[0].d is not documented']);
  expect(shapesMatch({ a: 1 }, {})).toEqual(['$.a is missing']);
});

it('imports with exact counts, again without any change, and shows what it found', async () => {
  const first = await documented('import', join(folder, 'mails.mbox'));
  expect(first).toEqual({ read: 2, accepted: 1, duplicates: 0, ignored: 1, quarantined: 0, events: 1 });
  const second = await documented('import', join(folder, 'mails.mbox'));
  expect(second).toEqual({ read: 2, accepted: 0, duplicates: 2, ignored: 0, quarantined: 0, events: 0 });

  const timeline = (await documented('timeline')) as {
    subscriptions: { merchant: { name: string }; renews_on: string; events: { id: string }[] }[];
  };
  expect(timeline.subscriptions).toMatchObject([{ merchant: { name: 'StreamBox' }, renews_on: '2026-12-01' }]);
  for (const merchant of ['stream', 'STREAMBÓX', 'streambox.example']) {
    const of = (await quittance('timeline', '--merchant', merchant, '--json')).json() as typeof timeline;
    expect([merchant, of.subscriptions.length]).toEqual([merchant, 1]);
    const { items } = (await quittance('proof', 'search', '--merchant', merchant, '--json')).json() as { items: unknown[] };
    expect([merchant, items.length > 0]).toEqual([merchant, true]);
  }
  expect((await quittance('timeline', '--merchant', 'box', '--json')).json()).toMatchObject({ subscriptions: [], unattached: [] });
  const found = (await documented('proof', 'search', 'renews')) as { items: { sha256: string }[] };
  expect(found.items).toHaveLength(1);
  expect(await documented('proof', 'show', found.items[0]!.sha256.slice(0, 8))).toMatchObject({
    message_id: 'renewal@x',
    origin: { kind: 'import' },
  });
  expect(await documented('alerts')).toHaveProperty('items');
  expect(await documented('quarantine', 'list')).toEqual({ items: [] });

  const corrected = await documented('correct', timeline.subscriptions[0]!.events[0]!.id, '--kind', 'other');
  expect(corrected).toMatchObject({ kind: 'other' });
  expect((await quittance('timeline', '--json')).json()).toMatchObject({ subscriptions: [] });
  expect((await quittance('doctor', '--rebuild', '--json')).json()).toMatchObject({ differences: [] });
});

it('tells of files that cannot be read and imports the rest', async () => {
  const result = await quittance('import', join(folder, 'none.mbox'), join(folder, 'mails.mbox'), '--json');
  expect(result.code).toBe(65);
  expect(JSON.parse(result.stderr)).toEqual({
    file: join(folder, 'none.mbox'),
    code: 'not_found',
    error: 'does not exist',
  });
  const told = await quittance('import', join(folder, 'none.mbox'));
  expect(told.stderr).toContain(`${join(folder, 'none.mbox')}: there is no such file or folder\n`);
  expect(result.json()).toMatchObject({ read: 2, duplicates: 2 });
});

it('classifies without a store, one JSON object a line, and goes on after a file it cannot read', async () => {
  const args = ['classify', join(folder, 'mails.mbox'), join(folder, 'none.eml'), '--json'];
  const result = await runQuittance(args, { env: { DATABASE_URL: 'postgres://127.0.0.1:1/nothing', QUITTANCE_DATA: '/dev/null/x' } });
  expect(result.code).toBe(65);
  const lines = result.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(3);
  expect(shapesMatch(example('classify'), lines[0])).toEqual([]);
  expect(lines[0]).toMatchObject({
    file: `${join(folder, 'mails.mbox')}#1`,
    message_id: 'renewal@x',
    kind: 'renewal_notice',
    amount: '23.00',
    currency: 'USD',
  });
  expect(lines[1]).toMatchObject({ kind: 'other', decided: 'auto', amount: null, renews_on: null });
  expect(lines[2]).toEqual({ file: join(folder, 'none.eml'), error: 'does not exist' });
});

it('explains what it read: each rule with its words, exactly where they stand', async () => {
  const path = join(folder, 'mails.mbox');
  const [line] = (await quittance('classify', path, '--explain', '--json')).stdout.split('\n');
  const { reasons } = JSON.parse(line!) as { reasons: { field: string; quote: string; zone: string; start: number; end: number }[] };
  const { subject, text } = await parseMessage(Buffer.from(RENEWAL));
  expect(reasons.map(({ field }) => field)).toEqual(expect.arrayContaining(['kind', 'amount', 'renews_on']));
  for (const { zone, start, end, quote } of reasons) expect((zone === 'subject' ? subject : text.body).slice(start, end)).toBe(quote);

  const told = (await quittance('classify', path, '--explain')).stdout;
  for (const { quote } of reasons) expect(told).toContain(`“${quote}”`);
  expect(told).toContain('Nothing in it speaks for a subscription.');
});

it('manages channels and people', async () => {
  const added = await documented('channel', 'add', 'webhook', 'https://hooks.example.org/q');
  expect(added).toMatchObject({ kind: 'webhook', secret: expect.stringMatching(/^whsec_/) as string });
  expect((await quittance('channel', 'add', 'webhook', 'https://hooks.example.org/q')).code).toBe(1);
  expect(await documented('channel', 'list')).toMatchObject({ items: [{ target: 'https://hooks.example.org/q' }] });
  expect(await documented('channel', 'remove', String(added['id']))).toMatchObject({ state: 'removed' });
  expect(await documented('user', 'add', 'bea@example.org')).toMatchObject({
    sign_in_link: expect.stringContaining('/sign-in/') as string,
  });
  expect(await documented('user', 'link')).toHaveProperty('sign_in_link');
  // Bea sees nothing of what was imported for the first person; the option stands before the command's name.
  expect((await quittance('--user', 'bea@example.org', '--json', 'proof', 'search')).json()).toEqual({ items: [] });
  expect((await quittance('timeline', '--user', 'nobody@example.org')).code).toBe(1);
});

it('tries a mailbox before it saves it, and takes no password from its arguments', async () => {
  const add = ['mailbox', 'add', 'anna@example.org', '--host', '127.0.0.1', '--port', '1', '--tls', 'none', '--json'];
  const refused = await runHere(add, { ...env, QUITTANCE_MAILBOX_PASSWORD: 'secret' });
  expect(refused.code).not.toBe(0);
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'private_address_refused' } });
  expect((await quittance(...add, '--password', 'x')).code).toBe(2);
  expect((await quittance('mailbox', 'list', '--json')).json()).toEqual({ items: [] });
});

it('verifies, backs up, erases, and refuses to restore over data', async () => {
  expect(await documented('fsck')).toMatchObject({ ok: true });
  const file = join(folder, 'quittance.backup');
  expect(await documented('backup', file)).toMatchObject({ file, key_file: join(folder, 'key') });
  const { items } = (await documented('proof', 'search')) as { items: { sha256: string }[] };
  expect(await documented('erase', items[0]!.sha256.slice(0, 10), '--reason', 'not mine')).toMatchObject({ sha256: items[0]!.sha256 });
  expect((await quittance('erase', items[0]!.sha256, '--reason', 'again')).stdout).toContain('was erased before');
  expect(await quittance('erase', items[0]!.sha256, '--reason', ' ')).toMatchObject({ code: 2 });
  expect(await quittance('restore', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('holds data already') as string });
  expect(await quittance('restore', join(folder, 'mails.mbox'))).toMatchObject({ code: 65 });
  await database.db.updateTable('log').set({ size: 99 }).execute();
  const broken = await quittance('fsck', '--json');
  expect(broken.code).toBe(1);
  expect(shapesMatch(example('fsck'), broken.json())).toEqual([]);
  expect(JSON.stringify(broken.json())).toContain('log_size_wrong');
});

it.each<[string, number, string[], Record<string, string>?]>([
  ['help', 0, ['--help']],
  ['no command', 2, []],
  ['an unknown command', 2, ['prove']],
  ['an unknown option', 2, ['timeline', '--colour']],
  ['a missing argument', 2, ['import']],
  ['a kind that does not exist', 2, ['proof', 'search', '--kind', 'cancelled']],
  ['a country that does not exist', 2, ['settings', '--country', 'XX']],
  ['a date that does not exist', 2, ['alerts', '--since', '2026-02-30']],
  ['a folder to back up into', 65, ['backup', tmpdir()]],
  ['a folder to restore from', 65, ['restore', tmpdir()]],
  ['a payee that is nobody’s', 2, ['statement', 'assign', 'gym', ' ']],
  ['a database that is away', 69, ['timeline'], { DATABASE_URL: 'postgres://quittance@127.0.0.1:1/x' }],
  ['a setting that is wrong', 78, ['timeline'], { PORT: 'many' }],
  ['a moment that is none', 2, ['timeline', '--now', 'yesterday']],
  ['a moment that is none in the environment', 78, ['timeline'], { QUITTANCE_NOW: 'yesterday' }],
  ['a key that is missing', 78, ['timeline'], { QUITTANCE_KEY_FILE: '/nonexistent/key' }],
  ['a schema that nobody brought up to date', 78, ['timeline'], { DATABASE_URL: 'EMPTY' }],
])('ends %s with exit code %d', async (_what, code, args, more = {}) => {
  const overrides = more['DATABASE_URL'] === 'EMPTY' ? { DATABASE_URL: database.url.replace(/\/[^/]*$/, '/postgres') } : more;
  const result = await runHere(args, { ...env, ...overrides });
  expect(result).toMatchObject({ code });
  if (code !== 0) expect(result.stderr).not.toBe('');
});

it.each<[string, number, string[]]>([
  ['with what it was asked for on its output', 0, ['mailbox', 'list', '--json']],
  ['with what is wrong beside it', 2, ['prove']],
  ['with a code for a program', 1, ['timeline', '--user', 'nobody@example.org']],
])('ends as a process %s: exit code %d', async (_what, code, args) => {
  const [process_, here] = await Promise.all([runQuittance(args, { env }), quittance(...args)]);
  expect(process_).toMatchObject({ code, stdout: here.stdout, stderr: here.stderr });
});

it('doctor fails where mail from before can not be read, and says what to do', async () => {
  const { id: userId } = await database.db.selectFrom('app_user').select('id').orderBy('created_at').executeTakeFirstOrThrow();
  const settings = { address: 'ana@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'ana' } as const;
  const vault = createVault(await readFile(join(folder, 'key')));
  const account = { userId, settings, credential: { kind: 'password', password: 'x' } } as const;
  const mailboxId = (await inTransaction(database.db, (tx) => addMailbox(tx, vault, account)))!;
  const problem = { code: 'second_refused', text: 'Too many connections', at: '2026-11-23T08:00:00.000Z' };
  await recordHistoryProblem(database.db, { mailboxId, userId, problem });
  const french = await runHere(['doctor'], { ...env, LANG: 'fr_FR.UTF-8' });
  await database.db.deleteFrom('mailbox').where('id', '=', mailboxId).execute();
  expect(french.code).toBe(1);
  expect(french.stdout).toMatch(/^en échec +boîte ana@example.org +Les messages d’avant .+ Le serveur refuse une seconde connexion\./m);
});

it('speaks French where the terminal does', async () => {
  const french = { ...env, LANG: 'fr_FR.UTF-8' };
  expect((await runHere(['mailbox', 'list'], french)).stdout).toContain('Aucune boîte');
  expect((await runHere(['mailbox', 'list'], env)).stdout).toContain('No mailbox');
  // A program reads the same words in every language.
  const mails = join(folder, 'mails.mbox');
  expect((await runHere(['classify', mails], french)).stdout).toMatch(/renouvellement annoncé \(sûr, \d+.+ «\u00a0.+\u00a0»$/m);
  expect((await runHere(['classify', mails], env)).stdout).toMatch(/renewal announced \(auto, \d+/);
  expect((await runHere(['classify', mails, '--json'], french)).stdout).toContain('"decided":"auto"');
  expect((await runHere(['classify', mails], french)).stdout).toMatch(/mails\.mbox#\d\u00a0: /);
  const doctor = (await runHere(['doctor'], french)).stdout;
  for (const said of [/fichier de clé {2,}/, /base de données {2,}externe$/m, /quarantaine {2,}\d/, /travail en attente {2,}\d/])
    expect(doctor).toMatch(said);
  const checks = ['key file', 'database', 'quarantine', 'open work'].map((name) => expect.objectContaining({ name }) as object);
  expect(JSON.parse((await runHere(['doctor', '--json'], french)).stdout)).toMatchObject({
    checks: expect.arrayContaining(checks) as object,
  });
});
