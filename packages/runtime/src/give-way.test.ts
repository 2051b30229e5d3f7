// A thread that gives way, and nobody else with it.
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';

const CODE = `
const { parentPort } = require('node:worker_threads');
const { getPriority } = require('node:os');
const { readlinkSync } = require('node:fs');
import(${JSON.stringify(new URL('./give-way.ts', import.meta.url).href)}).then(({ giveWay }) => {
  giveWay();
  parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))));
});`;

it.runIf(process.platform === 'linux')('lowers its own priority only', async () => {
  const before = getPriority();
  const worker = new Worker(CODE, { eval: true });
  expect(await once(worker, 'message')).toEqual([Math.max(before, 5)]);
  expect(getPriority()).toBe(before);
  await worker.terminate();
});
