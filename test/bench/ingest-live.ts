// How long a mail that arrives while the backfill runs takes to become an event: from its delivery, and from the moment the server announced it to
// another connection in IDLE, so that our own share can be told from Dovecot's half second.
import { setTimeout as sleep } from 'node:timers/promises';
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { listen } from '@quittance/store/notifications';
import { sql } from 'kysely';
import type { Given } from './ingest-rounds.ts';
import { startServices } from './ingest-services.ts';

export interface Live {
  readonly deliveries: number;
  /** Milliseconds, ascending. */
  readonly total: readonly number[];
  readonly own: readonly number[];
}

const DELIVERIES_MAX = 60;
const WAIT_MS_MAX = 60_000;

export async function measureLive({ dovecot, env, say }: Given): Promise<Live> {
  const services = await startServices(env, ['classifier', 'poller']);
  const user = 'bench';
  try {
    const settings = { address: 'camille@home.example', host: '127.0.0.1', port: dovecot.port, tls: 'none', username: user } as const;
    const observer = await observe(dovecot, settings);
    await services.connectMailbox(settings, dovecot.password);
    const isRunning = async (): Promise<boolean> => {
      const { rows } = await sql<{ is_running: boolean }>`
        select backfill_done > 0 and (backfill_finished_at is null or exists (select from outbox where priority = 'history')) as is_running
        from mailbox`.execute(services.db);
      return rows[0]!.is_running;
    };
    while (!(await isRunning())) await sleep(10);
    const arrivals = new Map<string, number>();
    const sent: { merchant: string; at: number; announced: Promise<number> }[] = [];
    const look = async (): Promise<void> => {
      const { rows } = await sql<{ name: string }>`select merchant_name as name from event
        where merchant_name is not null and occurred_at > now() - interval '1 day'`.execute(services.db);
      for (const { name } of rows) if (!arrivals.has(name)) arrivals.set(name, performance.now());
    };
    const listener = await listen({ url: services.databaseUrl, channels: ['change'], onHint: () => void look(), onError: () => {} });
    for (let at = 0; at < DELIVERIES_MAX && (at === 0 || (await isRunning())); at += 1) {
      const merchant = `Streambox${at}x${process.pid}`;
      sent.push({ merchant, at: performance.now(), announced: observer.whenCount(observer.base + at + 1) });
      await dovecot.deliver(user, renewal(merchant));
      // Not in step with anything of the server's.
      await sleep(120 + Math.random() * 200);
    }
    const end = performance.now() + WAIT_MS_MAX;
    while (sent.some(({ merchant }) => !arrivals.has(merchant)) && performance.now() < end) await sleep(20);
    await listener.close();
    await observer.close();
    const lost = sent.filter(({ merchant }) => !arrivals.has(merchant));
    if (lost.length > 0) throw new Error(`${lost.length} of ${sent.length} mails did not become events`);
    const total: number[] = [];
    const own: number[] = [];
    for (const { merchant, at, announced } of sent) {
      total.push(arrivals.get(merchant)! - at);
      own.push(arrivals.get(merchant)! - (await announced));
    }
    const ascending = (values: number[]): number[] => values.toSorted((a, b) => a - b);
    say(`live: ${sent.length} mails delivered while old mail was read`);
    return { deliveries: sent.length, total: ascending(total), own: ascending(own) };
  } finally {
    await services.stop();
  }
}

async function observe({ password }: Given['dovecot'], settings: Parameters<typeof connectMailbox>[0]['settings']) {
  const { client } = await connectMailbox({
    settings,
    auth: () => Promise.resolve({ user: settings.username, pass: password }),
    resolveHost: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  });
  await client.mailboxOpen('INBOX', { readOnly: true });
  const waiting: { count: number; resolve: (at: number) => void }[] = [];
  client.on('exists', ({ count }: { count: number }) => {
    const at = performance.now();
    for (const one of waiting) if (count >= one.count) one.resolve(at);
  });
  void client.idle();
  const base = client.mailbox ? client.mailbox.exists : 0;
  return {
    base,
    whenCount: (count: number) => new Promise<number>((resolve) => waiting.push({ count, resolve })),
    close: () => client.logout(),
  };
}

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
