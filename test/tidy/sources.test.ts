// Rules of writing that a machine can check. Each first proves on a planted slip that it can fail.
import { globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const BANNED_NAMES = /^(utils?|helpers?|common|misc|shared|managers?|services?)\.(ts|js)$/;
const MAY_READ_ENVIRONMENT = /^(packages\/(runtime|testing)\/|services\/[^/]+\/src\/main\.ts|services\/cli\/|test\/)/;
const MAY_PRINT = /^(services\/(cli|standalone)\/|test\/|packages\/testing\/)/;

interface Source {
  readonly file: string;
  readonly text: string;
}

const rules: Record<string, { slip: Source; broken: (source: Source) => boolean }> = {
  'no file is named after nothing': {
    slip: { file: 'packages/mail/src/utils.ts', text: '// x' },
    broken: ({ file }) => BANNED_NAMES.test(basename(file)) && file !== 'packages/domain/src/service.ts',
  },
  'every file opens by saying what it is for': {
    slip: { file: 'packages/mail/src/x.ts', text: 'export const x = 1;' },
    broken: ({ file, text }) => !file.endsWith('.test.ts') && !/^(#!.*\n)?(\/\/ \S|\/\*\*)/.test(text),
  },
  'the environment is read in one place': {
    slip: { file: 'packages/store/src/x.ts', text: '// x\nprocess.env.PORT' },
    broken: ({ file, text }) => !MAY_READ_ENVIRONMENT.test(file) && !file.endsWith('.test.ts') && /process\.env\b/.test(text),
  },
  'only the terminal prints': {
    slip: { file: 'packages/store/src/x.ts', text: '// x\nprocess.stdout.write("x")' },
    broken: ({ file, text }) => !MAY_PRINT.test(file) && !file.endsWith('.test.ts') && /process\.stdout\.write|console\./.test(text),
  },
  'no test waits for time to pass': {
    slip: { file: 'packages/store/src/x.test.ts', text: 'await set' + 'Timeout(500);' },
    broken: ({ file, text }) => file.endsWith('.test.ts') && /await (setTimeout|sleep|delay)\(\s*[1-9]\d\d/.test(text),
  },
  'a page leaves the colon after a value to the language': {
    slip: { file: 'services/api/src/ui/x.ts', text: 'html`${name}: ${what}`' },
    broken: ({ file, text }) => /^services\/api\/src\/ui\/(?!.*\.test\.)/.test(file) && text.includes('}: ${'),
  },
  'nothing is left for later': {
    slip: { file: 'packages/store/src/x.ts', text: '// TO' + 'DO: x' },
    broken: ({ text }) => new RegExp('\\b(TO' + 'DO|FIX' + 'ME|X' + 'XX)\\b').test(text),
  },
};

const sources: Source[] = globSync(['packages/*/src/**/*.{ts,js}', 'services/*/src/**/*.{ts,js}', 'migrations/*.ts', 'test/**/*.ts'], {
  cwd: ROOT,
}).map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

it.each(Object.entries(rules))('%s', (_name, { slip, broken }) => {
  expect(broken(slip), 'the rule must see its planted slip').toBe(true);
  expect(sources.filter(broken).map((source) => source.file)).toEqual([]);
});
