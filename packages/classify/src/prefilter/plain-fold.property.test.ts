// The table folds as the whole text does, whatever stands beside what.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldWhole, plainFold } from './plain-fold.ts';

const TELLING = [
  'é',
  'É',
  'e\u0301',
  'ß',
  'Œ',
  'œuvre',
  ' ',
  '\u00a0',
  '\u3000',
  '\t\r\n',
  '…',
  '’',
  '–',
  '\u00ad',
  '\u200b',
  '\ufe0f',
  '️🎉',
  '𝐀bo',
  'ガ',
  'か\u3099',
].concat([
  'ｶﾞ',
  '한',
  '하\u11ab',
  'ΟΔΟΣ',
  'Σ',
  'À𝜮',
  'İ',
  'ﷺ',
  'ﬁ',
  '¨',
  '\u0000',
  '\ud800',
  'а\u0306',
  'अ\u093c',
  'abo',
  'A B',
  '①',
  '½',
  '\ufeff',
]);

it('folds character by character as it folds whole texts', () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...TELLING), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (pieces) => {
      const written = pieces.join('');
      expect(plainFold(written)).toBe(foldWhole(written));
    }),
    { numRuns: 300 },
  );
  expect(plainFold('x'.repeat(40_000))).toHaveLength(40_000);
  // Longer folded than written, with and without the table.
  for (const written of ['ﷺ', 'ﷺΣ'].map((one) => one.repeat(5_000))) expect(plainFold(written)).toBe(foldWhole(written));
});

it('folds every character of the basic plane', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const written = `a${String.fromCharCode(code)}b`;
    if (plainFold(written) !== foldWhole(written)) expect(plainFold(written), code.toString(16)).toBe(foldWhole(written));
  }
});
