import { addDays } from '@quittance/domain/civil-date';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { fold } from '@quittance/timeline/fold';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { archiveQuery, searchArchive, type ArchiveQuery } from './archive-search.ts';
import { renameMerchant } from './own-hand.ts';
import { searchVector } from './search-text.ts';
import { refoldMerchants } from './subscriptions.ts';
import { asUser, inTransaction } from './transaction.ts';
import { addUser } from './users.ts';

let test: TestDatabase;
let alice: string;
let bob: string;

beforeAll(async () => {
  test = await createTestDatabase();
  alice = (await addUser(test.db, { address: 'alice@example.org' })).id;
  bob = (await addUser(test.db, { address: 'bob@example.org' })).id;
  await seed(alice, 20_000);
  await seed(bob, 500);
  await addNamed(alice, 'Échéance de votre abonnement Œuvres', 'no-reply@presse.example');
  await sql`vacuum analyze`.execute(test.db);
});
afterAll(() => test.drop());

const search = (userId: string, query: Partial<ArchiveQuery>) =>
  asUser(test.db, userId, (tx) => searchArchive(tx, userId, { limit: 50, timeZone: 'UTC', ...query }));

it('finds words without accents and case, in subject and address', async () => {
  for (const text of ['echeance', 'ÉCHÉANCE', '"votre abonnement"', 'presse', 'oeuvres -netflix']) {
    expect((await search(alice, { text })).map((hit) => hit.fromAddress)).toEqual(['no-reply@presse.example']);
  }
  expect(await search(alice, { text: 'echeance -abonnement' })).toEqual([]);
});

it('answers a question, whatever the form of its words, and takes a month by the mail’s words or its date', async () => {
  await addNamed(alice, 'Confirmation de la résiliation de votre abonnement', 'client@canalplus.example', '2026-03-12T08:30:00.000Z');
  const found = async (text: string) => (await search(alice, { text })).map((hit) => hit.fromAddress);
  for (const text of ['ai-je résilié canal+ en mars ?', 'resilier CANAL', 'canal résilié mars 2026', 'abonnements canal confirmé']) {
    expect(await found(text), text).toEqual(['client@canalplus.example']);
  }
  for (const text of ['résilié canal en avril', 'canal mars 2025', '"résilié"', 'canal -abonnement'])
    expect(await found(text), text).toEqual([]);
});

it('months and days are those of the person’s time zone', async () => {
  // In Paris it is April already, in Los Angeles March until nine hours later.
  const carol = (await addUser(test.db, { address: 'carol@example.org' })).id;
  await addNamed(carol, 'Votre contrat nocturne', 'nuit@fibre.example', '2026-03-31T22:30:00.000Z');
  const isFound = async (query: Partial<ArchiveQuery>) => (await search(carol, { text: 'nocturne', ...query })).length === 1;
  for (const [timeZone, month, other, day] of [
    ['UTC', 'mars', 'avril', '2026-03-31'],
    ['Europe/Paris', 'avril', 'mars', '2026-04-01'],
    ['America/Los_Angeles', 'mars', 'avril', '2026-03-31'],
    // What the runtime takes for a zone, and PostgreSQL for its opposite.
    ['+02:00', 'avril', 'mars', '2026-04-01'],
    ['-02:00', 'mars', 'avril', '2026-03-31'],
  ] as const) {
    for (const year of ['', ' 2026']) {
      expect([timeZone, await isFound({ timeZone, text: `nocturne en ${month}${year}` })]).toEqual([timeZone, true]);
      expect([timeZone, await isFound({ timeZone, text: `nocturne en ${other}${year}` })]).toEqual([timeZone, false]);
    }
    expect([timeZone, await isFound({ timeZone, from: day, to: day })]).toEqual([timeZone, true]);
    expect([timeZone, await isFound({ timeZone, to: addDays(day, -1) })]).toEqual([timeZone, false]);
    expect([timeZone, await isFound({ timeZone, from: addDays(day, 1) })]).toEqual([timeZone, false]);
  }
  for (const timeZone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
    expect(await isFound({ timeZone, from: '0000-01-01', to: '9999-12-31' })).toBe(true);
    expect(await isFound({ timeZone, from: '9999-12-31' })).toBe(false);
  }
});

