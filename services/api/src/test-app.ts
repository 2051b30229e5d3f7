// The application for tests: two people, sessions and tokens for them, and a `call` that checks each answer of the
// API against the OpenAPI document, so that what is served and what is documented can't drift apart.
import { createHash, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { offeredAuthorities } from '@quittance/anchor/authorities';
import { findKnown } from '@quittance/discovery/find-known';
import type { Verdict } from '@quittance/domain/authenticity';
import { silentLog } from '@quittance/domain/log';
import { createMetrics } from '@quittance/runtime/metrics';
import { refuseUnsafeTarget } from '@quittance/runtime/outbound';
import { createApiToken, type TokenScope } from '@quittance/store/api-tokens';
import type { Database } from '@quittance/store/database';
import { reserveEventSeqs } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { searchVector } from '@quittance/store/search-text';
import { createSession } from '@quittance/store/sessions';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { addUser } from '@quittance/store/users';
import { fold } from '@quittance/timeline/fold';
import { sealBytes } from '@quittance/vault/message-bytes';
import { createVault } from '@quittance/vault/vault';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import { createApp } from './app.ts';
import { createSignInAttempts } from './auth/sign-in-attempts.ts';
import { createBankReader } from './bank-reader.ts';
import { openChanges } from './changes.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { createDossiers } from './dossiers.ts';
import { createImportRuns, type ImportFiles } from './import-runs.ts';
import { createMailViews } from './ui/mail-view.ts';
import { createApi } from './v1/api.ts';

const NO_IMPORT = { read: 0, accepted: 0, duplicates: 0, ignored: 0, quarantined: 0, events: 0, errors: [] };
export const ORIGIN = 'http://localhost:8400';

/** `createTestDatabase()` of packages/testing, which only test files may import. */
export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  drop(): Promise<void>;
}

export interface Person {
  readonly id: string;
  readonly cookie: string;
  readonly csrf: string;
  readonly token: string;
}

interface Call {
  readonly method?: string;
  /** Whose session; with `token` whose bearer token instead. */
  readonly as?: Person;
  readonly token?: string;
  readonly json?: unknown;
  readonly form?: Record<string, string>;
  readonly body?: Uint8Array | ReadableStream;
  readonly headers?: Record<string, string>;
  /** Leaves the CSRF token out. */
  readonly bare?: boolean;
}

export interface TestApp {
  readonly test: TestDatabase;
  readonly deps: AppDeps;
  readonly app: OpenAPIHono<AppEnv>;
  readonly clock: { now(): Date; set(at: string): void };
  addPerson(address: string): Promise<Person>;
  /** As a browser or a program asks; API answers are checked against the document. */
  call(path: string, options?: Call): Promise<Response>;
  addToken(person: Person, scopes: readonly TokenScope[]): Promise<string>;
  /** A kept message with event, verdict, leaf and subscription, as the classifier leaves it. */
  addMessage(person: Person, message: TestMessage): Promise<{ sha256: string; eventId: string; messageId: number }>;
  close(): Promise<void>;
}

interface TestMessage {
  readonly raw: Buffer;
  readonly subject: string;
  readonly from?: string;
  readonly kind?: string;
  readonly decided?: 'auto' | 'probable' | 'abstain';
  readonly merchant?: string;
  readonly at?: string;
  /** No server noted when it came. */
  readonly isUnreceived?: boolean;
  /** The last day to cancel, in the words that name it. */
  readonly deadline?: { readonly on: string; readonly quote: string };
}

