// A person's words on their mails, from the command line to what training reads: only words that stand, only mails that are still there, and
// nobody else may read the folder.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere, type Finished } from '@quittance/cli/test-command';
import { KINDS } from '@quittance/classify/model/linear-model';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCorpus } from '../bench/accuracy-corpus.ts';
import { readCorrections } from './read-corrections.ts';

const MERCHANTS = ['Corrected', 'Confirmed', 'TakenBack', 'Erased', 'Untouched'];
let database: TestDatabase;
let work: string;
const quittance = (...args: string[]): Promise<Finished> => runHere([...args], { DATABASE_URL: database.url, QUITTANCE_DATA: work });
const eventOf: Record<string, { id: string; kind: string; sha256: string }> = {};

function mail(merchant: string): string {
  const host = `${merchant.toLowerCase()}.example`;
  return [
    `From: ${merchant} <billing@${host}>`,
    'To: anna@example.org',
    'Subject: Your subscription renews soon',
    'Date: Mon, 16 Nov 2026 10:00:00 +0000',
    `Message-ID: <renewal@${host}>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your ${merchant} Pro plan renews on December 1, 2026 for $23.00 per month.`,
    '',
  ].join('\r\n');
}

async function done(...args: string[]): Promise<Record<string, unknown>> {
  const finished = await quittance(...args, '--json');
  expect([finished.code, finished.stderr]).toEqual([0, '']);
  return finished.json();
}

const say = (merchant: string, kind: string) => done('correct', eventOf[merchant]!.id, '--kind', kind);

beforeAll(async () => {
  database = await createTestDatabase();
  work = await mkdtemp(join(tmpdir(), 'quittance-corrections-'));
  await mkdir(join(work, 'mails'));
  for (const merchant of MERCHANTS) await writeFile(join(work, 'mails', `${merchant}.eml`), mail(merchant));
  await done('migrate');
  await done('import', join(work, 'mails'));
  const { subscriptions } = (await done('timeline')) as {
    subscriptions: { merchant: { name: string }; events: { id: string; kind: string; message: { sha256: string } }[] }[];
  };
  for (const { merchant, events } of subscriptions) {
    const [{ id, kind, message }] = events as [(typeof events)[number]];
    eventOf[merchant.name] = { id, kind, sha256: message.sha256 };
  }
  expect(Object.keys(eventOf).toSorted()).toEqual(MERCHANTS.toSorted());
});
afterAll(async () => {
  await database.drop();
  await rm(work, { recursive: true, force: true });
});

it('writes nothing where no word was said', async () => {
  const folder = join(work, 'none');
  const told = await quittance('corrections', 'export', folder);
  expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining('no correction yet') });
  expect(await readdir(work)).not.toContain('none');
});

it('writes the words that stand as training reads them, for the owner alone', async () => {
  await say('Corrected', 'other');
  await say('Confirmed', 'renewal_notice');
  await say('TakenBack', 'refund');
  await say('TakenBack', 'renewal_notice');
  await say('Erased', 'refund');
  await done('erase', eventOf['Erased']!.sha256, '--reason', 'test');

  const folder = join(work, 'corrections');
  expect(await done('corrections', 'export', folder)).toEqual({ folder, mails: 2, taken_back: 1, erased: 1, private: true });
  const mails = await readCorpus(folder);
  const standing = new Map([
    ['Corrected', 'other'],
    ['Confirmed', 'renewal_notice'],
  ]);
  expect(mails).toHaveLength(standing.size);
  for (const [merchant, kind] of standing) {
    const { sha256 } = eventOf[merchant]!;
    const found = mails.find(({ file }) => file === `${sha256}.eml`);
    expect(found).toMatchObject({
      label: kind,
      language: 'en',
      source: `${merchant.toLowerCase()}.example`,
      isHardNegative: kind === 'other',
    });
    expect(found?.raw.toString()).toBe(mail(merchant));
  }
  const examples = await readCorrections(folder);
  expect(new Set(examples.map(({ kind }) => KINDS[kind]))).toEqual(new Set(standing.values()));

  const modes = await Promise.all(
    (await readdir(folder, { recursive: true })).map(async (name) => {
      const { mode } = await stat(join(folder, name));
      return [name, (mode & 0o777).toString(8), name === 'messages' ? '700' : '600'];
    }),
  );
  expect(modes.filter(([, is, wanted]) => is !== wanted)).toEqual([]);
  expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('700');
  expect(await readFile(join(folder, '.gitignore'), 'utf8')).toBe('*\n');
});

it('says that the mails are private, in help, result and folder, in both languages', async () => {
  expect((await quittance('corrections', 'export', '--help')).stdout).toContain('never share it, never commit it');
  const folder = join(work, 'again');
  await mkdir(folder, { mode: 0o755 });
  const told = await runHere(['corrections', 'export', folder], { DATABASE_URL: database.url, QUITTANCE_DATA: work, LANG: 'fr_FR.UTF-8' });
  expect(told.stdout).toContain('Ne partagez jamais ce dossier');
  expect(await readFile(join(folder, 'README.txt'), 'utf8')).toContain('ne partagez jamais');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it('refuses a folder with something in it, and a file, and leaves them as they are', async () => {
  const folder = join(work, 'mails');
  expect(await quittance('corrections', 'export', folder)).toMatchObject({ code: 65, stderr: expect.stringContaining('is not empty') });
  expect(await readdir(folder)).toHaveLength(MERCHANTS.length);
  expect(await quittance('corrections', 'export', join(folder, 'Erased.eml'))).toMatchObject({
    code: 65,
    stderr: expect.stringContaining('is no folder'),
  });
  // Folders under a place that takes none were once tried for for ever.
  for (const nowhere of ['/proc/mails', join(work, 'none', 'mails')])
    expect(await quittance('corrections', 'export', nowhere)).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('does not exist'),
    });
});
