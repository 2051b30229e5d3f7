// What the poller holds: during the scan of a mailbox five times as big, and at rest for each connected mailbox.
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { linkMails } from './ingest-mailbox.ts';
import type { Given } from './ingest-rounds.ts';
import { cpuSeconds, memoryOf, startServices } from './ingest-services.ts';

export interface MemoryFigures {
  readonly messages: number;
  readonly pollerPeakBytes: number;
  readonly readSeconds: number;
}

const TIMES = 5;

/** The poller alone: what it accepted stays in the outbox. */
export async function measureMemory({ dovecot, mailbox, env, say }: Given): Promise<MemoryFigures> {
  await linkMails(mailbox, dovecot.maildirOf('big'), TIMES);
  const services = await startServices(env, ['poller']);
  try {
    const settings = { address: 'big@home.example', host: '127.0.0.1', port: dovecot.port, tls: 'none', username: 'big' } as const;
    const startedAt = performance.now();
    await services.connectMailbox(settings, dovecot.password);
    for (;;) {
      const { rows } = await sql<{ done: boolean }>`select backfill_finished_at is not null as done from mailbox`.execute(services.db);
      if (rows[0]!.done) break;
      await sleep(100);
    }
    const readSeconds = (performance.now() - startedAt) / 1000;
    const { peak } = await memoryOf(services.pid('poller'));
    say(`memory: ${TIMES * mailbox.messages} messages read in ${readSeconds.toFixed(1)} s, at most ${(peak / 1e6).toFixed(0)} MB`);
    return { messages: TIMES * mailbox.messages, pollerPeakBytes: peak, readSeconds };
  } finally {
    await services.stop();
  }
}

export interface RestFigures {
  readonly mailboxes: number;
  readonly bytesEach: number;
  /** Share of one processor, for all of them together. */
  readonly cpuShare: number;
}

const MAILBOXES = 50;
/** The first ones bring what all of them share: the code, and the room for young objects, which grows to its size once. */
const FIRST = 10;
const REST_MS = 20_000;
/** A second connection that has nothing to do any more is gone by then. */
const SETTLE_MS = 30_000;

/** Connected and idle, over TLS. */
export async function measureRest({ dovecot, env, say }: Given): Promise<RestFigures> {
  const users = Array.from({ length: MAILBOXES + FIRST }, (_, at) => `idle${at}`);
  for (const user of users) await dovecot.addUser(user);
  const services = await startServices({ ...env, NODE_EXTRA_CA_CERTS: dovecot.caFile }, ['poller']);
  try {
    const connect = (user: string) =>
      services.connectMailbox(
        { address: `${user}@home.example`, host: 'localhost', port: dovecot.tlsPort, tls: 'tls', username: user },
        dovecot.password,
      );
    const settled = async (count: number): Promise<void> => {
      for (;;) {
        const { rows } = await sql<{ done: number }>`
          select count(*)::int as done from mailbox where checked_at is not null and backfill_finished_at is not null`.execute(services.db);
        if (rows[0]!.done >= count) return;
        await sleep(200);
      }
    };
    for (const user of users.slice(0, FIRST)) await connect(user);
    await settled(FIRST);
    await sleep(SETTLE_MS);
    const before = await memoryOf(services.pid('poller'));
    for (const user of users.slice(FIRST)) await connect(user);
    await settled(users.length);
    await sleep(SETTLE_MS);
    const after = await memoryOf(services.pid('poller'));
    const cpuBefore = await cpuSeconds(services.pid('poller'));
    await sleep(REST_MS);
    const cpuShare = ((await cpuSeconds(services.pid('poller'))) - cpuBefore) / (REST_MS / 1000);
    const bytesEach = (after.now - before.now) / MAILBOXES;
    say(`rest: ${(bytesEach / 1024).toFixed(0)} KB a mailbox, ${(100 * cpuShare).toFixed(2)} % of a processor for ${MAILBOXES}`);
    return { mailboxes: MAILBOXES, bytesEach, cpuShare };
  } finally {
    await services.stop();
  }
}
