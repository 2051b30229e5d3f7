// Runs one command line to its exit code: what main.ts does for a process, and tests without one. It opens what the command asks for through
// `onEnd`, and closes nothing itself.
import { InvariantError, PermanentError, TransientError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import type { Environment } from '@quittance/runtime/config';
import { EXIT, exitCodeFor, type ExitCode } from '@quittance/runtime/exit-codes';
import { CommanderError } from 'commander';
import { createContext, type Action, type ContextDeps, type GlobalOptions } from './context.ts';
import type { Output } from './output.ts';
import { createProgram } from './program.ts';

export interface CommandLine extends ContextDeps {
  /** Without the programs' names. */
  readonly args: readonly string[];
  readonly env: Environment;
  readonly output: Output;
  readonly log: Pick<Log, 'error'>;
  /** What fails while everything is being closed is no news. */
  readonly isStopping: () => boolean;
}

export async function runCommand(line: CommandLine): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const program = createProgram({
    output: line.output,
    run:
      <Arguments extends unknown[]>(action: Action<Arguments>) =>
      async (options: GlobalOptions, ...args: Arguments) => {
        exitCode = (await action(createContext(line, options), ...args)) ?? EXIT.ok;
      },
  });
  try {
    await program.parseAsync(line.args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return line.isStopping() ? exitCode : report(line, error);
  }
}

function report({ args, output, log }: CommandLine, error: unknown): ExitCode {
  output.status('');
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const known = error instanceof PermanentError || error instanceof TransientError;
  const code = known ? error.code : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  if (args.includes('--json')) output.say(JSON.stringify({ error: { code, message } }));
  else output.say(`quittance: ${message}`);
  if (!known || error instanceof InvariantError) log.error({ err: error }, 'command_failed');
  return exitCodeFor(error);
}
