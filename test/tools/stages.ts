// Runs commands as stages of a check or test run and adds up what passed. A stage with `counts` is a vitest run, whose own numbers
// are taken from its JSON report; any other stage counts as one.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts?: boolean;
  /** Show the output while it runs. */
  readonly live?: boolean;
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
  const reporting = stage.counts ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const { code, output } = await execute([...stage.command, ...reporting], stage.live ?? false);
  const totals = stage.counts ? await readReport(report, code) : single(code === 0);
  await rm(folder, { recursive: true, force: true });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${totals.failed ? '✗' : '✓'} ${stage.name} (${seconds} s)\n`);
  if (totals.failed && !stage.live) process.stdout.write(`${output.trimEnd()}\n`);
  return totals;
}

function single(passed: boolean): Totals {
  return { ...nothing(), passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

function execute(command: readonly string[], live: boolean): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command[0]!, command.slice(1), {
      cwd: ROOT,
      env: { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` },
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', (error) => done({ code: 127, output: String(error) }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
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
