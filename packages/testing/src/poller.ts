// A poller on a database of its own that reads one mailbox, with what it writes at hand. The service's `start` is given by the test, since
// packages import no service.
import { inspect } from 'node:util';
import { systemClock, type Clock } from '@quittance/domain/instant';
import { silentLog, type Log } from '@quittance/domain/log';
import type { MailboxCredential, MailboxSettings } from '@quittance/domain/mailbox';
import type { RunningService } from '@quittance/domain/service';
import type { ClassifyJobToPublish } from '@quittance/queue/jobs';
import type { Database } from '@quittance/store/database';
import { countLocations } from '@quittance/store/locations';
import { addMailbox, changeMailbox, getMailbox, type Mailbox } from '@quittance/store/mailboxes';
import { inTransaction } from '@quittance/store/transaction';
import { createVault, newKey, type Vault } from '@quittance/vault/vault';
import { createTestDatabase, type TestDatabase } from './database.ts';

interface GivenDeps {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly allowPrivateHosts: readonly string[];
  readonly publishClassify: (jobs: readonly ClassifyJobToPublish[]) => Promise<void>;
}

export interface TestPoller<Extra> {
  readonly database: TestDatabase;
  readonly userId: string;
  readonly mailboxId: string;
  readonly vault: Vault;
  /** Of the vault, for processes beside this one. */
  readonly key: Buffer;
  /** Jobs that the relay put into the queue. */
  readonly published: ClassifyJobToPublish[];
  /** Starts (another) poller process, so to speak. */
  run(extra?: Extra): Promise<RunningService>;
  counts(): ReturnType<typeof countLocations>;
  /** Rows of content: distinct messages taken in. */
  contents(): Promise<number>;
  mailbox(): Promise<Mailbox>;
  changePassword(password: string): Promise<void>;
  close(): Promise<void>;
}

/** Short waits, so that a test sees in seconds what takes minutes. */
const QUICK = { heartbeatMs: 1_000, sweepMs: 300, superviseMs: 200, relayMs: 100, calmMs: 0, networkMs: 200, busyMs: 300 };

export async function createTestPoller<Extra extends { readonly timing?: object }>(
  start: (deps: GivenDeps & Extra) => Promise<RunningService>,
  settings: Omit<MailboxSettings, 'address'>,
  secret: string | MailboxCredential = 'secret',
): Promise<TestPoller<Extra>> {
  const database = await createTestDatabase();
  const { db } = database;
  const key = newKey();
  const vault = createVault(key);
  const running: RunningService[] = [];
  const published: ClassifyJobToPublish[] = [];
  const user = await db.insertInto('app_user').values({ address: 'ana@example.org' }).returning('id').executeTakeFirstOrThrow();
  const userId = user.id;
  const input = {
    userId,
    settings: { address: 'ana@example.org', ...settings },
    credential: typeof secret === 'string' ? ({ kind: 'password', password: secret } as const) : secret,
  };
  const mailboxId = (await inTransaction(db, (tx) => addMailbox(tx, vault, input)))!;
  const given: GivenDeps = {
    db,
    databaseUrl: database.url,
    vault,
    clock: systemClock,
    log: process.env['TEST_LOG'] ? printLog : silentLog,
    allowPrivateHosts: ['127.0.0.1', 'localhost'],
    publishClassify: async (jobs) => void published.push(...jobs),
  };
  return {
    database,
    userId,
    mailboxId,
    vault,
    key,
    published,
    async run(extra) {
      const service = await start({ ...given, ...extra, timing: { ...QUICK, ...extra?.timing } } as GivenDeps & Extra);
      running.push(service);
      return service;
    },
    counts: () => countLocations(db, mailboxId),
    contents: async () => (await db.selectFrom('content').select('id').execute()).length,
    mailbox: async () => (await getMailbox(db, userId, mailboxId))!,
    async changePassword(changed) {
      const credential = { kind: 'password', password: changed } as const;
      await inTransaction(db, (tx) => changeMailbox(tx, vault, { userId, id: mailboxId, credential }));
    },
    async close() {
      await Promise.all(running.map((service) => service.stop()));
      await database.drop();
    },
  };
}

/** Waits for a condition, not for a time. @throws what the last check threw. */
export async function until(check: () => Promise<void> | void, timeoutMs = 10_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  // What takes seconds is looked at less often than what takes milliseconds: a look is a query more often than not.
  for (let pauseMs = 10; ; pauseMs = Math.min(40, pauseMs * 1.2)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
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
