// Connecting a mailbox as a browser without JavaScript does it: from the address to the password, with what the provider wants said before it is
// typed, in both languages; by hand; and what stays after a refusal. The same answers for programs.
import { findKnown } from '@quittance/discovery/find-known';
import type { Discovery, FoundSettings } from '@quittance/discovery/discovery';
import { PROVIDERS } from '@quittance/discovery/providers';
import { discoveryTexts } from '@quittance/i18n/discovery';
import { screenTexts } from '@quittance/i18n/screens';
import type { Language } from '@quittance/i18n/language';
import { listMailboxes } from '@quittance/store/mailboxes';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailboxTest } from '../context.ts';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let people: Record<Language, Person>;
let tried: { host: string; username: string; password: string }[] = [];
let accepts: (username: string) => MailboxTest;
let found: Partial<Discovery>;

const OK: MailboxTest = { ok: true, folders: [{ path: 'INBOX' }], messages: 3 };
const REFUSED: MailboxTest = { ok: false, code: 'credential_refused', text: 'Invalid <credentials>' };
const GUESSED: FoundSettings = { source: 'probe', saidBy: null, host: 'mail.shop.fr', port: 993, tls: 'tls', usernames: ['anna@shop.fr', 'anna'], needsConfirmation: true }; // prettier-ignore

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase(), {
    discover: (address) => Promise.resolve(findKnown(address) ?? { address: address.address, provider: null, found: null, ...found }),
    testMailbox: ({ settings, auth }) => {
      const { host, username } = settings;
      tried.push({ host, username, password: 'password' in auth ? auth.password : '' });
      return Promise.resolve(accepts(username));
    },
  });
  people = { en: await app.addPerson('en@example.org'), fr: await app.addPerson('fr@example.org') };
  await app.call('/language', { method: 'POST', as: people.fr, form: { language: 'fr' } });
});
beforeEach(() => {
  tried = [];
  accepts = () => OK;
  found = {};
});
afterAll(() => app.close());

const open = async (path = '/mailboxes/new', as = people.en) => (await app.call(path, { as })).text();
async function send(form: Record<string, string>, as = people.en) {
  const answer = await app.call('/mailboxes/new', { method: 'POST', as, form });
  return { status: answer.status, location: answer.headers.get('Location'), page: unescape(await answer.text()) };
}
const find = (address: string, as = people.en) => send({ step: 'address', address }, as);

/** What the form on the page would send, as a browser reads it; `typed` is added by the person. */
function fields(page: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name) values[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  const selected = /<option value="([^"]*)" selected/.exec(page.slice(page.indexOf('name="tls"')))?.[1];
  return { ...values, ...(selected ? { tls: selected } : {}) };
}
const unescape = (page: string): string => page.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

