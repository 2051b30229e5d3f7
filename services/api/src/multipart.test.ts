import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readField, readMultipart } from './multipart.ts';
import { ProblemError } from './problem.ts';

const TYPE = 'multipart/form-data; boundary=XyZ';

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

function encode(parts: readonly { name: string; filename?: string; content: Buffer }[]): Buffer {
  const pieces = parts.map(({ name, filename, content }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`;
    return Buffer.concat([
      Buffer.from(`--XyZ\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  });
  return Buffer.concat([...pieces, Buffer.from('--XyZ--\r\n')]);
}

async function read(body: Buffer, size: number) {
  const found: { name: string; filename: string | null; content: string }[] = [];
  for await (const part of readMultipart(inPieces(body, size), TYPE)) {
    const chunks: Buffer[] = [];
    for await (const chunk of part.content) chunks.push(Buffer.from(chunk));
    found.push({ name: part.name, filename: part.filename, content: Buffer.concat(chunks).toString('base64') });
  }
  return found;
}

it('gives back every part, however the bytes are cut', async () => {
  const parts = [
    { name: 'csrf', content: Buffer.from('token') },
    { name: 'file', filename: 'a.mbox', content: Buffer.concat([Buffer.from('--XyZ\r\n\r\n--Xy\r\n'), randomBytes(3_000)]) },
    { name: 'file', filename: 'empty.eml', content: Buffer.alloc(0) },
  ];
  const expected = parts.map((part) => ({ name: part.name, filename: part.filename ?? null, content: part.content.toString('base64') }));
  for (const size of [1, 2, 7, 64, 10_000]) expect(await read(encode(parts), size)).toEqual(expected);
});

it('goes on with the next part when one is left in the middle', async () => {
  const body = encode([
    { name: 'big', filename: 'b', content: randomBytes(5_000) },
    { name: 'last', content: Buffer.from('yes') },
  ]);
  for await (const part of readMultipart(inPieces(body, 100), TYPE)) {
    if (part.name === 'big') for await (const _ of part.content) break;
    else expect(await readField(part)).toBe('yes');
  }
});

it('refuses what ends early or is no multipart body, with one kind of error', async () => {
  const whole = encode([{ name: 'file', filename: 'a', content: randomBytes(100) }]);
  for (let end = 0; end < whole.length - 4; end += 5) await expect(read(whole.subarray(0, end), 16)).rejects.toBeInstanceOf(ProblemError);
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await expect(read(Buffer.from(bytes), 10)).rejects.toBeInstanceOf(ProblemError);
    }),
    { numRuns: 50 },
  );
});
