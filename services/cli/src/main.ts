// The command line's process: builds the commands, runs the one that was asked for, and turns what happened into an exit code.
import { InvariantError, PermanentError, TransientError } from '@quittance/domain/errors';
import { EXIT, exitCodeFor, type ExitCode } from '@quittance/runtime/exit-codes';
import { createLogger } from '@quittance/runtime/logger';
import { installShutdown } from '@quittance/runtime/shutdown';
import { CommanderError } from 'commander';
import { createContext, type Action, type GlobalOptions } from './context.ts';
import { createOutput } from './output.ts';
import { createProgram } from './program.ts';

/** Shells report a command that SIGINT ended this way. */
const INTERRUPTED = 130;

const output = createOutput(process.stdout, process.stderr);
const log = createLogger({ service: 'cli', level: 'error' });
const asksToStart = process.argv.slice(2).includes('start');
const shutdown = installShutdown({ log, signalExitCode: asksToStart ? EXIT.ok : INTERRUPTED, onSignal: () => output.status('') });
let exitCode: ExitCode = EXIT.ok;

// A reader that had enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

const program = createProgram({
  output,
  run:
    <Arguments extends unknown[]>(action: Action<Arguments>) =>
    async (options: GlobalOptions, ...args: Arguments) => {
      const context = createContext({ output, env: process.env, onEnd: (name, close) => shutdown.add(name, close) }, options);
      exitCode = (await action(context, ...args)) ?? EXIT.ok;
    },
});

try {
  await program.parseAsync();
} catch (error) {
  // What breaks because everything was closed after a signal is no news.
  if (!shutdown.stopping) exitCode = report(error);
}
// A signal decides for itself how this ends.
if (!shutdown.stopping) {
  await shutdown.close();
  process.exitCode = exitCode;
  // Whatever still keeps the process busy has no say once the work is done; what was printed is.
  process.stdout.write('', () => process.exit());
}

function report(error: unknown): ExitCode {
  output.status('');
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const known = error instanceof PermanentError || error instanceof TransientError;
  const code = known ? error.code : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  if (process.argv.includes('--json')) output.say(JSON.stringify({ error: { code, message } }));
  else output.say(`quittance: ${message}`);
  if (!known || error instanceof InvariantError) log.error({ err: error }, 'command_failed');
  return exitCodeFor(error);
}
