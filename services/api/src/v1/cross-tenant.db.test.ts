// Two people on one installation. Mallory has a session, a token and the ids of everything of Anna's, and asks every endpoint for them. The list of
// endpoints comes from the OpenAPI document, so that a new one can't be forgotten.
import { createTestDatabase } from '@quittance/testing/database';
import { asUser } from '@quittance/store/transaction';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let mallory: Person;
let ids: Record<string, string>;

const MARK = 'anna-only-7f3';
const AT = '2026-11-20T10:00:00.000Z';

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  mallory = await app.addPerson('mallory@example.org');
  ids = await fillFor(anna);
});
afterAll(() => app.close());

/** Paths with Anna's ids filled in, by what stands before them. */
function idFor(path: string): string {
  const noun = /\/(\w+)\/\{/.exec(path)?.[1];
  const id = noun && ids[noun];
  if (!id) throw new Error(`no id of Anna's for ${path}: add one to fillFor`);
  return id;
}

describe('every endpoint', () => {
  it('gives nothing of one person to the other and changes nothing of theirs', async () => {
    const { paths } = (await (await app.call('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> };
    const before = await snapshot();
    let asked = 0;
    for (const [path, item] of Object.entries(paths)) {
      for (const method of Object.keys(item)) {
        const named = path.replace(/\{\w+\}/, () => encodeURIComponent(idFor(path))).replace('{kind}', 'bank_dispute');
        const url = `/api/v1${named}${path.endsWith('/silence') ? '?from=2026-10-01&to=2026-10-02' : ''}`;
        for (const who of [{ as: mallory }, { token: mallory.token }]) {
          const answer = await app.call(url, { method: method.toUpperCase(), ...who, ...bodyOf(path, method) });
          const text = await answer.text();
          expect(text, `${method} ${url}`).not.toContain(MARK);
          if (path.includes('{')) expect([403, 404], `${method} ${url} ${text}`).toContain(answer.status);
          asked += 1;
        }
      }
    }
    expect(asked).toBeGreaterThan(60);
    expect(await snapshot()).toBe(before);
  });

  it('gives them to Anna: the same requests find what is hers', async () => {
    for (const path of [
      `/messages/${ids['messages']}`,
      `/subscriptions/${ids['subscriptions']}`,
      `/mailboxes/${ids['mailboxes']}`,
      '/inlets',
      `/inlets/${ids['inlets']}`,
      '/alerts',
      '/channels',
    ]) {
      const answer = await app.call(`/api/v1${path}`, { as: anna });
      expect([path, answer.status, (await answer.text()).includes(MARK)]).toEqual([path, 200, true]);
    }
  });
});

describe('row-level security', () => {
  it('holds when a query forgets its where, in every table of a person', async () => {
    const { rows: tables } = await sql<{ name: string; column: string }>`
      select table_name as name, column_name as column from information_schema.columns c
      join pg_class on relname = table_name and relkind = 'r'
      where table_schema = 'public' and (column_name = 'user_id' or (table_name = 'app_user' and column_name = 'id'))`.execute(app.test.db);
    expect(tables.length).toBeGreaterThan(25);
    const own = new Set<string>();
    for (const { name, column } of tables) {
      const seen = await asUser(app.test.db, mallory.id, (tx) =>
        sql<{ owner: string }>`select ${sql.ref(column)} as owner from ${sql.table(name)}`.execute(tx),
      );
      expect(
        seen.rows.filter((row) => row.owner !== mallory.id),
        name,
      ).toEqual([]);
      const all = await sql<{ owner: string }>`select ${sql.ref(column)} as owner from ${sql.table(name)}`.execute(app.test.db);
      if (all.rows.some((row) => row.owner === anna.id)) own.add(name);
    }
    // The proof is worth something only where Anna has rows.
    expect([...own]).toEqual(
      expect.arrayContaining(['message', 'message_body', 'event', 'subscription', 'alert', 'channel', 'mailbox', 'log_leaf']),
    );
  });

  it('refuses to write into the name of another, and to change evidence', async () => {
    const write = asUser(app.test.db, mallory.id, (tx) =>
      tx
        .insertInto('alert')
        .values({ user_id: anna.id, kind: 'renewal_notice', dedupe_key: 'm', data: '{}', due_at: AT, created_at: AT })
        .execute(),
    );
    await expect(write).rejects.toThrow(/row-level security/);
    const change = asUser(app.test.db, anna.id, (tx) => tx.updateTable('message').set({ subject: 'changed' }).execute());
    await expect(change).rejects.toThrow(/permission denied/);
    const everyone = await asUser(app.test.db, mallory.id, (tx) => tx.updateTable('alert').set({ seen_at: AT }).executeTakeFirst());
    expect(everyone.numUpdatedRows).toBe(0n);
  });

  it('leaves no rights behind on the connection', async () => {
    await asUser(app.test.db, mallory.id, () => Promise.resolve());
    const { rows } = await sql<{ role: string; person: string }>`
      select current_user as role, coalesce(current_setting('quittance.user_id', true), '') as person`.execute(app.test.db);
    expect(rows[0]).not.toMatchObject({ role: 'quittance_app' });
    expect(rows[0]!.person).toBe('');
  });
});

function bodyOf(path: string, method: string): { json?: unknown } {
  if (method === 'get' || method === 'delete') return {};
  const mailbox = { address: 'm@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'm', password: 'p' };
  if (path.startsWith('/mailboxes')) return { json: { ...mailbox, username: `m${Math.random()}` } };
  if (path.endsWith('/correction')) return { json: { kind: 'refund' } };
  if (path === '/statements/payees') return { json: { payee_key: MARK, choice: 'none' } };
  if (path === '/channels') return { json: { kind: 'webhook', target: `https://hooks.example.org/${Math.random()}` } };
  if (path === '/inlets') return { json: { path: '/etc' } };
  if (path === '/tokens') return { json: { name: 't', scopes: ['read'] } };
  if (path === '/settings') return { json: { name: 'M' } };
  if (path === '/settings/password') return { json: { address: 'mallory@example.org', password: 'long enough' } };
  return {};
}

/** All that Anna has, as text. */
async function snapshot(): Promise<string> {
  const parts: unknown[] = [];
  for (const table of [
    'mailbox',
    'inlet',
    'event',
    'correction',
    'act',
    'subscription',
    'alert',
    'channel',
    'delivery',
    'content',
    'outbox',
    'api_token',
    'log',
    'log_leaf',
    'statement_file',
    'statement_line',
  ] as const) {
    const { rows } = await sql`select * from ${sql.table(table)} where user_id = ${anna.id} order by 1, 2`.execute(app.test.db);
    parts.push(table, rows);
  }
  const { rows } = await sql`select * from app_user where id = ${anna.id}`.execute(app.test.db);
  return JSON.stringify([parts, rows]);
}

async function fillFor(person: Person): Promise<Record<string, string>> {
  const { db } = app.test;
  const { sha256, eventId } = await app.addMessage(person, {
    raw: Buffer.from(`From: a\r\n\r\n${MARK}`),
    subject: `Renewal ${MARK}`,
    merchant: MARK,
  });
  const subscription = await db.selectFrom('subscription').select('id').executeTakeFirstOrThrow();
  const mailbox = await app.call('/api/v1/mailboxes', {
    method: 'POST',
    as: person,
    json: { address: `${MARK}@example.org`, host: 'imap.example.org', port: 993, tls: 'tls', username: MARK, password: 'p' },
  });
  const channel = await app.call('/api/v1/channels', {
    method: 'POST',
    as: person,
    json: { kind: 'webhook', target: `https://hooks.example.org/${MARK}` },
  });
  const channelId = ((await channel.json()) as { id: string }).id;
  const delivery = await app.call(`/api/v1/channels/${channelId}/test`, { method: 'POST', as: person });
  const alert = await db
    .insertInto('alert')
    .values({ user_id: person.id, kind: 'renewal_notice', dedupe_key: MARK, data: JSON.stringify(alertData()), due_at: AT, created_at: AT })
    .returning('id')
    .executeTakeFirstOrThrow();
  const content = await db
    .insertInto('content')
    .values({ user_id: person.id, content_key: Buffer.alloc(32, 3), state: 'quarantined', first_seen_at: AT })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('staged_message')
    .values({
      content_id: content.id,
      user_id: person.id,
      origin: JSON.stringify({ kind: 'import', path: MARK }),
      captured_at: AT,
      size_bytes: 1,
      wrapped_key: Buffer.alloc(1),
      ciphertext: Buffer.alloc(1),
    })
    .execute();
  const upload = await app.call('/api/v1/imports', {
    method: 'POST',
    as: person,
    body: Buffer.from(`--b\r\nContent-Disposition: form-data; name="f"; filename="${MARK}.eml"\r\n\r\nx\r\n--b--\r\n`),
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  });
  const said = { kind: 'subscription_added', merchant: MARK, started_on: '2026-01-01' };
  const act = (await (await app.call('/api/v1/acts', { method: 'POST', as: person, json: said })).json()) as { id: string };
  const statement = await app.call('/api/v1/statements', {
    method: 'POST',
    as: person,
    body: Buffer.from(
      `--b\r\nContent-Disposition: form-data; name="f"; filename="${MARK}.csv"\r\n\r\nDate;Libellé;Montant\n01/02/2026;${MARK};-1,00\n\r\n--b--\r\n`,
    ),
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  });
  const inlet = await db
    .insertInto('inlet')
    .values({ user_id: person.id, kind: 'drop', path: `/srv/${MARK}` })
    .returning('id')
    .executeTakeFirstOrThrow();
  const token = await db.selectFrom('api_token').select('id').where('user_id', '=', person.id).executeTakeFirstOrThrow();
  return {
    messages: sha256,
    events: eventId,
    subscriptions: subscription.id,
    mailboxes: ((await mailbox.json()) as { id: string }).id,
    channels: channelId,
    deliveries: ((await delivery.json()) as { id: string }).id,
    alerts: alert.id,
    quarantine: String(content.id),
    imports: ((await upload.json()) as { id: string }).id,
    tokens: token.id,
    acts: act.id,
    inlets: inlet.id,
    statements: String(((await statement.json()) as { statement: { id: number } }).statement.id),
  };
}

function alertData(): Record<string, string | null> {
  const names =
    'subscription_id event_id message_sha256 plan amount currency period renews_on ends_on cancel_by quote level mailbox reason'.split(' ');
  return { ...Object.fromEntries(names.map((name) => [name, null])), merchant: MARK };
}
