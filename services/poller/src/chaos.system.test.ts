// Two poller processes against a real Dovecot and a real Cyrus, through a proxy, while everything that can happen happens in the order of a
// seed: connections reset, closed, cut, swallowed and refused, processes killed, frozen, and killed at a chosen step, the server frozen, mail
// moved. Afterwards nothing may be missing, doubled or changed. CHAOS_SEED and CHAOS_ROUNDS make it longer (`npm run soak`).
import { describe, expect, it } from 'vitest';
import { checkTakenIn } from '@quittance/testing/check-taken-in';
import { startCyrus } from '@quittance/testing/cyrus';
import { startDovecot } from '@quittance/testing/dovecot';
import { startFaultProxy, type FaultProxy } from '@quittance/testing/fault-proxy';
import { openPlainImap, type PlainImap } from '@quittance/testing/plain-imap';
import { createTestPoller, mail, until } from '@quittance/testing/poller';
import { startPollerProcess, type PollerProcess } from '@quittance/testing/poller-process';
import { missingPrograms } from '@quittance/testing/tools';
import { start } from './start.ts';

interface Server {
  readonly port: number;
  readonly password: string;
  readonly folders: readonly string[];
  pause(): void;
  resume(): void;
  /** Null where the server has no way to do it. */
  renumber: ((client: PlainImap) => Promise<void>) | null;
  stop(): Promise<void>;
}

const SEED = Number(process.env['CHAOS_SEED'] ?? 20_261_128);
const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 14);
const STEPS = ['searchUids', 'fetchFacts', 'fetchBeginnings', 'fetchMessages', 'acceptMessage', 'acceptBatch'];

async function dovecot(): Promise<Server> {
  const server = await startDovecot({ users: ['ana'], connectionsMax: 100 });
  await server.makeFolder('ana', 'Archive');
  const renumber = async (): Promise<void> => {
    server.resetUidValidity('ana');
    server.kick('ana');
  };
  return { ...server, folders: ['INBOX', 'Archive'], renumber };
}

async function cyrus(): Promise<Server> {
  const server = await startCyrus({ users: ['ana'] });
  return { ...server, folders: ['INBOX', 'INBOX.Archive'], renumber: null };
}

/** Mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Storm {
  readonly random = randomOf(SEED);
  readonly delivered: Buffer[] = [];
  readonly done: string[] = [];
  readonly processes: PollerProcess[] = [];
  readonly #server: Server;
  readonly #proxy: FaultProxy;
  readonly #env: Readonly<Record<string, string>>;
  #ahead: string[] = [];

  constructor(server: Server, proxy: FaultProxy, env: Readonly<Record<string, string>>) {
    this.#server = server;
    this.#proxy = proxy;
    this.#env = env;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }

  shuffled(names: readonly string[]): string[] {
    return names.map((name) => ({ name, at: this.random() })).toSorted((a, b) => a.at - b.at).map(({ name }) => name); // prettier-ignore
  }

  async deliver(): Promise<void> {
    const client = await this.client();
    for (let n = 0; n < 4; n += 1) {
      const raw = mail(`mail ${this.delivered.length}`, 'x'.repeat(Math.floor(this.random() * 30_000)));
      const folder = this.random() < 0.8 ? this.#server.folders[0]! : this.#server.folders[1]!;
      await client.append(folder, raw, this.random() < 0.3 ? new Date('2020-01-01') : undefined);
      this.delivered.push(raw);
    }
    client.close();
  }

  client(): Promise<PlainImap> {
    return openPlainImap(this.#server.port, 'ana', this.#server.password);
  }

  async spawn(crash = ''): Promise<void> {
    this.processes.push(await startPollerProcess({ ...this.#env, CRASH: crash }));
  }

  /** At most this long; less when something was taken in meanwhile. */
  async pause(progress: () => Promise<number>): Promise<void> {
    const before = await progress();
    await until(async () => expect(await progress()).toBeGreaterThan(before), 300 + this.random() * 700).catch(() => {});
  }

  async strike(): Promise<void> {
    const proxy = this.#proxy;
    const faults: Record<string, () => Promise<void> | void> = {
      reset: () => proxy.kill('rst'),
      close: () => proxy.kill('fin'),
      halfClose: () => proxy.kill('half'),
      delay: () => {
        proxy.delayMs = 150;
      },
      cut: () => {
        proxy.mode = 'cut';
        proxy.cutAfterBytes = Math.floor(this.random() * 60_000);
      },
      swallow: () => void (proxy.mode = 'blackhole'),
      refuse: () => {
        proxy.mode = 'refuse';
        proxy.kill('rst');
      },
      freezeServer: () => this.#server.pause(),
      freezeProcess: () => this.pick(this.processes).freeze(),
      killProcess: () => this.replace(''),
      crashProcess: () => this.replace(`${this.pick(STEPS)}:${this.pick(['before', 'after'])}:${1 + Math.floor(this.random() * 4)}`),
      move: () => this.move(),
      ...(this.#server.renumber && { renumber: async () => this.#server.renumber!(await this.client()) }),
    };
    // Each once in an order of the seed, then again in another.
    if (this.#ahead.length === 0) this.#ahead = this.shuffled(Object.keys(faults));
    const name = this.#ahead.shift()!;
    this.done.push(name);
    await faults[name]!();
  }

  calm(): void {
    Object.assign(this.#proxy, { mode: 'pass', delayMs: 0 });
    this.#server.resume();
    for (const one of this.processes) one.thaw();
  }

  async replace(crash: string): Promise<void> {
    await this.processes.shift()?.kill();
    await this.spawn(crash);
  }

  async move(): Promise<void> {
    const client = await this.client();
    const [from, to] = this.#server.folders as [string, string];
    const [uid] = await client.uids(from);
    await client.run(`SELECT "${from}"`);
    if (uid !== undefined) await client.run(`UID MOVE ${uid} "${to}"`);
    client.close();
  }
}

const SERVERS = [
  { name: 'Dovecot', missing: missingPrograms('dovecot', 'openssl'), open: dovecot },
  { name: 'Cyrus', missing: missingPrograms('cyrus'), open: cyrus },
];

describe.each(SERVERS)('whatever happens, on $name', ({ missing, open }) => {
  it.skipIf(missing)(
    `row 28: nothing is lost, doubled or changed (seed ${SEED})${missing}`,
    { timeout: 120_000 + ROUNDS * 10_000 },
    async () => {
      const server = await open();
      const proxy = await startFaultProxy(server.port);
      const settings = { host: '127.0.0.1', port: proxy.port, tls: 'none', username: 'ana' } as const;
      const poller = await createTestPoller(start, settings, server.password);
      const storm = new Storm(server, proxy, { DATABASE_URL: poller.database.url, KEY: poller.key.toString('hex') });
      try {
        await storm.deliver();
        for (let n = 0; n < 2; n += 1) await storm.spawn();
        for (let round = 0; round < ROUNDS; round += 1) {
          await storm.deliver();
          await storm.strike();
          await storm.pause(poller.contents);
          storm.calm();
        }
        await storm.replace('');
        await until(async () => expect(await poller.contents()).toBe(storm.delivered.length), 60_000).catch(() => {}); // Said below, in full.
        const client = await storm.client();
        const uids = new Map<string, number[]>();
        for (const folder of server.folders) uids.set(folder, await client.uids(folder));
        const flags: string[] = [];
        for (const [folder, there] of uids) if (there.length > 0) flags.push(...(await client.flags(folder)));
        client.close();
        const expected = { delivered: storm.delivered, uids, flags, sent: proxy.sent };
        const check = () => checkTakenIn(poller.database.db, poller.vault, expected);
        await until(async () => expect(await check(), storm.done.join(', ')).toEqual([]), 30_000);
      } finally {
        storm.calm();
        await Promise.all(storm.processes.map((one) => one.kill()));
        await poller.close();
        await proxy.close();
        await server.stop();
      }
    },
  );
});
