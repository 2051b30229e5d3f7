// Sets of UIDs on the wire: only what was asked for, in lines that servers take.
import { expect, it } from 'vitest';
import { uidSets } from './fetch-messages.ts';

it('writes ranges and leaves gaps', () => {
  expect(uidSets([7, 1, 2, 3, 3, 9, 10])).toEqual(['1:3,7,9:10']);
  expect(uidSets([])).toEqual([]);
});

it('cuts long sets and loses nothing', () => {
  const uids = Array.from({ length: 1_000 }, (_, index) => 743_000_000 + index * 3);
  const sets = uidSets(uids, 500);
  expect(sets.every((set) => set.length <= 500)).toBe(true);
  expect(sets.join(',').split(',').map(Number)).toEqual(uids);
});
