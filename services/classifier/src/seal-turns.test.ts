import { expect, it, vi } from 'vitest';
import { createSealTurns } from './seal-turns.ts';

it('leaves sealing to the last of a bunch, of the same person only, and to whoever asks after a second', async () => {
  let nowMs = 0;
  const turns = createSealTurns({ seal: () => expect.unreachable(), nowMs: () => nowMs });
  const gates = ['one', 'two', 'three', 'other'].map(() => Promise.withResolvers<void>());
  const said: string[] = [];
  const job = (userId: string, at: number) =>
    turns.run(userId, async (mayLeave) => {
      await gates[at]!.promise;
      said.push(`${at} ${mayLeave() ? 'leaves' : 'seals'}`);
    });
  const jobs = [job('ana', 0), job('ana', 1), job('ana', 2), job('ben', 3)];
  gates[3]!.resolve();
  await jobs[3];
  gates[0]!.resolve();
  await jobs[0];
  nowMs = 1_500;
  gates[1]!.resolve();
  await jobs[1];
  gates[2]!.resolve();
  await jobs[2];
  expect(said).toEqual(['3 seals', '0 leaves', '1 seals', '2 seals']);
});

it('leaves nothing to a job that is sealing already: the log may have grown since', async () => {
  const turns = createSealTurns({ seal: () => expect.unreachable() });
  const sealed = Promise.withResolvers<void>();
  const said: boolean[] = [];
  const first = turns.run('ana', async (mayLeave) => {
    said.push(mayLeave());
    await sealed.promise;
  });
  await turns.run('ana', async (mayLeave) => said.push(mayLeave()));
  sealed.resolve();
  await first;
  expect(said).toEqual([false, false]);
});

it('seals what was left to a job that failed, at the end of the last one', async () => {
  const seal = vi.fn(() => Promise.resolve());
  const turns = createSealTurns({ seal });
  const failed = Promise.withResolvers<never>();
  const last = turns.run('ana', () => failed.promise);
  const left = await turns.run('ana', (mayLeave) => Promise.resolve(mayLeave()));
  expect([left, seal.mock.calls]).toEqual([true, []]);
  failed.reject(new Error('the database is away'));
  await expect(last).rejects.toThrow('the database is away');
  expect(seal.mock.calls).toEqual([['ana']]);
  // Nothing is left now.
  await expect(turns.run('ana', () => failed.promise)).rejects.toThrow('the database is away');
  expect(seal).toHaveBeenCalledTimes(1);
});
