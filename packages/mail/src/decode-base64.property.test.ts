import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';

const LETTERS = fc.array(
  fc.constantFrom('A', 'Z', 'az', '0', '9', '+', '/', 'Qm', '=', '\r', '\n', '\t', ' ', '\r\n', '====', '!', '-', '\u00e9', 'ABCD'),
  { maxLength: 40 },
);

test('gives what Node gives, and nothing for what is no base64 in one piece', () => {
  fc.assert(
    fc.property(LETTERS, (letters) => {
      const text = letters.join('');
      const isOne = /^[a-zA-Z0-9+/\r\n\t ]*[=\r\n\t ]*$/.test(text);
      expect(decodeBase64(Buffer.from(text, 'latin1'))).toEqual(isOne ? Buffer.from(text, 'base64') : null);
    }),
    { numRuns: 2_000 },
  );
});

test('gives the same of lines with something else in them', () => {
  const line = fc.constantFrom(
    'ABCDEFGH',
    '/+az0189',
    'AB==EFGH',
    'AB-DEFGH',
    'AB_DEFGH',
    'AB DEFGH',
    'ABCD',
    'AB\u00e9DEFGH',
    'ABCDEFG=',
    '',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r\r\n'), (lines, ending) => {
      const text = lines.join(ending);
      const isOne = /^[a-zA-Z0-9+/\r\n\t ]*[=\r\n\t ]*$/.test(text);
      expect(decodeBase64(Buffer.from(text, 'latin1'))).toEqual(isOne ? Buffer.from(text, 'base64') : null);
    }),
    { numRuns: 2_000 },
  );
});

test('reads back what was written in lines', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 80 }), (bytes, width) => {
      const lines = Buffer.from(bytes)
        .toString('base64')
        .replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
      expect(decodeBase64(Buffer.from(lines))).toEqual(Buffer.from(bytes));
    }),
  );
});
