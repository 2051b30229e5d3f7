// The real parser process, which hangs, dies or bursts on command: outside V8's heap as inside it, slowly as suddenly.
import { readFileSync, writeFileSync } from 'node:fs';
import type { ParseRequest } from '@quittance/mail/serve-parsing';

const commands: Record<string, () => void> = {
  HANG: () => {
    for (;;);
  },
  EXIT: () => process.exit(3),
  BURST: () => {
    const all: unknown[] = [];
    for (;;) all.push(Array.from({ length: 100_000 }, (_, index) => ({ index })));
  },
  BUFFERS: () => {
    const all: Buffer[] = [];
    for (;;) all.push(Buffer.alloc(64 * 1024 * 1024, 1));
  },
  WRITE: () => writeFileSync('written-by-a-mail', ''),
  SECRET: () => readFileSync('/etc/passwd'),
};

await import('@quittance/mail/parse-worker');
const channel: NodeJS.EventEmitter = process;
channel.prependListener('message', ({ raw }: ParseRequest) => {
  const text = Buffer.from(raw).toString('latin1');
  for (const [word, act] of Object.entries(commands)) if (text.startsWith(word)) act();
});
