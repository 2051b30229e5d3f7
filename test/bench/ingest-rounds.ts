// The rounds of the ingestion bench: in each, mbsync and the product read the same mailbox in the same server, one after the other; and one scan in
// slow-link mode, whose bytes are counted on the wire.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { Dovecot } from '@quittance/testing/dovecot';
import { startRedis } from '@quittance/testing/redis';
import { findProgram } from '@quittance/testing/tools';
import type { BenchPostgres } from './bench-postgres.ts';
import type { BenchMailbox } from './ingest-mailbox.ts';
import { scan, type Scan } from './ingest-scan.ts';
import { runMbsync } from './mbsync.ts';

export interface Given {
  readonly dovecot: Dovecot;
  readonly mailbox: BenchMailbox;
  readonly postgres: BenchPostgres;
  readonly env: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

export interface Round {
  /** null without mbsync. */
  readonly peerSeconds: number | null;
  readonly onPostgres: Scan;
  /** null without redis-server. */
  readonly onRedis: Scan | null;
}

export async function measureRounds(given: Given, rounds: number): Promise<Round[]> {
  const { dovecot, mailbox, say } = given;
  // Dovecot's index and the page cache are warm for everybody.
  await scanOf(given, {});
  const measured: Round[] = [];
  for (let at = 1; at <= rounds; at += 1) {
    const peer = findProgram('mbsync') ? await runMbsync({ port: dovecot.port, user: 'bench', password: dovecot.password }) : null;
    if (peer && peer.messages !== mailbox.messages) throw new Error(`mbsync copied ${peer.messages} of ${mailbox.messages}`);
    const onPostgres = await scanOf(given, {});
    const redis = findProgram('redis-server') ? await startRedis() : null;
    const onRedis = redis && (await scanOf(given, { REDIS_URL: redis.url }));
    await redis?.stop();
    say(`round ${at}: mbsync ${peer?.seconds.toFixed(1)} s, ours ${described(onPostgres)}; on Redis ${onRedis ? described(onRedis) : '–'}`);
    measured.push({ peerSeconds: peer?.seconds ?? null, onPostgres, onRedis });
  }
  return measured;
}

function scanOf(given: Given, env: Readonly<Record<string, string>>): Promise<Scan> {
  const { dovecot, postgres } = given;
  return scan({
    port: dovecot.port,
    user: 'bench',
    password: dovecot.password,
    env: { ...given.env, ...env },
    servers: { dovecot: dovecot.pid, postgres: postgres.pid },
  });
}

function described({ seconds, readSeconds, cpu, kept, messages }: Scan): string {
  const used = Object.entries(cpu).map(([name, value]) => `${name} ${value.toFixed(1)}`);
  return `${seconds.toFixed(1)} s (read after ${readSeconds.toFixed(1)} s, kept ${kept} of ${messages}; processor s: ${used.join(', ')})`;
}

export interface SlowLink {
  readonly bytes: number;
  readonly shareOfMailbox: number;
  readonly scan: Scan;
}

export async function measureSlowLink(given: Given): Promise<SlowLink> {
  const { dovecot, mailbox } = given;
  const counter = await countBytes(dovecot.port);
  const result = await scan({ port: counter.port, user: 'bench', password: dovecot.password, env: given.env, reading: 'sparing' });
  const bytes = await counter.close();
  given.say(`slow link: ${(bytes / 1e6).toFixed(0)} MB read, ${result.seconds.toFixed(1)} s`);
  return { bytes, shareOfMailbox: bytes / mailbox.bytes, scan: result };
}

async function countBytes(targetPort: number): Promise<{ port: number; close(): Promise<number> }> {
  let bytes = 0;
  const listener = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    server.on('data', (chunk) => (bytes += chunk.length));
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.on('error', () => [client, server].forEach((one) => one.destroy()));
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    async close() {
      listener.close();
      await once(listener, 'close');
      return bytes;
    },
  };
}
