// docker-compose.yml without Docker: each service's command runs as a plain process with its own environment, in the order that depends_on
// says, against a local PostgreSQL and a Redis of its own. One mail goes through all of them.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addDays, civilDateOf } from '@quittance/domain/civil-date';
import { createEmptyDatabase } from '@quittance/testing/empty-database';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { startRedis, type TestRedis } from '@quittance/testing/redis';
import { cleanEnvironment, runQuittance } from '@quittance/testing/run-quittance';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly command: string[];
  readonly environment: Record<string, string>;
  readonly depends_on?: Record<string, { condition: string }>;
  readonly healthcheck?: { test: string[] };
  readonly ports?: string[];
  readonly networks?: string[];
  readonly volumes?: string[];
}

const REPO = resolve(import.meta.dirname, '../..');
const OURS = ['migrate', 'poller', 'classifier', 'notifier', 'api'];
const missing = missingPrograms('dovecot', 'openssl', 'redis-server');

let services: Record<string, Service>;
let folder: string;
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let redis: TestRedis;
let dovecot: Dovecot;
let sink: SmtpSink;
const running = new Map<string, { child: ChildProcess; output: string }>();
/** What a person would write into .env. */
let dotEnv: Record<string, string>;
/** Where what the containers see under a name is on this machine. */
let here: [string, string][];

beforeAll(async () => {
  services = (parse(await readFile(join(REPO, 'docker-compose.yml'), 'utf8'), { merge: true }) as { services: Record<string, Service> })
    .services;
  if (missing) return;
  folder = await mkdtemp(join(tmpdir(), 'quittance-compose-'));
  for (const name of ['keys', 'data']) await mkdir(join(folder, name));
  database = await createEmptyDatabase();
  [redis, dovecot, sink] = await Promise.all([startRedis(), startDovecot({ users: ['anna'] }), startSmtpSink()]);
  const port = await freePort();
  dotEnv = { SMTP_URL: sink.url, MAIL_FROM: 'alerts@example.org', ALLOW_PRIVATE_HOSTS: '127.0.0.1', PORT: String(port) };
  const ports = await Promise.all(
    ['8401', '8402', '8403'].map(async (inside): Promise<[string, string]> => [inside, String(await freePort())]),
  );
  here = [
    ['postgres://quittance@postgres:5432/quittance', database.url],
    ['redis://redis:6379', redis.url],
    ['/keys/', `${folder}/keys/`],
    ['/secrets/', `${folder}/secrets/`],
    ...ports,
    ['8400', String(port)],
  ];
});

afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await Promise.all([redis?.stop(), dovecot?.stop(), sink?.stop()]);
  await database?.drop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** As docker compose fills in `${NAME:-default}`, also inside a default. */
function fillIn(text: string): string {
  const filled = text.replaceAll(/\$\{(\w+):-([^${}]*)\}/g, (_all, name: string, fallback: string) => dotEnv[name] || fallback);
  return filled === text ? text : fillIn(filled);
}

const local = (text: string): string => here.reduce((result, [inside, outside]) => result.replaceAll(inside, outside), fillIn(text));

function environmentOf(name: string): Record<string, string> {
  const own = Object.entries(services[name]!.environment).map(([key, value]) => [key, local(value)]);
  return cleanEnvironment({ NODE_ENV: 'production', QUITTANCE_DATA: join(folder, 'data'), ...Object.fromEntries(own) });
}

function launch(name: string): { child: ChildProcess; output: string } {
  const [program, ...args] = services[name]!.command;
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, { cwd: REPO, env: environmentOf(name), stdio: ['ignore', 'pipe', 'pipe'] });
  const process_ = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (process_.output += chunk.toString()));
  return process_;
}

async function isHealthy(name: string): Promise<boolean> {
  const [how, program, ...args] = services[name]!.healthcheck!.test;
  expect([how, program]).toEqual(['CMD', 'node']);
  const probe = spawn(process.execPath, args.map(local), { stdio: 'ignore' });
  const [code] = (await once(probe, 'exit')) as [number | null];
  return code === 0;
}

async function runMigrate(): Promise<void> {
  const migrate = launch('migrate');
  const [code] = (await once(migrate.child, 'exit')) as [number | null];
  expect({ code, output: migrate.output }).toMatchObject({ code: 0 });
}

