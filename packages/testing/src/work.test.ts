import { expect, it } from 'vitest';
import { growth, LINEAR_MAX } from './work.ts';

it('tells linear work from quadratic work', async () => {
  const linear = (share: number) => spin(40_000_000 * share);
  const quadratic = (share: number) => spin((8_000 * share) ** 2);
  expect(await growth(linear)).toBeLessThan(LINEAR_MAX);
  expect(await growth(quadratic)).toBeGreaterThan(LINEAR_MAX);
});

function spin(steps: number): number {
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum = (sum * 31 + step) | 0;
  return sum;
}
