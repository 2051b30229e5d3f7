// The commands and what holds for all of them. docs/cli.md is generated from what is built here.
import { readFileSync } from 'node:fs';
import type { Language } from '@quittance/i18n/language';
import { Command, Option } from 'commander';
import type { Action, GlobalOptions } from './context.ts';
import { helpIn } from './help.ts';
import type { Output } from './output.ts';
import * as alerts from './commands/alerts.ts';
import * as anchor from './commands/anchor.ts';
import * as backup from './commands/backup.ts';
import * as channel from './commands/channel.ts';
import * as classify from './commands/classify.ts';
import * as correct from './commands/correct.ts';
import * as corrections from './commands/corrections.ts';
import * as costs from './commands/costs.ts';
import * as doctor from './commands/doctor.ts';
import * as erase from './commands/erase.ts';
import * as finding from './commands/finding.ts';
import * as fsck from './commands/fsck.ts';
import * as exportAll from './commands/export.ts';
import * as importFiles from './commands/import.ts';
import * as law from './commands/law.ts';
import * as inlet from './commands/inlet.ts';
import * as keys from './commands/keys.ts';
import * as letter from './commands/letter.ts';
import * as mailbox from './commands/mailbox.ts';
import * as migrate from './commands/migrate.ts';
import * as proof from './commands/proof.ts';
import * as quarantine from './commands/quarantine.ts';
import * as restore from './commands/restore.ts';
import * as settings from './commands/settings.ts';
import * as start from './commands/start.ts';
import * as subscription from './commands/subscription.ts';
import * as statement from './commands/statement.ts';
import * as timeline from './commands/timeline.ts';
import * as user from './commands/user.ts';
import * as verify from './commands/verify.ts';

/** What commands register with. */
export interface Cli {
  readonly output: Output;
  /** In which help is given. */
  readonly language: Language;
  /** Runs an action with a context made from the global options. */
  run<Arguments extends unknown[]>(action: Action<Arguments>): (options: GlobalOptions, ...args: Arguments) => Promise<void>;
}

/** One command's file: adds itself to the program. */
export type Register = (program: Command, handle: Handle) => void;

/** Turns an action into commander's handler: positional arguments, then the command's options. */
export type Handle = <Arguments extends unknown[]>(action: Action<Arguments>) => (...args: unknown[]) => Promise<void>;

const COMMANDS = [
  start,
  importFiles,
  mailbox,
  inlet,
  timeline,
  costs,
  finding,
  subscription,
  proof,
  letter,
  verify,
  statement,
  alerts,
  channel,
  classify,
  correct,
  corrections,
  quarantine,
  user,
  settings,
  law,
  migrate,
  doctor,
  fsck,
  anchor,
  keys,
  erase,
  exportAll,
  backup,
  restore,
];

export function createProgram(cli: Cli): Command {
  const program = new Command('quittance')
    .description('Watches mailboxes for subscriptions, keeps the proof of cancellation, and warns before a renewal.')
    .addOption(new Option('--json', 'one JSON document instead of text (one per line for classify)'))
    .addOption(new Option('--data <folder>', 'data folder of the embedded database (or QUITTANCE_DATA)'))
    .addOption(new Option('--user <who>', 'whose data: an address or an id; the first person when not given'))
    .addOption(new Option('--now <instant>', 'fixes the clock for what is shown, e.g. 2026-11-23T09:00:00Z (or QUITTANCE_NOW)'))
    .version(versionOf(), '--version', 'which version this is')
    .configureHelp(helpIn(cli.language))
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => cli.output.print(text.trimEnd()),
      writeErr: (text) => cli.output.say(text.trimEnd()),
      // Said by run-command.ts, in the person's language or as JSON.
      outputError: () => {},
    });
  const handle: Handle =
    (action) =>
    async (...args) => {
      // commander appends the command's options and the command itself.
      const command = args.at(-1) as Command;
      await cli.run(action as Action<unknown[]>)(command.optsWithGlobals(), ...args.slice(0, -1));
    };
  for (const { register } of COMMANDS) register(program, handle);
  return program;
}

function versionOf(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
