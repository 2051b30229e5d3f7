// Every endpoint as a program or a page asks it: what it answers (checked against the OpenAPI document by `call`), what it refuses.
import { recordHistoryProblem } from '@quittance/store/mailbox-health';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;

const RAW = Buffer.from(
  'From: no-reply@shop.example\r\nSubject: Renewal\r\nContent-Type: text/html\r\n\r\n<p onclick="x">Renews <img src="https://t.test/p.gif"></p>\r\n',
);
const MAILBOX = { address: 'anna@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'anna', password: 'geheim' };

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
});
afterAll(() => app.close());

const get = async (path: string, as = anna) => (await app.call(`/api/v1${path}`, { as })).json() as Promise<never>;
const post = (path: string, json?: unknown, as = anna) =>
  app.call(`/api/v1${path}`, { method: 'POST', as, ...(json === undefined ? {} : { json }) });

describe('mailboxes', () => {
  it('are tried, saved without telling the password, listed, changed and removed', async () => {
    expect(await (await post('/mailboxes/test', MAILBOX)).json()).toEqual({ messages: 3, folders: ['INBOX'] });
    const added = await post('/mailboxes', MAILBOX);
    expect(added.status).toBe(201);
    const { id } = (await added.json()) as { id: string };
    expect(JSON.stringify(await get('/mailboxes'))).not.toContain('geheim');
    expect(await get(`/mailboxes/${id}`)).toMatchObject({
      id,
      address: 'anna@example.org',
      state: 'active',
      backfill: { total: 0, done: 0 },
    });
    expect((await post('/mailboxes', MAILBOX)).status).toBe(409);
    // What its second connection is refused stands beside what is watched.
    const problem = { code: 'second_refused', text: 'Maximum number of connections exceeded', at: '2026-11-23T08:00:00.000Z' };
    await recordHistoryProblem(app.deps.db, { mailboxId: id, userId: anna.id, problem });
    expect(await get(`/mailboxes/${id}`)).toMatchObject({ problem: null, backfill: { problem: { code: 'second_refused' } } });
    const page = await (await app.call('/mailboxes', { as: anna })).text();
    expect(page).toContain('The server refuses a second connection.');
    expect(page).toContain('Maximum number of connections exceeded');
    const changed = await app.call(`/api/v1/mailboxes/${id}`, { method: 'PUT', as: anna, json: { ...MAILBOX, password: 'neu' } });
    expect(changed.status).toBe(200);
    expect(await get(`/mailboxes/${id}`)).toMatchObject({ backfill: { problem: null } });
    expect((await post(`/mailboxes/${id}/sync`)).status).toBe(204);
    expect((await app.call(`/api/v1/mailboxes/${id}`, { method: 'DELETE', as: anna })).status).toBe(204);
    expect(await get('/mailboxes')).toEqual({ items: [], next: null });
  });

  it('are not saved when they can not be opened, and the answer says why', async () => {
    const failing = await createTestApp(app.test, {
      testMailbox: () => Promise.resolve({ ok: false, code: 'credential_refused', text: 'Invalid credentials' }),
    });
    const answer = await failing.call('/api/v1/mailboxes', { method: 'POST', as: anna, json: MAILBOX });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'mailbox_unreachable', reason: 'credential_refused', detail: 'Invalid credentials' });
    expect(await get('/mailboxes')).toEqual({ items: [], next: null });
    await failing.deps.changes.close();
    await failing.deps.mailViews.close();
  });

  it('refuse a parameter that they do not know, and a value that it does not take, in the language of who asks', async () => {
    const amelie = await app.addPerson('amelie@example.org');
    await app.deps.db.updateTable('app_user').set({ language: 'fr' }).where('id', '=', amelie.id).execute();
    const refused = async (path: string, language = 'en') => {
      const answer = await app.call(`/api/v1${path}`, { as: language === 'fr' ? amelie : anna });
      return [answer.status, ((await answer.json()) as { errors?: { path: string; message: string }[] }).errors];
    };
    expect(await refused('/mailboxes?stat=active&sort=1')).toEqual([
      400,
      [
        { path: 'query.stat', message: 'is not known here' },
        { path: 'query.sort', message: 'is not known here' },
      ],
    ]);
    expect(await refused('/alerts?limt=1', 'fr')).toEqual([400, [{ path: 'query.limt', message: 'n’est pas connu ici' }]]);
    expect(await refused('/alerts?limit=1000')).toEqual([400, [{ path: 'query.limit', message: 'Too big: expected number to be <=200' }]]);
    const [status, errors] = await refused('/alerts?limit=x', 'fr');
    expect([status, errors]).toEqual([400, [{ path: 'query.limit', message: expect.stringMatching(/attendu/) }]]);
  });

  it('refuse wrong input and name each field', async () => {
    const answer = await post('/mailboxes', { ...MAILBOX, port: 99_999, host: 'a b' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    const { errors } = (await answer.json()) as { errors: { path: string }[] };
    expect(errors.map((error) => error.path)).toEqual(['json.host', 'json.port']);
  });
});

