import { expect, it } from 'vitest';
import { warmUp } from './warm-up.ts';

it('reads letters until a mail is there, whatever becomes of them', async () => {
  const read: Buffer[] = [];
  await warmUp(
    (raw) => {
      read.push(raw);
      return Promise.reject(new Error('a bug of ours'));
    },
    () => read.length < 3,
  );
  expect(read.map((raw) => raw.includes('Subject: '))).toEqual([true, true, true]);
});

it('reads nothing where a mail waits already, and comes to its end where none does', async () => {
  let count = 0;
  const read = (): Promise<void> => Promise.resolve(void (count += 1));
  await warmUp(read, () => false);
  expect(count).toBe(0);
  await warmUp(read, () => true);
  expect(count).toBeGreaterThan(50);
});
