import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADJECTIVE, COUNT, DELIVERED, EVERY, NOUN, UNIT } from './period-words.ts';
import { RULES } from './period-rules.ts';

// The words of the lists as written there, their endings left off or on as it comes.
const WORDS = [ADJECTIVE, COUNT, DELIVERED, EVERY.slice(3, -1), NOUN, UNIT]
  .flatMap((list) => list.split('|'))
  .map((word) => word.replace(/\((?:\?:)?|\)\??|\\[wb][*+?]?|\[|\]|\{.*?\}|\?/g, ''));
const JOINTS = [' ', ' ', ' ', '', ': ', ' (', ') ', '\n', ' | ', ', ', '-'];
const AROUND = [
  'billed',
  'your',
  'renewed for',
  'term',
  'period',
  'pro',
  'per',
  '12',
  '3 ',
  '9,99 €',
  'and',
  'thereafter',
  'plan',
  'duree',
];

test('a pattern that finds something is never passed over', () => {
  const piece = fc.tuple(fc.constantFrom(...WORDS, ...AROUND), fc.constantFrom(...JOINTS)).map((pair) => pair.join(''));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      for (const { rule, needs, pattern } of RULES) {
        if (needs === undefined || text.search(pattern) < 0) continue;
        expect(
          needs.some((needed) => needed.test(text)),
          `${rule} in "${text}"`,
        ).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
});
