import { expect, test } from 'vitest';
import { unexcusedSkips } from './skips.ts';

test('only what needs the collected mails may be skipped, and only where they are absent', () => {
  const names = ['a.test.ts: reads a mail', 'b.test.ts: loses nothing (needs ../shared)'];
  expect(unexcusedSkips(names, false)).toEqual([names[0]]);
  expect(unexcusedSkips(names, true)).toEqual(names);
});
