// Runs commands as stages of a check or test run and adds up what passed. A stage with `counts` is a vitest run, whose own numbers
// are taken from its JSON report; any other stage counts as one. A stage that does not end is ended, fails, and says what it was at.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stillRunning } from '../setup/progress.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRESS = join(ROOT, 'test/setup/progress.ts');

/** Two suites that hang still leave CI's ninety minutes room for the rest. */
const LIMIT_MS = 25 * 60_000;
/** What ended may leave a child that holds its output open: the rest of the output is waited for no longer than this. */
const OUTPUT_GRACE_MS = 2_000;

export interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts?: boolean;
  /** Milliseconds after which it is ended. */
  readonly limitMs?: number;
}

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** Full names of what was skipped. */
  skippedNames: string[];
  /** How long each test file took. */
  files: { name: string; seconds: number }[];
}

const nothing = (): Totals => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [], files: [] });

export async function runStages(stages: readonly Stage[], options: { parallel: number }): Promise<Totals> {
  if (process.listenerCount('SIGINT') === 0) endGroupsWithUs();
  const totals = nothing();
  const waiting = [...stages];
  const lanes = Array.from({ length: options.parallel }, async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) add(totals, await runStage(stage));
  });
  await Promise.all(lanes);
  return totals;
}

function add(totals: Totals, more: Totals): void {
  totals.passed += more.passed;
  totals.failed += more.failed;
  totals.skipped += more.skipped;
  totals.skippedNames.push(...more.skippedNames);
  totals.files.push(...more.files);
}

async function runStage(stage: Stage): Promise<Totals> {
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'quittance-stage-'));
  const report = join(folder, 'report.json');
  const progress = join(folder, 'progress');
  const reporting = stage.counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${PROGRESS}`] : [];
  const run = await execute([...stage.command, ...reporting], { ...stage, env: { QUITTANCE_TEST_PROGRESS: progress } });
  const totals = stage.counts ? await readReport(report, run.code) : single(run.code === 0);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${totals.failed ? '✗' : '✓'} ${stage.name} (${seconds} s)\n`);
  if (totals.failed) process.stdout.write(`${run.output.trimEnd()}\n`);
  if (run.code === ENDED_BY_US) {
    const running = stillRunning(await readFile(progress, 'utf8').catch(() => ''));
    process.stdout.write(`${stage.name} did not end and was ended. Still running:\n${running.map((name) => `  ${name}\n`).join('')}`);
  }
  await rm(folder, { recursive: true, force: true });
  return totals;
}

function single(passed: boolean): Totals {
  return { ...nothing(), passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

interface Running extends Pick<Stage, 'limitMs'> {
  readonly env: Record<string, string>;
}

const ENDED_BY_US = -1;

function execute(command: readonly string[], { limitMs, env }: Running): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command[0]!, command.slice(1), {
      cwd: ROOT,
      env: { ...process.env, ...env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // A group of its own, which can be ended whole.
    });
    groups.add(child);
    let output = '';
    let tooLong = false;
    const limit = setTimeout(() => {
      tooLong = true;
      endGroup(child);
    }, limitMs ?? LIMIT_MS);
    let ended = false;
    const end = (code: number): void => {
      if (ended) return;
      ended = true;
      clearTimeout(limit);
      groups.delete(child);
      endGroup(child);
      child.stdout.destroy();
      child.stderr.destroy();
      done({ code: tooLong ? ENDED_BY_US : code, output });
    };
    child.stdout.on('data', (chunk: Buffer) => (output += chunk));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', (error) => {
      output += String(error);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
    child.on('exit', (code) => void setTimeout(() => end(code ?? 1), OUTPUT_GRACE_MS).unref());
  });
}

const groups = new Set<ChildProcess>();

// Groups of their own don't hear the terminal's Ctrl-C: they are ended with us.
function endGroupsWithUs(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      for (const child of groups) endGroup(child);
      process.kill(process.pid, signal);
    });
}

function endGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    // Nothing of it is left, or it never began.
  }
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

// A file that fails to load has no assertions and still counts as a failure, and so does a run that failed without a failed test.
async function readReport(file: string, code: number): Promise<Totals> {
  const totals = nothing();
  let report: VitestReport;
  try {
    report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return single(false); // The run died before it could report.
  }
  for (const result of report.testResults) {
    const name = result.name.slice(ROOT.length + 1);
    totals.files.push({ name, seconds: (result.endTime - result.startTime) / 1000 });
    if (result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed')) totals.failed += 1;
    for (const test of result.assertionResults) {
      if (test.status === 'passed') totals.passed += 1;
      else if (test.status === 'failed') totals.failed += 1;
      else {
        totals.skipped += 1;
        totals.skippedNames.push(`${name}: ${test.fullName}`);
      }
    }
  }
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}
