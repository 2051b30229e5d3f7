// `proof export` and `verify` as processes: a dossier from imported mail, in either language, with and without a confirmation; what was changed
// or is no dossier ends with its own exit code.
import { noLetter } from '@quittance/i18n/no-letter';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere, type Finished } from './test-command.ts';

let database: TestDatabase;
let folder: string;
let ids: Record<string, string>;

const quittance = (...args: string[]): Promise<Finished> =>
  runHere([...args, '--json'], { DATABASE_URL: database.url, QUITTANCE_DATA: folder, QUITTANCE_NOW: '2026-11-23T09:00:00Z' });
/** Without a store: on a database that is not there. */
const alone = (...args: string[]): Promise<Finished> =>
  runHere(args, { DATABASE_URL: 'postgres://127.0.0.1:1/nothing', QUITTANCE_DATA: '/dev/null/x' });
const at = (name: string): string => join(folder, name);

function mail(id: string, shop: string, day: string, subject: string, body: string): string {
  return [
    `From: ${shop} <billing@${shop.toLowerCase()}.example>`,
    'To: anna@example.org',
    `Subject: ${subject}`,
    `Date: ${day} 10:00:00 +0000`,
    `Message-ID: <${id}@${shop.toLowerCase()}.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'quittance-cli-dossier-'));
  await quittance('migrate');
  const cancelled = 'Your StreamBox Pro subscription has been cancelled. It ends on October 31, 2026 and you will not be charged again.';
  const mails = [
    mail('1', 'StreamBox', 'Mon, 12 Oct 2026', 'Your subscription has been cancelled', cancelled),
    mail(
      '2',
      'Lumio',
      'Tue, 13 Oct 2026',
      'Your subscription renews soon',
      'Your Lumio Plus plan renews on December 1, 2026 for $23.00 per month.',
    ),
  ];
  await writeFile(at('mails.mbox'), mails.map((one) => `From a Mon Nov 16 10:00:00 2026\n${one}`).join('\n'));
  expect((await quittance('import', at('mails.mbox'))).json()).toMatchObject({ accepted: 2, events: 2 });
  const { subscriptions } = (await quittance('timeline')).json() as { subscriptions: { id: string; merchant: { name: string } }[] };
  ids = Object.fromEntries(subscriptions.map((one) => [one.merchant.name, one.id]));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

it('says in the person’s language where a dossier can not be written, before it is made', async () => {
  const lost = join(folder, 'no', 'such', 'folder.asice');
  const wrong = async (path: string) => {
    const { code, stderr } = await quittance('proof', 'export', ids['StreamBox']!, '-o', path);
    return [code, JSON.parse(stderr)];
  };
  await quittance('settings', '--language', 'fr');
  expect(await wrong(lost)).toEqual([
    65,
    {
      error: {
        code: 'bad_file',
        message: `${lost} ne peut pas être écrit : le dossier ou le fichier n’existe pas. Choisissez un autre emplacement.`,
      },
    },
  ]);
  await quittance('settings', '--language', 'en');
  expect(await wrong(folder)).toEqual([
    65,
    { error: { code: 'bad_file', message: `${folder} can not be written: it is a folder. Choose another place.` } },
  ]);
});

it('exports a dossier that holds, offline and anywhere', async () => {
  const exported = await quittance('proof', 'export', ids['StreamBox']!, '-o', at('a.asice'), '--pdf', at('a.pdf'), '--language', 'fr');
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  const { size } = await stat(at('a.asice'));
  expect(exported.json()).toEqual({ file: at('a.asice'), pdf: at('a.pdf'), messages: 1, size_bytes: size });
  const pdf = await readFile(at('a.pdf'));
  expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
  // Entries are stored as they are, so the report stands in the bundle byte for byte.
  expect((await readFile(at('a.asice'))).includes(pdf)).toBe(true);
  expect((await stat(at('a.asice'))).mode & 0o077).toBe(0);

  const verified = await alone('verify', at('a.asice'), '--json');
  expect(verified).toMatchObject({ code: 0, stderr: '' });
  const { key, messages } = verified.json() as { key: string; messages: object[] };
  expect(verified.json()).toMatchObject({ ok: true, problem: null, time: 'chained_not_time_stamped' });
  // Which of the two mails came first into the log is the workers' affair.
  const [sha256, leaf_index] = [expect.any(String) as string, expect.any(Number) as number];
  expect(messages).toEqual([{ folder: 'messages/01', sha256, leaf_index, level: 'D', signed_by: [], stamped_at: null }]);
  expect((await alone('verify', at('a.asice'), '--key', key)).stdout).toContain('All holds');
  expect((await alone('verify', at('a.asice'), '--key', `${key}x`)).code).toBe(1);

  await quittance('proof', 'export', ids['StreamBox']!, '-o', at('again.asice'), '--language', 'fr');
  expect((await readFile(at('again.asice'))).equals(await readFile(at('a.asice')))).toBe(true);
});

it('exports what there is where nothing was confirmed', async () => {
  expect((await quittance('proof', 'export', ids['Lumio']!, '-o', at('b.asice'))).code).toBe(0);
  expect((await alone('verify', at('b.asice'))).code).toBe(0);
});

it('exports by an id that a subscription had before', async () => {
  const merged = (await quittance('subscription', 'merge', ids['StreamBox']!, ids['Lumio']!)).json() as { id: string };
  const files = ['one.asice', 'other.asice'].map(at);
  for (const [index, id] of [ids['StreamBox']!, ids['Lumio']!].entries())
    expect((await quittance('proof', 'export', id, '-o', files[index]!)).json()).toMatchObject({ messages: 2 });
  expect((await readFile(files[0]!)).equals(await readFile(files[1]!))).toBe(true);
  expect((await quittance('subscription', 'undo', merged.id)).code).toBe(0);
});

it('names what was changed, and tells what is no dossier', async () => {
  const bundle = await readFile(at('b.asice'));
  const place = bundle.indexOf('December 1, 2026');
  bundle.write('November', place);
  await writeFile(at('changed.asice'), bundle);
  const changed = await alone('verify', at('changed.asice'), '--json');
  expect(changed).toMatchObject({ code: 1, stderr: '' });
  expect(changed.json()).toMatchObject({ ok: false, problem: { code: 'changed', file: 'messages/01/message.eml' } });
  expect((await alone('verify', at('changed.asice'))).stdout).toContain('Does NOT hold. messages/01/message.eml');
  expect((await alone('verify', at('mails.mbox'), '--json')).json()).toMatchObject({ ok: false, problem: { code: 'bad_zip' } });
  expect((await alone('verify', at('none.asice'))).code).toBe(65);
  expect((await alone('verify', folder)).code).toBe(65);
  expect((await quittance('proof', 'export', '00000000-0000-4000-8000-000000000000', '-o', at('c.asice'))).code).toBe(1);
  expect((await quittance('proof', 'export', 'x', '-o', at('c.asice'))).code).toBe(2);
});

it('states what was watched, here nothing, and refuses a letter that the timeline does not bear', async () => {
  const silence = await quittance(
    'proof',
    'silence',
    ids['Lumio']!,
    '--from',
    '2026-11-01',
    '--to',
    '2026-11-30',
    '-o',
    at('silence.json'),
  );
  expect(silence).toMatchObject({ code: 0, stderr: '' });
  expect(silence.json()).toMatchObject({
    statement: { kind: 'silence', awaited: 'any', until: '2026-11-23T09:00:00.000Z', mailboxes: [], found: [] },
  });
  expect(JSON.parse(await readFile(at('silence.json'), 'utf8'))).toEqual(silence.json());
  expect((await quittance('proof', 'silence', ids['Lumio']!, '--from', '2026-12-24', '--to', '2026-12-25')).code).toBe(2);
  expect((await quittance('letter', ids['Lumio']!, '--kind', 'bank_dispute', '--language', 'fr')).code).toBe(1);
  expect((await quittance('letter', ids['Lumio']!, '--kind', 'poem')).code).toBe(2);
  expect((await quittance('letter', ids['StreamBox']!)).stderr).toContain(noLetter('en'));
  const fitting = await quittance('letter', ids['Lumio']!, '--json', '--language', 'fr');
  expect(fitting.json()).toMatchObject({ kind: 'renewal_refusal', subject: expect.stringContaining('Refus de la reconduction') });
});

it('answers the holder of an older checkpoint, and refuses what is none or was changed', async () => {
  // Entries of the bundle are stored as they are: the checkpoint stands in it as it was given out.
  const [note] = /quittance\.local\/a\/\w+\n2\n.+\n\n(?:— .+\n)+/.exec(await readFile(at('b.asice'), 'utf8')) ?? [''];
  const growth = async (text: string): Promise<Finished> => {
    await writeFile(at('held.txt'), text);
    return await quittance('proof', 'growth', at('held.txt'));
  };
  const grew = await growth(note);
  expect(grew).toMatchObject({ code: 0, stderr: '' });
  expect(grew.json()).toMatchObject({ outcome: 'grew', from: 2, to: 2, proof: [], note });
  // As a mail program quotes an alert that is answered.
  const quoted = ['On Monday you wrote:', ...note.split('\n').map((line) => `> ${line}`), 'Yours'].join('\r\n');
  expect((await growth(quoted)).code).toBe(0);
  expect(await growth(note.replace('\n2\n', '\n1\n'))).toMatchObject({ code: 65 });
  expect((await growth('no checkpoint at all')).stderr).toContain('holds no checkpoint of the log');
  expect(await quittance('proof', 'growth', at('nowhere.txt'))).toMatchObject({ code: 65 });
});
