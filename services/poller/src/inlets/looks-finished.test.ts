// What a half mail file shows: of the mails that copies of which stand still, none is taken for whole where it can be known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEnd } from './looks-finished.ts';

const judge = (text: string) => {
  const bytes = Buffer.from(text, 'latin1');
  return judgeEnd(bytes.subarray(0, 65_536), bytes.subarray(-65_536), bytes.length);
};
const head = 'From: Shop <billing@shop.example>\r\nSubject: Renewed\r\nDate: Fri, 16 Sep 2016 22:26:51 +0000\r\n';
const plain = `${head}\r\n${'Your subscription was renewed.\r\n'.repeat(700)}`;
const multipart = `${head}Content-Type: multipart/alternative;\r\n boundary="=_b1"\r\n\r\n--=_b1\r\n\r\n${'text\r\n'.repeat(900)}--=_b1--\r\n`;

describe('judgeEnd', () => {
  it.each([
    ['a plain mail', plain, 'whole'],
    ['a mail of parts', multipart, 'whole'],
    ['a mail of parts with an epilogue', `${multipart}-- \r\nsent by a list\r\n`, 'whole'],
    ['a mail of headers only', `${head}\r\n`, 'whole'],
    ['an emlx', `${plain.length}\n${plain}<?xml version="1.0"?>`, 'whole'],
    ['an emlx that lacks a byte', `${plain.length}\n${plain.slice(1)}`, 'cut'],
    ['a header that goes on', head, 'cut'],
    ['the name of a field', 'Receiv', 'cut'],
    ['a part that is not closed', multipart.replace('--=_b1--', ''), 'cut'],
    ['a last line without an end', `${head}\r\nYour subscr`, 'unsure'],
    ['room that was set aside and not written to yet', `${plain}${'\0'.repeat(50)}`, 'unsure'],
    ['a picture', '\xff\xd8\xff\xe0\0\x10JFIF', 'whole'],
    ['a text', 'Dear diary, today\n\nnothing\n', 'whole'],
  ] as const)('%s', (_name, text, expected) => expect(judge(text)).toBe(expected));

  it('takes no beginning of a mail of parts for the whole', () => {
    const length = fc.integer({ min: 1, max: multipart.length - '--=_b1--\r\n'.length });
    fc.assert(fc.property(length, (cut) => judge(multipart.slice(0, cut)) === 'cut'));
  });

  it('takes no block of a copy for the whole, and nothing that ends within a line', () => {
    const length = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((blocks) => blocks * 4_096),
      fc.integer({ min: 1, max: plain.length }).filter((cut) => plain[cut - 1] !== '\n'),
    );
    fc.assert(fc.property(length, (cut) => judge(plain.slice(0, cut)) !== 'whole'));
  });
});
