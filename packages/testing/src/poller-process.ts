// A poller process (test/processes/poller.ts) in the hands of a test: killed, frozen, thawed, and gone at the end.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILE_CACHE } from './run-quittance.ts';

export interface PollerProcess {
  readonly isAlive: boolean;
  /** Resolves when it has ended, by whatever. */
  readonly ended: Promise<void>;
  freeze(): void;
  thaw(): void;
  kill(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, '../../../test/processes/poller.ts');

/** Resolves when it says that it is ready, or has died of its crash point before. */
export async function startPollerProcess(env: Readonly<Record<string, string>>): Promise<PollerProcess> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, ...COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit').then(() => {});
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.off('exit', killAtExit));
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {
    get isAlive() {
      return isRunning(child);
    },
    ended,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      if (isRunning(child)) child.kill('SIGKILL');
      await ended;
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