it('works out a month of every year once, however often it is typed and asked for', async () => {
  const clock = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const parametersOf = (text: string) =>
    asUser(test.db, alice, async (tx) => archiveQuery(tx, alice, { text, limit: 1, timeZone: 'Pacific/Chatham' }).compile().parameters);
  try {
    const once = await parametersOf('mai');
    expect(clock).toHaveBeenCalled();
    clock.mockClear();
    expect(await parametersOf('mai '.repeat(75))).toEqual(once);
    expect(clock).not.toHaveBeenCalled();
    // The same month in two languages is another word, and the same days.
    const size = (parameters: readonly unknown[]) => JSON.stringify(parameters).length;
    expect(size(await parametersOf('en mai, in may')) - size(once)).toBeLessThan(20);
  } finally {
    clock.mockRestore();
  }
});

it('finds any of several months, by words or date', async () => {
  const dave = (await addUser(test.db, { address: 'dave@example.org' })).id;
  await addNamed(dave, 'Premier avis', 'un@fibre.example', '2026-03-12T08:30:00.000Z');
  await addNamed(dave, 'Le deuxième avis', 'deux@fibre.example', '2026-07-12T08:30:00.000Z');
  await addNamed(dave, 'Encore un avis, de mai 2024', 'trois@fibre.example', '2026-09-12T08:30:00.000Z');
  const found = async (text: string) => (await search(dave, { text })).map((hit) => hit.fromAddress.split('@')[0]);
  expect(await found('avis mars juillet mars')).toEqual(['deux', 'un']);
  expect(await found('mars 2025 juillet 2026 mai 2024')).toEqual(['trois', 'deux']);
  expect(await found('mai mars')).toEqual(['trois', 'un']);
  expect(await found('mai 2026 juin')).toEqual([]);
});

it('survives every query a person may type', async () => {
  for (const text of ["'", '"', '-', '&|!():*', '\\', '" - " or', 'a'.repeat(5000), '\u0000x', '\ud800']) {
    expect(Array.isArray(await search(alice, { text, limit: 1 }))).toBe(true);
  }
});

it('walks all pages, newest first, each message once', async () => {
  const seen = new Set<number>();
  let after: ArchiveQuery['after'];
  for (;;) {
    const page = await search(bob, { limit: 200, after });
    for (const hit of page) seen.add(hit.id);
    const last = page.at(-1);
    if (!last) break;
    expect(page.map((hit) => hit.datedAt)).toEqual(
      page
        .map((hit) => hit.datedAt)
        .sort()
        .reverse(),
    );
    after = { datedAt: last.datedAt, id: last.id };
  }
  expect(seen.size).toBe(500);
});

it('filters by merchant, kind as corrected, level and date', async () => {
  const [hit] = await search(bob, { merchant: 'Merchant-7', kind: 'renewal_charged', level: 'B', limit: 1 });
  expect(hit).toMatchObject({ level: 'B', event: { merchantId: 'merchant-7', kind: 'renewal_charged' } });
  await asUser(test.db, bob, (tx) =>
    tx
      .insertInto('correction')
      .values({ user_id: bob, event_id: hit!.event!.id, kind: 'refund', made_at: '2026-11-01T00:00:00.000Z' })
      .execute(),
  );
  expect((await search(bob, { kind: 'refund' })).map((found) => found.id)).toEqual([hit!.id]);
  expect(await search(bob, { from: '2031-01-01' })).toEqual([]);
});

it('finds a merchant by a part of its name, its domain, or the name that the person gave it', async () => {
  const dora = (await addUser(test.db, { address: 'dora@example.org' })).id;
  await seed(dora, 3);
  const [one, two] = ['merchant-1', 'merchant-2'];
  const named = async (merchant: string) =>
    (await search(dora, { merchant })).map(({ event }) => event!.merchantId!).sort((a, b) => (a < b ? -1 : 1));
  const call = (id: string, name: string, domain: string) =>
    sql`update event set merchant_name = ${name}, merchant_domains = ${[domain]}::text[] where user_id = ${dora} and merchant_id = ${id}`;
  await inTransaction(test.db, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await call(one, 'Télé Loisirs+', 'teleloisirs.fr').execute(tx);
    await call(two, 'Telefon AG', 'telefon.example').execute(tx);
  });
  expect(await named('tele')).toEqual([one, two]);
  expect(await named('tele-LOISIRS')).toEqual([one]);
  expect(await named('telefon.example')).toEqual([two]);
  expect(await named('efon')).toEqual([]);
  const at = '2026-06-01T00:00:00.000Z';
  await inTransaction(test.db, (tx) => refoldMerchants(tx, fold, dora, [one, two]));
  await asUser(test.db, dora, (tx) => renameMerchant({ tx, fold, userId: dora, at }, { merchantId: two, name: 'Mobile' }));
  expect(await named('mobi')).toEqual([two]);
});

