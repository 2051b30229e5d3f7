// Runs one command line to its exit code: what main.ts does for a process, and tests without one. It opens what the command asks for through
// `onEnd`, and closes nothing itself.
import { InvariantError, PermanentError, TransientError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import type { Language } from '@quittance/i18n/language';
import type { Environment } from '@quittance/runtime/config';
import { EXIT, exitCodeFor, type ExitCode } from '@quittance/runtime/exit-codes';
import { CommanderError } from 'commander';
import { createContext, languageOf, type Action, type ContextDeps, type GlobalOptions } from './context.ts';
import type { Output } from './output.ts';
import { createProgram } from './program.ts';
import { repeatsOthers } from './repeated.ts';
import { sayAgain } from '@quittance/i18n/sentences';

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
  // Until a command has found out whose it is, the terminal's.
  let speaker: { readonly language: Language } = { language: languageOf(line.env) };
  const program = createProgram({
    output: line.output,
    language: speaker.language,
    run:
      <Arguments extends unknown[]>(action: Action<Arguments>) =>
      async (options: GlobalOptions, ...args: Arguments) => {
        const context = createContext(line, options);
        speaker = context;
        exitCode = (await action(context, ...args)) ?? EXIT.ok;
      },
  });
  try {
    await program.parseAsync(line.args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return line.isStopping() ? exitCode : report(line, error, speaker.language);
  }
}

function report({ args, output, log }: CommandLine, error: unknown, language: Language): ExitCode {
  output.status('');
  if (error instanceof CommanderError) return reportUsage(output, error, { language, asJson: args.includes('--json') });
  const known = error instanceof PermanentError || error instanceof TransientError;
  const code = known ? error.code : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  // A program reads the sentence as it was thrown, whoever it works for.
  if (args.includes('--json')) output.say(JSON.stringify({ error: { code, message } }));
  else output.say(`quittance: ${known && !repeatsOthers(code) ? sayAgain(message, language) : message}`);
  if (!known || error instanceof InvariantError) log.error({ err: error }, 'command_failed');
  return exitCodeFor(error);
}

// A command line that is none. Help that was asked for, or given for want of a command, is on its way already.
function reportUsage(output: Output, error: CommanderError, how: { language: Language; asJson: boolean }): ExitCode {
  if (error.exitCode === 0) return EXIT.ok;
  const isHelp = error.code === 'commander.help';
  if (how.asJson) {
    const said = isHelp ? 'a command is missing: "quittance --help" lists them.' : error.message.replace(/^error: /, '');
    output.say(JSON.stringify({ error: { code: 'usage', message: said } }));
  } else if (!isHelp) {
    output.say(`quittance: ${sayAgain(error.message.replace(/^error: /, ''), how.language)}`);
    output.say(sayAgain('(add --help for how it is used)', how.language));
  }
  return EXIT.usage;
}
