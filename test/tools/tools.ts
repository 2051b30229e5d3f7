// Puts the programs that some suites need (packages/testing/src/tools.ts) on the machine: on Debian as root; elsewhere nothing is touched.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, TOOLS, UNPACKED_TOOLS, type Tool } from '@quittance/testing/tools';
import { unpackDebian } from './unpack-debian.ts';

/** Beside the package itself: what it needs and only recommends, and what makes its users. */
const UNPACKED_WITH: Readonly<Record<string, readonly string[]>> = {
  'cyrus-imapd': ['cyrus-common', 'sasl2-bin', 'libsasl2-modules', 'libsasl2-modules-db'],
};

/** Installs what is missing where that can be done; returns what is still missing. */
export function installTools(): readonly Tool[] {
  const missing: readonly Tool[] = TOOLS.filter((tool) => !findProgram(tool.program));
  const debian = existsSync('/etc/debian_version') && findProgram('apt-get');
  if (missing.length === 0 || !debian || process.getuid?.() !== 0) return missing;
  process.stdout.write(`installing ${missing.map((tool) => tool.debian).join(', ')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  const installed = missing.filter((tool) => !tool.unpacked);
  // Services of the packages must not start: the suites run their own, on ports of their own.
  if (installed.length > 0)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...installed.map((tool) => tool.debian)], {
      ...quiet,
      env: { ...env, RUNLEVEL: '1' },
    });
  for (const { debian: name, unpacked } of missing) {
    if (unpacked) unpackDebian([name, ...(UNPACKED_WITH[name] ?? [])], join(UNPACKED_TOOLS, name));
  }
  return TOOLS.filter((tool) => !findProgram(tool.program));
}
