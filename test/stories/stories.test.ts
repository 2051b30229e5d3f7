// Thirty-five mailboxes and what must be true of them, written down from the design before the fold was looked at. Each goes the way that
// mail goes in the product, servers left out. What is known not to hold is marked in the story, and fails here as soon as it does.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compare, type Compared } from './compare.ts';
import { liveThrough } from './live-through.ts';
import { readMailbox } from './read-mailbox.ts';
import { readStory } from './read-story.ts';

const stories = globSync('*.story', { cwd: import.meta.dirname })
  .toSorted()
  .map((file) => ({ name: basename(file, '.story'), story: readStory(readFileSync(join(import.meta.dirname, file), 'utf8')) }));

describe.each(stories)('$name', ({ story }) => {
  let told: Promise<Compared> | null = null;
  const tell = () => (told ??= readMailbox(story).then((mails) => compare(story, liveThrough(story, mails))));

  it(story.title, async () => {
    const { problems, surplus } = await tell();
    expect(problems.filter((problem, index) => problem !== null && story.expected[index]!.knownMiss === null)).toEqual([]);
    expect(surplus, 'nobody expected').toEqual([]);
  });

  const misses = story.expected.flatMap(({ line, knownMiss }, index) => (knownMiss ? [{ line, index }] : []));
  if (misses.length > 0) {
    it.each(misses)('known miss: $line', async ({ line, index }) => {
      expect((await tell()).problems[index], `mended: take the mark from ${line}`).not.toBeNull();
    });
  }
});

it('reads at least thirty mailboxes of five to forty mails', () => {
  expect(stories.length).toBeGreaterThanOrEqual(30);
  const sizes = stories.map(({ name, story }) => `${name}: ${story.mails.length}`);
  expect(sizes.filter((line) => Number(line.split(': ')[1]) < 5 || Number(line.split(': ')[1]) > 40)).toEqual([]);
});
