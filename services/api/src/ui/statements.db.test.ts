// Bank statements as a person and as a program meet them: upload, columns, import, one click to take a match back; nothing of it without the token.
import { setImmediate } from 'node:timers/promises';
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let bea: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  bea = await app.addPerson('bea@example.org');
});
afterAll(() => app.close());

const CSV = `Date;Libellé;Débit;Crédit
12/09/2026;PAIEMENT CB 1109 NETFLIX.COM;13,49;
12/10/2026;PAIEMENT CB 1110 NETFLIX.COM;13,49;
12/11/2026;PAIEMENT CB 1111 NETFLIX.COM;13,49;
03/09/2026;PRLV SEPA SALLE FORME RUM 1;29,90;
03/10/2026;PRLV SEPA SALLE FORME RUM 2;29,90;
03/11/2026;PRLV SEPA SALLE FORME RUM 3;29,90;
`;
const OFX =
  'OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><DTPOSTED>20261102<TRNAMT>-7.00<FITID>1<NAME>SHOP</STMTTRN></BANKTRANLIST></STMTRS></OFX>';

function upload(path: string, file: string, name: string, who: Person, fields: Record<string, string> = { csrf: who.csrf }) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append('file', new File([file], name));
  return app.app.request(`${ORIGIN}${path}`, { method: 'POST', headers: { Cookie: who.cookie, Origin: ORIGIN }, body: form });
}

const page = async (path: string, who = anna) => (await app.app.request(`${ORIGIN}${path}`, { headers: { Cookie: who.cookie } })).text();
async function submit(path: string, fields: Record<string, string>, who = anna): Promise<Response> {
  const body = new URLSearchParams({ csrf: who.csrf, ...fields }).toString();
  const headers = { Cookie: who.cookie, 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN };
  return app.app.request(`${ORIGIN}${path}`, { method: 'POST', headers, body });
}

it('shows a CSV’s columns before it imports, takes changes of them, and says what became of it', async () => {
  const uploaded = await upload('/statements', CSV, 'relevé.csv', anna);
  expect(uploaded.status).toBe(303);
  const draft = uploaded.headers.get('Location')!;
  expect(await page(draft)).toContain('PAIEMENT CB 1109 NETFLIX.COM');
  // Nobody else can see it.
  expect((await app.app.request(ORIGIN + draft, { headers: { Cookie: bea.cookie } })).status).toBe(404);
  const columns = {
    date: '0',
    date_order: 'dmy',
    debit: '2',
    credit: '3',
    decimal: ',',
    sign: 'minus',
    text: '1',
    delimiter: ';',
    skip_rows: '1',
  };
  expect(await (await submit(draft, { ...columns, currency: 'CHF', do: 'preview' })).text()).toMatch(/CHF/);
  const done = await submit(draft, { ...columns, currency: 'EUR', do: 'import' });
  expect([done.status, done.headers.get('Location')]).toEqual([303, expect.stringMatching(/^\/statements\?file=\d+$/)]);
  const shown = await page(done.headers.get('Location')!);
  expect(shown).toContain('6 lines read: 6 new, 3 of your subscriptions.');
  expect(shown).toContain('Netflix');
  expect(shown).toContain('SALLE FORME');
  expect((await app.app.request(ORIGIN + draft, { headers: { Cookie: anna.cookie } })).status).toBe(404);
});

