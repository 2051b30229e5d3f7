// Who gets in, who stays out: links, passwords, sessions, tokens, other sites, other names.
import { createTestDatabase } from '@quittance/testing/database';
import { createSession } from '@quittance/store/sessions';
import { createSignInLink } from '@quittance/store/users';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T09:00:00.000Z'));

const link = (expiresAt = '2026-11-23T09:15:00.000Z') => createSignInLink(app.test.db, anna.id, expiresAt);
const cookieOf = (response: Response): string => /quittance=[^;]+/.exec(response.headers.get('Set-Cookie') ?? '')?.[0] ?? '';
const settings = (cookie: string) => app.call('/api/v1/settings', { headers: { Cookie: cookie } });

describe('a sign-in link', () => {
  it('signs in once, with a cookie that scripts and other sites can not use', async () => {
    const path = `/sign-in/${await link()}`;
    const answer = await app.call(path);
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
    expect(answer.headers.get('Set-Cookie')).toMatch(/^quittance=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await settings(cookieOf(answer))).status).toBe(200);
    const again = await app.call(path);
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('npx quittance user link');
    // In the browser that it signed in it just leads home.
    expect((await app.call(path, { headers: { Cookie: cookieOf(answer) } })).status).toBe(303);
  });

  it('goes to one of two that come at the same moment', async () => {
    const path = `/sign-in/${await link()}`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => app.call(path)));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([303, ...Array.from({ length: 7 }, () => 410)]);
  });

  it('is not spent by what looks ahead', async () => {
    const path = `/sign-in/${await link()}`;
    await app.call(path, { method: 'HEAD' });
    await app.call(path, { headers: { 'Sec-Purpose': 'prefetch;prerender' } });
    expect((await app.call(path)).status).toBe(303);
  });

  it('expires, and is stored as a hash only', async () => {
    const token = await link();
    const { rows } = await (
      await import('kysely')
    ).sql<{ text: string }>`select sign_in_link::text as text from sign_in_link`.execute(app.test.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    app.clock.set('2026-11-23T09:15:00.000Z');
    expect((await app.call(`/sign-in/${token}`)).status).toBe(410);
    expect((await app.call('/sign-in/nonsense')).status).toBe(410);
  });

  it('takes the language of the browser while the person has set nothing', async () => {
    const cookie = cookieOf(await app.call(`/sign-in/${await link()}`, { headers: { 'Accept-Language': 'fr-CH, en;q=0.5' } }));
    expect(await (await settings(cookie)).json()).toMatchObject({ language: 'fr' });
    await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { language: 'en', set_up: true } });
    await app.call(`/sign-in/${await link()}`, { headers: { 'Accept-Language': 'fr' } });
    expect(await (await settings(cookie)).json()).toMatchObject({ language: 'en' });
  });
});

describe('a password', () => {
  const signIn = (password: string, headers: Record<string, string> = {}, address = 'anna@example.org') =>
    app.call('/sign-in?next=/archive', { method: 'POST', form: { address, password }, headers });

  it('is set by whoever signed in a moment ago, later only with the current one, and ends other sessions', async () => {
    const other = await createSession(app.test.db, { userId: anna.id, now: app.clock.now(), expiresAt: '2099-01-01T00:00:00.000Z' });
    const set = (json: object) =>
      app.call('/api/v1/settings/password', { method: 'PUT', as: anna, json: { address: 'Anna@Example.org', ...json } });
    expect((await set({ password: 'short' })).status).toBe(400);
    expect((await set({ password: 'correct horse' })).status).toBe(204);
    expect((await settings(`quittance=${other.token}`)).status).toBe(401);
    expect((await settings(anna.cookie)).status).toBe(200);
    app.clock.set('2026-11-23T10:00:00.000Z');
    expect(await (await set({ password: 'battery staple' })).json()).toMatchObject({ code: 'password_wrong' });
    expect((await set({ password: 'battery staple', current_password: 'correct horse' })).status).toBe(204);
    const bob = await app.addPerson('bob@example.org');
    const taken = await app.call('/api/v1/settings/password', {
      method: 'PUT',
      as: bob,
      json: { address: 'anna@example.org', password: 'long enough' },
    });
    expect(taken.status).toBe(409);
  });

  it('signs in, and leads to where the person wanted to go, but nowhere else', async () => {
    const answer = await signIn('battery staple');
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/archive']);
    expect((await settings(cookieOf(answer))).status).toBe(200);
    for (const next of ['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:x']) {
      const form = { address: 'anna@example.org', password: 'battery staple' };
      const answer = await app.call(`/sign-in?next=${encodeURIComponent(next)}`, { method: 'POST', form });
      expect(answer.headers.get('Location')).toBe('/');
    }
  });

  it('can not be guessed: each try waits longer, whoever else signs in, and the address stays secret', async () => {
    const wrong = async () => (await signIn('wrong password')).status;
    const unknown = await signIn('wrong password', {}, 'nobody@example.org');
    expect(await unknown.text()).toContain('Address or password is not right');
    expect([await wrong(), await wrong(), await wrong(), await wrong(), await wrong()]).toEqual([401, 401, 401, 401, 401]);
    const slowed = await signIn('battery staple');
    expect([slowed.status, slowed.headers.get('Retry-After')]).toEqual([429, '1']);
    app.clock.set('2026-11-23T09:00:01.000Z');
    expect(await wrong()).toBe(401);
    expect((await signIn('wrong password')).headers.get('Retry-After')).toBe('2');
    app.clock.set('2026-11-23T09:00:03.000Z');
    expect((await signIn('battery staple')).status).toBe(303);
    expect(await wrong()).toBe(401);
  });
});

