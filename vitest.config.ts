// Four projects by what they need: `unit` nothing, `db` a PostgreSQL (and Redis where it says so), `system` Dovecot, Redis and processes,
// `e2e` a browser as well. Global set-ups live in test/setup.
import { defineConfig } from 'vitest/config';

const everywhere = ['packages/*/src/**', 'services/*/src/**', 'test/**'];
const kinds = ['db', 'crash', 'system', 'e2e'];

function project(name: string, suffixes: string[], rest: object = {}) {
  const include = everywhere.flatMap((folder) => suffixes.map((suffix) => `${folder}/*${suffix}.ts`));
  return { test: { name, include, ...rest } };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/*.test.ts`),
          exclude: kinds.map((kind) => `**/*.${kind}.test.ts`),
          // Pure code shares nothing: loading the modules once instead of once a file halves the run.
          isolate: false,
          // Nothing here waits; the limit only ends what hangs, also beside other programs.
          testTimeout: 30_000,
        },
      },
      project('db', ['.db.test', '.crash.test'], {
        globalSetup: ['test/setup/postgres.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        // Each file has a database of its own and shares the loaded modules: that, and a second worker, takes four tenths off the run.
        isolate: false,
        maxWorkers: 2,
      }),
      project('system', ['.system.test'], {
        globalSetup: ['test/setup/postgres.ts'],
        testTimeout: 240_000,
        hookTimeout: 240_000,
        isolate: false,
        // Mostly waiting for processes; more than two at once would be in the way of those that measure time.
        maxWorkers: 2,
      }),
      project('e2e', ['.e2e.test'], {
        globalSetup: ['test/setup/postgres.ts'],
        testTimeout: 300_000,
        hookTimeout: 300_000,
        // One fills two cores: two at once only make each other's waits longer.
        fileParallelism: false,
      }),
    ],
  },
});
