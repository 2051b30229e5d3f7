// Programs that some suites need beside npm's packages. The test command installs what is missing where it can; a suite whose program is
// still missing is skipped with the reason in its name, which under CI=true counts as a failure.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Tool {
  readonly program: string;
  /** The package that brings it on Debian. */
  readonly debian: string;
}

export const TOOLS = [
  { program: 'dovecot', debian: 'dovecot-imapd' },
  { program: 'redis-server', debian: 'redis-server' },
  { program: 'chromium', debian: 'chromium' },
  { program: 'openssl', debian: 'openssl' },
  { program: 'xxd', debian: 'xxd' },
  { program: 'unzip', debian: 'unzip' },
] as const satisfies readonly Tool[];

export type Program = (typeof TOOLS)[number]['program'];

/** Where a program is; also looks where an ordinary user's PATH does not. */
export function findProgram(program: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];
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

/** For `describe.skipIf(missing)(`what${missing}`, …)`: '' where all are there, else ` (needs dovecot)`. */
export function missingPrograms(...programs: readonly Program[]): string {
  const missing = programs.filter((program) => !findProgram(program));
  return missing.length === 0 ? '' : ` (needs ${missing.join(', ')})`;
}
