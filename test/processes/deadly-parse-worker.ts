// The real parser thread, but a message with this subject kills the process as a crash in native code or the kernel's memory killer would.
import { parentPort } from 'node:worker_threads';
import type { ParseRequest } from '@quittance/mail/parse-worker';

parentPort?.on('message', ({ raw }: ParseRequest) => {
  if (Buffer.from(raw).includes('Subject: deadly')) process.kill(process.pid, 'SIGKILL');
});
await import('@quittance/mail/parse-worker');
