// Watched folders on the page: added by a plain form, refused where they may not lie, seen by nobody else, and taken away.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let folder: string;
let anna: Person;
let ben: Person;

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  folder = await mkdtemp(join(tmpdir(), 'quittance-page-'));
  anna = await app.addPerson('anna@example.org');
  ben = await app.addPerson('ben@example.org');
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (path: string, kind: string) => app.call('/inlets', { method: 'POST', as: anna, form: { path, kind } });
const page = async (person: Person, query = ''): Promise<string> => (await app.call(`/mailboxes${query}`, { as: person })).text();

it('adds a folder once, and says what is wrong with others', async () => {
  expect((await add(folder, 'drop')).headers.get('location')).toBe('/mailboxes#inlets');
  expect(await page(anna)).toContain(folder);
  expect(await page(ben)).not.toContain(folder);
  expect((await add(folder, 'drop')).headers.get('location')).toBe('/mailboxes?inlet=exists#inlets');
  expect((await add('/etc', 'drop')).headers.get('location')).toBe('/mailboxes?inlet=folder_not_allowed#inlets');
  expect((await add(join(folder, 'none'), 'drop')).headers.get('location')).toBe('/mailboxes?inlet=folder_not_found#inlets');
  expect((await add('Maildir', 'maildir')).headers.get('location')).toBe('/mailboxes?inlet=folder_not_absolute#inlets');
  await mkdir(join(folder, 'empty'));
  expect((await add(join(folder, 'empty'), 'maildir')).headers.get('location')).toBe('/mailboxes?inlet=not_a_maildir#inlets');
  expect(await page(anna, '?inlet=not_a_maildir')).toMatch(/no Maildir/);
});

it('takes a folder away, and not somebody else’s', async () => {
  const { id } = await app.test.db.selectFrom('inlet').select('id').executeTakeFirstOrThrow();
  expect((await app.call(`/inlets/${id}/remove`, { method: 'POST', as: ben, form: {} })).status).toBe(404);
  expect((await app.call(`/inlets/${id}/remove`, { method: 'POST', as: anna, form: {} })).status).toBe(303);
  expect(await page(anna)).not.toContain(folder);
});
