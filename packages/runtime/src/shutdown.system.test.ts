// How a process ends, seen from outside: each case is a small program under the real handlers.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

function program(body: string): ChildProcess {
  const script = `
    const { installShutdown, runMain } = await import('./src/shutdown.ts');
    const { PermanentError } = await import('@quittance/domain/errors');
    const say = (...words) => process.stdout.write(words.join(' ') + '\\n');
    const log = { debug() {}, info() {}, warn() {}, error: (f, e) => say(e), fatal: (f, e) => say(e), child: () => log };
    const { setTimeout: sleep } = await import('node:timers/promises');
    setInterval(() => {}, 1000);
    ${body}
    say('ready');`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: `${import.meta.dirname}/..`,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function run(body: string, onReady: (child: ChildProcess) => void = () => {}): Promise<{ code: number | null; said: string[] }> {
  const child = program(body);
  child.stdout!.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && onReady(child));
  const [said, [code]] = await Promise.all([text(child.stdout!), once(child, 'close')]);
  return { code: code as number | null, said: said.trim().split('\n') };
}

const CLOSERS = `
  const shutdown = installShutdown({ log });
  shutdown.add('database', async () => say('database'));
  shutdown.add('broken', async () => { throw new Error('no') });
  shutdown.add('service', async () => { await sleep(50); say('service'); });`;

it('closes in reverse order on a signal, whatever one of them does, and exits 0', async () => {
  expect(await run(CLOSERS, (child) => child.kill('SIGTERM'))).toEqual({ code: 0, said: ['ready', 'service', 'close_failed', 'database'] });
});

it.each([
  ['a rejection that nobody handles', 'void Promise.reject(new Error("lost"));'],
  ['an exception that nobody catches', 'setImmediate(() => { throw new Error("lost"); });'],
])('ends with 1 after closing on %s: never up but dead', async (_what, bug) => {
  const { code, said } = await run(`${CLOSERS}${bug}`);
  expect(code).toBe(1);
  expect(said).toContain('unhandled_error');
  expect(said.at(-1)).toBe('database');
});

it('gives the exit code of what kept it from starting', async () => {
  const { code, said } = await run(`await runMain(log, async (shutdown) => {
    shutdown.add('database', () => say('database'));
    throw new PermanentError('bad_configuration', 'wrong');
  });`);
  expect({ code, said }).toEqual({ code: 78, said: ['start_failed', 'database'] });
});

it('takes an echo of a signal for one signal', async () => {
  const twice = (child: ChildProcess): void => {
    child.kill('SIGINT');
    child.kill('SIGINT');
  };
  expect((await run(CLOSERS, twice)).code).toBe(0);
});
