// The training skeletons are written by hand, and the trainer takes each line of them at its word: a slot with a slip in its name would
// be learned as text. Format and rules: packages/classify/training/README.md. Whether a text deserves its kind no machine can check.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isEventKind } from '@quittance/domain/event-kind';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../training/skeletons');
const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ja'];
const CORE = ['en', 'fr'];
const KINDS = 15;
const SLOTS = new Set(
  (
    'merchant plan old_plan store name email card amount old_amount tax total date renews_on ends_on charged_on trial_ends_on ' +
    'notice_until due_on period reference invoice seats days url support'
  ).split(' '),
);
const HEADERS = ['Tags', 'Subject', 'Preheader'];

interface Skeleton {
  /** `en/refund.txt #3` */
  readonly place: string;
  readonly text: string;
}

const skeletonsOf = (file: string, text: string): Skeleton[] =>
  text
    .replace(/\n+$/, '')
    .split('\n=====\n')
    .map((part, index) => ({ place: `${basename(dirname(file))}/${basename(file)} #${index + 1}`, text: part }));

const bodyOf = (text: string): string => text.slice(text.indexOf('\n\n') + 2).trim();

/** Letters only, so that neither another slot nor other punctuation makes a second text of one. */
const wordsOf = (text: string): string =>
  (
    bodyOf(text)
      .toLowerCase()
      .replace(/\{\w+\}/g, ' ')
      .match(/[\p{L}]+/gu) ?? []
  ).join(' ');

/** What is wrong with the head: each header at most once, known, filled, and a subject among them. */
function headFaults(head: string): string[] {
  const names = head.split('\n').map((line) => /^([A-Z][a-z]+): \S/.exec(line)?.[1] ?? line);
  const faults = names.filter((name) => !HEADERS.includes(name)).map((name) => `not a header: ${name}`);
  if (new Set(names).size < names.length) faults.push('a header twice');
  if (!names.includes('Subject')) faults.push('no subject');
  return faults;
}

function lineFaults(line: string): string[] {
  const faults: string[] = [];
  if (line.startsWith('|') && !/^\|( ([^|]+ )?\|){2,}$/.test(line)) faults.push(`not a table row: ${line}`);
  if (/^={3,}/.test(line)) faults.push(`not a separator: ${line}`);
  if (/^(#|--?|>)[^\s-]/.test(line)) faults.push(`no space after the mark: ${line}`);
  if (/\s$/.test(line)) faults.push(`blank at the end: ${line}`);
  return faults;
}

/** Everything a reader of the file could trip over; empty when the skeleton is sound. */
function faultsOf({ text }: Skeleton): string[] {
  const gap = text.indexOf('\n\n');
  if (gap < 0) return ['no blank line between head and body'];
  const faults = [...headFaults(text.slice(0, gap)), ...text.split('\n').flatMap(lineFaults)];
  if (bodyOf(text) === '') faults.push('no body');
  for (const [, slot] of text.matchAll(/\{([^{}]*)\}/g)) if (!SLOTS.has(slot!)) faults.push(`no such slot: {${slot}}`);
  const plain = text.replace(/\{\w+\}/g, '').replace(/\[\[[^[\]]*\|[^[\]]*\]\]/g, '');
  if (/[{}]|\[\[|\]\]/.test(plain)) faults.push('an open brace or bracket');
  return faults;
}

function twins(skeletons: readonly Skeleton[]): string[] {
  const first = new Map<string, string>();
  const found: string[] = [];
  for (const { place, text } of skeletons) {
    const words = wordsOf(text);
    if (first.has(words)) found.push(`${place} = ${first.get(words)}`);
    else first.set(words, place);
  }
  return found;
}

const languages = readdirSync(ROOT).sort();
const files = globSync('*/*.txt', { cwd: ROOT });
const skeletons = files.flatMap((file) => skeletonsOf(file, readFileSync(join(ROOT, file), 'utf8')));
const good = 'Tags: warm\nSubject: Your {plan} plan\n\n[[Hi|Hello]] {name},\n\n| Paid | {total} |';

it.each([
  ['Subject: a\nno blank line', 'no blank line between head and body'],
  ['Tags: a\n\nbody', 'no subject'],
  ['Subject: a\nSubject: b\n\nbody', 'a header twice'],
  ['Subject: a\nTopic: b\n\nbody', 'not a header: Topic'],
  ['Subject: a\nTags:\n\nbody', 'not a header: Tags:'],
  ['Subject: a\n\n\n', 'no body'],
  ['Subject: {plann}\n\nbody', 'no such slot: {plann}'],
  ['Subject: a\n\n{plan', 'an open brace or bracket'],
  ['Subject: a\n\n[[one]] body', 'an open brace or bracket'],
  ['Subject: a\n\n| [[a|b]] | c |', 'not a table row: | [[a|b]] | c |'],
  ['Subject: a\n\n|a|b|', 'not a table row: |a|b|'],
  ['Subject: a\n\nb\n======\nc', 'not a separator: ======'],
  ['Subject: a\n\n#b', 'no space after the mark: #b'],
  ['Subject: a\n\nb ', 'blank at the end: b '],
])('sees the slip in %j', (text, fault) => {
  expect(faultsOf({ place: 'planted', text })).toContain(fault);
  expect(faultsOf({ place: 'sound', text: good })).toEqual([]);
});

it('sees two that share a body', () => {
  const other = good.replace('warm', 'terse').replace('{total}', '{amount}');
  expect(twins(skeletonsOf('en/refund.txt', `${good}\n=====\n${other}\n`))).toEqual(['en/refund.txt #2 = en/refund.txt #1']);
});

it('are sound', () => {
  const slips = skeletons.flatMap((skeleton) => faultsOf(skeleton).map((fault) => `${skeleton.place}: ${fault}`));
  expect(slips).toEqual([]);
});

it('lie in a file named after a kind', () => {
  expect(files.filter((file) => basename(file) !== 'other.txt' && !isEventKind(basename(file, '.txt')))).toEqual([]);
  expect(languages.filter((language) => !LANGUAGES.includes(language))).toEqual([]);
  expect(languages).toEqual(expect.arrayContaining(CORE));
});

it('share no body', () => {
  expect(twins(skeletons)).toEqual([]);
});

it.each(languages)('are enough in %s', (language) => {
  const own = skeletons.filter(({ place }) => place.startsWith(`${language}/`));
  const kinds = new Set(own.map(({ place }) => place.split(' ')[0]));
  expect(kinds.size).toBe(KINDS);
  expect(own.length).toBeGreaterThanOrEqual(CORE.includes(language) ? 200 : 60);
  if (!CORE.includes(language)) return;
  const least = Math.min(...[...kinds].map((kind) => own.filter(({ place }) => place.startsWith(`${kind} `)).length));
  expect(least).toBeGreaterThanOrEqual(11);
});

it('are described', () => {
  const readme = join(ROOT, '../README.md');
  expect(existsSync(readme)).toBe(true);
  const described = readFileSync(readme, 'utf8');
  expect([...SLOTS].filter((slot) => !described.includes(`{${slot}}`))).toEqual([]);
});
