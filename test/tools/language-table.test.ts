// Our reading of the language table against the library it comes from: the same languages and the same scores for any text, and a table that is
// the one of the installed version.
import fc from 'fast-check';
import { eld } from 'eld/small';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DETECTABLE, NEIGHBOURS } from '@quittance/classify/language/languages';
import { likeliestLanguage, scoreLanguages } from '@quittance/classify/language/score-languages';
import { readSkeletons } from '../training/skeletons.ts';
import { buildLanguageTable } from './build-language-table.ts';

const library = eld.newInstance();
library.setLanguageSubset(DETECTABLE);
const neighbours = eld.newInstance();
neighbours.setLanguageSubset(['en', 'fr', ...NEIGHBOURS]);
const detectable = new Set(DETECTABLE);

function compare(text: string): void {
  expect(Object.fromEntries(scoreLanguages(text, detectable))).toEqual({ ...library.detect(text).getScores() });
  expect(likeliestLanguage(text, new Set(['en', 'fr', ...NEIGHBOURS]))).toBe(neighbours.detect(text).language);
}

describe('scoreLanguages answers as the library does', () => {
  test('for letters about subscriptions in all our languages', () => {
    for (const { blocks } of readSkeletons().slice(0, 1_500)) compare(JSON.stringify(blocks));
  });

  test.each([
    '',
    ' ',
    "don't l’abonné 'tis",
    'ab abc abcd',
    `${'x'.repeat(300)} ${'y'.repeat(90)}z`,
    '日本語のメール',
    'Ελληνικά кириллица',
    '\ud83d\ude00 hi \ud800',
    '𝒶𝓇 𐐀𐐨',
  ])('for %j', compare);

  test('for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 700 }), compare), { numRuns: 200 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ł', 'ü', 'の', 'е', 'an', 'the', ' ', "'", '’', '\ud800', 'ß')), (parts) =>
        compare(parts.join('')),
      ),
    );
  });
});

test('the table is that of the installed library', async () => {
  const file = resolve(import.meta.dirname, '../../packages/classify/src/language/language-table.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(await buildLanguageTable());
});