describe('a session', () => {
  it('slides while it is used and ends thirty days after it was last seen', async () => {
    const cookie = cookieOf(await app.call(`/sign-in/${await link()}`));
    app.clock.set('2026-12-20T09:00:00.000Z');
    expect((await settings(cookie)).headers.get('Set-Cookie')).toContain('Max-Age=2592000');
    expect((await settings(cookie)).headers.get('Set-Cookie')).toBeNull();
    app.clock.set('2027-01-18T09:00:00.000Z');
    expect((await settings(cookie)).status).toBe(200);
    app.clock.set('2027-02-17T09:00:01.000Z');
    expect((await settings(cookie)).status).toBe(401);
  });

  it('ends at sign-out', async () => {
    const bob = await app.addPerson('gone@example.org');
    const out = await app.call('/sign-out', { method: 'POST', form: { csrf: bob.csrf }, as: bob, bare: true });
    expect(out.status).toBe(303);
    expect((await settings(bob.cookie)).status).toBe(401);
  });

  it('leads a stranger to the sign-in page and tells the API nothing', async () => {
    const page = await app.call('/archive?q=x');
    expect(page.headers.get('Location')).toMatch(/^\/sign-in/);
    const api = await app.call('/api/v1/subscriptions');
    expect(await api.json()).toMatchObject({ code: 'unauthorized', status: 401 });
  });
});

describe('another site', () => {
  const change = (headers: Record<string, string>, bare = false) =>
    app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { name: 'x' }, headers, bare });

  it('can not change anything without the CSRF token', async () => {
    expect(await (await change({}, true)).json()).toMatchObject({ code: 'csrf_failed' });
    expect((await change({ 'X-CSRF-Token': 'wrong' })).status).toBe(403);
    expect((await change({})).status).toBe(200);
    const form = await app.call('/language', { method: 'POST', as: anna, bare: true, form: { language: 'en' } });
    expect(form.status).toBe(403);
    const other = await app.addPerson('other@example.org');
    expect((await app.call('/language', { method: 'POST', as: anna, bare: true, form: { language: 'en', csrf: other.csrf } })).status).toBe(
      403,
    );
    expect((await app.call('/language', { method: 'POST', as: anna, bare: true, form: { language: 'en', csrf: anna.csrf } })).status).toBe(
      303,
    );
  });

  it('is told by its Origin and by Sec-Fetch-Site, even with the token', async () => {
    for (const Origin of ['https://evil.test', 'null', 'http://localhost:9999', 'nonsense']) {
      expect(await (await change({ Origin })).json()).toMatchObject({ code: 'cross_origin' });
    }
    for (const site of ['cross-site', 'same-site']) expect((await change({ 'Sec-Fetch-Site': site })).status).toBe(403);
    expect((await change({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    // Signing somebody into another account is refused too: there is no session yet, but an Origin.
    const form = { address: 'anna@example.org', password: 'x' };
    expect((await app.call('/sign-in', { method: 'POST', form, headers: { Origin: 'https://evil.test' } })).status).toBe(403);
  });

  it('can not reach us under a name of its own', async () => {
    const rebound = await app.app.request('http://evil.test/sign-in');
    expect(rebound.status).toBe(421);
    expect((await app.app.request('http://127.0.0.1:8400/sign-in')).status).toBe(200);
    expect((await app.app.request('http://10.1.2.3:8400/livez')).status).toBe(200);
  });
});

it('sets the strict policy on every answer, errors included', async () => {
  for (const path of ['/sign-in', '/nowhere', '/api/v1/nowhere', '/api/docs', '/livez']) {
    const { headers } = await app.call(path);
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cache-Control')).toBe('no-store');
  }
});

it('uses cookies that only TLS carries where the page has TLS', async () => {
  const secure = await createTestApp(app.test, { publicUrl: 'https://quittance.example.org' });
  const answer = await secure.app.request(`https://quittance.example.org/sign-in/${await link()}`);
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-quittance=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  expect(answer.headers.get('Strict-Transport-Security')).toMatch(/^max-age=/);
  expect((await secure.app.request('https://quittance.example.org/metrics')).status).not.toBe(200);
  expect((await secure.app.request('http://localhost/metrics')).status).toBe(200);
  await secure.deps.changes.close();
  await secure.deps.mailViews.close();
});

it('refuses bodies that are too large', async () => {
  const answer = await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { name: 'x'.repeat(1_100_000) } });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'body_too_large']);
  expect(
    (
      await app.call('/api/v1/settings', {
        method: 'PATCH',
        as: anna,
        body: Buffer.from('{'),
        headers: { 'Content-Type': 'application/json' },
      })
    ).status,
  ).toBe(400);
});

it('is ready when the database is', async () => {
  expect(await (await app.call('/readyz')).json()).toEqual({ ready: true, checks: { database: 'ok' } });
  expect(await (await app.app.request(`${ORIGIN}/metrics`)).text()).toContain('quittance_http_request_seconds');
});
