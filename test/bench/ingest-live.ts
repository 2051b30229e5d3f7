// How long a mail that arrives while the backfill runs takes to become an event: from its delivery, and from the moment the server announced it to
// the product (ear.ts), so that our own share can be told from Dovecot's half second.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@quittance/store/database';
import { listen } from '@quittance/store/notifications';
import { sql } from 'kysely';
import { startEar } from './ear.ts';
import type { Given } from './ingest-rounds.ts';
import { cpuOf, startServices, type BenchServices } from './ingest-services.ts';

/** Milliseconds, ascending. */
export interface Delays {
  readonly total: readonly number[];
  readonly own: readonly number[];
}

export interface Live {
  readonly whileReading: Delays;
  readonly atRest: Delays;
}

const DELIVERIES = { whileReading: 60, atRest: 30, warmUp: 10, quiet: 40 };
/** Connections that have nothing to do any more are gone by then. */
const SETTLE_MS = 3_000;
const WAIT_MS_MAX = 60_000;
/** Not in step with anything of the server's. */
const GAP_MS = { min: 120, more: 200 };

interface Sent {
  readonly merchant: string;
  readonly at: number;
  readonly announced: Promise<number>;
}

export async function measureLive(given: Given): Promise<Live> {
  return withDeliveries(given, 'bench', async ({ db, deliver, delaysOf, sent }) => {
    const reading = (): Promise<boolean> => isReading(db);
    while (!(await reading())) await sleep(10);
    while (sent.length < DELIVERIES.whileReading && (sent.length === 0 || (await reading()))) await deliver();
    const whileReading = await delaysOf(sent);
    const count = sent.length;
    while (await reading()) await sleep(100);
    while (sent.length < count + DELIVERIES.atRest) await deliver();
    const atRest = await delaysOf(sent.slice(count));
    given.say(`live: ${count} mails delivered while old mail was read, ${sent.length - count} at rest`);
    return { whileReading, atRest };
  });
}

/** A mailbox that was empty when it was connected: nothing but the mails that come. */
export async function measureQuiet(given: Given): Promise<Delays> {
  return withDeliveries(given, 'quiet', async ({ db, deliver, delaysOf, sent, processorTime }) => {
    while (!(await isIdle(db))) await sleep(100);
    await sleep(SETTLE_MS);
    while (sent.length < DELIVERIES.warmUp) await deliver();
    await delaysOf(sent);
    const before = await processorTime();
    while (sent.length < DELIVERIES.warmUp + DELIVERIES.quiet) await deliver();
    const delays = await delaysOf(sent.slice(DELIVERIES.warmUp));
    const after = await processorTime();
    const used = Object.keys(after).map((name) => `${name} ${((1000 * (after[name]! - before[name]!)) / DELIVERIES.quiet).toFixed(0)}`);
    given.say(`quiet: processor ms a mail: ${used.join(', ')}`);
    return delays;
  });
}

interface Bench {
  readonly db: Database;
  readonly sent: readonly Sent[];
  deliver(): Promise<void>;
  /** Waits until all of these are events. */
  delaysOf(some: readonly Sent[]): Promise<Delays>;
  /** Seconds that each process with its children has used. */
  processorTime(): Promise<Record<string, number>>;
}

async function withDeliveries<T>({ dovecot, postgres, env }: Given, username: string, measure: (bench: Bench) => Promise<T>): Promise<T> {
  const services = await startServices(env, ['classifier', 'poller']);
  const ear = await startEar(dovecot.port);
  try {
    const settings = { address: 'camille@home.example', host: '127.0.0.1', port: ear.port, tls: 'none', username } as const;
    const arrivals = await watchArrivals(services);
    await services.connectMailbox(settings, dovecot.password);
    const sent: Sent[] = [];
    let base: number | null = null;
    const figures = await measure({
      db: services.db,
      sent,
      processorTime: () => cpuOf({ poller: services.pid('poller'), classifier: services.pid('classifier'), postgres: postgres.pid }),
      async deliver() {
        const merchant = `Streambox${sent.length}x${process.pid}`;
        base ??= ear.count;
        sent.push({ merchant, at: performance.now(), announced: ear.whenTold(base + sent.length + 1) });
        await dovecot.deliver(username, renewal(merchant));
        await sleep(GAP_MS.min + Math.random() * GAP_MS.more);
      },
      async delaysOf(some) {
        await arrivals.all(some.map(({ merchant }) => merchant));
        const own = await Promise.all(some.map(async ({ merchant, announced }) => arrivals.at(merchant) - (await announced)));
        return { total: ascending(some.map(({ merchant, at }) => arrivals.at(merchant) - at)), own: ascending(own) };
      },
    });
    await arrivals.close();
    return figures;
  } finally {
    await services.stop();
    await ear.close();
  }
}

async function isIdle(db: Database): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean;
  }>`select checked_at is not null and backfill_finished_at is not null as done from mailbox`.execute(db);
  return rows[0]!.done;
}

async function isReading(db: Database): Promise<boolean> {
  const { rows } = await sql<{ is_running: boolean }>`
    select backfill_done > 0 and (backfill_finished_at is null or exists (select from outbox where priority = 'history')) as is_running
    from mailbox`.execute(db);
  return rows[0]!.is_running;
}

/** When the event of each of the bench's mails was committed: what any page would see. */
async function watchArrivals({ db, databaseUrl }: BenchServices) {
  const arrivals = new Map<string, number>();
  const look = async (): Promise<void> => {
    const { rows } = await sql<{ name: string }>`select merchant_name as name from event
      where merchant_name like 'Streambox%' and occurred_at > now() - interval '1 day'`.execute(db);
    for (const { name } of rows) if (!arrivals.has(name)) arrivals.set(name, performance.now());
  };
  const listener = await listen({ url: databaseUrl, channels: ['change'], onHint: () => void look(), onError: () => {} });
  return {
    at: (merchant: string) => arrivals.get(merchant)!,
    async all(merchants: readonly string[]): Promise<void> {
      const end = performance.now() + WAIT_MS_MAX;
      const lost = (): readonly string[] => merchants.filter((merchant) => !arrivals.has(merchant));
      while (lost().length > 0 && performance.now() < end) await sleep(20);
      if (lost().length > 0) throw new Error(`${lost().length} of ${merchants.length} mails did not become events`);
    },
    close: () => listener.close(),
  };
}

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

function renewal(merchant: string): string {
  const on = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('en-US', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  return [
    `From: ${merchant} <billing@${merchant.toLowerCase()}.example>`,
    'To: camille@home.example',
    `Subject: Your ${merchant} subscription renews soon`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${merchant}@bench.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your ${merchant} Pro plan renews on ${on} for $23.00 per month.`,
    '',
  ].join('\r\n');
}
