// Watched folders on the page and in the API: added, refused where they may not lie, seen by nobody else, and taken away.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveSeenFiles } from '@quittance/store/inlets';
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
  const refused = await add(join(folder, 'empty'), 'maildir');
  expect(refused.headers.get('set-cookie')).toContain(
    `quittance_folder=${encodeURIComponent(join(folder, 'empty'))}; Max-Age=60; Path=/mailboxes; HttpOnly; SameSite=Strict`,
  );
  expect(await page(anna, '?inlet=not_a_maildir')).toMatch(/aria-invalid="true"[^]*id="inlet-error"[^]*no Maildir/);
});

it('answers programs the same', async () => {
  const post = (json: unknown) => app.call('/api/v1/inlets', { method: 'POST', as: anna, json });
  const refused = async (json: unknown) => {
    const answer = await post(json);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { status, code, reason, detail } = (await answer.json()) as Record<string, unknown>;
    expect(typeof (detail ?? '')).toBe('string');
    return [status, code, reason];
  };
  const box = join(folder, 'Maildir');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(box, part), { recursive: true });
  expect(await refused({ path: box, kind: 'drop' })).toEqual([422, 'inlet_refused', 'is_a_maildir']);
  const added = await post({ path: box });
  expect(added.status).toBe(201);
  const inlet = (await added.json()) as { id: string };
  expect(inlet).toMatchObject({ kind: 'maildir', path: box, checked_at: null, problem: null, messages: 0, unreadable: [] });
  expect(await (await app.call(`/api/v1/inlets/${inlet.id}`, { as: anna })).json()).toEqual(inlet);
  const { items } = (await (await app.call('/api/v1/inlets', { as: anna })).json()) as { items: { path: string }[] };
  expect(items.map(({ path }) => path)).toEqual([folder, box]);
  expect(await refused({ path: box })).toEqual([409, 'inlet_exists', undefined]);
  expect(await refused({ path: '/etc' })).toEqual([422, 'inlet_refused', 'folder_not_allowed']);
  expect(await refused({ path: 'Maildir' })).toEqual([422, 'inlet_refused', 'folder_not_absolute']);
  expect(await refused({ path: join(folder, 'none') })).toEqual([422, 'inlet_refused', 'folder_not_found']);
  expect(await refused({ path: join(folder, 'empty'), kind: 'maildir' })).toEqual([422, 'inlet_refused', 'not_a_maildir']);
  expect(await refused({ path: '', kind: 'nntp' })).toEqual([400, 'invalid_request', undefined]);
  expect((await app.call(`/api/v1/inlets/${inlet.id}`, { method: 'DELETE', as: ben })).status).toBe(404);
  expect((await app.call(`/api/v1/inlets/${inlet.id}`, { method: 'DELETE', as: anna })).status).toBe(204);
  expect((await app.call(`/api/v1/inlets/${inlet.id}`, { as: anna })).status).toBe(404);
});

it('names what could not be read in the person’s language, with the space that it has before a colon', async () => {
  const inlet = await app.test.db.selectFrom('inlet').select(['id', 'user_id as userId']).executeTakeFirstOrThrow();
  const seen = (name: string, code: string, text: string) => ({ name, sizeBytes: null, problem: { code, text } });
  const files = [seen('a.eml', 'empty_file', 'is empty.'), seen('b.eml', 'zip_damaged', 'is damaged: unexpected end')];
  await saveSeenFiles(app.test.db, inlet, files, '2026-11-23T09:00:00.000Z');
  await app.test.db.updateTable('app_user').set({ language: 'fr' }).where('id', '=', anna.id).execute();
  const text = await page(anna);
  expect(text).toContain('a.eml\u00a0: Le fichier est vide.');
  expect(text).toContain('b.eml\u00a0: l’archive est abîmée');
});

it('takes a folder away, and not somebody else’s', async () => {
  const { id } = await app.test.db.selectFrom('inlet').select('id').executeTakeFirstOrThrow();
  expect((await app.call(`/inlets/${id}/remove`, { method: 'POST', as: ben, form: {} })).status).toBe(404);
  expect((await app.call(`/inlets/${id}/remove`, { method: 'POST', as: anna, form: {} })).status).toBe(303);
  expect(await page(anna)).not.toContain(folder);
});
