// The fault table of the specification has 32 rows, and each is a test that says so in its name.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const ROWS = Array.from({ length: 32 }, (_, index) => index + 1);

function rowsNamedIn(texts: readonly string[]): Set<number> {
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/^\s*(?:it|test|describe|\[|\{ name)\S*.*?['"`]row (\d+): /gm)].map((match) => Number(match[1])),
    ),
  );
}

it('every row of the fault table is a test', () => {
  const one = "it('row 7: a loop', () => {});";
  expect([...rowsNamedIn([one, '// row 8: only mentioned'])]).toEqual([7]);
  const files = globSync(['packages/*/src/**/*.test.ts', 'services/*/src/**/*.test.ts'], { cwd: ROOT });
  const named = rowsNamedIn(files.map((file) => readFileSync(join(ROOT, file), 'utf8')));
  expect(ROWS.filter((row) => !named.has(row))).toEqual([]);
});
