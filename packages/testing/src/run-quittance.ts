// Runs the command line as a person does: as a process, with its own environment.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const REPO = resolve(import.meta.dirname, '../../..');
export const ENTRY = join(REPO, 'services/cli/bin/quittance.js');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as one JSON document. */
  json(): Record<string, unknown>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** The Node that starts it; the one that runs the tests when not given. */
  readonly node?: string;
}

/** What a program inherits: no setting of Quittance's from outside, English. */
export function cleanEnvironment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8', ...(TMPDIR ? { TMPDIR } : {}), ...env };
}

export function startQuittance(args: readonly string[], options: RunOptions = {}): ChildProcess {
  return spawn(options.node ?? process.execPath, [ENTRY, ...args], { env: cleanEnvironment(options.env), stdio: ['pipe', 'pipe', 'pipe'] });
}

export async function runQuittance(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = startQuittance(args, options);
  child.stdin!.on('error', () => {}); // It may end without reading.
  child.stdin!.end(options.stdin ?? '');
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')]);
  return { code: code as number | null, stdout, stderr, json: () => JSON.parse(stdout) as Record<string, unknown> };
}