export async function createTestApp(
  test: TestDatabase,
  overrides: Partial<AppDeps> & { importFiles?: ImportFiles } = {},
): Promise<TestApp> {
  let now = new Date('2026-11-23T09:00:00.000Z');
  const clock = { now: () => now, set: (at: string) => void (now = new Date(at)) };
  const vault = createVault(randomBytes(32));
  const changes = await openChanges({ databaseUrl: test.url, log: silentLog });
  const [mailViews, bankReader, dossiers] = [createMailViews(), createBankReader(), createDossiers()];
  // Made by the first upload.
  const uploads = join(tmpdir(), `quittance-uploads-${randomBytes(6).toString('hex')}`);
  const imports = createImportRuns({
    importFiles: overrides.importFiles ?? (() => Promise.resolve(NO_IMPORT)),
    folder: uploads,
    clock,
    log: silentLog,
  });
  const deps: AppDeps = {
    db: test.db,
    vault,
    clock,
    log: silentLog,
    metrics: createMetrics(),
    publicUrl: ORIGIN,
    oauth: {},
    testMailbox: () => Promise.resolve({ ok: true, folders: [{ path: 'INBOX' }], messages: 3 }),
    discover: (address) => Promise.resolve(findKnown(address) ?? { address: address.address, provider: null, found: null }),
    refuseUnsafeTarget: (url) =>
      refuseUnsafeTarget(url, { allowPrivateHosts: [], lookup: () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]) }),
    imports,
    watchFolders: [tmpdir()],
    changes,
    attempts: createSignInAttempts({ clock }),
    mailViews,
    bankReader,
    dossiers,
    erasures: { append: () => Promise.resolve() },
    stamping: { offered: offeredAuthorities(undefined), stampNow: () => Promise.resolve(false) },
    ...overrides,
  };
  const app = createApp(deps);
  const check = createAnswerCheck(createApi(deps));

  return {
    test,
    deps,
    app,
    clock,
    async addPerson(address) {
      const { id } = await addUser(test.db, { address });
      const { token, csrfToken } = await createSession(test.db, { userId: id, now, expiresAt: '2099-01-01T00:00:00.000Z' });
      const api = await createApiToken(test.db, { userId: id, name: 'test', scopes: ['read', 'write'], now });
      return { id, cookie: `quittance=${token}`, csrf: csrfToken, token: api.token };
    },
    async addToken(person, scopes) {
      return (await createApiToken(test.db, { userId: person.id, name: 'scoped', scopes, now })).token;
    },
    async call(path, options = {}) {
      const response = await app.request(`${ORIGIN}${path}`, toRequest(options));
      if (path.startsWith('/api/v1/')) await check(options.method ?? 'GET', path, response.clone());
      return response;
    },
    addMessage: (person, message) => addMessage(deps, person, message),
    async close() {
      await changes.close();
      await imports.close();
      await Promise.all([mailViews.close(), bankReader.close(), dossiers.close()]);
      await rm(uploads, { recursive: true, force: true });
      await test.drop();
    },
  };
}

