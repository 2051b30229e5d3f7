// The whole product as a person runs it: `quittance start` as a process, with a database and a data folder of its own, up to the sign-in
// link. Ends without a trace, also when the test failed.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Database } from '@quittance/store/database';
import { createTestDatabase } from './database.ts';
import { startQuittance } from './run-quittance.ts';

export interface StandaloneApp {
  readonly url: string;
  /** Signs the first person in, once. */
  readonly signInLink: string;
  /** For commands beside it, and for looking at what is stored. */
  readonly env: Readonly<Record<string, string>>;
  readonly db: Database;
  /** Lines of the log at `error` and above: a service that is up but broken says so there. */
  loggedErrors(): Promise<string[]>;
  /** As Ctrl-C does. @returns the exit code. */
  stop(): Promise<number | null>;
}

const STOP_MS = 20_000;

/** @throws with what it said when it ends before it is ready. */
export async function startStandaloneApp(more: Readonly<Record<string, string>> = {}): Promise<StandaloneApp> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'quittance-app-'));
  const env = { DATABASE_URL: database.url, QUITTANCE_DATA: folder, PORT: '0', ...more };
  const child = startQuittance(['start', '--json'], { env });
  const killAtExit = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', killAtExit);
  const stop = async (): Promise<number | null> => {
    const code = await end(child);
    process.off('exit', killAtExit);
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  try {
    const { url, sign_in_link: signInLink } = await firstDocument(child);
    return { url, signInLink, env, db: database.db, loggedErrors: () => readErrors(join(folder, 'quittance.log')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function firstDocument(child: ChildProcess): Promise<{ url: string; sign_in_link: string }> {
  const complaints = text(child.stderr!);
  let said = '';
  for await (const chunk of child.stdout!.setEncoding('utf8')) {
    said += String(chunk);
    if (/^\}/m.test(said)) return JSON.parse(said) as { url: string; sign_in_link: string };
  }
  throw new Error(`it ended before it was ready: ${said}${await complaints}`);
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
  return child.exitCode;
}

async function readErrors(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.filter((line) => /"level":"(error|fatal)"/.test(line));
}
