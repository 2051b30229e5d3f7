// Runs the command line as a person does: as a process, with its own environment.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
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

/**
 * Where Node keeps what it made of our sources, so that each of the hundreds of processes that the suites start need not strip and compile them anew: that
 * was half of the second of processor time which a start takes. By content and version, so it never goes stale.
 */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'quittance-test-compiled') };

/** What a program inherits: no setting of Quittance's from outside, English. */
export function cleanEnvironment(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8', ...(TMPDIR ? { TMPDIR } : {}), ...COMPILE_CACHE, ...env };
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
