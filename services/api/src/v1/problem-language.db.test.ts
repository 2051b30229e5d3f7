// In which language a program and a browser are told what went wrong: every word that is ours, and those of others as they came.
import { createTestDatabase } from '@quittance/testing/database';
import { inputSentencesFr } from '@quittance/i18n/input-sentences.fr';
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let subscription: string;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase(), {
    testMailbox: () => Promise.resolve({ ok: false, code: 'timeout', text: 'no answer within 20 seconds' }),
  });
  anna = await app.addPerson('anna@example.org');
  await app.addMessage(anna, { raw: Buffer.from('Subject: x\r\n\r\nIt renews'), subject: 'Renewal', merchant: 'Box' });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: { id: string }[] };
  subscription = subscriptions[0]!.id;
});
afterAll(() => app.close());

interface Told {
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

const told = async (language: string | null, path: string, json?: object): Promise<Told> => {
  const headers: Record<string, string> = language === null ? {} : { 'Accept-Language': language };
  const answer = await app.call(`/api/v1${path}`, { token: anna.token, method: json ? 'POST' : 'GET', headers, ...(json ? { json } : {}) });
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  return (await answer.json()) as Told;
};

const merge = (language: string | null) => told(language, '/acts', { kind: 'merged', subscription, other: subscription });

it('answers a program in the language that it asks for, and in English where it asks for none', async () => {
  for (const language of [null, '*', 'de', 'en-GB, fr;q=0.5'])
    expect(await merge(language), String(language)).toMatchObject({ detail: 'a subscription can not be merged with itself.' });
  for (const language of ['fr', 'fr-CA, en;q=0.8', 'de, fr;q=0.5'])
    expect(await merge(language), language).toMatchObject({
      title: 'C’est déjà le même abonnement.',
      detail: 'un abonnement ne peut pas être fusionné avec lui-même.',
    });
});

it('says what is wrong with an input in that language, too', async () => {
  for (const [path, english] of [
    ['/messages?cursor=x', 'must be `next` of another page'],
    ['/messages?q=%00', 'must not hold control characters'],
    ['/mailboxes/discovery?address=nobody', 'must be a mail address'],
    [`/subscriptions/${subscription}/silence?from=2026-05-02&to=2026-05-01`, null],
  ] as const) {
    const [en, fr] = [await told('en', path), await told('fr', path)];
    if (english !== null) expect(en.errors?.[0]?.message).toBe(english);
    expect(fr.errors?.[0]?.path).toBe(en.errors?.[0]?.path);
    expect(fr.errors?.[0]?.message, path).not.toBe(en.errors?.[0]?.message);
  }
});

it('says a mailbox’s trouble in it where the words are ours, and repeats a server’s', async () => {
  const mailbox = { address: 'a@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'a', password: 'x' };
  const [en, fr] = [await told('en', '/mailboxes/test', mailbox), await told('fr', '/mailboxes/test', mailbox)];
  expect(en.detail).toContain('20 seconds');
  expect(fr.detail).toMatch(/serveur/);
});

it('goes by the person’s own choice where a program asks for nothing, and always on the page', async () => {
  await app.call('/api/v1/settings', { method: 'PATCH', as: anna, json: { language: 'fr' } });
  expect((await merge(null)).detail).toMatch(/^un abonnement/);
  expect((await merge('en')).detail).toMatch(/^a subscription/);
  const browser = await app.call('/api/v1/acts', {
    method: 'POST',
    as: anna,
    headers: { 'Accept-Language': 'en' },
    json: { kind: 'merged', subscription, other: subscription },
  });
  expect(((await browser.json()) as Told).detail).toMatch(/^un abonnement/);
});

it('every word on an input that stands in a route has its French', () => {
  const files = globSync('**/*.ts', { cwd: resolve(import.meta.dirname, '..') }).filter((file) => !file.endsWith('.test.ts'));
  const said = files.flatMap((file) =>
    [
      ...readFileSync(resolve(import.meta.dirname, '..', file), 'utf8').matchAll(
        /(?<=\b(?:error|message): )(['`])([^'`\n]*(?:`\w+`[^'\n]*)?)\1/g,
      ),
    ].map(([, , text]) => text!.replaceAll(/\$\{[^}]*\}/g, '{}')),
  );
  expect(said.length).toBeGreaterThan(15);
  expect([...new Set(said)].filter((text) => !(text in inputSentencesFr))).toEqual([]);
});
