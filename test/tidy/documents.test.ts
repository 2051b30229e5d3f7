// The documents agree with the tree: the nine steps stand in the files that name them, links lead somewhere, each document has one title.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { IMPORT_RULES } from './import-rules.ts';

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

/** Cells of a table row that begins with a name in backquotes: `| \`a\`, \`b\` | … |`. */
function rowsOf(text: string, heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
const differences = (one: readonly string[], other: readonly string[]): string[] =>
  [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))].toSorted();

it('the architecture names every table there is, and no other', () => {
  const schema = /export interface Schema \{\n([^]*?)\n\}/.exec(read('packages/store/src/schema.ts'))![1]!;
  const tables = [...schema.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]!);
  const told = (text: string): string[] => rowsOf(text, 'Tables').flatMap((row) => quoted(row[1]!));
  const text = read('docs/architecture.md');
  expect(differences(tables, told(text.replace('`outbox`', '`inbox`')))).toEqual(['inbox', 'outbox']);
  expect(differences(tables, told(text))).toEqual([]);
});

it('the architecture says who may import whom as the rules do', () => {
  const told = (text: string): string[] =>
    rowsOf(text, 'Parts')
      .filter(([, part]) => part!.startsWith('`packages/') && !part!.includes('testing'))
      .map(([, part, , imports]) => `${quoted(part!)[0]}: ${ours(imports!)}`);
  const ruled = Object.entries(IMPORT_RULES)
    .filter(([workspace]) => workspace.startsWith('packages/') && workspace !== 'packages/testing')
    .map(([workspace, rule]) => `${workspace}: ${rule.ours.toSorted().join(' ')}`);
  const text = read('docs/architecture.md');
  expect(differences(ruled, told(text.replace('| domain, mail, statements,', '| domain, statements,')))).toHaveLength(2);
  expect(differences(ruled, told(text))).toEqual([]);
});

/** `domain, runtime, node:crypto` without what is none of ours. */
function ours(cell: string): string {
  const names = new Set(Object.keys(IMPORT_RULES).map((workspace) => workspace.split('/')[1]!));
  return cell
    .split(/[,;]\s*/)
    .filter((name) => names.has(name))
    .toSorted()
    .join(' ');
}

it('files that documents name are there', () => {
  const missing = (text: string): string[] =>
    quoted(text)
      .filter((name) => /^(?:packages|services|test|migrations|docs)\/[\w./*-]+$/.test(name))
      .filter((name) => globSync(name.replace(/\/$/, ''), { cwd: ROOT }).length === 0);
  expect(missing('see `packages/store/src/nowhere.ts`')).toEqual(['packages/store/src/nowhere.ts']);
  expect(documents.flatMap((file) => missing(read(file)).map((name) => `${file}: ${name}`))).toEqual([]);
});
