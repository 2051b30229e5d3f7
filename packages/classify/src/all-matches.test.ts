import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allMatches } from './all-matches.ts';

const PATTERNS = [/a/g, /a*/g, /(?<=a)b?/g, /(a)|(b)/g, /\p{L}*/gu, /$/gm, /[^a]*/gu];

test('gives what matchAll gives, for patterns that may match nothing too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '\n', '😀', '\ud83d', 'é')), fc.constantFrom(...PATTERNS), (letters, pattern) => {
      const text = letters.join('');
      expect(allMatches(text, pattern)).toEqual([...text.matchAll(pattern)]);
    }),
  );
});

test('does not care where its pattern stood before', () => {
  const pattern = /a/g;
  pattern.lastIndex = 3;
  expect(allMatches('aaa', pattern)).toHaveLength(3);
});
