// The real parser process, but a message with this subject kills the process it works for, as the kernel's memory killer might.
import type { ParseRequest } from '@quittance/mail/serve-parsing';

process.on('message', ({ raw }: ParseRequest) => {
  if (Buffer.from(raw).includes('Subject: deadly')) process.kill(process.ppid, 'SIGKILL');
});
await import('@quittance/mail/parse-worker');
