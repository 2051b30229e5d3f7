// DKIM signatures and ARC seals of one message, by mailauth, as of the day it arrived. What a signature that passes leaves open is listed as
// its weaknesses (research: evidence §1.1). `trustReceived` is never used: a forged Received line would make an unsigned message pass.
import type { ArcResult, SignatureResult } from '@quittance/domain/authenticity';
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import type { Instant } from '@quittance/domain/instant';
import type { ARCData, ARCResult, DKIMResult, DKIMVerifyResult } from 'mailauth';
import { arc } from 'mailauth/lib/arc/index.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { duplicateHeaders, isHeaderTooLarge, uncoveredHeaders } from './hygiene.ts';
import type { RecordedDns } from './record-dns.ts';
import { registrable } from './registrable.ts';

export interface SignedBy {
  readonly signatures: readonly SignatureResult[];
  readonly arc: ArcResult | null;
  /** Names of the fields that a sound signature of the sender's own domain covers, in lower case. */
  readonly covered: ReadonlySet<string>;
  readonly verified: DKIMVerifyResult;
}

export async function verifySignatures(
  input: { raw: Buffer; message: ParsedMessage; arrivedAt: Instant },
  { resolver }: Pick<RecordedDns, 'resolver'>,
): Promise<SignedBy> {
  if (isHeaderTooLarge(input.raw)) return unverified(input);
  const verified = await dkimVerify(input.raw, { resolver, strict: true, curTime: input.arrivedAt, minBitLength: 1024 });
  const from = registrable(domainOf(input.message.from.address));
  const results = verified.results.filter((result) => result.signingDomain && result.selector);
  const signatures = results.map((result) => ({
    domain: result.signingDomain!.toLowerCase(),
    selector: result.selector!,
    result: outcome(result),
    aligned: from !== null && registrable(result.signingDomain!) === from,
    keyBits: result.modulusLength ?? null,
    signedAt: result.signTime ?? null,
    weaknesses: weaknesses(input.raw, result),
  }));
  const isSound = ({ result, aligned, weaknesses: found }: SignatureResult): boolean => result === 'pass' && aligned && found.length === 0;
  const covered = new Set(results.flatMap((result, at) => (isSound(signatures[at]!) ? signedFields(result) : [])));
  const sealed = await arc((verified.arc ?? { chain: false }) as ARCData, { resolver, strict: true, minBitLength: 1024 });
  return { signatures, arc: toArc(sealed, verified, input), covered, verified };
}

// As of a mail that nobody signed; the From is known all the same, and so is what its domain asks for such mail.
function unverified({ raw, message: { from } }: { raw: Buffer; message: ParsedMessage }): SignedBy {
  const fromFields = duplicateHeaders(raw).includes('from') ? 2 : 1;
  const verified = { headerFrom: from.address ? [from.address] : [], fromFields, envelopeFrom: false as const, results: [] };
  return { signatures: [], arc: null, covered: new Set(), verified };
}

/** Names under which the keys of the message's signatures that do not pass are published. */
export function keyNames(signatures: readonly SignatureResult[]): string[] {
  const open = signatures.filter(({ result }) => result !== 'pass' && result !== 'temperror');
  return [...new Set(open.map(({ selector, domain }) => `${selector}._domainkey.${domain}`.toLowerCase()))];
}

function outcome(result: DKIMResult): SignatureResult['result'] {
  const text = result.status.result;
  if (text === 'pass' || text === 'fail' || text === 'temperror' || text === 'permerror') return text;
  return 'neutral';
}

// Why a signature that passes mathematically proves less than the reader thinks.
function weaknesses(raw: Buffer, result: DKIMResult): string[] {
  const found: string[] = [];
  if (result.canonBodyLengthLimited || result.status.underSized) found.push('body_length');
  for (const name of uncoveredHeaders(raw, signedFields(result))) found.push(`uncovered_${name.replaceAll('-', '_')}`);
  return found;
}

function signedFields({ signingHeaders }: DKIMResult): string[] {
  return (signingHeaders?.keys ?? '')
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
}

function toArc(sealed: ARCResult, verified: DKIMVerifyResult, input: { raw: Buffer; message: ParsedMessage }): ArcResult | null {
  const chain = verified.arc?.chain || [];
  const seal = chain.at(-1)?.['arc-seal']?.parsed as { d?: { value?: unknown } } | undefined;
  const sealer = seal?.d?.value;
  if (sealed.status.result === 'none' || typeof sealer !== 'string') return null;
  const isWhole = sealed.status.result === 'pass' && sealed.signature !== false && sealed.signature !== undefined;
  const isClean = isWhole && weaknesses(input.raw, sealed.signature as DKIMResult).length === 0 && duplicateHeaders(input.raw).length === 0;
  return {
    result: isWhole ? 'pass' : 'fail',
    sealer: sealer.toLowerCase().slice(0, 255),
    reports: isClean ? sealedReport(sealed.authenticationResults, input.message) : 'none',
  };
}

interface SealedEntry {
  readonly result?: unknown;
  readonly header?: Readonly<Record<string, unknown>>;
}

// The seal covers it, so it is what the sealer wrote. Both must be said of the From domain: Gmail seals what it sends, too.
function sealedReport(results: Record<string, unknown> | undefined, message: ParsedMessage): ArcResult['reports'] {
  const from = registrable(domainOf(message.from.address));
  if (!results || from === null) return 'none';
  const dmarc = results['dmarc'] as SealedEntry | undefined;
  const dkim = [results['dkim'] ?? []].flat() as SealedEntry[];
  const named = (value: unknown): boolean => typeof value === 'string' && registrable(value.slice(value.lastIndexOf('@') + 1)) === from;
  if (!named(dmarc?.header?.['from'])) return 'none';
  if (dmarc?.result === 'fail') return 'fail';
  const isSigned = dkim.some(({ result, header }) => result === 'pass' && (named(header?.['i']) || named(header?.['d'])));
  return dmarc?.result === 'pass' && isSigned ? 'pass' : 'none';
}
