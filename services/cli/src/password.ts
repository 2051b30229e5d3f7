// Where a mailbox's password comes from: a file, the environment, or the person at the prompt. Never the command line, which every
// program on the machine can read.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { PermanentError } from '@quittance/domain/errors';
import type { Context } from './context.ts';

export const PASSWORD_VARIABLE = 'QUITTANCE_MAILBOX_PASSWORD';

/** @throws PermanentError `usage` when there is none. */
export async function readPassword(context: Context, address: string, file: string | undefined): Promise<string> {
  const password =
    file === undefined ? (context.env[PASSWORD_VARIABLE] ?? (await ask(context.words.password(address)))) : await readFrom(context, file);
  if (password === '') throw new PermanentError('usage', context.words.passwordNeeded(PASSWORD_VARIABLE));
  return password;
}

/** Whether somebody at a terminal will type it, and so reads what stands above the question. */
export function asksForPassword(context: Context, file: string | undefined): boolean {
  return file === undefined && context.env[PASSWORD_VARIABLE] === undefined && process.stdin.isTTY;
}

async function readFrom({ words }: Context, file: string): Promise<string> {
  try {
    return (await readFile(file === '-' ? '/dev/stdin' : file, 'utf8')).replace(/\r?\n$/, '');
  } catch (cause) {
    throw new PermanentError('bad_file', words.passwordFile(file, (cause as NodeJS.ErrnoException).code ?? ''), { cause });
  }
}

// On a terminal the answer is not shown; from a pipe it is the first line.
async function ask(question: string): Promise<string> {
  const isTerminal = process.stdin.isTTY;
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: muted, terminal: isTerminal });
  if (isTerminal) process.stderr.write(question);
  try {
    return await new Promise<string>((resolve) => {
      prompt.once('line', resolve).once('close', () => resolve(''));
    });
  } finally {
    prompt.close();
    if (isTerminal) process.stderr.write('\n');
  }
}
