// A glance thread for tests of its limits: what it does is written in the first message that it is given.
import { parentPort } from 'node:worker_threads';
import type { GlanceRequest } from '../../services/poller/src/glancer.ts';

parentPort!.on('message', ({ id, bytes, ends }: GlanceRequest) => {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('HANG')) for (;;);
  if (text.startsWith('THROW')) throw new Error('spoiled');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage({ id, seen: [...ends].map(() => 'pass'), bytes });
});
