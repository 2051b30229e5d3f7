// One first scan of the bench's mailbox by the product, from the moment the mailbox is connected to the moment the last message has its outcome and
// the log is sealed.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reading } from '@quittance/domain/mailbox';
import type { Database } from '@quittance/store/database';
import { listUnsealedLogs } from '@quittance/store/log';
import { sql } from 'kysely';
import { cpuOf, memoryOf, startServices } from './ingest-services.ts';

export interface Scan {
  readonly seconds: number;
  /** Until everything was seen and every candidate lay, durable, in the database. */
  readonly readSeconds: number;
  readonly firstSubscriptionSeconds: number;
  readonly tenSubscriptionsSeconds: number;
  readonly messages: number;
  readonly kept: number;
  readonly ignored: number;
  readonly events: number;
  readonly subscriptions: number;
  readonly pollerPeakBytes: number;
  readonly cpu: Readonly<Record<string, number>>;
}

export interface ScanOptions {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly env: Readonly<Record<string, string>>;
  readonly reading?: Reading;
  /** Of servers whose processor time is of interest, by name. */
  readonly servers?: Readonly<Record<string, number>>;
}

const SCAN_MS_MAX = 10 * 60_000;
const LOOK_EVERY_MS = 50;

export async function scan(options: ScanOptions): Promise<Scan> {
  const { port, user, password, env } = options;
  const services = await startServices(env, ['classifier', 'poller']);
  try {
    const pids = { poller: services.pid('poller'), classifier: services.pid('classifier'), ...options.servers };
    const before = await cpuOf(pids);
    const settings = { address: 'camille@home.example', host: '127.0.0.1', port, tls: 'none', username: user } as const;
    const startedAt = performance.now();
    await services.connectMailbox(settings, password, options.reading);
    const since = (): number => (performance.now() - startedAt) / 1000;
    const times = { read: 0, first: 0, ten: 0 };
    for (;;) {
      await sleep(LOOK_EVERY_MS);
      const seen = await look(services.db);
      if (seen.subscriptions >= 1) times.first ||= since();
      if (seen.subscriptions >= 10) times.ten ||= since();
      if (seen.isRead) times.read ||= since();
      if (seen.isRead && !seen.isOpen && (await listUnsealedLogs(services.db)).length === 0) break;
      if (since() * 1000 > SCAN_MS_MAX) throw new Error('the scan did not come to its end');
    }
    const seconds = since();
    const after = await cpuOf(pids);
    const cpu = Object.fromEntries(Object.keys(pids).map((name) => [name, after[name]! - before[name]!]));
    const { peak } = await memoryOf(pids.poller);
    const counts = await count(services.db);
    return {
      seconds,
      readSeconds: times.read,
      firstSubscriptionSeconds: times.first,
      tenSubscriptionsSeconds: times.ten,
      pollerPeakBytes: peak,
      cpu,
      ...counts,
    };
  } finally {
    await services.stop();
  }
}

async function look(db: Database): Promise<{ isRead: boolean; isOpen: boolean; subscriptions: number }> {
  const { rows } = await sql<{ is_read: boolean; is_open: boolean; subscriptions: number }>`
    select (select backfill_finished_at is not null from mailbox) as is_read,
      exists (select from outbox) as is_open, (select count(*)::int from subscription) as subscriptions`.execute(db);
  const [{ is_read: isRead, is_open: isOpen, subscriptions }] = rows as [(typeof rows)[0]];
  return { isRead, isOpen, subscriptions };
}

async function count(db: Database): Promise<Pick<Scan, 'messages' | 'kept' | 'ignored' | 'events' | 'subscriptions'>> {
  const { rows } = await sql<Pick<Scan, 'messages' | 'kept' | 'ignored' | 'events' | 'subscriptions'>>`
    select (select count(*)::int from location) as messages,
      (select count(*)::int from message) as kept,
      (select count(*)::int from location where state = 'ignored') as ignored,
      (select count(*)::int from event) as events, (select count(*)::int from subscription) as subscriptions`.execute(db);
  return rows[0]!;
}
