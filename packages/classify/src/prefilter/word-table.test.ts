import { expect, it } from 'vitest';
import { WordTable } from './word-table.ts';

const codesOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

it('finds whole words where they stand, with all that was said of them', () => {
  const table = new WordTable();
  table.add('on', 1);
  table.add('on', 2);
  table.add('on', 2);
  table.add('abcdefghijkl', 3);
  const find = (text: string, start = 0, end = text.length) => table.find(codesOf(text), start, end);
  expect(find('on')).toEqual([1, 2]);
  expect(find('we go on.', 6, 8)).toEqual([1, 2]);
  expect(find('abcdefghijkl')).toEqual([3]);
  for (const other of ['o', 'no', 'one', 'onon', 'a', 'abcdef', 'ghijkl', 'abcdefghijk', 'abcdefghijkm', 'abcdefghijkla']) {
    expect(find(other), other).toEqual([]);
  }
});

it('tells apart as many words as there are', () => {
  const words = Array.from({ length: 600 }, (_, at) => at.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!));
  const table = new WordTable();
  words.forEach((word, at) => table.add(word, at));
  words.forEach((word, at) => expect(table.find(codesOf(word), 0, word.length), word).toEqual([at]));
});

it('takes no word that it could not tell from others', () => {
  for (const word of ['', 'é', 'two words', 'A', 'abcdefghijklm']) expect(() => new WordTable().add(word, 1), word).toThrow(RangeError);
});
