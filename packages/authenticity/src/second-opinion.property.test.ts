// Two readers of DKIM must agree: mailauth, which grades a message at arrival, and the verifier's own code, which checks a dossier in the
// browser and on the command line. On messages signed in every form, with the white space that mail is full of, whole or changed.
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { dkimParts } from '@quittance/verifier/dkim-parts';
import { expect, it } from 'vitest';

type Algorithm = 'rsa-sha256' | 'ed25519-sha256';
const KEYS: Readonly<Record<Algorithm, { privateKey: KeyObject; publicKey: KeyObject }>> = {
  'rsa-sha256': generateKeyPairSync('rsa', { modulusLength: 1024 }),
  'ed25519-sha256': generateKeyPairSync('ed25519'),
};
const der = (algorithm: Algorithm, type: 'spki' | 'pkcs1' = 'spki') => KEYS[algorithm].publicKey.export({ type, format: 'der' });
const RECORDS: Readonly<Record<string, string>> = {
  'rsa-sha256': `v=DKIM1; k=rsa; p=${der('rsa-sha256').toString('base64')}`,
  // As RFC 6376 §3.6.1 has it, and as the record may leave its type out.
  bare: `v=DKIM1; p=${der('rsa-sha256', 'pkcs1').toString('base64')}`,
  'ed25519-sha256': `v=DKIM1; k=ed25519; p=${der('ed25519-sha256').subarray(-32).toString('base64')}`,
};

const space = fc.constantFrom('', ' ', '  ', '\t', ' \t ');
const line = fc
  .tuple(space, fc.string({ unit: 'binary-ascii', maxLength: 20 }), space)
  .map((parts) => parts.join('').replaceAll(/[\r\n]/g, ' '));
const body = fc.array(fc.oneof(line, fc.constant('')), { maxLength: 8 }).map((lines) => lines.join('\r\n'));
const folded = fc
  .tuple(space, line, fc.constantFrom('', '\r\n ', '\r\n\t '), line)
  .map(([before, one, fold, other]) => before + one + fold + (other.trim() || 'x'));

const mail = fc.record({
  subject: folded,
  body,
  ending: fc.constantFrom('', '\r\n', '\r\n\r\n\r\n'),
  canonicalization: fc.constantFrom('simple/simple', 'simple/relaxed', 'relaxed/simple', 'relaxed/relaxed'),
  algorithm: fc.constantFrom<Algorithm>('rsa-sha256', 'ed25519-sha256'),
  isBare: fc.boolean(),
  /** Changes this byte, counted round and round. */
  change: fc.option(fc.nat({ max: 5000 })),
});

it('reads every signature as mailauth does', async () => {
  let held = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(mail, async ({ subject, body, ending, canonicalization, algorithm, isBare, change }) => {
      const record = RECORDS[isBare && algorithm === 'rsa-sha256' ? 'bare' : algorithm]!;
      const text = `From: Shop <a@shop.example>\r\nTo: b@example.org\r\nSUBJECT:${subject}\r\nReceived: one\r\nReceived: two\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\n${body}${ending}`;
      const signed = await signedBy(text, algorithm, canonicalization);
      if (change !== null) signed[change % signed.length]! ^= 1;
      const { results } = await dkimVerify(signed, { resolver: () => Promise.resolve([[record]]), strict: true, minBitLength: 1024 });
      const theirs = results.filter((result) => result.status.result === 'pass');
      const partsAs = (outcome: (result: (typeof results)[number]) => string) =>
        dkimParts(signed, {
          dns: results.map((result) => ({
            name: `${result.selector}._domainkey.${result.signingDomain}`,
            type: 'TXT',
            rdata: [record],
            resolver: '',
            observedAt: '',
          })),
          verdict: {
            level: 'A',
            reasons: [],
            signatures: results.map((result) => ({
              domain: result.signingDomain ?? '',
              selector: result.selector ?? '',
              result: outcome(result),
            })),
          },
        });
      const ours = await partsAs((result) => result.status.result);
      expect(ours.map(({ header }) => Buffer.from(header).toString('latin1'))).toEqual(
        theirs.map((result) => Buffer.from(result.signingHeaders!.canonicalizedHeader, 'base64').toString('latin1')),
      );
      expect(ours.map((part) => derOf(part.keyPem))).toEqual(theirs.map((result) => derOf(result.publicKey!)));
      // Ours refuses by itself what was changed, and not because it was told so. What mailauth calls neutral (a malformed field beside the
      // signed ones, say) is a matter of policy, which the verdict in the manifest settles.
      const isBroken = results.some((result) => result.status.result === 'fail');
      if (isBroken) expect(await partsAs(() => 'pass')).toEqual([]);
      held += theirs.length;
      refused += Number(isBroken);
    }),
    { numRuns: 150 },
  );
  expect(Math.min(held, refused)).toBeGreaterThan(10);
});

async function signedBy(text: string, algorithm: Algorithm, canonicalization: string): Promise<Buffer> {
  const privateKey = KEYS[algorithm].privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = { signingDomain: 'shop.example', selector: 's1', algorithm, privateKey };
  const { signatures, errors } = await dkimSign(text, {
    ...key,
    canonicalization,
    signTime: new Date('2026-11-20T10:00:00Z'),
    signatureData: [key],
  });
  expect(errors).toEqual([]);
  return Buffer.from(`${signatures}${text}`, 'latin1');
}

const derOf = (pem: string): string => createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('hex');