it('takes a match back in one click, makes a suggestion a subscription, and tells both by the API', async () => {
  const payees = async () =>
    (await (await app.call('/api/v1/statements/payees', { as: anna })).json()) as { items: object[]; suggestions: object[] };
  expect(await payees()).toMatchObject({
    items: [{ payee_key: 'netflix com', state: 'matched', merchant: { id: 'netflix' }, charges: 3, last_on: '2026-11-12' }],
    suggestions: [{ payee_key: 'salle forme', times: 3, amount: '29.90' }],
  });
  expect((await submit('/statements/payees', { payee_key: 'netflix com', choice: 'none' })).status).toBe(303);
  expect(
    (await submit('/statements/payees', { payee_key: 'salle forme', choice: 'merchant', merchant_name: 'Salle Forme', merchant_id: '' }))
      .status,
  ).toBe(303);
  expect(await payees()).toMatchObject({
    items: [
      { payee_key: 'salle forme', state: 'chosen', merchant: { name: 'Salle Forme' }, charges: 3 },
      { payee_key: 'netflix com', state: 'none', merchant: null },
    ],
    suggestions: [],
  });
  const timeline = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    subscriptions: { id: string; merchant: { name: string }; events: object[] }[];
  };
  expect(timeline.subscriptions.map((one) => one.merchant.name)).toEqual(['Salle Forme']);
  expect(timeline.subscriptions[0]!.events[0]).toMatchObject({
    message: null,
    bank_line: { statement: 'relevé.csv', text: 'PRLV SEPA SALLE FORME RUM 1' },
  });
  // The bank noted a day; the hour that stands for it inside is told to nobody.
  expect(await page(`/subscriptions/${timeline.subscriptions[0]!.id}`)).toContain('<span class="when">3 November 2026</span>');
  expect(
    (await app.call('/api/v1/statements/payees', { method: 'PUT', as: anna, json: { payee_key: 'netflix com', choice: 'auto' } })).status,
  ).toBe(204);
  expect(
    (
      await app.call('/api/v1/statements/payees', {
        method: 'PUT',
        as: anna,
        json: { payee_key: 'netflix com', choice: 'merchant', merchant_id: 'nobody' },
      })
    ).status,
  ).toBe(404);
  for (const choice of ['merchant', 'none']) {
    const json = { payee_key: 'netfix com', choice, merchant_name: 'Netflix' };
    expect((await app.call('/api/v1/statements/payees', { method: 'PUT', as: anna, json })).status).toBe(404);
  }
});

it('imports by the API, with columns given, and again without any change', async () => {
  const first = await upload('/api/v1/statements', CSV, 'a.csv', bea, { csrf: bea.csrf, mapping: '{"currency":"CHF"}' });
  expect([first.status, await first.json()]).toMatchObject([
    201,
    { already: false, read: 6, new: 6, matched: 3, suggestions: [{ currency: 'CHF' }] },
  ]);
  const again = await upload('/api/v1/statements', CSV, 'a.csv', bea);
  expect(await again.json()).toMatchObject({ already: true, new: 0, duplicates: 6, matched: 0 });
  const preview = await upload('/api/v1/statements/preview', CSV, 'a.csv', bea);
  expect(await preview.json()).toMatchObject({ mapping: { delimiter: ';', date_order: 'dmy', debit: 2 }, certain: true });
  const listed = (await (await app.call('/api/v1/statements', { as: bea })).json()) as { items: { id: number }[] };
  expect(listed.items).toMatchObject([{ name: 'a.csv', lines: 6, from: '2026-09-03', until: '2026-11-12' }]);
  expect((await app.call(`/api/v1/statements/${listed.items[0]!.id}`, { method: 'DELETE', as: anna })).status).toBe(404);
  expect((await app.call(`/api/v1/statements/${listed.items[0]!.id}`, { method: 'DELETE', as: bea })).status).toBe(204);
});

it('imports OFX at once, and says in the person’s language what is no statement', async () => {
  const done = await upload('/statements', OFX, 'a.ofx', bea);
  expect(done.headers.get('Location')).toMatch(/^\/statements\?file=/);
  const refused = await upload('/statements', '%PDF-1.7', 'a.pdf', bea);
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('can not be read as a bank statement')]);
  const wrong = await upload('/api/v1/statements', CSV, 'b.csv', bea, { csrf: bea.csrf, mapping: '{"colour":1}' });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { code: 'bad_mapping' }]);
});

it('takes no file without the form’s token', async () => {
  expect((await upload('/statements', CSV, 'c.csv', anna, {})).status).toBe(403);
  expect((await upload('/api/v1/statements', CSV, 'c.csv', anna, { csrf: 'wrong' })).status).toBe(403);
});

it('answers others while a large file is read', async () => {
  // Long enough that a machine with one busy core answers more than once meanwhile; read in the same process, it would not.
  const lines = Array.from({ length: 60_000 }, (_, at) => `12/09/2026;PAIEMENT CB 1109 SHOP ${at};13,49;\n`);
  const uploaded = await upload('/statements', `Date;Libellé;Débit;Crédit\n${lines.join('')}`, 'large.csv', anna);
  const reading = { isOver: false };
  const columns = page(uploaded.headers.get('Location')!).finally(() => (reading.isOver = true));
  let answered = 0;
  for (; !reading.isOver; answered += 1) {
    await page('/livez');
    await setImmediate();
  }
  await columns;
  // The last answer may have come after it.
  expect(answered).toBeGreaterThan(10);
});
