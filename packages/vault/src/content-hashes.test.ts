import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentHashes } from './content-hashes.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'latin1').digest();
const hashes = (text: string) => contentHashes(Buffer.from(text, 'latin1'));
const piece = fc.constantFrom('a', 'é', '', ' ', '.', '\r', '\r\r', 'From x');

it('knows a message by its lines, whatever they end in, and keeps the hash of its bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 40 }), (lines) => {
      // A line that ends in CR would take an LF after it for its own.
      const texts = lines.map(([text, isBare]) => [text.replace(/\r+$/, '') || 'x', isBare] as const);
      const [crlf, mixed] = ['\r\n', null].map((end) => texts.map(([text, isBare]) => text + (end ?? (isBare ? '\n' : '\r\n'))).join(''));
      expect(hashes(crlf!)).toEqual({ exact: sha256(crlf!), ofLines: sha256(crlf!) });
      expect(hashes(mixed!)).toEqual({ exact: sha256(mixed!), ofLines: sha256(crlf!) });
    }),
  );
});

it('evens out nothing else', () => {
  const one = hashes('Subject: a\r\n\r\nb\r\n').ofLines;
  for (const other of [
    'Subject: a\r\n\r\nb',
    'Subject: a\r\n\r\nb\r\r\n',
    'Subject: a\r\n\r\nb\r',
    'Subject: a\n\nb\n\n',
    'Subject: a\n\nb \n',
  ]) {
    expect(hashes(other).ofLines, JSON.stringify(other)).not.toEqual(one);
  }
  expect(hashes('\n').ofLines).toEqual(hashes('\r\n').exact);
  expect(hashes('').ofLines).toEqual(sha256(''));
});

it('of messages of any length', () => {
  for (const line of ['\n', 'x\n', `${'x'.repeat(65_533)}\n`, `${'x'.repeat(65_534)}\n`, `${'x'.repeat(65_535)}\n`]) {
    const text = line.repeat(Math.ceil(200_000 / line.length));
    expect(hashes(text).ofLines).toEqual(sha256(text.replaceAll('\n', '\r\n')));
  }
});
