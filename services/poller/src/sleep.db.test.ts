// A laptop that sleeps: the time asleep is no outage, and after waking the network has its quarter of an hour to come back. The same hours awake
// are one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '@quittance/domain/log';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, until, type TestPoller } from '@quittance/testing/poller';
import type { FailureVerdict } from './failure-policy.ts';
import { NO_FAILURES } from './failure-policy.ts';
import { createProblemWatch } from './mailbox-problem.ts';
import { DEFAULT_TIMING } from './poller-deps.ts';
import { start, type PollerDeps } from './start.ts';

const MINUTE = 60_000;
const NIGHT_MS = 8 * 60 * MINUTE;

let server: ScriptedImapServer;
let poller: TestPoller<Partial<Pick<PollerDeps, 'timing' | 'clock'>>>;
let at: number;
const clock = { now: () => new Date(at) };

beforeEach(async () => {
  at = Date.parse('2026-03-02T22:00:00Z');
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

const alerts = () => poller.database.db.selectFrom('alert').select(['kind', 'data']).execute();

describe('the watch of one mailbox', () => {
  const lost: FailureVerdict = {
    action: 'retry',
    delayMs: 0,
    problem: { code: 'connection_lost', text: 'no network' },
    warnNow: false,
    history: NO_FAILURES,
  };

  async function watch() {
    const problems = createProblemWatch({ db: poller.database.db, clock, log: silentLog, timing: DEFAULT_TIMING }, await poller.mailbox());
    return {
      problems,
      async awake(minutes: number): Promise<void> {
        for (let left = minutes * MINUTE; left > 0; left -= 5_000) {
          at += 5_000;
          await problems.tick(5_000);
        }
      },
      async asleep(): Promise<void> {
        at += NIGHT_MS;
        await problems.tick(NIGHT_MS);
      },
    };
  }

  it('tells of a quarter of an hour awake, and of no night asleep', async () => {
    const { problems, awake, asleep } = await watch();
    await asleep();
    await problems.failed(lost);
    await awake(14);
    expect(await alerts()).toEqual([]);
    await awake(1);
    expect(await alerts()).toMatchObject([{ kind: 'mailbox_unreadable', data: { reason: 'connection_lost' } }]);
  });

  it('begins to count anew at each waking: on a train with the lid opened now and then nothing is told', async () => {
    const { problems, awake, asleep } = await watch();
    for (let wakings = 0; wakings < 5; wakings += 1) {
      await problems.failed(lost);
      await awake(10);
      await asleep();
    }
    expect(await alerts()).toEqual([]);
    await awake(15);
    expect(await alerts()).toHaveLength(1);
  });
});

it('a poller whose machine slept all night with a mailbox unread tells nobody, and reads on', async () => {
  await poller.run({ clock });
  await until(() => expect(server.idling).toBeGreaterThan(0));
  server.script = ({ verb, tag }) => (verb === 'LOGIN' ? `${tag} NO [UNAVAILABLE] no network yet\r\n` : undefined);
  at += NIGHT_MS;
  server.dropAll('rst');
  await until(async () => expect((await poller.mailbox()).problem?.code).toBe('busy'));
  const refused = server.commands.filter((command) => command === 'LOGIN').length;
  await until(() => expect(server.commands.filter((command) => command === 'LOGIN').length).toBeGreaterThan(refused + 1));
  expect(await alerts()).toEqual([]);
  server.script = () => undefined;
  await until(async () => expect((await poller.mailbox()).problem).toBeNull());
  expect(await alerts()).toEqual([]);
});
