// Preferences by the API and by the form of the alerts page: the same thing said twice.
import { ALERT_KINDS } from '@quittance/domain/alert';
import { readAlertPreferences } from '@quittance/store/alert-preferences';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
});
afterAll(() => app.close());

const PATH = '/api/v1/alert-preferences';
const get = async () => (await app.call(PATH, { as: anna })).json();
const all = (value: boolean) => Object.fromEntries(ALERT_KINDS.map((kind) => [kind, value]));
const DEFAULTS = {
  kinds: all(true),
  lead_days: { renewal_notice: [], trial_ending: [], cancel_by: [7, 1] },
  quiet_hours: null,
  digest: 'off',
};

it('are the defaults for people who never said anything', async () => {
  expect(await get()).toEqual(DEFAULTS);
});

it('are kept as they are put, and refused where they make no sense', async () => {
  const wanted = {
    kinds: { ...all(true), price_change: false },
    lead_days: { renewal_notice: [1, 30, 1], trial_ending: [14], cancel_by: [] },
    quiet_hours: { from: '22:30', until: '06:45' },
    digest: 'weekly',
  };
  const kept = { ...wanted, lead_days: { ...wanted.lead_days, renewal_notice: [30, 1] } };
  expect(await (await app.call(PATH, { method: 'PUT', as: anna, json: wanted })).json()).toEqual(kept);
  expect(await get()).toEqual(kept);
  for (const wrong of [
    { quiet_hours: { from: '22:00', until: '22:00' } },
    { quiet_hours: { from: '24:00', until: '06:00' } },
    { quiet_hours: { from: '9:00', until: '06:00' } },
    { digest: 'hourly' },
    { lead_days: { ...wanted.lead_days, cancel_by: [3] } },
    { kinds: { price_change: false } },
    { kinds: undefined },
  ]) {
    expect([wrong, (await app.call(PATH, { method: 'PUT', as: anna, json: { ...wanted, ...wrong } })).status]).toEqual([wrong, 400]);
  }
  expect(await get()).toEqual(kept);
});

async function submit(fields: readonly (readonly [string, string])[]): Promise<Response> {
  const body = new URLSearchParams([['csrf', anna.csrf], ...fields.map(([key, value]): [string, string] => [key, value])]).toString();
  const headers = { Cookie: anna.cookie, 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN };
  return app.app.request(`${ORIGIN}/alerts/preferences`, { method: 'POST', headers, body });
}

it('are set by the form, which shows what is set', async () => {
  const answer = await submit([
    ['kinds', 'cancel_by'],
    ['kinds', 'price_change'],
    ['lead_cancel_by', '30'],
    ['lead_cancel_by', '1'],
    ['quiet_from', '23:00'],
    ['quiet_until', '07:00'],
    ['digest', 'daily'],
  ]);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/alerts?saved=1#preferences']);
  expect(await readAlertPreferences(app.test.db, anna.id)).toEqual({
    mutedKinds: ALERT_KINDS.filter((kind) => kind !== 'cancel_by' && kind !== 'price_change'),
    leadDays: { renewal_notice: [], trial_ending: [], cancel_by: [30, 1] },
    quietHours: { from: '23:00', until: '07:00' },
    digest: 'daily',
  });
  const page = await (await app.call('/alerts?saved=1', { as: anna })).text();
  const checked = [...page.matchAll(/name="(kinds|lead_\w+)"\s+value="(\w+)"\s+checked/g)].map((match) => `${match[1]}=${match[2]}`);
  expect(checked.sort()).toEqual(['kinds=cancel_by', 'kinds=price_change', 'lead_cancel_by=1', 'lead_cancel_by=30']);
  expect(page).toMatch(/id="quiet_from"[^>]*value="23:00"/);
  expect(page).toMatch(/<option value="daily" selected>/);
  expect(page).toContain('Saved.');
});

it('say what is wrong with quiet hours of one time, and change nothing', async () => {
  const before = await get();
  for (const until of ['', '23:00', 'soon']) {
    const answer = await submit([
      ['kinds', 'cancel_by'],
      ['quiet_from', '23:00'],
      ['quiet_until', until],
      ['digest', 'off'],
    ]);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Quiet hours need two different times.');
    // What was typed is still there.
    expect(page).toMatch(/id="quiet_from"[^>]*value="23:00"/);
    expect(page).toMatch(/<option value="off" selected>/);
  }
  expect(await get()).toEqual(before);
  expect((await submit([['digest', 'hourly']])).status).toBe(422);
  const cleared = await submit([
    ['quiet_from', ''],
    ['quiet_until', ''],
    ['digest', 'off'],
  ]);
  expect(cleared.status).toBe(303);
  expect(await get()).toMatchObject({ quiet_hours: null, kinds: all(false), digest: 'off' });
});
