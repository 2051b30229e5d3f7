// Signing in at the provider through the pages, as a browser without scripts does it, against a provider of the test's own.
import { findKnown } from '@quittance/discovery/find-known';
import { discoveryTexts } from '@quittance/i18n/discovery';
import { screenTexts } from '@quittance/i18n/screens';
import { listMailboxes, openCredential, getSealedCredential } from '@quittance/store/mailboxes';
import { createTestDatabase } from '@quittance/testing/database';
import { startOAuthServer, type OAuthServer } from '@quittance/testing/oauth-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MailboxAuth, MailboxTest } from '../context.ts';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';

let provider: OAuthServer;
let app: TestApp;
let ana: Person;
let bo: Person;
let tried: { host: string; username: string; auth: MailboxAuth }[] = [];
let answer: MailboxTest;
let people = 0;

beforeAll(async () => {
  provider = await startOAuthServer();
  app = await createTestApp(await createTestDatabase(), {
    oauth: { google: provider.client('google'), microsoft: provider.client('microsoft') },
    discover: (address) => Promise.resolve(findKnown(address) ?? { address: address.address, provider: null, found: null }),
    testMailbox: ({ settings: { host, username }, auth }) => {
      tried.push({ host, username, auth });
      return Promise.resolve(answer);
    },
  });
});
beforeEach(async () => {
  tried = [];
  answer = { ok: true, folders: [], messages: 3 };
  provider.account = 'ana@example.org';
  people += 1;
  [ana, bo] = [await app.addPerson(`ana${people}@example.org`), await app.addPerson(`bo${people}@example.org`)];
});
afterAll(async () => {
  await app.close();
  await provider.stop();
});

const en = screenTexts('en').connect;
const t = discoveryTexts('en').signIn;

/** A browser: keeps the cookie that the sign-in sets. */
function browser(person: Person) {
  let cookie = '';
  return {
    async go(path: string, form?: Record<string, string>) {
      const response = await app.call(path, {
        as: person,
        ...(form && { method: 'POST', form }),
        headers: { Cookie: `${person.cookie}${cookie && `; ${cookie}`}` },
      });
      const set = response.headers.getSetCookie().find((one) => one.startsWith('quittance_provider='));
      if (set) cookie = set.split(';')[0]!;
      return response;
    },
    /** To the provider's page and back to ours. */
    async signIn(address: string, change: (back: URL) => void = () => {}) {
      const left = await this.go(`/mailboxes/sign-in?address=${encodeURIComponent(address)}`);
      expect(left.status).toBe(302);
      const agreed = await fetch(left.headers.get('Location')!, { redirect: 'manual' });
      const back = new URL(agreed.headers.get('Location')!);
      expect(back.origin).toBe(ORIGIN);
      change(back);
      return this.go(back.pathname + back.search);
    },
  };
}

const mailboxesOf = (person: Person) => listMailboxes(app.deps.db, person.id);

it('is offered beside the app password at Gmail, and alone at Outlook, with a code as the other way', async () => {
  const { go } = browser(ana);
  const google = await (await go('/mailboxes/new', { step: 'address', address: 'ana@gmail.com' })).text();
  expect(google).toContain(t.title('google'));
  expect(google).toContain('type="password"');
  expect(google).not.toContain(t.byCode);
  const microsoft = await (await go('/mailboxes/new', { step: 'address', address: 'ana@outlook.fr' })).text();
  expect(microsoft).toContain(t.title('microsoft'));
  expect(microsoft).not.toContain('type="password"');
  expect(microsoft).toContain(t.byCode);
});

it('connects the mailbox after it was opened with the permission, and keeps the refresh token sealed', async () => {
  const back = await browser(ana).signIn('ana@gmail.com');
  expect([back.status, back.headers.get('Location')]).toEqual([303, '/mailboxes']);
  expect(tried).toMatchObject([
    { host: 'imap.gmail.com', username: 'ana@gmail.com', auth: { accessToken: expect.stringMatching(/^\w+$/) } },
  ]);
  const [mailbox] = await mailboxesOf(ana);
  expect(mailbox).toMatchObject({ signIn: 'google', state: 'active' });
  const sealed = await getSealedCredential(app.deps.db, ana.id, mailbox!.id);
  expect(openCredential(app.deps.vault, mailbox!.id, sealed)).toMatchObject({ kind: 'oauth', provider: 'google' });
});

