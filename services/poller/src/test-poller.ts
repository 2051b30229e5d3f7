// For the tests of this service: a poller on a database of its own that reads one mailbox, with what it writes at hand.
import { inspect } from 'node:util';
import { systemClock } from '@quittance/domain/instant';
import { silentLog, type Log } from '@quittance/domain/log';
import type { MailboxSettings } from '@quittance/domain/mailbox';
import type { RunningService } from '@quittance/domain/service';
import type { ClassifyJobToPublish } from '@quittance/queue/jobs';
import { countLocations } from '@quittance/store/locations';
import { addMailbox, getMailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createVault, newKey } from '@quittance/vault/vault';
import { vi } from 'vitest';
import type { MailSource } from './mail-source.ts';
import type { Timing } from './poller-deps.ts';
import { start } from './start.ts';

export interface TestPoller {
  readonly database: TestDatabase;
  readonly userId: string;
  readonly mailboxId: string;
  readonly published: ClassifyJobToPublish[];
  /** Starts (another) poller process, so to speak. */
  run(options?: { timing?: Partial<Timing>; source?: Partial<MailSource> }): Promise<RunningService>;
  counts(): ReturnType<typeof countLocations>;
  /** Rows of content: distinct messages taken in. */
  contents(): Promise<number>;
  mailbox(): Promise<NonNullable<Awaited<ReturnType<typeof getMailbox>>>>;
  close(): Promise<void>;
}

/** Short waits, so that a test sees in seconds what takes minutes. */
const QUICK: Partial<Timing> = { heartbeatMs: 1_000, sweepMs: 300, superviseMs: 200, relayMs: 100 };

export async function createTestPoller(
  settings: Omit<MailboxSettings, 'address'>,
  password = 'secret',
  log: Log = process.env['TEST_LOG'] ? printLog : silentLog,
): Promise<TestPoller> {
  const database = await createTestDatabase();
  const { db } = database;
  const vault = createVault(newKey());
  const running: RunningService[] = [];
  const published: ClassifyJobToPublish[] = [];
  const user = await db.insertInto('app_user').values({ address: 'ana@example.org' }).returning('id').executeTakeFirstOrThrow();
  const userId = user.id;
  const input = { userId, settings: { address: 'ana@example.org', ...settings }, credential: { kind: 'password', password } as const };
  const mailboxId = (await inTransaction(db, (tx) => addMailbox(tx, vault, input)))!;
  return {
    database,
    userId,
    mailboxId,
    published,
    async run({ timing, source } = {}) {
      const service = await start({
        db,
        databaseUrl: database.url,
        vault,
        clock: systemClock,
        log,
        allowPrivateHosts: ['127.0.0.1', 'localhost'],
        publishClassify: async (jobs) => void published.push(...jobs),
        timing: { ...QUICK, ...timing },
        ...(source ? { source } : {}),
      });
      running.push(service);
      return service;
    },
    counts: () => countLocations(db, mailboxId),
    contents: async () => {
      const row = await db
        .selectFrom('content')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
    mailbox: async () => (await getMailbox(db, userId, mailboxId))!,
    async close() {
      await Promise.all(running.map((service) => service.stop()));
      await database.drop();
    },
  };
}

/** Waits for a condition, not for a time. */
export function until(check: () => Promise<void> | void, timeoutMs = 10_000): Promise<void> {
  return vi.waitFor(check, { timeout: timeoutMs, interval: 10 });
}

let sent = 0;

/** A message unlike any other. */
export function mail(subject: string, body = 'Hello.'): Buffer {
  sent += 1;
  return Buffer.from(
    `From: Shop <billing@shop.example>\r\nTo: ana@example.org\r\nSubject: ${subject}\r\nMessage-ID: <${sent}.${process.pid}@shop.example>\r\n\r\n${body}\r\n`,
  );
}

const print =
  (level: string) =>
  (fields: object, event: string): void =>
    void process.stderr.write(`${level} ${event} ${inspect(fields)}\n`);

/** Set TEST_LOG to see what the poller says. */
const printLog: Log = {
  debug: print('debug'),
  info: print('info'),
  warn: print('warn'),
  error: print('error'),
  fatal: print('fatal'),
  child: () => printLog,
};
