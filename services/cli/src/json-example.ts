// What a command prints with --json, as an example that the compiler checks against the contract's types. It stands in the command's help
// and in docs/cli.md.
import type { Command } from 'commander';

interface Example {
  readonly example: object;
  readonly areLines: boolean;
}

const examples = new WeakMap<Command, Example>();

/** @param example one document; for `lines`, one line of them. */
export function withJson(command: Command, example: object, options: { lines?: boolean } = {}): Command {
  examples.set(command, { example, areLines: options.lines === true });
  return command;
}

export function exampleOf(command: Command): Example | undefined {
  return examples.get(command);
}

export function jsonExampleOf(command: Command): unknown {
  return exampleOf(command)?.example;
}
