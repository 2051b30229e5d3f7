// The glance at the beginning of a message against what the real parser sees in it, and at slices that end anywhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peekMessage } from './peek-message.ts';

const crlf = (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');
const peek = (text: string, bytes = Infinity) => {
  const raw = crlf(text);
  return peekMessage(raw.subarray(0, bytes), raw.length <= bytes);
};

const ALTERNATIVE = `From: a@b.example
Subject: =?utf-8?Q?R=C3=A9siliation?= =?iso-8859-1?B?IOlu?=
List-Unsubscribe: <mailto:x@b.example>
Content-Type: multipart/alternative;
 boundary="=_x"

--=_x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Votre abonnement est r=C3=A9sili=
=C3=A9.
--=_x
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: base64

${Buffer.from('<style>p{x:"<p>no"}</style><p>Votre <b>a</b>bonnement<br>r&eacute;sili&#233;</p>', 'latin1').toString('base64')}
--=_x--
`;

describe('peekMessage', () => {
  it('reads subject, bulk marks and both texts', () => {
    const seen = peek(ALTERNATIVE);
    expect(seen).toMatchObject({ subject: 'Résiliation én', isBulk: true, isComplete: true, isOpaque: false });
    expect(seen.text).toContain('Votre abonnement est résilié.');
    expect(seen.text.replaceAll(/\s+/g, ' ')).toContain('Votre abonnement résilié');
    expect(seen.text).not.toContain('no');
  });

  it('says when the slice shows too little', () => {
    const page = `Subject: x\nContent-Type: text/html\n\n<style>${'a{}'.repeat(500)}</style><p>Hello</p>\n`;
    expect(peek(page, 300)).toMatchObject({ text: expect.not.stringContaining('Hello'), isComplete: false });
    expect(peek(page).isComplete).toBe(true);
    expect(peek('Subject: x\nReceived: y\n', 20).isComplete).toBe(false);
  });

  it('takes a finished plain part for the whole, and an attachment behind the text for no text', () => {
    const long = ALTERNATIVE.replace('Votre abonnement est', `Votre abonnement est ${'lorem ipsum '.repeat(40)}`);
    expect(peek(long, long.indexOf('text/html')).isComplete).toBe(true);
    expect(peek(ALTERNATIVE, ALTERNATIVE.indexOf('text/html')).isComplete).toBe(false);
    // The end of a plain part that was cut may be what it was written for.
    expect(peek(long, long.lastIndexOf('lorem')).isComplete).toBe(false);
    const mixed = `Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b\nContent-Type: application/pdf; name="x.pdf"\n\n${'AAAA\n'.repeat(400)}`;
    expect(peek(mixed, 400)).toMatchObject({ isComplete: true, hasDocument: true });
  });

  it('marks what it cannot see through', () => {
    for (const type of ['multipart/report; report-type=delivery-status', 'multipart/encrypted', 'message/rfc822', 'application/pkcs7-mime'])
      expect(peek(`Content-Type: ${type}\n\nSubject: inner\n\ntext`).isOpaque, type).toBe(true);
    expect(peek('X-Quittance-Alert: 1\n\nx').isOwnAlert).toBe(true);
  });

  it('reads 8-bit text and unknown charsets without failing', () => {
    expect(peek('Subject: caf\xc3\xa9\nContent-Type: text/plain; charset=utf-8\n\nd\xe9j\xe0').text).toContain('déjà');
    expect(peek('Content-Type: text/plain; charset=klingon\n\nd\xe9j\xe0').text).toContain('déjà');
    expect(peek('Subject: caf\xc3\xa9\n\nx').subject).toBe('café');
  });

  it('never throws, whatever the bytes and wherever they end', () => {
    const pieces = fc.constantFrom(...ALTERNATIVE.split(/(?<=[\n;<>=])/), '<!--', '&#99999999;', '=?x?b?', '--=_x', '\xff\xfe', '<script');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), fc.nat(3_000), (parts, bytes) => {
        const seen = peek(parts.join(''), bytes);
        expect(seen.text.length).toBeLessThan(20_000);
      }),
      { numRuns: 300 },
    );
  });
});
