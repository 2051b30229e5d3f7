// The other end of parse-pool.ts: a process that reads one hostile message at a time and answers with what was read or with a code. A thread
// beside it ends the process when it takes too much memory outside V8's heap, or when its parent died while a message held it in a loop.
import { Worker } from 'node:worker_threads';
import { PermanentError } from '@quittance/domain/errors';

export interface ParseRequest {
  readonly id: number;
  readonly raw: Uint8Array;
}

export type ParseAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly message: unknown }
  | { readonly id: number; readonly code: string; readonly problem: string };

/** Heap, buffers and code together; ordinary mail stays below 200 MB, the largest accepted message (50 MB) below 700. */
const RESIDENT_MB_MAX = 1_024;
const LOOK_EVERY_MS = 250;

/** Answers every request with `read`. @throws Error where this is not a process of a pool. */
export function serveParsing(read: (raw: Buffer) => Promise<unknown>): void {
  if (!process.send) throw new Error('runs as a child process of a parse pool only');
  watch();
  process.once('disconnect', () => process.exit(0));
  // A terminal's Ctrl-C reaches every process of the group; ours ends when its parent lets go of it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  process.on('message', ({ id, raw }: ParseRequest) => {
    read(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)).then(
      (message) => answer({ id, message }),
      (error: unknown) => {
        if (!(error instanceof PermanentError)) throw error;
        answer({ id, code: error.code, problem: error.message });
      },
    );
  });
  answer({ ready: true });
}

function answer(said: ParseAnswer): void {
  process.send!(said);
}

function watch(): void {
  const code = `setInterval(() => {
    if (process.ppid !== ${process.ppid} || process.memoryUsage.rss() > ${RESIDENT_MB_MAX * 1024 * 1024}) process.kill(process.pid, 'SIGKILL');
  }, ${LOOK_EVERY_MS})`;
  new Worker(code, { eval: true }).unref();
}
