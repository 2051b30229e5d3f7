import { expect, it } from 'vitest';
import { createOutcomeTurns } from './outcome-turns.ts';
import type { Outcome } from './record-outcome.ts';

const outcome = (userId: string, contentId: number): Outcome => ({ userId, priority: 'live', kept: [], ignored: [contentId] });

it('writes together what is ready while another one of that person is being written', async () => {
  const turns = createOutcomeTurns();
  const written: string[] = [];
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const record = async ({ userId, ignored }: Outcome): Promise<void> => {
    written.push(`${userId} ${ignored.join(',')}`);
    if (ignored.includes(1)) {
      begun.resolve();
      await gate.promise;
    }
  };
  const first = turns.run(outcome('ana', 1), record);
  await begun.promise;
  const rest = [turns.run(outcome('ana', 2), record), turns.run(outcome('ana', 3), record)];
  await turns.run(outcome('ben', 4), record);
  expect(written).toEqual(['ana 1', 'ben 4']);
  gate.resolve();
  await Promise.all([first, ...rest]);
  await turns.run(outcome('ana', 5), record);
  expect(written).toEqual(['ana 1', 'ben 4', 'ana 2,3', 'ana 5']);
});

it('tells all of a turn that failed, and goes on with the next', async () => {
  const turns = createOutcomeTurns();
  const away = () => Promise.reject(new Error('the database is away'));
  const failed = [turns.run(outcome('ana', 1), away), turns.run(outcome('ana', 2), away)];
  for (const one of failed) await expect(one).rejects.toThrow('away');
  const written: (readonly number[])[] = [];
  await turns.run(outcome('ana', 3), async ({ ignored }) => void written.push(ignored));
  expect(written).toEqual([[3]]);
});