describe('subscriptions, events and messages', () => {
  let message: { sha256: string; eventId: string };
  beforeAll(async () => {
    message = await app.addMessage(anna, { raw: RAW, subject: 'Échéance proche', kind: 'renewal_notice', decided: 'probable' });
    for (let index = 0; index < 5; index += 1) {
      const at = `2026-10-0${index + 1}T00:00:00.000Z`;
      await app.addMessage(anna, { raw: Buffer.from(`From: a\r\n\r\n${index}`), subject: `Receipt ${index}`, kind: 'renewal_charged', at });
    }
  });

  it('show the timeline as the command line does, and one subscription of it', async () => {
    const timeline = (await get('/subscriptions')) as { subscriptions: { id: string; events: unknown[] }[] };
    expect(timeline.subscriptions[0]).toMatchObject({
      merchant: { id: 'shop', name: 'Shop', domains: ['shop.example'] },
      status: 'active',
      price: { amount: '12.99', currency: 'EUR', period: 'P1M' },
    });
    expect(await get(`/subscriptions/${timeline.subscriptions[0]!.id}`)).toEqual(timeline.subscriptions[0]);
    expect(await get('/subscriptions?merchant=SHOP')).toEqual(timeline);
    expect(await get('/subscriptions?merchant=nobody')).toEqual({ subscriptions: [], unattached: [] });
  });

  it('list events page by page, and only the open ones when asked', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; next: string | null } = await get(`/events?limit=2${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.items.map((event) => event.id));
      cursor = page.next;
    }
    expect(new Set(ids).size).toBe(6);
    expect(ids[0]).toBe(message.eventId);
    expect(await get('/events?unconfirmed=true')).toMatchObject({ items: [{ id: message.eventId, decided: 'probable' }], next: null });
  });

  it('take the word of the person: the event changes, its leaf is added, the timeline follows', async () => {
    const answer = await post(`/events/${message.eventId}/correction`, { kind: 'cancellation_confirmed' });
    expect(await answer.json()).toMatchObject({ id: message.eventId, kind: 'cancellation_confirmed' });
    expect(await get('/events?unconfirmed=true')).toEqual({ items: [], next: null });
    expect(await get('/subscriptions')).toMatchObject({ subscriptions: [{ status: 'cancelled' }] });
    expect(await get(`/messages/${message.sha256}`)).toMatchObject({ log: { leaf_index: 0, size: 7 } });
    await post(`/events/${message.eventId}/correction`, { kind: 'other' });
    expect(await get('/subscriptions')).toMatchObject({ subscriptions: [{ status: 'active' }], unattached: [] });
    expect((await post(`/events/${message.eventId}/correction`, { kind: 'nonsense' })).status).toBe(400);
    expect((await post('/events/00000000-0000-4000-8000-000000000000/correction', { kind: 'refund' })).status).toBe(404);
  });

  it('search the archive', async () => {
    expect(await get('/messages?q=echeance')).toMatchObject({ items: [{ sha256: message.sha256, event: { quote: 'will renew' } }] });
    expect(await get('/messages?kind=renewal_charged&from=2026-10-02&to=2026-10-03')).toMatchObject({
      items: [{ subject: 'Receipt 2' }, { subject: 'Receipt 1' }],
      next: null,
    });
    expect((await app.call('/api/v1/messages?cursor=nonsense', { as: anna })).status).toBe(400);
    expect((await app.call('/api/v1/messages?limit=100000', { as: anna })).status).toBe(400);
    expect((await app.call('/api/v1/messages?from=2026-13-40', { as: anna })).status).toBe(400);
    expect((await app.call('/api/v1/messages?merchant=%00', { as: anna })).status).toBe(400);
  });

  it('give back the bytes exactly, as a file that no browser runs', async () => {
    const answer = await app.call(`/api/v1/messages/${message.sha256}/raw`, { as: anna });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(RAW);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': `attachment; filename="${message.sha256.slice(0, 16)}.eml"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('show the HTML in a page that loads and runs nothing', async () => {
    const answer = await app.call(`/api/v1/messages/${message.sha256}/html`, { as: anna });
    const text = await answer.text();
    expect(text).toContain('<p>Renews');
    expect(text).not.toMatch(/t\.test|onclick/);
    expect(answer.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox;/,
    );
  });

  it('say so when the content was erased', async () => {
    await app.test.db.transaction().execute(async (tx) => {
      const { sql } = await import('kysely');
      await sql`set local quittance.erasing = 'on'`.execute(tx);
      await tx.deleteFrom('message_body').execute();
    });
    expect((await app.call(`/api/v1/messages/${message.sha256}/raw`, { as: anna })).status).toBe(410);
    expect((await app.call(`/api/v1/messages/${'0'.repeat(64)}/raw`, { as: anna })).status).toBe(404);
  });
});

describe('alerts and channels', () => {
  it('are listed, seen, added, tested and removed', async () => {
    await app.test.db
      .insertInto('alert')
      .values({ user_id: anna.id, kind: 'renewal_notice', dedupe_key: 'k', data: JSON.stringify(ALERT), due_at: AT, created_at: AT })
      .execute();
    const { items } = (await get('/alerts?unseen=true')) as { items: { id: string }[] };
    expect((await post(`/alerts/${items[0]!.id}/seen`)).status).toBe(204);
    expect(await get('/alerts?unseen=true')).toEqual({ items: [], next: null });
    expect(await get('/alerts?since=2030-01-01T00:00:00Z')).toEqual({ items: [], next: null });
    expect(await (await post('/alerts/seen')).json()).toEqual({ seen: 0 });

    const added = await post('/channels', { kind: 'webhook', target: 'https://hooks.example.org/a' });
    const channel = (await added.json()) as { id: string; secret: string };
    expect(channel.secret).toMatch(/^whsec_/);
    expect(JSON.stringify(await get('/channels'))).not.toContain('whsec_');
    expect((await post('/channels', { kind: 'webhook', target: 'https://hooks.example.org/a' })).status).toBe(409);
    expect((await post('/channels', { kind: 'webhook', target: 'not an address' })).status).toBe(400);
    for (const [kind, target, code] of [
      ['webhook', 'http://10.1.2.3/hook', 'private_address_refused'],
      ['ntfy', 'http://[::1]:8080/topic', 'private_address_refused'],
      ['webhook', 'http://hooks.example.org/hook', 'insecure_target'],
      ['ntfy', 'http://ntfy.example.org/topic', 'insecure_target'],
    ]) {
      const refused = await post('/channels', { kind, target });
      expect([refused.status, await refused.json()]).toEqual([422, expect.objectContaining({ code })]);
    }
    const test = await post(`/channels/${channel.id}/test`);
    expect(test.status).toBe(202);
    const { id } = (await test.json()) as { id: string };
    expect(await get(`/deliveries/${id}`)).toMatchObject({ state: 'due', attempts: 0 });
    expect((await app.call(`/api/v1/channels/${channel.id}`, { method: 'DELETE', as: anna })).status).toBe(204);
    expect(await get('/channels')).toEqual({ items: [], next: null });
  });
});

describe('quarantine', () => {
  it('is listed and put back on its way', async () => {
    const { id } = await app.test.db
      .insertInto('content')
      .values({
        user_id: anna.id,
        content_key: Buffer.alloc(32, 9),
        state: 'quarantined',
        problem_code: 'mail_timeout',
        problem_text: 'slow',
        first_seen_at: AT,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await app.test.db
      .insertInto('staged_message')
      .values({
        content_id: id,
        user_id: anna.id,
        origin: JSON.stringify({ kind: 'import', path: 'a.eml' }),
        captured_at: AT,
        size_bytes: 5,
        wrapped_key: Buffer.alloc(1),
        ciphertext: Buffer.alloc(1),
      })
      .execute();
    expect(await get('/quarantine')).toMatchObject({ items: [{ id, code: 'mail_timeout', path: 'a.eml' }] });
    expect((await post(`/quarantine/${id}/retry`)).status).toBe(204);
    expect((await post(`/quarantine/${id}/retry`)).status).toBe(404);
    expect((await post('/quarantine/abc/retry')).status).toBe(400);
  });
});

describe('settings, tokens, checkpoint', () => {
  it('keep what is not given', async () => {
    const answer = await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { time_zone: 'Europe/Paris', country: 'FR' } });
    expect(await answer.json()).toMatchObject({ time_zone: 'Europe/Paris', country: 'FR', currency: 'EUR', set_up_at: null });
    for (const json of [
      { time_zone: 'Mars/Base' },
      { currency: 'euro' },
      { currency: 'XXQ' },
      { country: 'fr' },
      { country: 'XX' },
      { language: 'de' },
    ]) {
      expect((await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json })).status).toBe(400);
    }
  });

  it('give tokens to the page only, once, and refuse revoked ones', async () => {
    expect((await app.call('/api/v1/tokens', { token: anna.token })).status).toBe(403);
    const made = (await (await post('/tokens', { name: 'cron', scopes: ['read'] })).json()) as { id: string; token: string };
    expect((await app.call('/api/v1/settings', { token: made.token })).status).toBe(200);
    expect(JSON.stringify(await get('/tokens'))).not.toContain(made.token);
    const write = await app.call('/api/v1/settings', { method: 'PATCH', token: made.token, json: { country: 'DE' } });
    expect(await write.json()).toMatchObject({ code: 'forbidden' });
    expect((await app.call(`/api/v1/tokens/${made.id}`, { method: 'DELETE', as: anna })).status).toBe(204);
    const refused = await app.call('/api/v1/settings', { token: made.token });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
  });

  it('show the newest checkpoint', async () => {
    expect((await app.call('/api/v1/checkpoint', { as: anna })).status).toBe(404);
    await app.test.db.insertInto('log_checkpoint').values({ user_id: anna.id, size: 1, note: 'origin\n1\n…\n', made_at: AT }).execute();
    expect(await get('/checkpoint')).toEqual({ size: 1, note: 'origin\n1\n…\n', made_at: AT });
  });
});

