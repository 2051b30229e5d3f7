// The program as a household runs it, for the ingestion bench: a poller and a classifier as processes of their own on a database of their own.
// Tells what each of them used of memory and processor.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MailboxSettings, Reading } from '@quittance/domain/mailbox';
import type { Database } from '@quittance/store/database';
import { addMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { ensureOwner } from '@quittance/store/users';
import { createTestDatabase } from '@quittance/testing/database';
import { freePort } from '@quittance/testing/ports';
import { cleanEnvironment } from '@quittance/testing/run-quittance';
import { readKeyFile } from '@quittance/vault/key-file';
import { createVault } from '@quittance/vault/vault';
import { parse } from 'yaml';

export type Service = 'poller' | 'classifier';

export interface BenchServices {
  readonly db: Database;
  readonly databaseUrl: string;
  /** @returns its id, at the moment it was written down. */
  connectMailbox(settings: MailboxSettings, password: string, reading?: Reading): Promise<string>;
  pid(service: Service): number;
  stop(): Promise<void>;
}

const ROOT = resolve(import.meta.dirname, '../..');
const READY_MS = 60_000;

export async function startServices(env: Readonly<Record<string, string>>, services: readonly Service[]): Promise<BenchServices> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'quittance-bench-'));
  const keyFile = join(folder, 'key');
  const vault = createVault(await readKeyFile(keyFile, { create: true }));
  const { user } = await ensureOwner(database.db);
  const children = new Map<Service, ChildProcess>();
  for (const service of services) {
    const port = await freePort();
    const child = spawn(process.execPath, [...(process.env['BENCH_NODE']?.split(' ') ?? []), ...(await composedArguments(service))], {
      cwd: ROOT,
      env: cleanEnvironment({
        DATABASE_URL: database.url,
        QUITTANCE_KEY_FILE: keyFile,
        QUITTANCE_DATA: folder,
        ALLOW_PRIVATE_HOSTS: '127.0.0.1',
        LOG_LEVEL: process.env['BENCH_LOG'] ?? 'error',
        HEALTH_PORT: String(port),
        ...env,
      }),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const killAtExit = (): void => void child.kill('SIGKILL');
    process.once('exit', killAtExit);
    child.once('exit', () => process.off('exit', killAtExit));
    children.set(service, child);
    await ready(service, child, port);
  }
  return {
    db: database.db,
    databaseUrl: database.url,
    async connectMailbox(settings, password, reading = 'auto') {
      return inTransaction(database.db, async (tx) => {
        const id = await addMailbox(tx, vault, { userId: user.id, settings, credential: { kind: 'password', password } });
        if (reading !== 'auto') await tx.updateTable('mailbox').set({ reading }).where('id', '=', id).execute();
        return id!;
      });
    },
    pid: (service) => children.get(service)!.pid!,
    async stop() {
      for (const child of children.values()) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What docker-compose.yml gives Node for this service. */
async function composedArguments(service: Service): Promise<string[]> {
  const compose = parse(await readFile(join(ROOT, 'docker-compose.yml'), 'utf8')) as { services: Record<string, { command: string[] }> };
  return compose.services[service]!.command.slice(1);
}

async function ready(service: Service, child: ChildProcess, port: number): Promise<void> {
  const end = performance.now() + READY_MS;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (response?.ok) return;
    if (child.exitCode !== null || performance.now() > end) throw new Error(`the ${service} did not become ready`);
    await sleep(50);
  }
}

/** Bytes: what it holds now, and the most it ever held. Linux only. */
export async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN);
  return { now: kilobytes('VmRSS') * 1024, peak: kilobytes('VmHWM') * 1024 };
}

const TICKS_A_SECOND = 100;

/** Seconds of processor time of a process with all that it started. */
export async function cpuSeconds(pid: number): Promise<number> {
  const parents = new Map<number, number>();
  const ticks = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields) continue;
    parents.set(Number(name), Number(fields[1]));
    // utime, stime, and those of children that have ended.
    ticks.set(
      Number(name),
      fields.slice(11, 15).reduce((sum, one) => sum + Number(one), 0),
    );
  }
  let sum = 0;
  for (const [id, own] of ticks) {
    for (let at: number | undefined = id; at; at = parents.get(at)) {
      if (at !== pid) continue;
      sum += own;
      break;
    }
  }
  return sum / TICKS_A_SECOND;
}

/** The same of several, by name. */
export async function cpuOf(pids: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  return Object.fromEntries(await Promise.all(Object.entries(pids).map(async ([name, pid]) => [name, await cpuSeconds(pid)] as const)));
}
