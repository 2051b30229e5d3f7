// Hostile bytes: whatever comes, a message is parsed within time or refused with a code, and what it says fits together.
import fc from 'fast-check';
import { PermanentError } from '@quittance/domain/errors';
import { cpuMs } from '@quittance/testing/work';
import { expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';

const SEED = Buffer.from(
  [
    'From: =?utf-8?q?Sh=C3=B6p?= <a@b.example>\r\nTo: x@y.example, "G": p@q.example;\r\nSubject: =?shift_jis?b?ifCW8Q==?= Fwd: plan\r\nDate: Tue, 03 Mar 2026 16:34:13 -0500\r\n',
    'Authentication-Results: mx; dkim=pass (c) header.d=b.example\r\nContent-Type: multipart/mixed; boundary="b 1"\r\n\r\n--b 1\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n',
    '--c\r\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBonjour =E9 \r\n> quoted\r\nOn 3 Mar 2026, X wrote:\r\n> a\r\n',
    '--c\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    Buffer.from(
      '<style>.a{display:none}</style><table><tr><td class=a>x<td style="font-size:0">&eacute;<a href="https://x.example">l</a></table>',
    ).toString('base64'),
    '\r\n--c--\r\n--b 1\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\n---------- Forwarded message ---------\r\nFrom: A <a@b.c>\r\nDate: 3 Mar 2026\r\nSubject: s\r\n\r\nbody\r\n--b 1--\r\n',
  ].join(''),
);

async function check(raw: Buffer): Promise<void> {
  expect(await cpuMs(() => checkText(raw))).toBeLessThan(2_000);
}

async function checkText(raw: Buffer): Promise<void> {
  try {
    const { text, forwarded } = await parseMessage(raw);
    let at = 0;
    for (const zone of text.zones) {
      expect(zone.start).toBe(at);
      expect(zone.end).toBeGreaterThan(zone.start);
      at = zone.end;
    }
    expect(at).toBe(text.body.length);
    expect(text.body.isWellFormed()).toBe(true);
    expect(JSON.stringify(text)).not.toContain('\\u0000');
    for (const link of text.links) expect(link.start).toBeLessThanOrEqual(text.body.length);
    if (forwarded) expect(forwarded.bodyStart).toBeLessThanOrEqual(text.body.length);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    expect(['mail_too_big', 'mail_unparsable']).toContain(error.code);
  }
}

const edit = fc.record({
  at: fc.nat(SEED.length - 1),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.constantFrom(...'<>;="()\\\0\r\n'.split('').map((char) => Buffer.from(char.repeat(50)))),
  ),
});

it('survives mutated mail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      let raw = SEED;
      for (const { at, remove, insert } of edits) raw = Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + remove)]);
      await check(raw);
    }),
    { numRuns: 400 },
  );
}, 30_000);

it('survives bytes of any kind', async () => {
  const pieces = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((text) => Buffer.from(text)),
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(pieces, (parts) => check(Buffer.concat(parts))),
    { numRuns: 200 },
  );
}, 30_000);

it.each<[string, string]>([
  ['spaces', ' '.repeat(300_000)],
  ['line breaks', '\n'.repeat(300_000)],
  ['quotes', '> '.repeat(150_000)],
  ['colons', 'From: '.repeat(80_000)],
  ['brackets', '<'.repeat(300_000)],
  ['rules', `${'-'.repeat(40)} Forwarded message\n`.repeat(5_000)],
  ['introductions', 'On 3 Mar 2026 a <b@c> '.repeat(20_000)],
  ['addresses', 'https://a.example/!!!!!!!!!!!!'.repeat(10_000)],
  ['labels', 'From: a@b.c\nDate: x\n\n'.repeat(20_000)],
  ['invisible characters', '\u200B\u0301'.repeat(100_000)],
])('reads walls of %s in time', async (_name, wall) => {
  for (const type of ['plain', 'html']) {
    await check(Buffer.from(`Subject: Fwd: x\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${wall}`));
  }
  await check(Buffer.from(`Subject: ${wall}\r\nTo: ${wall}\r\nAuthentication-Results: ${wall}\r\n\r\nx`));
});
