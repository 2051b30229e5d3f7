import { afterEach, expect, it } from 'vitest';
import { AT_ONCE, createDossiers, WAITING_MAX, type Dossiers } from './dossiers.ts';

let dossiers: Dossiers;
afterEach(() => dossiers.close());

const here = new AbortController().signal;

it('makes a few at once, lets some wait in their order, and sends the rest away with a time to come again', async () => {
  dossiers = createDossiers();
  const gates = Array.from({ length: AT_ONCE + WAITING_MAX + 3 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const asked = gates.map(({ promise }, at) =>
    dossiers.make(async () => {
      begun.push(at);
      running += 1;
      most = Math.max(most, running);
      await promise;
      running -= 1;
      if (at === 1) throw new Error('broke');
      return at;
    }, here),
  );
  const settled = Promise.allSettled(asked);
  for (const { resolve } of gates) resolve();
  const results = await settled;
  expect(most).toBe(AT_ONCE);
  expect(begun).toEqual(Array.from({ length: AT_ONCE + WAITING_MAX }, (_, at) => at));
  expect(results.map(({ status }, at) => (status === 'fulfilled' ? at : status))).toEqual([
    0,
    'rejected',
    ...begun.slice(2),
    ...Array.from({ length: 3 }, () => 'rejected'),
  ]);
  expect(results.at(-1)).toMatchObject({ reason: { code: 'unavailable', details: { retryAfterSeconds: 10 } } });
  // One that broke gave its place back.
  expect(await Promise.all([1, 2, 3].map((one) => dossiers.make(() => Promise.resolve(one), here)))).toEqual([1, 2, 3]);
});

it('passes over who has gone meanwhile', async () => {
  dossiers = createDossiers();
  const gate = Promise.withResolvers<void>();
  const first = Array.from({ length: AT_ONCE }, () => dossiers.make(() => gate.promise, here));
  const gone = new AbortController();
  let isMade = false;
  const waits = dossiers.make(async () => void (isMade = true), gone.signal);
  gone.abort();
  gate.resolve();
  await Promise.all(first);
  await expect(waits).rejects.toMatchObject({ code: 'unavailable' });
  expect(isMade).toBe(false);
});

it('gives the places of those who have gone to others', async () => {
  dossiers = createDossiers();
  const gate = Promise.withResolvers<void>();
  const first = Array.from({ length: AT_ONCE }, () => dossiers.make(() => gate.promise, here));
  const gone = new AbortController();
  const reloads = Array.from({ length: WAITING_MAX }, () => dossiers.make(async () => {}, gone.signal));
  const settled = Promise.allSettled(reloads);
  gone.abort();
  const real = dossiers.make(() => Promise.resolve('made'), here);
  gate.resolve();
  await Promise.all(first);
  expect(await real).toBe('made');
  expect((await settled).map(({ status }) => status)).toEqual(reloads.map(() => 'rejected'));
});
