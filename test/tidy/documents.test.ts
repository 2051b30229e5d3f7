// The documents agree with the tree: the nine steps stand in the files that name them, links lead somewhere, each document has one title.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: ROOT })];

/** What is wrong with the list of steps in a text, given what the files open with. */
function wrongSteps(text: string, firstLine: (file: string) => string): string[] {
  const steps = [...text.matchAll(/^\| (\d) \| `([^`]+)` \|/gm)].map((match) => ({ number: match[1]!, file: match[2]! }));
  if (steps.length !== 9) return [`${steps.length} steps`];
  return steps
    .filter(({ number, file }) => !firstLine(file).startsWith(`// Path of an email, step ${number} of 9.`))
    .map(({ file }) => file);
}

it('the path of an email is the one that the files tell', () => {
  const text = read('docs/path-of-an-email.md');
  const firstLine = (file: string): string => (existsSync(join(ROOT, file)) ? read(file).split('\n', 1)[0]! : '');
  expect(wrongSteps(text.replace('| 3 |', '| 4 |'), firstLine), 'the check must see a wrong number').toHaveLength(1);
  expect(wrongSteps(text, firstLine)).toEqual([]);
});

function deadLinks(file: string, text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
    .map((match) => match[1]!)
    .filter((link) => !existsSync(join(ROOT, dirname(file), link)));
}

it('links in documents lead somewhere', () => {
  expect(deadLinks('README.md', '[x](docs/nowhere.md)')).toEqual(['docs/nowhere.md']);
  expect(documents.flatMap((file) => deadLinks(file, read(file)).map((link) => `${file}: ${link}`))).toEqual([]);
});

it('each document has one title, and the README stays short', () => {
  const titles = (text: string): number => text.replace(/^```.*?^```/gms, '').match(/^# /gm)?.length ?? 0;
  expect(documents.filter((file) => titles(read(file)) !== 1)).toEqual([]);
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150);
});
