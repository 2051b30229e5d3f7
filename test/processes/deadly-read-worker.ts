// The real reader process, but a message with this subject kills the process it works for, as the kernel's memory killer might.
import type { ParseRequest } from '@quittance/mail/serve-parsing';

await import('@quittance/classifier/read-worker');
// First in line, and not before the real one listens: a message that came earlier would reach this one only.
const channel: NodeJS.EventEmitter = process;
channel.prependListener('message', ({ raw }: ParseRequest) => {
  if (Buffer.from(raw).includes('Subject: deadly')) process.kill(process.ppid, 'SIGKILL');
});