function toRequest({ method = 'GET', as, token, json, form, body, headers, bare }: Call): RequestInit {
  const isUnsafe = method !== 'GET' && method !== 'HEAD';
  return {
    method,
    headers: {
      ...(token !== undefined ? { Authorization: `Bearer ${token}` } : as ? { Cookie: as.cookie } : {}),
      ...(isUnsafe ? { Origin: ORIGIN } : {}),
      ...(isUnsafe && as && !bare ? { 'X-CSRF-Token': as.csrf } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  };
}

interface RouteShape {
  readonly method: string;
  readonly path: string;
  readonly responses: Record<
    string,
    { content?: Record<string, { schema: { safeParse(value: unknown): { success: boolean; data?: unknown; error?: Error } } }> }
  >;
}

/** @throws when an answer has a status that the document does not name, or a body that is not exactly what its schema says. */
function createAnswerCheck(api: OpenAPIHono<AppEnv>) {
  const routes = api.openAPIRegistry.definitions
    .filter((definition) => definition.type === 'route')
    .map((definition) => definition.route as unknown as RouteShape)
    // Fixed paths before those with parameters.
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
  return async (method: string, path: string, response: Response): Promise<void> => {
    const pathname = path.slice('/api/v1'.length).split('?')[0]!;
    const route = routes.find(
      (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    );
    if (!route) return;
    const documented = route.responses[String(response.status)];
    const isGeneral = [400, 401, 403, 404, 413, 415, 421, 503].includes(response.status);
    if (!documented && isGeneral) return;
    if (!documented) throw new Error(`${method} ${path} answered ${response.status}, which is not documented: ${await response.text()}`);
    const type = (response.headers.get('Content-Type') ?? '').split(';')[0]!;
    if (!type.endsWith('json')) return;
    const schema = documented.content?.[type]?.schema;
    if (!schema) throw new Error(`${method} ${path} answered ${type}, which is not documented for ${response.status}`);
    const value: unknown = await response.json();
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw new Error(`${method} ${path} is not as documented: ${parsed.error?.message}`);
    // Unknown fields are dropped by the schema: then the two differ.
    if (JSON.stringify(sorted(parsed.data)) !== JSON.stringify(sorted(value)))
      throw new Error(`${method} ${path} has undocumented fields: ${JSON.stringify(value)}`);
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

// As the classifier writes it.
function manifestOf(sha256: string, size: number, at: string): JsonValue {
  const { level, pending, reasons, tool } = VERDICT;
  return {
    v: 1,
    kind: 'message',
    raw: { sha256, size },
    source: { kind: 'import', path: 'test.mbox#1' },
    clocks: { sentAt: at, receivedAt: at, internalDate: null, capturedAt: at },
    verdict: { level, pending, reasons, signatures: [] },
    dns: [],
    tool,
  };
}

const VERDICT: Verdict = { level: 'B', pending: false, reasons: ['signed_aligned'], signatures: [], dns: [], tool: 'test@1' };

async function addMessage({ db, vault, clock }: AppDeps, person: Person, message: TestMessage) {
  const { raw, subject, from = 'no-reply@shop.example', kind = 'renewal_notice', decided = 'auto', merchant = 'Shop', deadline } = message;
  const at = message.at ?? '2026-11-20T10:00:00.000Z';
  const sha256 = createHash('sha256').update(raw).digest();
  const user_id = person.id;
  return inTransaction(db, async (tx) => {
    const content = await tx
      .insertInto('content')
      .values({ user_id, content_key: vault.contentKey(user_id, sha256), state: 'kept', first_seen_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = await tx
      .insertInto('message')
      .values({
        user_id,
        content_id: content.id,
        sha256,
        size_bytes: raw.length,
        rfc_message_id: `${sha256.toString('hex').slice(0, 8)}@shop.example`,
        from_address: from,
        from_name: 'Shop',
        subject,
        language: 'en',
        sent_at: at,
        received_at: message.isUnreceived === true ? null : at,
        captured_at: at,
        origin: JSON.stringify({ kind: 'import', path: 'test.mbox#1' }),
        search: searchVector([subject, from, merchant]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const sealed = sealBytes(vault, content.id, raw);
    const salt = randomBytes(32);
    await tx.insertInto('message_secret').values({ message_id: row.id, user_id, wrapped_key: sealed.wrappedKey, salt }).execute();
    await tx.insertInto('message_body').values({ message_id: row.id, user_id, ciphertext: sealed.ciphertext }).execute();
    await tx
      .insertInto('verdict')
      .values({ user_id, message_id: row.id, level: 'B', pending: false, detail: JSON.stringify(VERDICT), made_at: at })
      .execute();
    const manifest = Buffer.from(canonicalJson(manifestOf(sha256.toString('hex'), raw.length, at)));
    await appendToLog(tx, user_id, [{ entry: leafEntry('message', commitment(salt, manifest)), messageId: row.id, manifest }], clock.now());
    const event = await tx
      .insertInto('event')
      .values({
        user_id,
        seq: await reserveEventSeqs(tx, user_id, 1),
        message_id: row.id,
        kind,
        decided,
        confidence: 0.75,
        merchant_id: merchant.toLowerCase(),
        merchant_name: merchant,
        merchant_domains: ['shop.example'],
        amount_minor: 1299,
        currency: 'EUR',
        period: 'P1M',
        // A mail that tells of a price alone: one that names the renewal too may mean the renewal's last day.
        renews_on: kind === 'price_change' ? null : '2026-12-20',
        cancel_by: deadline?.on ?? null,
        language: 'en',
        reasons: JSON.stringify(reasonsOf(deadline)),
        occurred_at: at,
        recorded_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await refoldMerchants(tx, fold, user_id, [merchant.toLowerCase()]);
    return { sha256: sha256.toString('hex'), eventId: event.id, messageId: row.id };
  });
}

function reasonsOf(deadline: TestMessage['deadline']) {
  const place = { zone: 'body', start: 0, end: 0 };
  return [
    { rule: 'renews', quote: 'will renew', field: 'kind', zone: 'body', start: 0, end: 10 },
    ...(deadline ? [{ rule: 'deadline.before', quote: deadline.quote, field: 'cancel_by', ...place }] : []),
  ];
}
