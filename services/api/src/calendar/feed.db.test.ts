// The feed over HTTP: made on the settings page or by the API, read without a session, and closed to everybody else.
import { createHash } from 'node:crypto';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';
import { readCalendar, valueOf } from './test-calendar.ts';

let app: TestApp;
let anna: Person;
let number = 0;

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
});
afterAll(() => app.close());
beforeEach(async () => {
  number += 1;
  // A later window: what was counted for one test does not matter to the next.
  app.clock.set(`2026-11-23T${String(8 + number).padStart(2, '0')}:00:00.000Z`);
  anna = await app.addPerson(`anna${number}@example.org`);
  await app.addMessage(anna, { raw: Buffer.from(`m${number}`), subject: 'Renewal', merchant: 'Streamly, Inc; ünïted' });
});

async function makeLink(person = anna): Promise<string> {
  const answer = await app.call('/api/v1/calendar/rotate', { method: 'POST', as: person });
  expect(answer.status).toBe(201);
  const { url } = (await answer.json()) as { url: string };
  expect(url).toMatch(/^http:\/\/localhost:8400\/calendar\/[\w-]{43}\.ics$/);
  return url.slice(ORIGIN.length);
}
const read = async (path: string) => readCalendar(new Uint8Array(await (await app.call(path)).arrayBuffer()));

describe('a calendar', () => {
  it('is valid, in the language of the person, and for whoever has the link', async () => {
    const path = await makeLink();
    const answer = await app.call(path);
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const calendar = readCalendar(new Uint8Array(await answer.arrayBuffer()));
    expect(calendar.components.map((one) => [valueOf(one, 'SUMMARY'), valueOf(one, 'DTSTART')])).toEqual([
      ['Streamly, Inc; ünïted renews (€12.99 a month)', '20261220'],
    ]);
    expect(valueOf(calendar.components[0]!, 'URL')).toMatch(/^http:\/\/localhost:8400\/subscriptions\/[\w-]+$/);
    await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { language: 'fr' } });
    expect(valueOf((await read(path)).components[0]!, 'SUMMARY')).toContain('reconduction');
  });

  it('is the same until something changes, and then says what changed', async () => {
    const path = await makeLink();
    const first = await app.call(path);
    const etag = first.headers.get('ETag')!;
    app.clock.set('2026-11-24T23:00:00.000Z');
    const again = await app.call(path, { headers: { 'If-None-Match': `"x", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const before = await read(path);
    await app.addMessage(anna, { raw: Buffer.from(`b${number}`), subject: 'Other', merchant: 'Another' });
    const after = await app.call(path, { headers: { 'If-None-Match': etag } });
    expect(after.status).toBe(200);
    const [streamly] = before.components;
    const calendar = readCalendar(new Uint8Array(await after.arrayBuffer()));
    expect(calendar.components).toHaveLength(2);
    expect(calendar.components.find((one) => valueOf(one, 'UID') === valueOf(streamly!, 'UID'))).toEqual(streamly);
    await app.test.db.updateTable('app_user').set({ language: 'fr' }).where('id', '=', anna.id).execute();
    const french = (await read(path)).components.find((one) => valueOf(one, 'UID') === valueOf(streamly!, 'UID'))!;
    expect([valueOf(french, 'SEQUENCE'), valueOf(french, 'LAST-MODIFIED')]).toEqual(['1', '20261124T230000Z']);
  });

  it('gives two readers at once the same', async () => {
    const path = await makeLink();
    const bodies = await Promise.all(Array.from({ length: 8 }, async () => (await app.call(path)).text()));
    expect(new Set(bodies).size).toBe(1);
  });
});

describe('the link', () => {
  it('is kept as a hash, and the old one is dead when there is a new one', async () => {
    const path = await makeLink();
    const token = /(\S{43})\.ics/.exec(path)![1]!;
    const row = await app.test.db.selectFrom('calendar_feed').select('token_hash').where('user_id', '=', anna.id).executeTakeFirstOrThrow();
    expect(row.token_hash.equals(createHash('sha256').update(token).digest())).toBe(true);
    const next = await makeLink();
    expect((await app.call(path)).status).toBe(404);
    expect((await app.call(next)).status).toBe(200);
  });

  it('is answered alike whatever is wrong with it, signed in or not', async () => {
    const path = await makeLink();
    const answers = [];
    for (const wrong of [
      path.replace(/.{43}\.ics/, `${'A'.repeat(43)}.ics`),
      path.replace('.ics', ''),
      path.replace('.ics', '.ICS'),
      '/calendar/x.ics',
      `/calendar/${'a'.repeat(5000)}.ics`,
      '/calendar/%00.ics',
      '/calendar/..%2f..%2fetc.ics',
    ]) {
      for (const options of [{}, { as: anna }, { headers: { Accept: 'text/html', 'Accept-Language': 'fr' } }]) {
        app.clock.set(new Date(app.clock.now().getTime() + 600_000).toISOString());
        const answer = await app.call(wrong, options);
        answers.push(JSON.stringify([answer.status, answer.headers.get('Content-Type'), await answer.text()]));
      }
    }
    expect([...new Set(answers)]).toEqual([JSON.stringify([404, 'text/plain; charset=UTF-8', 'not found\n'])]);
  });

  it('can not be guessed at for long, and not be read without end', async () => {
    const path = await makeLink();
    for (let index = 0; index < 20; index += 1) expect((await app.call(`/calendar/${index}.ics`)).status).toBe(404);
    const blocked = await app.call(path);
    expect([blocked.status, blocked.headers.get('Retry-After')]).toEqual([429, '600']);
    app.clock.set(new Date(app.clock.now().getTime() + 600_000).toISOString());
    for (let index = 0; index < 60; index += 1) expect((await app.call(path)).status).toBe(200);
    expect((await app.call(path)).status).toBe(429);
    expect((await app.call(await makeLink(await app.addPerson(`bob${number}@example.org`)))).status).toBe(200);
  });
});

it('is made, renewed and switched off on the settings page', async () => {
  const page = async () => (await app.call('/settings', { as: anna })).text();
  expect(await page()).toContain('Make the link');
  const shown = await (await app.call('/settings/calendar', { method: 'POST', as: anna, form: {} })).text();
  const path = /<pre class="code">http:\/\/localhost:8400(\/calendar\/[\w-]{43}\.ics)<\/pre>/.exec(shown)![1]!;
  expect(shown).toContain(`href="webcal://localhost:8400${path}"`);
  expect((await app.call(path)).status).toBe(200);
  expect(await page()).toContain('Make a new link');
  expect(await page()).not.toContain('.ics');
  expect((await app.call('/settings/calendar/remove', { method: 'POST', as: anna, form: {} })).status).toBe(303);
  expect((await app.call(path)).status).toBe(404);
});
