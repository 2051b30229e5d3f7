// A vitest reporter for a run that may never end: notes each beginning and end of a file, a test and a hook in the file that
// QUITTANCE_TEST_PROGRESS names, a line each (`+` or `-`, then the name), so that whoever ends the run can say what it was at.
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

type Hook = Parameters<NonNullable<Reporter['onHookStart']>>[0];

export default class Progress implements Reporter {
  readonly #file = process.env['QUITTANCE_TEST_PROGRESS'];

  onTestModuleQueued(module: TestModule): void {
    this.#note('+', fileOf(module));
  }
  onTestModuleEnd(module: TestModule): void {
    this.#note('-', fileOf(module));
  }
  onTestCaseReady(test: TestCase): void {
    this.#note('+', nameOf(test));
  }
  onTestCaseResult(test: TestCase): void {
    this.#note('-', nameOf(test));
  }
  onHookStart(hook: Hook): void {
    this.#note('+', nameOfHook(hook));
  }
  onHookEnd(hook: Hook): void {
    this.#note('-', nameOfHook(hook));
  }

  // Written at once: the process may be killed in the next moment.
  #note(sign: '+' | '-', name: string): void {
    if (this.#file) appendFileSync(this.#file, `${sign}${name.replaceAll('\n', ' ')}\n`);
  }
}

/** What began and did not end, oldest first, out of the text of such a file. */
export function stillRunning(text: string): string[] {
  const running = new Set<string>();
  for (const line of text.split('\n')) {
    if (line.startsWith('+')) running.add(line.slice(1));
    else if (line.startsWith('-')) running.delete(line.slice(1));
  }
  return [...running];
}

function fileOf(module: TestModule): string {
  return relative(process.cwd(), module.moduleId);
}

function nameOf(test: TestCase): string {
  return `${fileOf(test.module)} > ${test.fullName}`;
}

function nameOfHook({ name, entity }: Hook): string {
  if (entity.type === 'module') return `${fileOf(entity)} > ${name}`;
  return `${fileOf(entity.module)} > ${entity.fullName} > ${name}`;
}
