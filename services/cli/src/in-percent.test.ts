import { expect, it } from 'vitest';
import { inPercent } from './in-percent.ts';

it.each([
  [0.57, '57 %'],
  [0.996, '99 %'],
  [1, '100 %'],
  [0, '0 %'],
])('%s is %s', (confidence, text) => {
  expect(inPercent(confidence)).toBe(text);
});
