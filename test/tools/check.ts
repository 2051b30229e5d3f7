// `npm run check`: types, type-aware lint, format, dead code, and the unit tests with the import boundaries and the other tidy rules.
// Runs two at a time, prints only what failed, and ends with one line of counts.
import { runStages, type Stage } from './stages.ts';

export const CHECK_STAGES: readonly Stage[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'page scripts', command: ['tsc', '--noEmit', '-p', 'services/api/src/ui/assets/tsconfig.json'] },
  { name: 'verifier', command: ['tsc', '--noEmit', '-p', 'packages/verifier/tsconfig.json'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'generated documents', command: ['node', 'test/tools/generate-docs.ts', '--check'] },
];

if (import.meta.main) {
  const totals = await runStages(
    [{ name: 'unit tests', command: ['vitest', 'run', '--project', 'unit', '--maxWorkers=2'], counts: true }, ...CHECK_STAGES],
    {
      parallel: 2,
    },
  );
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}
