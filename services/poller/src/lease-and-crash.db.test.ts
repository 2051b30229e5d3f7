// Processes that die or freeze at the worst moment: nothing is lost, nothing is taken in twice. That such tests notice a broken reader is
// shown in broken-variants.db.test.ts.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import { releaseLease, renewLease, takeLease, type Lease } from '@quittance/store/leases';
import { listActiveMailboxes } from '@quittance/store/mailboxes';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createLiveWork } from '@quittance/runtime/live-work';
import { mailSource, type MailSource } from './mail-source.ts';
import { historyBytesADay } from './byte-budget.ts';
import { createGlancer } from './glancer.ts';
import { createTrafficMeter } from './traffic-meter.ts';
import { createLoginLimiter } from './login-limiter.ts';
import { runSession } from './mailbox-session.ts';
import { NO_METRICS } from './metrics.ts';
import { DEFAULT_TIMING } from './poller-deps.ts';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'timing' | 'source'>>;

beforeEach(async () => {
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});

afterEach(async () => {
  await poller.close();
  await server.close();
});

const MESSAGES = 12;
const contents = async (): Promise<number> => poller.contents();
const outboxRows = async (): Promise<number> => (await poller.database.db.selectFrom('outbox').select('id').execute()).length;

type AcceptMessage = MailSource['acceptMessage'];
/** Never returns: a process that is killed there does nothing more. */
type Killed = () => Promise<never>;

/** Kills the reader at each message in turn, at the given point, and starts another one. */
async function killAtEach(kill: (accept: AcceptMessage, killed: Killed) => AcceptMessage): Promise<void> {
  for (let n = 0; n < MESSAGES; n += 1) server.deliver('INBOX', mail(`mail ${n}`), { announce: false });
  for (let life = 0; life < MESSAGES; life += 1) {
    const dead = Promise.withResolvers<void>();
    // Lets the process of this test stop it; a rejection is what the code above sees of the end.
    const buried = Promise.withResolvers<never>();
    buried.promise.catch(() => {});
    const accept = kill(mailSource.acceptMessage, () => {
      dead.resolve();
      return buried.promise;
    });
    const service = await poller.run({ source: { acceptMessage: accept } });
    await Promise.race([dead.promise, until(() => expect(server.idling).toBe(1))]);
    const stopped = service.stop();
    buried.reject(new Error('killed'));
    await stopped;
    await freeLease();
  }
  await poller.run();
}

/** A killed process releases nothing; its lease runs out. */
async function freeLease(): Promise<void> {
  await poller.database.db
    .updateTable('mailbox_lease')
    .set({ expires_at: new Date(0) })
    .execute();
}

/** The folder's epoch begins before the mails come, so that they are new mail and not history. */
async function openEmpty(): Promise<void> {
  const service = await poller.run();
  await until(() => expect(server.idling).toBeGreaterThan(0));
  await service.stop();
}

it('row 28: killed before each commit: every message is taken in once', { timeout: 60_000 }, async () => {
  await openEmpty();
  const met = new Set<string>();
  await killAtEach((accept, killed) => (deps, input) => {
    const subject = input.raw.toString();
    if (met.has(subject)) return accept(deps, input);
    met.add(subject);
    return killed();
  });
  await until(async () => expect(await contents()).toBe(MESSAGES));
  expect(met.size).toBe(MESSAGES);
  expect(await outboxRows()).toBe(MESSAGES);
});

it('row 27: a message that kills every reader is put aside, the others are taken in', { timeout: 60_000 }, async () => {
  await openEmpty();
  await killAtEach((accept, killed) => (deps, input) => (input.raw.includes('Subject: mail 4\r\n') ? killed() : accept(deps, input)));
  await until(async () => expect(await contents()).toBe(MESSAGES - 1));
  const aside = await poller.database.db
    .selectFrom('location')
    .select(['uid', 'problem_code'])
    .where('state', '=', 'quarantined')
    .execute();
  expect(aside).toEqual([{ uid: 5, problem_code: 'ends_the_reader' }]);
});

it('row 28: killed after each commit: every message is taken in once', { timeout: 60_000 }, async () => {
  await openEmpty();
  await killAtEach((accept, killed) => async (deps, input) => {
    await accept(deps, input);
    return killed();
  });
  await until(async () => expect(await contents()).toBe(MESSAGES));
  expect(await outboxRows()).toBe(MESSAGES);
});

