// The import boundaries of docs/architecture.md. The check first runs on planted breaches and must find each of them.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { IMPORT_RULES } from './import-rules.ts';

const ROOT = resolve(import.meta.dirname, '../..');
// `… from 'x'` on the line that ends an import or export, a bare import, and the dynamic form.
const SPECIFIER = /^(?:import|export|\})[^'"\n]*\bfrom\s+['"]([^'"\n]+)['"]|^import\s+['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm;

/** What is wrong with the imports of one file, `file` relative to the root. */
function breaches(file: string, source: string): string[] {
  const [top, name] = file.split('/') as [string, string];
  const workspace = `${top}/${name}`;
  const allowed = IMPORT_RULES[workspace];
  if (!allowed) return [`${workspace} has no import rule`];
  const found: string[] = [];
  for (const match of source.matchAll(SPECIFIER)) {
    const specifier = match[1] ?? match[2] ?? match[3]!;
    const problem = judge(specifier);
    if (problem) found.push(`${file}: ${specifier}: ${problem}`);
  }
  return found;

  function judge(specifier: string): string | null {
    if (specifier.startsWith('.')) {
      const target = relative(ROOT, resolve(ROOT, dirname(file), specifier));
      if (!target.startsWith(`${workspace}/`)) return 'relative import leaves its workspace';
      return /\.(ts|js|json)$/.test(target) ? null : 'relative import without its ending';
    }
    if (specifier.startsWith('node:')) {
      const module = specifier.slice(5).split('/')[0]!;
      if (allowed!.node === 'all' || (allowed!.node !== 'none' && allowed!.node.includes(module))) return null;
      return isTest(file) ? null : 'this package does no I/O';
    }
    const ours = /^@quittance\/([^/]+)(\/.+)?$/.exec(specifier);
    if (ours) {
      if (!ours[2]) return 'name the file: no barrels';
      if (ours[1] === name || allowed!.ours.includes(ours[1]!)) return null;
      return isTest(file) ? null : 'not allowed by the table';
    }
    const npm = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)![1]!;
    return allowed!.npm.includes(npm) || isTest(file) ? null : 'npm package not allowed here';
  }
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts');
}

function dependenciesOf(workspace: string): Set<string> {
  const manifest = JSON.parse(readFileSync(join(ROOT, workspace, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  return new Set(Object.keys(manifest.dependencies ?? {}));
}

const files = globSync(['packages/*/src/**/*.{ts,js}', 'services/*/src/**/*.ts'], { cwd: ROOT });

describe('the check itself', () => {
  const planted: [string, string][] = [
    ['packages/domain/src/x.ts', `import { readFile } from 'node:fs/promises';`],
    ['packages/classify/src/x.ts', `import type { Database } from '@quittance/store/database';`],
    ['packages/ledger/src/x.ts', `import { z } from 'zod';`],
    ['services/poller/src/x.ts', `import { start } from '@quittance/notifier/start';`],
    ['services/api/src/x.ts', `import { x } from '../../cli/src/main.ts';`],
    ['services/api/src/x.ts', `const a = await import('pg');`],
    ['packages/mail/src/x.ts', `export * from '@quittance/domain';`],
    ['packages/mail/src/x.ts', `import {\n  a,\n  b,\n} from '@quittance/testing/database';`],
  ];
  it.each(planted)('finds the breach in %s: %s', (file, source) => {
    expect(breaches(file, source)).toHaveLength(1);
  });
});

describe('the sources', () => {
  it('stay within the table', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => breaches(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it('declare what they import', () => {
    const missing = files
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const workspace = file.split('/').slice(0, 2).join('/');
        const own = `@quittance/${workspace.split('/')[1]}`;
        const declared = dependenciesOf(workspace);
        return [...readFileSync(join(ROOT, file), 'utf8').matchAll(SPECIFIER)]
          .map((match) => match[1] ?? match[2] ?? match[3]!)
          .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
          .map((specifier) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier)![1]!)
          .filter((name) => name !== own && !declared.has(name))
          .map((name) => `${file}: ${name}`);
      });
    expect(missing).toEqual([]);
  });
});
