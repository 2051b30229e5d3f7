// Values that a form can not keep: the form is drawn again with what was typed and a sentence at the field, and nothing is changed.
import { readAlertPreferences } from '@quittance/store/alert-preferences';
import { listApiTokens } from '@quittance/store/api-tokens';
import { readUserSettings, saveUserSettings } from '@quittance/store/user-settings';
import { createTestDatabase } from '@quittance/testing/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let fanny: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  [anna, fanny] = [await app.addPerson('anna@example.org'), await app.addPerson('fanny@example.org')];
  const known = { name: 'Anna', country: 'FR', timeZone: 'Europe/Paris', currency: 'EUR' };
  await saveUserSettings(app.test.db, anna.id, known);
  await saveUserSettings(app.test.db, fanny.id, { ...known, language: 'fr' });
});
afterAll(() => app.close());

const post = (path: string, form: Record<string, string>, as = anna) => app.call(path, { method: 'POST', as, form });
const fieldOf = (page: string, name: string): string => new RegExp(`<(?:input|select)[^>]*\\sid="${name}"[^>]*>`).exec(page)?.[0] ?? '';
const errorAt = (page: string, name: string): string | undefined =>
  fieldOf(page, name).includes(`${name}-error`) ? new RegExp(`id="${name}-error"[^>]*>([^<]*)<`).exec(page)?.[1] : undefined;
const chosen = (page: string, name: string): string | undefined =>
  new RegExp(`id="${name}"[^]*?<option value="([^"]*)" selected>`).exec(page)?.[1];

describe('about the person', () => {
  const typed = { name: 'Anna B.', language: 'en', country: 'CH', time_zone: 'Europe/Zurich', currency: 'CHF', next: '/settings?saved=1' };

  for (const [field, value, english, french] of [
    ['name', 'a'.repeat(201), 'Write a name of at most 200 characters.', 'Écrivez un nom de 200 caractères au plus.'],
    ['language', 'tlh', 'Choose one of these languages.', 'Choisissez une de ces langues.'],
    ['country', 'Atlantis', 'Choose a country of this list.', 'Choisissez un pays de cette liste.'],
    ['time_zone', 'Mars/Olympus', 'Choose a time zone of this list.', 'Choisissez un fuseau horaire de cette liste.'],
    ['currency', 'XYZ', 'Choose a currency of this list.', 'Choisissez une monnaie de cette liste.'],
  ] as const) {
    it(`says what is wrong with the ${field}, beside it`, async () => {
      const before = await readUserSettings(app.test.db, anna.id);
      const answer = await post('/settings', { ...typed, [field]: value });
      const page = await answer.text();
      expect([answer.status, errorAt(page, field)]).toEqual([422, english]);
      expect(fieldOf(page, field)).toContain('aria-invalid="true"');
      expect([...page.matchAll(/aria-invalid/g)]).toHaveLength(1);
      // The others are as they were sent; a choice that is none stays what it was.
      const shown = { country: 'CH', time_zone: 'Europe/Zurich', currency: 'CHF' };
      const kept = { country: 'FR', time_zone: 'Europe/Paris', currency: 'EUR' };
      for (const name of ['country', 'time_zone', 'currency'] as const)
        expect([name, chosen(page, name)]).toEqual([name, name === field ? kept[name] : shown[name]]);
      expect(fieldOf(page, 'name')).toContain(`value="${field === 'name' ? value : 'Anna B.'}"`);
      expect(await readUserSettings(app.test.db, anna.id)).toEqual(before);
      expect(errorAt(await (await post('/settings', { ...typed, [field]: value }, fanny)).text(), field)).toBe(french);
    });
  }

  it('is told on the first page where it was typed there', async () => {
    const answer = await post('/settings', { ...typed, next: '/', currency: 'XYZ' });
    const page = await answer.text();
    expect([answer.status, errorAt(page, 'currency')]).toEqual([422, 'Choose a currency of this list.']);
    expect(page).toContain('<h1>Welcome');
    expect(page).toContain('name="next" value="/"');
  });

  it('keeps a country and a currency that the lists do not name', async () => {
    const ingrid = await app.addPerson('ingrid@example.org');
    await saveUserSettings(app.test.db, ingrid.id, { country: 'IS', currency: 'ISK', setUpAt: '2026-11-01T00:00:00.000Z' });
    const page = await (await app.call('/settings', { as: ingrid })).text();
    expect([chosen(page, 'country'), chosen(page, 'currency')]).toEqual(['IS', 'ISK']);
  });
});

