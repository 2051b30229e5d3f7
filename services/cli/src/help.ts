// What --help says, in the language of the terminal. The English stands where a command is made and is what docs/cli.md shows; its French is looked
// up here.
import type { Language } from '@quittance/i18n/language';
import { Help, type Command, type Option } from 'commander';
import { helpFr } from './help.fr.ts';
import { exampleOf } from './json-example.ts';

const notes = new WeakMap<Command, string>();

/** What stands below the options of a command. */
export function withNote(command: Command, note: string): Command {
  notes.set(command, note);
  return command;
}

/** For commander's `configureHelp`. */
export function helpIn(language: Language): Partial<Help> {
  const say = (text: string): string => (language === 'fr' ? (helpFr[text] ?? text) : text);
  const plain = Help.prototype;
  return {
    styleTitle: say,
    commandDescription: (command) => say(command.description()),
    subcommandDescription: (command) => say(command.summary() || command.description()),
    argumentDescription: (argument) => say(argument.description),
    optionDescription: (option) => say(option.description) + defaultOf(option, language),
    commandUsage(this: Help, command) {
      const usage = plain.commandUsage.call(this, command);
      return language === 'fr' ? usage.replace('[command]', '[commande]') : usage;
    },
    formatHelp(this: Help, command, helper) {
      return [plain.formatHelp.call(this, command, helper), ...below(command, say)].join('\n');
    },
  };
}

function defaultOf({ defaultValue }: Option, language: Language): string {
  if (defaultValue === undefined) return '';
  return language === 'fr' ? ` (par défaut : ${String(defaultValue)})` : ` (default: ${String(defaultValue)})`;
}

function below(command: Command, say: (text: string) => string): string[] {
  const [note, json] = [notes.get(command), exampleOf(command)];
  const title = json?.areLines ? 'With --json, one object a line, each in one line:' : 'With --json:';
  const lines = json ? JSON.stringify(json.example, null, 2).split('\n') : [];
  return [
    ...(note === undefined ? [] : [`${say(note)}\n`]),
    ...(json ? [`${say(title)}\n${lines.map((line) => `  ${line}`).join('\n')}\n`] : []),
  ];
}
