// The programs that some suites need beside npm's packages: looked for, and on Debian as root installed by the test command itself.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Tool {
  readonly program: string;
  readonly debian: string;
}

export const TOOLS: readonly Tool[] = [
  { program: 'dovecot', debian: 'dovecot-imapd' },
  { program: 'redis-server', debian: 'redis-server' },
  { program: 'chromium', debian: 'chromium' },
  { program: 'openssl', debian: 'openssl' },
  { program: 'xxd', debian: 'xxd' },
];

export function findProgram(program: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  for (const folder of folders) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

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
