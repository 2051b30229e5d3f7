// The quick reader of simple mail against mailparser: what it reads at all, it reads the same, whatever the bytes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runParser, type MimeMessage } from './read-mime.ts';
import { readSimpleMime } from './read-simple-mime.ts';

/** @returns whether the quick reader read it. */
async function compare(raw: Buffer): Promise<boolean> {
  const quick = readSimpleMime(raw);
  if (quick === null) return false;
  expect(parts(quick)).toEqual(parts(await runParser(raw, null)));
  return true;
}

function parts({ headers, html, ...rest }: MimeMessage): object {
  const named = ['content-type', 'subject', 'from', 'reply-to', 'to', 'cc'].map((name) => [name, headers.get(name)]);
  return { ...rest, html: html.join(''), named };
}

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const HEAD = ['From: "A, B" <a@shop.example>', 'To: =?utf-8?q?Ren=C3=A9?= <r@home.example>, b@home.example', 'Subject: =?utf-8?B?w6k=?= x'];
const HTML = Buffer.from('<p>Your plan was cancelled – déjà vu.</p>\r\n', 'utf8');

/** Longer than what is read as one string. */
const LONG = `<p title="a < b">é<!-- <x> -->${'<td class="c">déjà vu</td>\r\n'.repeat(5_000)}${'x'.repeat(70_000)}<b>end`;

const SIMPLE = {
  'long HTML': Buffer.concat([mail(...HEAD, 'Content-Type: text/html; charset=utf-8', '', ''), Buffer.from(LONG)]),
  'plain text': mail(...HEAD, '', 'Hello', '', 'there', ''),
  'HTML in base64': mail(
    ...HEAD,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    HTML.toString('base64'),
    '',
  ),
  'quoted-printable in windows-1252': mail(
    ...HEAD,
    'Content-Type: text/plain; charset="windows-1252"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'caf=E9 =80 5=',
    '0  ',
    '=zz',
  ),
  alternative: mail(
    ...HEAD,
    'Content-Type: multipart/alternative; boundary="b(1)"',
    '',
    'preamble',
    '--b(1)',
    'Content-Type: text/plain',
    '',
    'plain',
    '--b(1)  ',
    'Content-Type: text/html; charset=iso-8859-1',
    '',
    '<b>html \xe9</b>',
    '',
    '--b(1)--',
    'epilogue',
    '--b(1)',
  ),
  'mixed of texts': mail(
    ...HEAD,
    'Content-Type: multipart/mixed; boundary=o',
    '',
    '--o',
    'Content-Type: multipart/alternative; boundary=i',
    '',
    '--i',
    '',
    '--i--',
    '--o',
    'Content-Type: text/html',
    '',
    '<p>1</p>',
    '--o',
    'Content-Type: text/plain',
    'Content-Disposition: inline',
    '',
    '2 < 3',
    '--o--',
  ),
} as const;

test.each(Object.entries(SIMPLE))('%s is the same by both readers', async (name, raw) => {
  expect(await compare(raw)).toBe(name !== 'mixed of texts');
  expect(await compare(Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'))).toBe(name !== 'mixed of texts');
});

const PIECES = [
  '\r\n',
  '\n',
  '\r',
  '--b',
  '--b--',
  '--i',
  '--i--',
  '--bb',
  ' ',
  '\t',
  '=',
  '=E9',
  '=\r\n',
  'TWFu',
  'TQ==',
  '\xe9',
  '\xc3\xa9',
  'x',
  '<p>',
  'From ',
  ':',
  '\r\n\r\n',
  '\n\n',
  '\r\n--b\r\n',
  '\r\n--b--\r\n',
  '\r\n--i\r\n',
  '\r\n--i--\r\n',
  'Content-Type: text/html',
  'Content-Type: text/plain; charset=latin1',
  'Content-Type: multipart/mixed; boundary=i\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  'Content-Disposition: attachment\r\n',
  'Content-Disposition: inline; filename=a.txt\r\n',
  'Content-Type: text/plain; format=flowed\r\n',
];
const TYPES = [
  'text/plain',
  'text/html; charset=utf-8',
  'text/html; boundary=b',
  'multipart/alternative; boundary=b',
  'multipart/mixed; boundary="b"',
  'multipart/related',
  'x',
  'message/rfc822',
];

test('an empty text beside another one is left to the parser', () => {
  const parts = ['--b', 'A: x', '', '', '--b', 'X: y', '', '', '--b--', ''];
  expect(readSimpleMime(mail('Content-Type: multipart/alternative; boundary=b', '', ...parts))).toBeNull();
});

test('any mail that the quick reader reads is the same by both', async () => {
  let read = 0;
  const body = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 });
  const encoding = fc.constantFrom('', 'Content-Transfer-Encoding: base64\r\n', 'Content-Transfer-Encoding: quoted-printable\r\n');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TYPES), encoding, body, async (type, encoded, pieces) => {
      const text = pieces.join('');
      const framed = type.includes('boundary') && text.length % 2 === 0 ? `--b\r\n${text}\r\n--b--\r\n` : text;
      if (await compare(Buffer.from(`From: a@b.example\r\nContent-Type: ${type}\r\n${encoded}\r\n${framed}`, 'latin1'))) read += 1;
    }),
    { numRuns: 600 },
  );
  expect(read).toBeGreaterThan(100);
});
