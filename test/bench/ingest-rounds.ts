// The rounds of the ingestion bench: in each, mbsync and the product read the same mailbox in the same server, one after the other; and one scan in
// slow-link mode, whose bytes are counted on the wire.
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { fetchFacts } from '@quittance/imap/fetch-messages';
import { openFolder } from '@quittance/imap/open-folder';
import { searchUids } from '@quittance/imap/search-uids';
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
  await warmUp(given);
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

/** Dovecot's index and the page cache are warm for everybody. */
async function warmUp({ dovecot }: Given): Promise<void> {
  const connection = await connectMailbox({
    settings: { address: 'camille@home.example', host: '127.0.0.1', port: dovecot.port, tls: 'none', username: 'bench' },
    auth: () => Promise.resolve({ user: 'bench', pass: dovecot.password }),
    resolveHost: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  });
  await openFolder(connection, 'INBOX');
  await fetchFacts(connection, await searchUids(connection, 1));
  await connection.logout();
  const folder = join(dovecot.maildirOf('bench'), 'cur');
  for (const name of await readdir(folder)) await readFile(join(folder, name));
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