describe.each<Language>(['en', 'fr'])('in %s', (language) => {
  const texts = screenTexts(language);
  const t = discoveryTexts(language);

  it('asks for the address alone, and says before the password what the provider wants', async () => {
    const first = await open('/mailboxes/new', people[language]);
    expect(Object.keys(fields(first))).toEqual(expect.arrayContaining(['address', 'step', 'csrf']));
    expect(fields(first)).not.toHaveProperty('password');
    expect(first).toContain(t.start.manual);

    const { status, page } = await find('anna@gmail.com', people[language]);
    expect(status).toBe(200);
    const google = PROVIDERS.find(({ id }) => id === 'google')!;
    const positions = [google.hint![language], google.link!.url, t.appPassword].map((part) => page.indexOf(part));
    expect(
      positions.every((position) => position > 0),
      String(positions),
    ).toBe(true);
    expect(positions.every((position) => position < page.indexOf('type="password"'))).toBe(true);
    expect(page).toContain(`imap.gmail.com:993 (${t.sources.provider})`);
    expect(fields(page)).toMatchObject({
      address: 'anna@gmail.com',
      host: 'imap.gmail.com',
      port: '993',
      tls: 'tls',
      username: 'anna@gmail.com',
    });
  });

  it('says honestly where no password works, and what works instead', async () => {
    const { page } = await find('anna@hotmail.fr', people[language]);
    expect(page).not.toContain('type="password"');
    expect(page).toContain(PROVIDERS.find(({ id }) => id === 'microsoft')!.hint![language]);
    expect(page).toContain('href="/import"');
    expect((await find('anna@tuta.com', people[language])).page).not.toContain('type="password"');
  });

  it('shows a server that was guessed, and asks about it, before the password', async () => {
    found = { found: GUESSED };
    const { page } = await find('anna@shop.fr', people[language]);
    expect(page.indexOf(t.confirm('mail.shop.fr'))).toBeGreaterThan(0);
    expect(page.indexOf(t.confirm('mail.shop.fr'))).toBeLessThan(page.indexOf('type="password"'));
    expect(page).toContain(t.sources.probe);
    expect(tried).toEqual([]);
  });

  it('gives the whole form where nothing was found, and by hand', async () => {
    const { page } = await find('anna@nowhere.fr', people[language]);
    expect(page).toContain(t.notFound('nowhere.fr'));
    for (const form of [page, await open('/mailboxes/new?manual=1', people[language])]) {
      for (const label of [
        texts.fields.address,
        texts.fields.host,
        texts.fields.port,
        texts.fields.tls,
        texts.fields.username,
        texts.fields.password,
      ])
        expect(unescape(form)).toContain(`>${label}</label>`);
      expect(unescape(form)).toContain(texts.connect.submit);
    }
  });

  it('says what is wrong beside its field, and only there', async () => {
    const { status, page } = await send(
      { step: 'manual', address: '', host: '', port: 'x', tls: 'tls', username: '', password: '' },
      people[language],
    );
    expect(status).toBe(422);
    const wrong = [...page.matchAll(/<small id="(\w+)-error"/g)].map(([, name]) => name);
    expect(wrong).toEqual(['address', 'host', 'port', 'password']);
    expect(tried).toEqual([]);
  });

  it('quotes the server as such, and our own English words never', async () => {
    const form = { step: 'manual', address: 'anna@shop.fr', host: 'mail.shop.fr', port: '993', tls: 'tls', username: '', password: 'x' };
    accepts = () => ({ ok: false, code: 'server_refused', text: 'Go away' });
    expect((await send(form, people[language])).page).toContain(texts.connect.serverSaid('Go away'));
    accepts = () => ({ ok: false, code: 'host_not_found', text: 'there is no host named mail.shop.fr' });
    expect((await send(form, people[language])).page).not.toContain('there is no host');
    accepts = () => ({ ok: false, code: 'timeout', text: 'the server did not answer within 20 s' });
    expect((await send(form, people[language])).page).not.toContain('did not answer within');
  });

  it('keeps what was typed after a refusal, but for the password', async () => {
    accepts = () => REFUSED;
    const { page } = await find('anna@gmail.com', people[language]);
    const { status, page: again } = await send({ ...fields(page), password: 's3cret-typed' }, people[language]);
    expect(status).toBe(422);
    expect(again).toContain(texts.connect.problems['credential_refused']!);
    expect(again).toContain('Invalid &lt;credentials&gt;');
    expect(again).not.toContain('s3cret-typed');
    expect(again, 'the hint is still there').toContain('https://myaccount.google.com/apppasswords');
    expect(fields(again)).toMatchObject({ address: 'anna@gmail.com', host: 'imap.gmail.com', step: 'found', password: '' });
    expect(again).not.toMatch(/<details\s+open/);
    accepts = () => ({ ok: false, code: 'timeout', text: '' });
    expect((await send({ ...fields(page), password: 'x' }, people[language])).page, 'the server is in doubt').toMatch(/<details\s+open/);
    expect(await listMailboxes(app.test.db, people[language].id)).toEqual([]);
  });
});

it('connects with what was found, trying the whole address first and the local part when that is refused', async () => {
  accepts = (username) => (username === 'anna' ? OK : REFUSED);
  const { page } = await find('anna@free.fr');
  expect(await send({ ...fields(page), password: 'pw' })).toMatchObject({ status: 303, location: '/mailboxes' });
  expect(tried.map(({ host, username }) => `${username} ${host}`)).toEqual(['anna@free.fr imap.free.fr', 'anna imap.free.fr']);
  expect(await listMailboxes(app.test.db, people.en.id)).toMatchObject([
    { address: 'anna@free.fr', host: 'imap.free.fr', username: 'anna' },
  ]);
});

it('tries no other name than the one the person chose, and none after another kind of failure', async () => {
  accepts = () => REFUSED;
  const { page } = await find('bert@free.fr');
  await send({ ...fields(page), username: 'chosen', password: 'pw' });
  expect(tried.map(({ username }) => username)).toEqual(['chosen']);
  tried = [];
  accepts = () => ({ ok: false, code: 'busy', text: '' });
  await send({ ...fields(page), password: 'pw' });
  expect(tried).toHaveLength(1);
});

