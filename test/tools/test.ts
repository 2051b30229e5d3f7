// `npm test`: the check, then every suite on real servers. Installs what the suites need on Debian as root; elsewhere suites whose tools
// are missing are skipped and named. With CI=true a skip is a failure, but for suites that need the collected mails where these are absent.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CHECK_STAGES } from './check.ts';
import { runStages, type Stage } from './stages.ts';
import { unexcusedSkips } from './skips.ts';
import { installTools } from './tools.ts';

const SLOWEST_SHOWN = 10;

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

const slowest = tested.files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST_SHOWN);
process.stdout.write(`\nslowest files:\n${slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}\n`).join('')}`);

const isSharedThere = existsSync(resolve(import.meta.dirname, '../../../shared'));
const held = process.env.CI === 'true' ? unexcusedSkips(tested.skippedNames, isSharedThere).length : 0;
for (const name of tested.skippedNames) process.stdout.write(`skipped: ${name}\n`);
if (tested.skipped > 0) process.stdout.write(`${tested.skipped} skipped${held > 0 ? `, of which ${held} count as failed here` : ''}\n`);
const passed = checked.passed + tested.passed;
const failed = checked.failed + tested.failed + held;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
