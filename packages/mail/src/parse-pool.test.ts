import { afterEach, expect, it } from 'vitest';
import { createParsePool, type ParsePool, type ParsePoolOptions } from './parse-pool.ts';

let pool: ParsePool;
afterEach(() => pool.close());

// The real worker, which hangs, dies or bursts on command.
const spoiled = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    import { Buffer } from 'node:buffer';
    parentPort.on('message', ({ raw }) => {
      const text = Buffer.from(raw).toString('latin1');
      if (text.startsWith('HANG')) for (;;);
      if (text.startsWith('EXIT')) process.exit(3);
      if (text.startsWith('BURST')) {
        // Step by step: V8 stops a thread at its limit between steps, but a sudden burst may take the whole process along.
        const all = [];
        const still = new Int32Array(new SharedArrayBuffer(4));
        for (;; Atomics.wait(still, 0, 0, 1)) for (let n = 0; n < 64; n += 1) all.push(new Array(1000).fill(n));
      }
    });
    await import(${JSON.stringify(new URL('./parse-worker.ts', import.meta.url).href)});`)}`,
);

function open(options: ParsePoolOptions): void {
  pool = createParsePool({ size: 1, workerUrl: spoiled, ...options });
}

const MAIL = Buffer.from('Subject: Hello\r\n\r\nBody');

it('parses, and refuses with the codes of the parser', async () => {
  open({ size: 2 });
  const messages = await Promise.all([pool.parse(MAIL), pool.parse(MAIL), pool.parse(MAIL)]);
  expect(messages.map(({ subject, text }) => `${subject}: ${text.body}`)).toEqual(['Hello: Body', 'Hello: Body', 'Hello: Body']);
  await expect(pool.parse(Buffer.alloc(51 * 1024 * 1024))).rejects.toMatchObject({ code: 'mail_too_big' });
});

it.each<[string, string, string]>([
  ['hangs', 'HANG', 'mail_timeout'],
  ['dies', 'EXIT', 'mail_unparsable'],
  ['bursts', 'BURST', 'mail_too_big'],
])('fails the one message whose thread %s and goes on', async (_name, body, code) => {
  open({ timeoutMs: body === 'HANG' ? 2_000 : 20_000, heapMb: 64 });
  const bad = pool.parse(Buffer.from(body));
  const good = pool.parse(MAIL);
  await expect(bad).rejects.toMatchObject({ code });
  expect((await good).subject).toBe('Hello');
});

it('rejects what waits when it is closed', async () => {
  open({});
  const waiting = [pool.parse(Buffer.from('HANG')), pool.parse(MAIL)].map((parse) => parse.catch((error: { code: string }) => error.code));
  await pool.close();
  expect(await Promise.all(waiting)).toEqual(['mail_pool_closed', 'mail_pool_closed']);
});