it('takes settings by hand, also over those that were found', async () => {
  const byHand = { address: 'carla@shop.fr', host: 'mx.shop.fr', port: '143', tls: 'starttls', username: '', password: 'pw' };
  expect(await send(byHand)).toMatchObject({ status: 303 });
  expect(tried).toEqual([{ host: 'mx.shop.fr', username: 'carla@shop.fr', password: 'pw' }]);
  const { page } = await find('dora@gmail.com');
  await send({ ...fields(page), host: 'proxy.shop.fr', password: 'pw' });
  expect(tried.at(-1)).toMatchObject({ host: 'proxy.shop.fr' });
});

it.each(['', 'anna', 'anna@localhost', 'anna@127.0.0.1', '"><script>@x.fr'])('refuses %j as an address and keeps it', async (address) => {
  const { status, page } = await find(address);
  expect(status).toBe(422);
  expect(page).toContain(discoveryTexts('en').start.badAddress);
  expect(page).not.toContain('"><script>');
});

it('answers programs the same', async () => {
  const ask = async (address: string, as = people.en) => {
    const answer = await app.call(`/api/v1/mailboxes/discovery?address=${encodeURIComponent(address)}`, { as });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  expect((await ask('anna@icloud.com', people.fr)).body).toEqual({
    address: 'anna@icloud.com',
    provider: {
      id: 'icloud',
      name: 'iCloud Mail',
      sign_in: 'app_password',
      link: { url: 'https://account.apple.com/account/manage', does: 'make_app_password' },
      hint: PROVIDERS.find(({ id }) => id === 'icloud')!.hint!.fr,
    },
    settings: {
      source: 'provider',
      said_by: null,
      host: 'imap.mail.me.com',
      port: 993,
      tls: 'tls',
      usernames: ['anna@icloud.com', 'anna'],
      needs_confirmation: false,
    },
  });
  expect((await ask('anna@nowhere.fr')).body).toEqual({ address: 'anna@nowhere.fr', provider: null, settings: null });
  expect(await ask('not an address')).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
});

let added = 0;
describe.each<Language>(['en', 'fr'])('a new password, in %s', (language) => {
  const texts = screenTexts(language);
  const manual = {
    step: 'manual',
    address: 'eva@shop.fr',
    host: 'mail.shop.fr',
    port: '993',
    tls: 'tls',
    username: 'eva',
    password: 'first',
  };

  async function connected() {
    const as = await app.addPerson(`password-${language}-${(added += 1)}@example.org`);
    await app.call('/language', { method: 'POST', as, form: { language } });
    await send(manual, as);
    const [{ id } = { id: '' }] = await listMailboxes(app.test.db, as.id);
    const path = `/mailboxes/${id}/password`;
    const give = async (form: Record<string, string>) => {
      const answer = await app.call(path, { method: 'POST', as, form });
      return { status: answer.status, location: answer.headers.get('Location'), page: unescape(await answer.text()) };
    };
    return { as, id, path, give };
  }

  it('is tried first, says what is wrong and where, and takes the place of the old one', async () => {
    const { as, id, path, give } = await connected();
    const asked = unescape(await open(path, as));
    expect(asked).toContain(texts.mailboxes.password.title('eva@shop.fr'));
    expect(unescape(await open('/mailboxes', as))).toContain(path);
    accepts = () => REFUSED;
    const refused = await give({ password: 'wrong' });
    expect(refused.status).toBe(422);
    expect(refused.page).toContain(texts.connect.problems['credential_refused']!);
    expect(refused.page).not.toContain('wrong"');
    accepts = () => OK;
    expect((await give({ password: '', port: 'abc' })).page).toContain(texts.connect.wrong.port);
    tried = [];
    expect(await give({ password: 'second' })).toMatchObject({ status: 303, location: '/mailboxes' });
    expect(tried).toEqual([{ host: 'mail.shop.fr', username: 'eva', password: 'second' }]);
    const mailboxes = await listMailboxes(app.test.db, as.id);
    expect(mailboxes).toMatchObject([{ id, host: 'mail.shop.fr', username: 'eva', state: 'active' }]);
  });

  it('is nobody else’s to give', async () => {
    const { path } = await connected();
    const stranger = people[language];
    expect((await app.call(path, { as: stranger })).status).toBe(404);
    expect((await app.call(path, { method: 'POST', as: stranger, form: { password: 'x' } })).status).toBe(404);
  });
});
