// `npm run soak [-- --rounds N --seed S --times T]`: the storm of services/poller/src/chaos.system.test.ts for longer than a test run may take,
// with one seed after the other. Ends at the first seed that shows something, and says which.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installTools } from './tools.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, times: { type: 'string', default: '10' } },
});

installTools();
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.times); seed += 1) {
  process.stdout.write(`seed ${seed}, ${values.rounds} rounds\n`);
  const { status } = spawnSync('vitest', ['run', '--project', 'system', 'services/poller/src/chaos.system.test.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
      CHAOS_SEED: String(seed),
      CHAOS_ROUNDS: values.rounds,
    },
  });
  if (status !== 0) {
    process.stdout.write(`seed ${seed} shows it again: npm run soak -- --seed ${seed} --times 1 --rounds ${values.rounds}\n`);
    process.exitCode = 1;
    break;
  }
}