describe('what is sent, and when', () => {
  const typed = { kinds: 'cancel_by', quiet_from: '22:00', quiet_until: '06:30', digest: 'weekly' };

  it('says beside each field what is wrong with it', async () => {
    const before = await readAlertPreferences(app.test.db, anna.id);
    for (const [field, value, english] of [
      ['digest', 'hourly', 'Choose one of these.'],
      ['lead_cancel_by', '3', 'Choose among these days.'],
    ] as const) {
      const answer = await post('/alerts/preferences', { ...typed, [field]: value });
      const page = await answer.text();
      expect([field, answer.status]).toEqual([field, 422]);
      expect(page).toContain(`role="alert">${english}<`);
      expect(page).not.toContain('Quiet hours need');
      expect(fieldOf(page, 'quiet_from')).toContain('value="22:00"');
      expect(page).toMatch(/name="kinds"\s+value="cancel_by"\s+checked/);
      expect(chosen(page, 'digest')).toBe(field === 'digest' ? 'off' : 'weekly');
    }
    const french = await (await post('/alerts/preferences', { ...typed, digest: 'hourly', lead_cancel_by: '3' }, fanny)).text();
    expect(french).toContain('role="alert">Choisissez parmi ceux-ci.<');
    expect(french).toContain('role="alert">Choisissez parmi ces jours.<');
    expect(await readAlertPreferences(app.test.db, anna.id)).toEqual(before);
  });
});

it('a form that is sent without a session, or too late, says so and leads back to where it stands', async () => {
  const Referer = 'http://localhost:8400/alerts?saved=1';
  const signedOut = await app.call('/channels', { method: 'POST', form: { kind: 'email' }, headers: { Referer } });
  expect([signedOut.status, signedOut.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Falerts%3Fsaved%3D1&lost=1']);
  expect(await (await app.call(signedOut.headers.get('Location')!)).text()).toContain('what you just sent was not kept');
  const late = await app.call('/channels', { method: 'POST', as: anna, bare: true, form: { csrf: 'old' }, headers: { Referer } });
  expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('<a href="/alerts?saved=1">Back to the form</a>')]);
  const stranger = await app.call('/channels', { method: 'POST', form: {}, headers: { Referer: 'https://evil.example/x' } });
  expect(stranger.headers.get('Location')).toBe('/sign-in?lost=1');
});

it('an error inside is a page with the way home and what to tell, also where nothing can be asked of the database', async () => {
  await sql`alter table alert rename to alert_away`.execute(app.test.db);
  try {
    for (const path of ['/alerts', '/settings']) {
      const answer = await app.call(path, { as: fanny });
      const page = await answer.text();
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([500, 'text/html; charset=UTF-8']);
      expect(page).toContain('Une erreur s’est produite de notre côté');
      expect(page).toContain('<a href="/">');
      expect(page).toContain(answer.headers.get('X-Request-Id'));
    }
  } finally {
    await sql`alter table alert_away rename to alert`.execute(app.test.db);
  }
});

it('a token without a name is asked for one', async () => {
  const answer = await post('/settings/tokens', { name: '  ', scope: 'write' });
  const page = await answer.text();
  expect([answer.status, errorAt(page, 'token-name')]).toEqual([422, 'Write a name by which you will know it again.']);
  expect(chosen(page, 'scope')).toBe('write');
  expect(await listApiTokens(app.test.db, anna.id)).toHaveLength(1);
});

it('takes a file in the place of a text for nothing', async () => {
  const form = new FormData();
  form.append('kind', 'webhook');
  form.append('target', new File(['https://hooks.example/x'], 'target.txt'));
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const headers = { 'Content-Type': request.headers.get('Content-Type')! };
  const answer = await app.call('/channels', { method: 'POST', as: anna, body: request.body!, headers });
  expect([answer.status, errorAt(await answer.text(), 'target') !== undefined]).toEqual([422, true]);
});
