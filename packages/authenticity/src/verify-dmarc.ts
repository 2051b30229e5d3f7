// DMARC (RFC 9989) of the From domain, from the DKIM signatures alone. The domain's own policy decides how strictly names must agree; what
// it asks for mail without a fitting signature is told to the reader. SPF is left out: the sending server is not known from a mailbox.
import type { DmarcResult, SignatureResult } from '@quittance/domain/authenticity';
import type { DKIMVerifyResult } from 'mailauth';
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import type { RecordedDns } from './record-dns.ts';

export async function verifyDmarc(
  verified: DKIMVerifyResult,
  signatures: readonly SignatureResult[],
  { resolver }: Pick<RecordedDns, 'resolver'>,
): Promise<DmarcResult> {
  const sound = signatures.filter(({ result, weaknesses }) => result === 'pass' && !weaknesses.includes('body_length'));
  const { response } = await evaluateDmarc({
    headerFrom: verified.headerFrom,
    fromFields: verified.fromFields,
    spfDomains: [],
    dkimDomains: sound.map(({ domain }) => ({ id: domain, domain, aligned: false })),
    resolver,
    strict: true,
  });
  // Several senders, or none: RFC 9989 §5.3.1 knows no result for it, so it can't be one that speaks for the message.
  if (response === false) return { result: 'invalid', policy: null };
  const { result } = response.status;
  const policy = response.policy;
  return {
    result: result === 'pass' || result === 'fail' || result === 'temperror' ? result : 'none',
    policy: policy === 'reject' || policy === 'quarantine' || policy === 'none' ? policy : null,
  };
}
