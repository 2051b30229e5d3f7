// `npm test`: the check, then every suite on real servers. Installs what the suites need on Debian as root; elsewhere suites whose tools
// are missing are skipped and named. With CI=true a skip is a failure.
import { CHECK_STAGES } from './check.ts';
import { runStages, type Stage } from './stages.ts';
import { installTools } from './tools.ts';

const missing = installTools();
for (const tool of missing)
  process.stdout.write(`not on this machine: ${tool.program} (Debian: ${tool.debian}); suites that need it are skipped\n`);

const suites: Stage[] = ['unit', 'db', 'system', 'e2e'].map((project) => ({
  name: `${project} tests`,
  command: ['vitest', 'run', '--project', project],
  counts: true,
}));
const checked = await runStages(CHECK_STAGES, { parallel: 2 });
const tested = await runStages(suites, { parallel: 1 });

const ci = process.env.CI === 'true';
for (const name of tested.skippedNames) process.stdout.write(`skipped: ${name}\n`);
const passed = checked.passed + tested.passed;
const failed = checked.failed + tested.failed + (ci ? tested.skipped : 0);
const skipped = ci || tested.skipped === 0 ? '' : `, ${tested.skipped} skipped`;
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 ? 1 : 0;
