// Puts the programs that some suites need (packages/testing/src/tools.ts) on the machine: on Debian as root; elsewhere nothing is touched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram, TOOLS, type Tool } from '@quittance/testing/tools';

/** Installs what is missing where that can be done; returns what is still missing. */
export function installTools(): readonly Tool[] {
  const missing = TOOLS.filter((tool) => !findProgram(tool.program));
  const debian = existsSync('/etc/debian_version') && findProgram('apt-get');
  if (missing.length === 0 || !debian || process.getuid?.() !== 0) return missing;
  process.stdout.write(`installing ${missing.map((tool) => tool.debian).join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  // Services of the packages must not start: the suites run their own, on ports of their own.
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map((tool) => tool.debian)], {
    ...quiet,
    env: { ...env, RUNLEVEL: '1' },
  });
  return TOOLS.filter((tool) => !findProgram(tool.program));
}
