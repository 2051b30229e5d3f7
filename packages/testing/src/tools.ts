// Programs that some suites need beside npm's packages. The test command installs what is missing where it can; a suite whose program is
// still missing is skipped with the reason in its name, which under CI=true counts as a failure.
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Tool {
  readonly program: string;
  /** The package that brings it on Debian. */
  readonly debian: string;
  /** Can't be installed beside another of these: unpacked into a folder of ours, where the program is this file. */
  readonly unpacked?: string;
}

/** Programs that are unpacked and not installed. Readable for everybody: some run as nobody. */
export const UNPACKED_TOOLS = process.getuid?.() === 0 ? '/var/cache/quittance-test-tools' : join(homedir(), '.cache/quittance-test-tools');

export const TOOLS = [
  { program: 'dovecot', debian: 'dovecot-imapd' },
  { program: 'cyrus', debian: 'cyrus-imapd', unpacked: 'usr/lib/cyrus/bin/master' },
  { program: 'redis-server', debian: 'redis-server' },
  { program: 'chromium', debian: 'chromium' },
  { program: 'openssl', debian: 'openssl' },
  { program: 'xxd', debian: 'xxd' },
  { program: 'unzip', debian: 'unzip' },
  { program: 'pdftotext', debian: 'poppler-utils' },
] as const satisfies readonly Tool[];

export type Program = (typeof TOOLS)[number]['program'];

/** Where a program is; also looks where an ordinary user's PATH does not. */
export function findProgram(program: string): string | null {
  const tool: Tool | undefined = TOOLS.find((one) => one.program === program);
  if (tool?.unpacked) return ifRuns(join(UNPACKED_TOOLS, tool.debian, tool.unpacked));
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/bin', '/usr/bin', '/usr/local/sbin', '/usr/sbin', '/sbin'];
  for (const folder of folders) {
    const file = ifRuns(join(folder, program));
    if (file) return file;
  }
  return null;
}

function ifRuns(file: string): string | null {
  try {
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return null;
  }
}

/** For `describe.skipIf(missing)(`what${missing}`, …)`: '' where all are there, else ` (needs dovecot)`. */
export function missingPrograms(...programs: readonly Program[]): string {
  const missing = programs.filter((program) => !findProgram(program));
  return missing.length === 0 ? '' : ` (needs ${missing.join(', ')})`;
}