it('starts nothing before what it needs, and publishes on this machine only', () => {
  expect(Object.keys(services).sort()).toEqual([...OURS, 'postgres', 'redis'].sort());
  for (const name of OURS.filter((one) => one !== 'migrate')) {
    expect(services[name]!.depends_on).toMatchObject({ migrate: { condition: 'service_completed_successfully' } });
    expect(services[name]!.healthcheck).toBeDefined();
  }
  expect(services['migrate']!.depends_on).toMatchObject({
    postgres: { condition: 'service_healthy' },
    redis: { condition: 'service_healthy' },
  });
  expect(Object.values(services).flatMap((service) => service.ports ?? [])).toEqual(['127.0.0.1:${PORT:-8400}:8400']);
  expect([services['postgres']!.networks, services['redis']!.networks]).toEqual([['inside'], ['inside']]);
});

it('makes the password of its database once, and hands it over in a file that only the services may read', async () => {
  // The entrypoint's script, with its own folder and the last step replaced by one that shows what it was given.
  const script = services['postgres']!.command[0]!.replaceAll('$$', '$')
    .replaceAll('chown 1000:1000', 'true ')
    .replace('exec docker-entrypoint.sh postgres', 'echo "$POSTGRES_PASSWORD"');
  const secrets = await mkdtemp(join(tmpdir(), 'quittance-secrets-'));
  const run = async (): Promise<string> => {
    const child = spawn('bash', ['-euc', script.replaceAll('/secrets', secrets)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    return said.trim();
  };
  const password = await run();
  expect(password).toMatch(/^\w{24,}$/);
  expect(await run()).toBe(password);
  expect(await readFile(join(secrets, 'pgpass'), 'utf8')).toBe(`*:*:*:quittance:${password}\n`);
  expect((await stat(join(secrets, 'pgpass'))).mode & 0o777).toBe(0o600);
  await rm(secrets, { recursive: true });
});

it.skipIf(missing)(
  `carries a mail from the mailbox to an alert${missing}`,
  async () => {
    await runMigrate();
    const key = await readFile(join(folder, 'keys/key'));
    await runMigrate();
    expect(await readFile(join(folder, 'keys/key'))).toEqual(key);

    for (const name of ['poller', 'classifier', 'notifier', 'api']) running.set(name, launch(name));
    for (const name of running.keys()) {
      await expect.poll(() => isHealthy(name), { timeout: 30_000, message: `${name} is healthy`, interval: 200 }).toBe(true);
    }
    await expect.poll(() => running.get('api')!.output, { timeout: 10_000 }).toMatch(/http:\/\/localhost:\d+\/sign-in\/[\w-]+/);
    const [link] = /http:\/\/localhost:\d+\/sign-in\/[\w-]+/.exec(running.get('api')!.output)!;
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303);

    const env = { ...environmentOf('poller'), QUITTANCE_MAILBOX_PASSWORD: dovecot.password };
    const add = [
      'mailbox',
      'add',
      'anna@example.org',
      '--host',
      '127.0.0.1',
      '--port',
      String(dovecot.port),
      '--tls',
      'none',
      '--username',
      'anna',
    ];
    expect(await runQuittance(add, { env })).toMatchObject({ code: 0 });
    expect(await runQuittance(['channel', 'add', 'email', 'anna@example.org'], { env })).toMatchObject({ code: 0 });

    const renewsOn = addDays(civilDateOf(new Date()), 12);
    await dovecot.deliver('anna', renewalNotice(renewsOn));
    const [alert] = await sink.waitFor(1, 30_000);
    expect(alert).toMatchObject({ to: ['anna@example.org'] });
    expect(alert!.raw.toString()).toContain('StreamBox');
    const timeline = await runQuittance(['timeline', '--json'], { env });
    expect(timeline.json()).toMatchObject({ subscriptions: [{ merchant: { name: 'StreamBox' }, renews_on: renewsOn }] });

    for (const [name, { child, output }] of running) {
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      expect({ name, code, output }).toMatchObject({ name, code: 0 });
      running.delete(name);
    }
    expect(sink.mails).toHaveLength(1);
  },
  120_000,
);

function renewalNotice(renewsOn: string): string {
  return [
    'Return-Path: <billing@streambox.example>',
    'From: StreamBox <billing@streambox.example>',
    'To: anna@example.org',
    'Subject: Your subscription renews soon',
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomBytes(8).toString('hex')}@streambox.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Hi Anna, your Standard plan renews on ${renewsOn} for $15.49 per month.`,
    '',
  ].join('\r\n');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