it.each<[string, (back: URL) => void, string]>([
  ['an answer to another sign-in', (back) => back.searchParams.set('state', 'other'), 'sign_in_mixed_up'],
  ['a code of somebody else', (back) => back.searchParams.set('code', 'guessed'), 'consent_ended'],
  ['a refusal', (back) => (back.searchParams.delete('code'), back.searchParams.set('error', 'access_denied')), 'consent_ended'],
  ['an unknown error', (back) => (back.searchParams.delete('code'), back.searchParams.set('error', '<b>')), 'oauth_refused'],
])('saves nothing after %s', async (_name, change, problem) => {
  const page = await browser(ana).signIn('ana@gmail.com', change);
  expect(page.status).toBe(422);
  const text = await page.text();
  expect(text).toContain(en.problems[problem]);
  expect(text).not.toContain('<b>');
  expect(await mailboxesOf(ana)).toEqual([]);
});

it('says of a permission that does not last that it does not, and quotes no words of ours as the provider’s', async () => {
  provider.isLasting = false;
  try {
    const text = await (await browser(ana).signIn('ana@gmail.com')).text();
    expect(text).toContain(en.problems['permission_not_lasting']);
    expect(text).not.toContain('refresh token');
    expect(await mailboxesOf(ana)).toEqual([]);
  } finally {
    provider.isLasting = true;
  }
});

it('saves nothing when the server refuses the permission, or when the answer comes to another person or too late', async () => {
  answer = { ok: false, code: 'account_blocked', text: 'IMAP is off' };
  const page = await browser(ana).signIn('ana@gmail.com');
  expect([page.status, await page.text()]).toEqual([422, expect.stringContaining('IMAP is off')]);

  const thief = browser(bo);
  const left = await browser(ana).go('/mailboxes/sign-in?address=ana%40gmail.com');
  const agreed = new URL((await fetch(left.headers.get('Location')!, { redirect: 'manual' })).headers.get('Location')!);
  const taken = left.headers.getSetCookie().find((one) => one.startsWith('quittance_provider='))!;
  const stolen = await app.call(agreed.pathname + agreed.search, { as: bo, headers: { Cookie: `${bo.cookie}; ${taken.split(';')[0]}` } });
  expect(stolen.status).toBe(422);
  expect((await thief.go('/mailboxes/sign-in/back?state=x&code=y')).status).toBe(422);
  expect([await mailboxesOf(ana), await mailboxesOf(bo)]).toEqual([[], []]);
});

it('signs in by a code, on a page that reloads itself until the code was typed', async () => {
  const { go } = browser(ana);
  const begun = await go('/mailboxes/sign-in/code', { address: 'ana@outlook.com' });
  expect(begun.headers.get('Location')).toBe('/mailboxes/sign-in/code');
  const waiting = await go('/mailboxes/sign-in/code');
  expect(waiting.headers.get('Refresh')).toBe('1; url=/mailboxes/sign-in/code');
  const userCode = /code-to-type"><strong>(\w+)</.exec(await waiting.text())![1]!;
  provider.typeCode(userCode);
  expect((await go('/mailboxes/sign-in/code')).headers.get('Location')).toBe('/mailboxes');
  expect(await mailboxesOf(ana)).toMatchObject([{ signIn: 'microsoft', host: 'outlook.office365.com' }]);
});

it('signs a stopped mailbox in anew, and refuses what is no mailbox of the person', async () => {
  const mine = browser(ana);
  await mine.signIn('ana@gmail.com');
  const [mailbox] = await mailboxesOf(ana);
  await app.deps.db
    .updateTable('mailbox')
    .set({ state: 'stopped', problem_code: 'consent_ended', problem_text: '', problem_since: '2026-11-23T09:00:00Z' })
    .where('id', '=', mailbox!.id)
    .execute();
  const again = `/mailboxes/sign-in?mailbox=${mailbox!.id}`;
  expect(await (await mine.go('/mailboxes')).text()).toContain(again);
  const left = await mine.go(again);
  const back = new URL((await fetch(left.headers.get('Location')!, { redirect: 'manual' })).headers.get('Location')!);
  expect((await mine.go(back.pathname + back.search)).status).toBe(303);
  expect(await mailboxesOf(ana)).toMatchObject([{ id: mailbox!.id, state: 'active', problem: null }]);
  expect((await browser(bo).go(again)).status).toBe(404);
  expect((await mine.go('/mailboxes/sign-in?address=ana%40unknown.example')).status).toBe(400);
});
