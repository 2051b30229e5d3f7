// What a third party needs to check a DKIM signature with openssl alone: the signed header fields in canonical form, the signature and
// the key. Made again from the message and the recorded DNS answers, so that it can be compared byte for byte with what a dossier carries.
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { DnsAnswer } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { recordDns } from './record-dns.ts';
import { resolveFromAnswers } from './recheck.ts';

export interface DkimPart {
  readonly domain: string;
  readonly selector: string;
  /** What was signed: canonical header fields, the hash of the body among them. */
  readonly header: Buffer;
  readonly signature: Buffer;
  readonly keyPem: string;
}

/** Only signatures that pass, in the order of the message. Ed25519 signs SHA-256 of `header` (RFC 8463), RSA signs it with SHA-256. */
export async function dkimParts(raw: Buffer, dns: readonly DnsAnswer[], arrivedAt: Instant): Promise<DkimPart[]> {
  const { resolver } = recordDns(resolveFromAnswers(dns));
  const { results } = await dkimVerify(raw, { resolver, strict: true, curTime: arrivedAt, minBitLength: 1024 });
  return results.flatMap((result) => {
    const { signingDomain, selector, signature, publicKey, signingHeaders } = result;
    const isSound = result.status.result === 'pass' && result.algo?.endsWith('-sha256') === true;
    if (!isSound || !signingDomain || !selector || !signature || !publicKey || !signingHeaders) return [];
    return [
      {
        domain: signingDomain.toLowerCase(),
        selector,
        header: Buffer.from(signingHeaders.canonicalizedHeader, 'base64'),
        signature: Buffer.from(signature, 'base64'),
        keyPem: publicKey.endsWith('\n') ? publicKey : `${publicKey}\n`,
      },
    ];
  });
}
