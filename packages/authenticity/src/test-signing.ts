// Signs and seals mails for tests, with one Ed25519 key that stands for everybody's: what tests ask is under whose name.
import { generateKeyPairSync } from 'node:crypto';
import { sealMessage } from 'mailauth/lib/arc/index.js';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import type { ResolveTxt } from './record-dns.ts';

const keys = generateKeyPairSync('ed25519');
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
const algorithm = 'ed25519-sha256';

/** Every selector of every domain has the key, and no domain a policy. */
export const everybodysKey: ResolveTxt = (name) =>
  Promise.resolve({
    rdata: name.includes('._domainkey.') ? [`v=DKIM1; k=ed25519; p=${publicKey}`] : [],
    resolver: 'test',
    observedAt: '2026-11-20T09:00:05.000Z',
  });

export async function dkimSigned(text: string, signingDomain: string, signTime: Date): Promise<string> {
  const headerList = ['from', 'to', 'subject', 'date', 'content-type'];
  const signatureData = [{ signingDomain, selector: 's1', privateKey, algorithm }];
  const { signatures } = await dkimSign(text, { signatureData, headerList, signTime } as never);
  return signatures + text;
}

/** With a set of ARC fields that says `results`. */
export async function arcSealed(text: string, signingDomain: string, results: string, signTime: Date): Promise<string> {
  const seal = {
    signingDomain,
    selector: 'arc',
    privateKey,
    algorithm,
    cv: 'none',
    signTime,
    authResults: `mx.${signingDomain}; ${results}`,
  };
  const set = await sealMessage(Buffer.from(text), seal);
  return set.toString() + text;
}
