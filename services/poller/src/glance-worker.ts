// The thread that looks at beginnings of messages (see glancer.ts): peeks and judges, one package after the other.
import { parentPort } from 'node:worker_threads';
import { giveWay } from '@quittance/runtime/give-way';
import { glanceAt } from './glance-at.ts';
import type { GlanceAnswer, GlanceRequest } from './glancer.ts';

giveWay();
parentPort?.on('message', ({ id, bytes, ends, whole, letterChars }: GlanceRequest) => {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const seen = [...ends].map((end, at) => glanceAt(all.subarray(ends[at - 1] ?? 0, end), whole[at] === 1, letterChars));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage({ id, seen, bytes } satisfies GlanceAnswer, [bytes.buffer as ArrayBuffer]);
});
