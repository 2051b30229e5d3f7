// A person's own word by page and API: what the forms say is what stands then, what is refused is told where it was typed, nothing of another
// person's can be touched.
import { createTestDatabase } from '@quittance/testing/database';
import { mailText } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from './test-app.ts';

let app: TestApp;
let anna: Person;
let bert: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  bert = await app.addPerson('bert@example.org');
});
afterAll(() => app.close());

interface Shown {
  id: string;
  status: string;
  merchant: { id: string; name: string };
  renews_on: string | null;
  cancel_by: string | null;
  price: { amount: string; currency: string } | null;
  events: { id: string }[];
}
const shown = async (): Promise<Shown[]> =>
  ((await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: Shown[] }).subscriptions;
const act = (json: object, as = anna) => app.call('/api/v1/acts', { method: 'POST', as, json });
const post = (path: string, form: Record<string, string>, as = anna) => app.call(path, { method: 'POST', as, form });

function multipart(fields: Record<string, string>, file?: { name: string; bytes: string }): { body: Uint8Array; type: string } {
  const boundary = 'xxBOUNDARYxx';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  if (file) parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\n\r\n${file.bytes}\r\n`);
  return { body: Buffer.from(`${parts.join('')}--${boundary}--\r\n`), type: `multipart/form-data; boundary=${boundary}` };
}

it('adds a subscription from the page, with its terms, and undoes it', async () => {
  const added = await post('/subscriptions/new', {
    merchant: 'Salle Forma',
    started_on: '2026-01-10',
    amount: '29,90',
    currency: 'EUR',
    period: 'P1M',
    renews_on: '',
    notice_period: 'P1M',
    minimum_term_ends_on: '2026-12-31',
    plan: '',
    reference: '',
  });
  expect(added.status).toBe(303);
  const [one] = await shown();
  expect(one).toMatchObject({ status: 'active', merchant: { name: 'Salle Forma' }, renews_on: '2026-12-10', cancel_by: '2026-11-30' });
  expect(added.headers.get('Location')).toBe(`/subscriptions/${one!.id}`);
  const wrongTerms = await post(`/subscriptions/${one!.id}/terms`, { amount: '-5', currency: 'EUR', notice_period: 'P2M' });
  expect(wrongTerms.status).toBe(422);
  const kept = await wrongTerms.text();
  expect(kept).toMatch(/<input\s+id="amount"[^>]*value="-5"[^>]*aria-invalid="true"/);
  expect(kept).toMatch(/<option value="P2M" selected/);
  const refused = await post('/subscriptions/new', { merchant: 'X', started_on: '2026-02-31' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('This is not a date.');
  for (const price of [
    { amount: '-5', currency: 'EUR' },
    { amount: '5', currency: 'EURO' },
  ]) {
    const wrong = await post('/subscriptions/new', { merchant: 'X', started_on: '2026-02-01', ...price });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('This is not an amount')]);
  }
  const page = await (await app.call(`/subscriptions/${one!.id}/own-word`, { as: anna })).text();
  expect(page).toContain('You added it');
  const [, actId] = /action="\/acts\/([0-9a-f-]+)\/undo"/.exec(page)!;
  expect((await post(`/acts/${actId}/undo`, {}, bert)).status).toBe(404);
  expect((await post(`/acts/${actId}/undo`, { next: `/subscriptions/${one!.id}/own-word` })).headers.get('Location')).toBe('/');
  expect(await shown()).toEqual([]);
});

it('refuses half a price rather than leaving it out', async () => {
  const added = { kind: 'subscription_added', merchant: 'Gazette', started_on: '2026-01-10' };
  for (const json of [
    { ...added, amount: '9.90' },
    { ...added, currency: 'EUR' },
    { kind: 'terms_set', subscription: '11111111-1111-4111-8111-111111111111', amount: '9.90', period: 'P1M' },
  ]) {
    const answer = await app.call('/api/v1/acts', { method: 'POST', token: anna.token, json });
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ path: 'json.amount' }] }]);
  }
  expect(await shown()).toEqual([]);
});

it('keeps a cancellation with its file, and gives the file back byte for byte', async () => {
  await act({ kind: 'subscription_added', merchant: 'Gazette', started_on: '2026-01-10', amount: '9.90', currency: 'EUR', period: 'P1M' });
  const [one] = await shown();
  const fields = { subscription: one!.id, on: '2026-11-20', by: 'letter', note: 'recommandé' };
  const { body, type } = multipart({ csrf: anna.csrf, ...fields }, { name: 'lettre "1".pdf', bytes: '%PDF\u0000 ok' });
  const send = (who: Person, path: string, sent: Uint8Array) =>
    app.app.request(`${ORIGIN}${path}`, {
      method: 'POST',
      headers: { Cookie: who.cookie, Origin: ORIGIN, 'Content-Type': type },
      body: sent,
    });
  expect((await send(anna, '/cancellations', multipart(fields).body)).status).toBe(403);
  expect((await send(anna, '/cancellations', body)).status).toBe(303);
  expect(await shown()).toMatchObject([{ status: 'cancel_requested' }]);
  const { items } = (await (await app.call('/api/v1/acts', { as: anna })).json()) as {
    items: { id: string; file: { size_bytes: number } | null }[];
  };
  const stated = items.find(({ file }) => file !== null)!;
  const file = await app.call(`/api/v1/acts/${stated.id}/file`, { as: anna });
  expect([file.headers.get('Content-Disposition')?.startsWith('attachment'), await file.text()]).toEqual([true, '%PDF\u0000 ok']);
  expect((await app.call(`/api/v1/acts/${stated.id}/file`, { as: bert })).status).toBe(404);
  const api = multipart({ ...fields, on: '2027-11-20' });
  const later = await app.call('/api/v1/cancellations', {
    method: 'POST',
    token: anna.token,
    body: api.body,
    headers: { 'Content-Type': api.type },
  });
  expect([later.status, await later.json()]).toMatchObject([422, { code: 'date_ahead' }]);
});

it('sets terms, renames, merges, splits and moves', async () => {
  await app.addMessage(anna, {
    raw: Buffer.from(mailText('a', 'a')),
    subject: 'Streamly',
    merchant: 'streamly',
    kind: 'renewal_charged',
    at: '2026-11-01T09:00:00.000Z',
  });
  await app.addMessage(anna, {
    raw: Buffer.from(mailText('b', 'b')),
    subject: 'Streamly',
    merchant: 'streamly.example',
    kind: 'renewal_charged',
    at: '2026-11-12T09:00:00.000Z',
  });
  const named = async (id: string) => (await shown()).find(({ merchant }) => merchant.id === id)!;
  const one = await named('streamly');
  const other = await named('streamly.example');
  expect((await act({ kind: 'merged', subscription: one.id, other: one.id })).status).toBe(409);
  expect((await post(`/subscriptions/${one.id}/merge`, { other: other.id })).status).toBe(303);
  const merged = await named('streamly');
  expect(merged.events).toHaveLength(2);
  expect((await post(`/subscriptions/${merged.id}/rename`, { name: 'Streamly TV' })).status).toBe(303);
  expect((await named('streamly')).merchant.name).toBe('Streamly TV');
  const refused = await post(`/subscriptions/${merged.id}/split`, {});
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose some of the events')]);
  expect((await post(`/subscriptions/${merged.id}/split`, { event: merged.events[1]!.id })).status).toBe(303);
  expect((await shown()).filter(({ merchant }) => merchant.id === 'streamly')).toHaveLength(2);
  const gazette = await named('gazette');
  expect((await post(`/events/${merged.events[1]!.id}/move`, { subscription: gazette.id })).status).toBe(303);
  expect((await named('gazette')).events.map(({ id }) => id)).toContain(merged.events[1]!.id);
  const terms = { amount: '9.90', currency: 'EUR', period: 'P1M', renews_on: '', notice_period: 'P2M', minimum_term_ends_on: '' };
  expect((await post(`/subscriptions/${gazette.id}/terms`, terms)).status).toBe(303);
  const page = await (await app.call(`/subscriptions/${gazette.id}`, { as: anna })).text();
  expect(page).toContain('set by you');
  // The same figure in another currency is another price.
  expect((await post(`/subscriptions/${gazette.id}/terms`, { ...terms, currency: 'CHF' })).status).toBe(303);
  expect((await named('gazette')).price).toMatchObject({ amount: '9.90', currency: 'CHF' });
  for (const path of [`/subscriptions/${gazette.id}/terms`, `/subscriptions/${gazette.id}/merge`])
    expect((await post(path, terms, bert)).status).toBe(404);
  // An id that none can have: a link that was cut, a form that was changed.
  expect((await post(`/subscriptions/${gazette.id}/merge`, { other: 'cut' })).status).toBe(404);
  for (const path of ['', '/own-word', '/silence', '/letters/bank_dispute'])
    expect([path, (await app.call(`/subscriptions/cut${path}`, { as: anna })).status]).toEqual([path, 404]);
});

it('puts findings aside and takes them up again', async () => {
  expect((await post('/findings/aside', { finding: 'any', days: 'soon' })).status).toBe(400);
  const list = async (query = '') =>
    (
      (await (await app.call(`/api/v1/findings${query}`, { as: anna })).json()) as {
        items: { id: string; kind: string; state: string; act_id: string | null }[];
      }
    ).items;
  app.clock.set('2026-12-20T09:00:00.000Z');
  const missing = (await list()).find(({ kind }) => kind === 'confirmation_missing')!;
  expect(missing).toMatchObject({ state: 'open' });
  const gazette = (await shown()).find(({ merchant }) => merchant.id === 'gazette')!;
  expect(await (await app.call(`/subscriptions/${gazette.id}`, { as: anna })).text()).toContain('Put aside');
  expect((await app.call('/api/v1/findings/aside', { method: 'POST', as: anna, json: { finding: missing.id } })).status).toBe(400);
  expect((await app.call('/api/v1/findings/aside', { method: 'POST', as: bert, json: { finding: missing.id, reason: 'x' } })).status).toBe(
    404,
  );
  expect((await post('/findings/aside', { finding: missing.id, reason: ' ' })).status).toBe(400);
  expect((await post('/findings/aside', { finding: missing.id, reason: 'confirmed on the phone' })).status).toBe(303);
  expect((await list()).map(({ id }) => id)).not.toContain(missing.id);
  const aside = (await list('?all=true')).find(({ id }) => id === missing.id)!;
  expect(aside.state).toBe('dismissed');
  expect((await app.call(`/api/v1/acts/${aside.act_id}/undo`, { method: 'POST', as: anna })).status).toBe(200);
  expect((await list()).map(({ id }) => id)).toContain(missing.id);
});