describe('row 29: a reader that lost its lease while it was frozen', () => {
  const lease = async (owner: string): Promise<Lease> =>
    (await takeLease(poller.database.db, { mailboxId: poller.mailboxId, userId: poller.userId, owner }))!;
  const cursor = () => poller.database.db.selectFrom('folder').select('next_uid').executeTakeFirstOrThrow();

  /** A session that stops before its first commit until it is told to go on, with the lease it had. */
  async function frozenSession(
    fence: Lease,
    source: Partial<MailSource>,
  ): Promise<{ frozen: Promise<void>; thaw(): void; end: Promise<void> }> {
    const [polled] = await listActiveMailboxes(poller.database.db);
    const frozen = Promise.withResolvers<void>();
    const thawed = Promise.withResolvers<void>();
    const hold: MailSource['acceptMessage'] = async (deps, input) => {
      frozen.resolve();
      await thawed.promise;
      return (source.acceptMessage ?? mailSource.acceptMessage)(deps, input);
    };
    const deps = {
      db: poller.database.db,
      vault: poller.vault,
      clock: systemClock,
      log: silentLog,
      source: { ...mailSource, acceptMessage: hold },
      glancer: createGlancer(),
      liveWork: createLiveWork(),
      handOver() {},
      metrics: NO_METRICS,
      timing: DEFAULT_TIMING,
      limiter: createLoginLimiter(
        () => performance.now(),
        async () => 0,
      ),
      historyBytesADay,
      traffic: createTrafficMeter(),
      random: Math.random,
      resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
      accessTokens: { get: async () => 'token', forget() {} },
      tlsCa: undefined,
      compressLoopback: false,
    };
    const aborted = new AbortController();
    const run = async (): Promise<void> => {
      try {
        await runSession(deps, polled!, { mailbox: polled!.mailbox, fence }, aborted.signal, { onLogin() {}, onChecked() {} });
      } finally {
        await deps.glancer.close();
      }
    };
    const end = run();
    end.catch(() => {}); // Looked at by the test.
    return { frozen: frozen.promise, thaw: () => thawed.resolve(), end };
  }

  async function frozenThenOvertaken(source: Partial<MailSource> = {}): Promise<{ end: Promise<void>; current: Lease }> {
    await openEmpty();
    await freeLease();
    const old = await lease('frozen');
    server.deliver('INBOX', mail('meanwhile'), { announce: false });
    const session = await frozenSession(old, source);
    await session.frozen;
    expect(await takeLease(poller.database.db, { mailboxId: poller.mailboxId, userId: poller.userId, owner: 'other' })).toBeNull();
    await freeLease();
    const current = await lease('other');
    expect(current.token).toBeGreaterThan(old.token);
    expect(await renewLease(poller.database.db, old)).toBe(false);
    session.thaw();
    return { end: session.end, current };
  }

  it('is refused at its commit: nothing is written, and the next reader takes the message in once', async () => {
    const { end, current } = await frozenThenOvertaken();
    await expect(end).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await contents()).toBe(0);
    expect(await cursor()).toEqual({ next_uid: 1 });
    await releaseLease(poller.database.db, current);
    await poller.run();
    await until(async () => expect(await contents()).toBe(1));
    expect(await outboxRows()).toBe(1);
  });

  it('would write if its commits were not fenced', async () => {
    const unfenced: MailSource['acceptMessage'] = (deps, { fence: _fence, ...input }) => mailSource.acceptMessage(deps, input);
    const { end } = await frozenThenOvertaken({ acceptMessage: unfenced });
    await until(async () => expect(await contents()).toBe(1));
    server.dropAll('rst');
    await expect(end).rejects.toThrow();
  });
});

it('two pollers: one reads, the other takes over when it stops', async () => {
  const first = await poller.run();
  await until(() => expect(server.idling).toBe(1));
  await poller.run();
  server.deliver('INBOX', mail('one'));
  await until(async () => expect(await contents()).toBe(1));
  await first.stop();
  await until(() => expect(server.idling).toBe(1));
  server.deliver('INBOX', mail('two'));
  await until(async () => expect(await contents()).toBe(2));
  const rows = await poller.database.db.selectFrom('mailbox_lease').select('token').execute();
  expect(rows).toEqual([{ token: 2 }]);
});