it('serves the other person nothing, even for the text index', async () => {
  expect(await search(bob, { text: 'echeance' })).toEqual([]);
  const crossed = await asUser(test.db, bob, (tx) => searchArchive(tx, alice, { limit: 10, timeZone: 'UTC' }));
  expect(crossed).toEqual([]);
});

it('never reads the whole table', async () => {
  const queries: Omit<ArchiveQuery, 'timeZone'>[] = [
    { limit: 50 },
    { limit: 50, text: 'echeance' },
    { limit: 50, text: 'message 123' },
    { limit: 50, text: 'message mars 2026' },
    { limit: 50, text: 'message mars' },
    { limit: 50, after: { datedAt: '2026-01-01T00:00:00.000Z', id: 5 } },
    { limit: 50, from: '2026-01-01', to: '2026-01-01' },
  ];
  for (const query of queries) {
    const plan = await asUser(test.db, alice, async (tx) => {
      const rows = await archiveQuery(tx, alice, { ...query, timeZone: 'Europe/Paris' }).explain('text');
      return rows.map((row) => (row as Record<string, string>)['QUERY PLAN']).join('\n');
    });
    expect(plan, JSON.stringify(query)).not.toMatch(/Seq Scan on (message|event|verdict|correction)/);
  }
  const inner = await sql<Record<string, string>>`
    explain select id from message where search @@ websearch_to_tsquery('simple', 'echeance') and user_id = ${alice}`.execute(test.db);
  expect(inner.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('message_search');
});

async function seed(userId: string, count: number): Promise<void> {
  const at = sql`timestamptz '2020-01-01' + make_interval(hours => i::int)`;
  await sql`insert into content (user_id, content_key, state, first_seen_at)
    select ${userId}, sha256(convert_to(${userId} || i, 'UTF8')), 'kept', now() from generate_series(1, ${count}) i`.execute(test.db);
  await sql`insert into message (user_id, content_id, sha256, size_bytes, rfc_message_id, from_address, from_name, subject, language,
      sent_at, captured_at, origin, search)
    select ${userId}, c.id, c.content_key, 1000, i || '@x', 'no-reply@merchant-' || i % 50 || '.example', '', 'Message ' || i, 'en',
      ${at}, now(), '{"kind":"import","path":"x"}', to_tsvector('simple', 'message ' || i || ' your subscription renews merchant ' || i % 50)
    from (select id, content_key, row_number() over (order by id) as i from content where user_id = ${userId}) c`.execute(test.db);
  await sql`insert into event (user_id, seq, message_id, kind, decided, confidence, merchant_id, merchant_name, language, reasons,
      occurred_at, recorded_at)
    select ${userId}, m.i, m.id, (array['renewal_notice','renewal_charged'])[1 + m.i % 2], 'auto', 0.9, 'merchant-' || m.i % 50,
      'Merchant ' || m.i % 50, 'en', '[]', m.sent_at, now()
    from (select id, sent_at, row_number() over (order by id) as i from message where user_id = ${userId}) m`.execute(test.db);
  await sql`insert into verdict (user_id, message_id, level, pending, detail, made_at)
    select user_id, id, 'B', false, '{}', now() from message where user_id = ${userId}`.execute(test.db);
  await sql`insert into correction (user_id, event_id, kind, made_at)
    select user_id, id, kind, now() from event where user_id = ${userId}`.execute(test.db);
}

async function addNamed(userId: string, subject: string, from: string, receivedAt: string | null = null): Promise<void> {
  const key = Buffer.alloc(32, subject.length);
  const content = await test.db
    .insertInto('content')
    .values({ user_id: userId, content_key: key, state: 'kept', first_seen_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await test.db
    .insertInto('message')
    .values({
      user_id: userId,
      content_id: content.id,
      sha256: key,
      received_at: receivedAt,
      size_bytes: 1,
      from_address: from,
      from_name: '',
      subject,
      language: 'fr',
      captured_at: new Date(),
      origin: JSON.stringify({ kind: 'import', path: 'x' }),
      search: searchVector([subject, from]),
    })
    .execute();
}
