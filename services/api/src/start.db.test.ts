// The service over real sockets: sign-in, live stream, uploads, and an end that waits for nothing.
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@quittance/domain/log';
import { systemClock } from '@quittance/domain/instant';
import { createMetrics } from '@quittance/runtime/metrics';
import { notify } from '@quittance/store/notifications';
import { addUser, ensureOwner } from '@quittance/store/users';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createVault } from '@quittance/vault/vault';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ApiConfig } from './config.ts';
import { start, type RunningApi } from './start.ts';

let test: TestDatabase;
let owner: string;
let running: RunningApi | null = null;
let uploads: string;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = (await ensureOwner(test.db)).user.id;
  uploads = await mkdtemp(join(tmpdir(), 'quittance-uploads-'));
});
afterEach(async () => {
  await running?.stop();
  running = null;
});
afterAll(async () => {
  await test.drop();
  await rm(uploads, { recursive: true, force: true });
});

async function startApi(config: Partial<ApiConfig> = {}): Promise<RunningApi> {
  running = await start({
    db: test.db,
    databaseUrl: test.url,
    vault: createVault(randomBytes(32)),
    clock: systemClock,
    log: silentLog,
    metrics: createMetrics(),
    config: {
      port: 0,
      host: '127.0.0.1',
      allowPrivateHosts: [],
      uploadFolder: uploads,
      erasureList: join(uploads, 'erased.log'),
      ...config,
    },
  });
  return running;
}

async function signIn(api: RunningApi): Promise<{ Cookie: string; csrf: string }> {
  const answer = await fetch(await api.signInUrl(owner, 60_000), { redirect: 'manual' });
  const Cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!;
  const page = await (await fetch(`${api.url}/settings`, { headers: { Cookie } })).text();
  return { Cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)![1]! };
}

/** The stream as an EventSource reads it; `next` is the following event's name. */
async function openStream(api: RunningApi, Cookie: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${api.url}/api/v1/stream`, { headers: { Cookie, ...headers } });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  return {
    answer,
    reader,
    async next(): Promise<string | null> {
      for (;;) {
        const event = /event: (\w+)\n[^]*?\n\n/.exec(buffer);
        if (event) {
          buffer = buffer.slice(event.index + event[0].length);
          return event[1]!;
        }
        const { done, value } = await reader.read();
        if (done) return null;
        buffer += value;
      }
    },
  };
}

it('streams changes of this person only, catches up after a break, and ends with the service', async () => {
  const api = await startApi();
  const { Cookie } = await signIn(api);
  const other = await addUser(test.db, { address: 'other@example.org' });
  const stream = await openStream(api, Cookie);
  expect(stream.answer.headers.get('Content-Type')).toBe('text/event-stream');
  expect(await stream.next()).toBe('hello');
  await notify(test.db, 'change', other.id);
  await notify(test.db, 'change', owner);
  expect(await stream.next()).toBe('change');
  const resumed = await openStream(api, Cookie, { 'Last-Event-ID': '1' });
  expect(await resumed.next()).toBe('change');
  await notify(test.db, 'change', owner);
  expect([await stream.next(), await resumed.next()]).toEqual(['change', 'change']);
  const started = performance.now();
  const [end] = await Promise.all([stream.next(), api.stop()]);
  expect(end).toBeNull();
  expect(performance.now() - started).toBeLessThan(1_500);
});

it('imports what a form uploads, shows how far it is, and removes the upload', async () => {
  const api = await startApi();
  const { Cookie, csrf } = await signIn(api);
  const send = (fields: readonly ([string, string] | [string, Blob, string])[]) => {
    const form = new FormData();
    for (const field of fields) {
      if (field.length === 3) form.append(...field);
      else form.append(...field);
    }
    return fetch(`${api.url}/api/v1/imports`, { method: 'POST', body: form, headers: { Cookie, Origin: api.url } });
  };
  const mail = (n: number) => `From: shop@example.org\r\nSubject: Mail ${n}\r\nMessage-ID: <${n}@example.org>\r\n\r\nText ${n}\r\n`;
  const mbox = new Blob([1, 2, 3].map((n) => `From shop@example.org Mon Nov 23 09:00:00 2026\r\n${mail(n)}\r\n`));

  expect((await send([['files', mbox, 'a.mbox']])).status).toBe(403);
  expect(
    (
      await send([
        ['files', mbox, 'a.mbox'],
        ['csrf', csrf],
      ])
    ).status,
  ).toBe(403);
  expect((await send([['csrf', csrf]])).status).toBe(422);
  expect(await readdir(uploads)).toEqual([]);

  const answer = await send([
    ['csrf', csrf],
    ['files', mbox, '../../a.mbox'],
    ['files', new Blob([mail(1)]), 'one.eml'],
  ]);
  expect(answer.status).toBe(202);
  const { id, files } = (await answer.json()) as { id: string; files: string[] };
  expect(files).toEqual(['a.mbox', 'one.eml']);
  expect(
    (
      await send([
        ['csrf', csrf],
        ['files', mbox, 'b.mbox'],
      ])
    ).status,
  ).toBe(429);

  const progress = async () =>
    (await (await fetch(`${api.url}/api/v1/imports/${id}`, { headers: { Cookie } })).json()) as Record<string, unknown>;
  // No classifier runs here: the import reads everything and then waits for the outcomes.
  await expect.poll(progress, { timeout: 10_000 }).toMatchObject({ phase: 'settling', state: 'running', read: 4, duplicates: 1 });
  await test.db.updateTable('content').set({ state: 'ignored' }).execute();
  await expect.poll(progress, { timeout: 10_000 }).toMatchObject({
    state: 'done',
    result: { read: 4, accepted: 0, duplicates: 1, ignored: 3, quarantined: 0, errors: [] },
  });
  expect(await readdir(uploads)).toEqual([]);
  const { rows } = await (await import('kysely')).sql<{ path: string }>`select path from location order by path`.execute(test.db);
  expect(rows.map((row) => row.path)).toEqual(['a.mbox#1', 'a.mbox#2', 'a.mbox#3', 'one.eml']);
});

it('says that the port is taken', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => busy.once('listening', resolve));
  const { port } = busy.address() as { port: number };
  await expect(startApi({ port })).rejects.toMatchObject({ code: 'port_in_use' });
  busy.close();
});

it('is offered to other machines only once somebody has a password', async () => {
  await expect(startApi({ host: '0.0.0.0', publicUrl: 'https://quittance.example.org' })).rejects.toMatchObject({
    code: 'password_required',
  });
  // In a container it listens everywhere and answers under loopback names only.
  const api = await startApi({ host: '0.0.0.0' });
  await api.stop();
  await test.db.updateTable('app_user').set({ password_hash: 'x' }).where('id', '=', owner).execute();
  await startApi({ host: '0.0.0.0', publicUrl: 'https://quittance.example.org' });
});