describe('an address that there is not', () => {
  it('is told so to a program, too, and one that there is under another method with those', async () => {
    for (const path of ['/nope', '/subscriptions/', '/subscriptions/1/2/3', '/settings/language']) {
      const answer = await app.call(`/api/v1${path}`, { token: anna.token });
      expect(answer.status, path).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'not_found' });
    }
    for (const who of [{ token: anna.token }, { as: anna }]) {
      expect((await app.call('/api/v1/nope', { method: 'POST', ...who })).status).toBe(404);
      const wrong = await app.call('/api/v1/subscriptions/00000000-0000-4000-8000-000000000000', { method: 'DELETE', ...who });
      expect(wrong.status).toBe(405);
      expect(wrong.headers.get('Allow')).toBe('GET');
      expect(await wrong.json()).toMatchObject({ code: 'method_not_allowed' });
      expect((await app.call('/api/v1/settings', { method: 'DELETE', ...who })).headers.get('Allow')).toBe('GET, PATCH');
    }
    expect((await app.call('/api/v1/nope')).status).toBe(401);
  });
});

describe('the document', () => {
  it('describes every route, with answers of a known shape', async () => {
    const document = (await (await app.call('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations.length).toBeGreaterThan(30);
    for (const operation of operations) {
      const good = Object.keys(operation.responses).filter((status) => status.startsWith('2'));
      expect(good).toHaveLength(1);
      if (good[0] !== '204') expect(operation.responses[good[0]!]!.content).toBeDefined();
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '401', '403']));
    }
  });

  it('has a page for people, in their language', async () => {
    const page = await (await app.call('/api/docs', { headers: { 'Accept-Language': 'fr' } })).text();
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('/api/v1/events/{id}/correction');
    expect(page).toContain('id="mailbox_unreachable"');
  });

  it('is not the whole truth only by mistake: an undocumented field is noticed', async () => {
    const { db } = app.test;
    await db
      .insertInto('alert')
      .values({
        user_id: anna.id,
        kind: 'renewal_notice',
        dedupe_key: 'x',
        data: JSON.stringify({ ...ALERT, more: 1 }),
        due_at: AT,
        created_at: AT,
      })
      .execute();
    await expect(get('/alerts')).rejects.toThrow('undocumented fields');
    await db.deleteFrom('alert').where('dedupe_key', '=', 'x').execute();
  });
});

const AT = '2026-11-20T10:00:00.000Z';
const ALERT = {
  subscription_id: null,
  event_id: null,
  message_sha256: null,
  merchant: 'Shop',
  plan: null,
  amount: '12.99',
  currency: 'EUR',
  period: 'P1M',
  renews_on: '2026-12-20',
  ends_on: null,
  cancel_by: null,
  quote: null,
  level: 'B',
  mailbox: null,
  reason: null,
};

it('finds a merchant by the name that the person gave it, and by the one that its mails have', async () => {
  await post('/acts', {
    kind: 'subscription_added',
    merchant: 'Fitness Hall',
    plan: null,
    price: null,
    period: 'P1M',
    started_on: '2026-03-01',
  });
  const { subscriptions: added } = (await get('/subscriptions?merchant=fitness')) as { subscriptions: { merchant: { id: string } }[] };
  await post('/acts', { kind: 'merchant_renamed', merchant: added[0]!.merchant.id, name: 'Corner' });
  for (const name of ['corner', 'hall']) {
    const { subscriptions } = (await get(`/subscriptions?merchant=${name}`)) as { subscriptions: { merchant: { name: string } }[] };
    expect(subscriptions.map(({ merchant }) => merchant.name)).toEqual(['Corner']);
  }
});
