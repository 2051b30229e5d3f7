// For tests: runs a command line in this process, with an environment of its own. Starting a process takes longer than most commands; that
// the process itself behaves is shown where `runQuittance` is used.
import { silentLog } from '@quittance/domain/log';
import { runCommand } from './run-command.ts';

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as one JSON document. */
  json(): Record<string, unknown>;
}

export async function runHere(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const closers: (() => Promise<void> | void)[] = [];
  const code = await runCommand({
    args,
    env: { LANG: 'C.UTF-8', ...env },
    output: {
      isTerminal: false,
      columns: 80,
      print: (text) => void stdout.push(`${text}\n`),
      say: (text) => void stderr.push(`${text}\n`),
      status: () => {},
    },
    log: silentLog,
    onEnd: (_name, close) => void closers.push(close),
    isStopping: () => false,
  });
  for (const close of closers.reverse()) await close();
  const out = stdout.join('');
  return { code, stdout: out, stderr: stderr.join(''), json: () => JSON.parse(out) as Record<string, unknown> };
}
