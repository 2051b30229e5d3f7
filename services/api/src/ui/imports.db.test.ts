import { PermanentError } from '@quittance/domain/errors';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { saveUserSettings } from '@quittance/store/user-settings';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestApp, type TestApp } from '../test-app.ts';

let app: TestApp;
let failure: Error;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase(), { importFiles: () => Promise.reject(failure) });
});
afterAll(() => app.close());

it.each<[string, Error, ProblemCode]>([
  ['a bug', new TypeError('x is not a function'), 'internal'],
  ['a database that went away', new Error('Connection terminated unexpectedly'), 'unavailable'],
  ['an error of ours that has no words here', new PermanentError('disk_full', 'no space is left'), 'internal'],
])('says in the person’s language that %s stopped an import', async (name, error, code) => {
  failure = error;
  const fanny = await app.addPerson(`${code}-${name.length}@example.org`);
  await saveUserSettings(app.test.db, fanny.id, { language: 'fr' });
  await app.call('/import/sample', { method: 'POST', as: fanny });
  await vi.waitFor(async () => {
    const page = await (await app.call('/import', { as: fanny })).text();
    expect(page.replaceAll('&#39;', "'")).toContain(problemTexts('fr')[code]);
    expect(page).not.toContain(error.message);
  });
});
