import { expect, test, vi } from 'vitest';
import { stillRunning } from '../setup/progress.ts';
import { runStages, type Stage } from './stages.ts';

const sleeping = ['-e', 'setInterval(() => {}, 1000)'];

async function run(stage: Stage): Promise<{ failed: number; said: string }> {
  const said: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const { failed } = await runStages([stage], { parallel: 1 });
    return { failed, said: said.join('') };
  } finally {
    write.mockRestore();
  }
}

test('a stage that does not end is ended, fails, and shows what it had said', async () => {
  // A shell speaks within milliseconds; Node may still be starting when a busy machine's second is over.
  const { failed, said } = await run({ name: 'hangs', command: ['sh', '-c', 'echo was here; exec sleep 600'], limitMs: 1_000 });
  expect(failed).toBe(1);
  expect(said).toContain('was here');
  expect(said).toContain('did not end');
});

test('a stage whose child outlives it and holds its output ends all the same', async () => {
  const script = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(sleeping)}, { stdio: 'inherit' }); process.exit(0)`;
  const { failed } = await run({ name: 'leaves a child', command: [process.execPath, '-e', script], limitMs: 60_000 });
  expect(failed).toBe(0);
});

test('what began and did not end is named, oldest first', () => {
  expect(stillRunning('+a.ts\n+a.ts > one\n-a.ts > one\n+a.ts > two\n+b.ts\n-b.ts\n')).toEqual(['a.ts', 'a.ts > two']);
});
