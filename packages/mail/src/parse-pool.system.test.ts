import { mailWithPdf, makePdf } from '@quittance/testing/pdf-mail';
import { afterEach, expect, it } from 'vitest';
import { createParsePool, type ParsePool, type ParsePoolOptions } from './parse-pool.ts';

let pool: ParsePool;
afterEach(() => pool.close());

const spoiled = new URL('../../../test/processes/spoiled-parse-worker.ts', import.meta.url);

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
  ['bursts its heap', 'BURST', 'mail_too_big'],
  ['bursts beside its heap', 'BUFFERS', 'mail_too_big'],
  ['wants to write a file', 'WRITE', 'mail_unparsable'],
  ['wants to read a file that is not of the program', 'SECRET', 'mail_unparsable'],
])('fails the one message that %s and goes on', async (_name, body, code) => {
  open({ timeoutMs: body === 'HANG' ? 500 : 55_000, heapMb: 64 });
  const bad = pool.parse(Buffer.from(body));
  const good = pool.parse(MAIL);
  await expect(bad).rejects.toMatchObject({ code });
  expect((await good).subject).toBe('Hello');
});

it('stops no message for the time in which its process had no turn, but for six times the limit in all', async () => {
  const limitMs = 200;
  // Looked at when the process begins, is ready, begins on the message, and whenever its time would be up.
  const after = async (share: number) => {
    let [looks, isReading] = [0, false];
    const from = performance.now();
    open({
      timeoutMs: limitMs,
      starvedMs: () => {
        looks += isReading ? 1 : 0;
        return share * (performance.now() - from);
      },
    });
    await pool.parse(MAIL);
    isReading = true;
    const startedAt = performance.now();
    await expect(pool.parse(Buffer.from('HANG'))).rejects.toMatchObject({ code: 'mail_timeout' });
    const ms = performance.now() - startedAt;
    await pool.close();
    return { looks, isLonger: ms >= 2 * limitMs, isMost: ms >= 6 * limitMs };
  };
  expect(await after(0)).toMatchObject({ looks: 2 });
  expect(await after(0.6)).toMatchObject({ isLonger: true });
  expect(await after(1)).toMatchObject({ isMost: true });
});

it('reads what is urgent first, in its order', async () => {
  open({});
  const read: string[] = [];
  const note = (name: string, isUrgent: boolean) => pool.parse(MAIL, { isUrgent }).then(() => read.push(name));
  await Promise.all([note('under way', false), note('old', false), note('new 1', true), note('new 2', true)]);
  expect(read).toEqual(['under way', 'new 1', 'new 2', 'old']);
});

it('ends a process with nothing to do, and starts another one', async () => {
  open({ idleMs: 1 });
  await pool.parse(MAIL);
  await expect.poll(() => process.getActiveResourcesInfo().includes('ProcessWrap')).toBe(false);
  expect((await pool.parse(MAIL)).subject).toBe('Hello');
});

it('rejects what waits when it is closed', async () => {
  open({});
  const waiting = [pool.parse(Buffer.from('HANG')), pool.parse(MAIL)].map((parse) => parse.catch((error: { code: string }) => error.code));
  await pool.close();
  expect(await Promise.all(waiting)).toEqual(['mail_pool_closed', 'mail_pool_closed']);
});

it('reads an attached invoice with the rights of its process', async () => {
  pool = createParsePool({ size: 1, timeoutMs: 55_000 });
  const mail = mailWithPdf(await makePdf([[['Total TTC 12,99 EUR', 72, 72]]]));
  // The first one starts the reader's thread, for which a machine under load may not leave it the time.
  const read = async () => (await pool.parse(mail)).attachments;
  await expect.poll(read, { timeout: 60_000 }).toMatchObject([{ contentType: 'application/pdf', text: 'Total TTC 12,99 EUR' }]);
});
