// The poller as a process that a test may kill or freeze, with short waits. CRASH="fetchMessages:after:3" kills it right after the third
// such call; DEAF=1 takes the error listeners off its connections, as a reader that forgot them would be. Prints `ready`.
import { flushCompileCache } from 'node:module';
import { systemClock } from '@quittance/domain/instant';
import { silentLog } from '@quittance/domain/log';
import { mailSource, type MailSource } from '@quittance/poller/mail-source';
import { start } from '@quittance/poller/start';
import { openDatabase } from '@quittance/store/database';
import { createVault } from '@quittance/vault/vault';

const { DATABASE_URL = '', KEY = '', CRASH = '', DEAF } = process.env;

function crashing(source: MailSource): MailSource {
  const [name, when, at] = CRASH.split(':');
  if (!name) return source;
  const call = source[name as keyof MailSource] as (...args: unknown[]) => Promise<unknown>;
  let calls = 0;
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  const crash = async (...args: unknown[]): Promise<unknown> => {
    calls += 1;
    const isHere = calls === Number(at);
    if (isHere && when === 'before') die();
    const result = await call(...args);
    if (isHere) die();
    return result;
  };
  return { ...source, [name]: crash };
}

function deaf(source: MailSource): MailSource {
  return {
    ...source,
    async connectMailbox(options) {
      const connection = await source.connectMailbox(options);
      connection.client.removeAllListeners('error');
      return connection;
    },
  };
}

// Most of these are killed: what was compiled so far is kept for the next one.
flushCompileCache();
await start({
  db: openDatabase({ url: DATABASE_URL, onError: () => {} }),
  databaseUrl: DATABASE_URL,
  vault: createVault(Buffer.from(KEY, 'hex')),
  clock: systemClock,
  log: silentLog,
  allowPrivateHosts: ['127.0.0.1'],
  publishClassify: async () => {},
  limiter: { acquire: async () => {}, report: () => {} },
  source: DEAF ? deaf(mailSource) : crashing(mailSource),
  timing: {
    heartbeatMs: 500,
    answerMs: 2_000,
    sweepMs: 300,
    superviseMs: 200,
    relayMs: 200,
    leaseTtlMs: 1_500,
    calmMs: 0,
    networkMs: 50,
    busyMs: 100,
  },
});
process.stdout.write('ready\n');
