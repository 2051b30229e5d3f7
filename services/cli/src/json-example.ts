// What a command prints with --json, as an example that the compiler checks against the contract's types. It stands in the command's help
// and in docs/cli.md.
import type { Command } from 'commander';

const examples = new WeakMap<Command, unknown>();

/** @param example one document; for `lines`, one line of them. */
export function withJson(command: Command, example: object, options: { lines?: boolean } = {}): Command {
  examples.set(command, example);
  const text = JSON.stringify(example, null, 2)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  return command.addHelpText('after', `\nWith --json${options.lines ? ', one object a line, each in one line' : ''}:\n${text}`);
}

export function jsonExampleOf(command: Command): unknown {
  return examples.get(command);
}
