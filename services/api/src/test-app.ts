// The application for tests: two people, sessions and tokens for them, and a `call` that checks each answer of the
// API against the OpenAPI document, so that what is served and what is documented can't drift apart.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { offeredAuthorities } from '@quittance/anchor/authorities';
import { findKnown } from '@quittance/discovery/find-known';
import { silentLog } from '@quittance/domain/log';
import { createMetrics } from '@quittance/runtime/metrics';
import { refuseUnsafeTarget } from '@quittance/runtime/outbound';
import { createApiToken, type TokenScope } from '@quittance/store/api-tokens';
import type { Database } from '@quittance/store/database';
import { createSession } from '@quittance/store/sessions';
import { addUser } from '@quittance/store/users';
import { createVault } from '@quittance/vault/vault';
import { createApp } from './app.ts';
import { createSignInAttempts } from './auth/sign-in-attempts.ts';
import { createBankReader } from './bank-reader.ts';
import { openChanges } from './changes.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { createDossiers } from './dossiers.ts';
import { createImportRuns, type ImportFiles } from './import-runs.ts';
import { addTestMessage, type TestMessage } from './test-message.ts';
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
    addMessage: (person, message) => addTestMessage(deps, person, message),
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
