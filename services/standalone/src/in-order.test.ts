import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

/** Three things, of which the second can't be stopped. */
function three(stopped: string[]) {
  return (add: (stop: () => Promise<void>) => void): void => {
    add(async () => void stopped.push('server'));
    add(() => Promise.reject(new Error('the queue is gone')));
    add(async () => void stopped.push('reader'));
  };
}

it('stops the rest when one thing fails to stop, and says so', async () => {
  const stopped: string[] = [];
  const running = await inOrder(async (add) => three(stopped)(add));
  await expect(running.stop()).rejects.toThrow('the queue is gone');
  expect(stopped).toEqual(['reader', 'server']);
});

it('stops what was started when a start fails, and says why it failed', async () => {
  const stopped: string[] = [];
  const starting = inOrder(async (add) => {
    three(stopped)(add);
    throw new Error('the port is taken');
  });
  await expect(starting).rejects.toThrow('the port is taken');
  expect(stopped).toEqual(['reader', 'server']);
});
