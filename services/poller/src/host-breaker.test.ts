// A host that is down is asked by one connection at a time, whoever's it is.
import { expect, it } from 'vitest';
import { createHostBreaker } from './host-breaker.ts';

const HOST = 'imap.orange.fr';

it('lets all through until a host failed five times in a row, whoever called it', () => {
  const breaker = createHostBreaker(() => 0);
  for (let n = 0; n < 4; n += 1) breaker.failed(HOST);
  expect(breaker.waitMs(HOST)).toBe(0);
  breaker.succeeded(HOST);
  for (let n = 0; n < 4; n += 1) breaker.failed(HOST);
  expect(breaker.waitMs(HOST)).toBe(0);
  breaker.failed(HOST);
  expect(breaker.waitMs(HOST)).toBe(10_000);
  expect(breaker.waitMs('imap.free.fr')).toBe(0);
});

it('sends one probe after the pause, waits longer when it fails, and opens when it does not', () => {
  let now = 0;
  const breaker = createHostBreaker(() => now);
  for (let n = 0; n < 5; n += 1) breaker.failed(HOST);
  now = 10_000;
  expect(breaker.waitMs(HOST)).toBe(0);
  expect(breaker.waitMs(HOST)).toBeGreaterThan(0);
  breaker.failed(HOST);
  expect(breaker.waitMs(HOST)).toBe(20_000);
  for (let n = 0; n < 20; n += 1) breaker.failed(HOST);
  expect(breaker.waitMs(HOST)).toBe(5 * 60_000);
  now += 5 * 60_000;
  expect(breaker.waitMs(HOST)).toBe(0);
  breaker.succeeded(HOST);
  expect([1, 2, 3].map(() => breaker.waitMs(HOST))).toEqual([0, 0, 0]);
});

it('sends another probe when one never told how it went', () => {
  let now = 0;
  const breaker = createHostBreaker(() => now);
  for (let n = 0; n < 5; n += 1) breaker.failed(HOST);
  now = 10_000;
  expect(breaker.waitMs(HOST)).toBe(0);
  for (let asked = 0; asked < 3; asked += 1) now += breaker.waitMs(HOST);
  expect(now).toBeLessThanOrEqual(10_000 + 2 * 60_000);
  expect(breaker.waitMs(HOST)).toBeGreaterThan(0);
});
