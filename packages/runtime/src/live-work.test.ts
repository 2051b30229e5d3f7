import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLiveWork, type LiveWork } from './live-work.ts';

let live: LiveWork;
let quiet: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  live = createLiveWork();
  quiet = false;
});
afterEach(() => vi.useRealTimers());

const ask = (): void => void live.whenQuiet().then(() => (quiet = true));

it('lets history go on at once when nothing came', async () => {
  ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(quiet).toBe(true);
});

it('keeps history waiting while live work is under way, and until its next step has had time to begin', async () => {
  const work = Promise.withResolvers<void>();
  const other = Promise.withResolvers<void>();
  const running = [live.run(() => work.promise), live.run(() => other.promise)];
  ask();
  await vi.advanceTimersByTimeAsync(500);
  work.resolve();
  await vi.advanceTimersByTimeAsync(300);
  expect(quiet).toBe(false);
  other.resolve();
  await Promise.all(running);
  await vi.advanceTimersByTimeAsync(80);
  expect(quiet).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(quiet).toBe(true);
});

it('keeps it waiting no longer than two seconds, and counts what failed as ended', async () => {
  void live.run(() => new Promise(() => {}));
  ask();
  await vi.advanceTimersByTimeAsync(1_900);
  expect(quiet).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(quiet).toBe(true);
  live = createLiveWork();
  await expect(live.run(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  quiet = false;
  ask();
  await vi.advanceTimersByTimeAsync(200);
  expect(quiet).toBe(true);
});
