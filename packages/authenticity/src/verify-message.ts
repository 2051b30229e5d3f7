// Verifies who signed a message and grades how far it can be relied on (design §4: levels A–D and R). DKIM is verified by mailauth against
// DNS answers that are recorded, so that the same verdict can be reached again years later, offline. What mailauth lets pass but a dispute
// would not (duplicate headers, unsigned subjects, `l=`) is judged by our own rules. `trustReceived` is never used: a forged Received line
// would make an unsigned message pass.
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import type { DKIMResult } from 'mailauth';
import { PermanentError } from '@quittance/domain/errors';
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import type { SignatureResult, Verdict } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { withDnsBudget } from './dns-budget.ts';
import { grade } from './grade.ts';
import { duplicateHeaders, uncoveredHeaders } from './hygiene.ts';
import { recordDns, type ResolveTxt } from './record-dns.ts';
import { registrable } from './registrable.ts';
import { reportedOutcome } from './reported.ts';

// Kept in step with package.json: the verdict names the tool that reached it.
export const TOOL = 'mailauth@7.1.0';

export interface VerifyDeps {
  readonly resolveTxt: ResolveTxt;
  /** For all questions of one message together; what it can't answer by then is asked again later. */
  readonly dnsBudgetMs?: number;
}

const DNS_BUDGET_MS = 1_500;

export interface VerifyInput {
  readonly raw: Buffer;
  readonly message: ParsedMessage;
  /** When the message reached the mailbox: signatures are judged as of then. */
  readonly arrivedAt: Instant;
  readonly now: Instant;
  /** Addresses of the mailbox's owner, lower case; empty when unknown, and then not tested. */
  readonly ownerAddresses: readonly string[];
  /** Host of the IMAP server, null for an import. */
  readonly providerHost: string | null;
  /** Domains that speak for the merchant: from the curated table, or earlier signers of the same merchant's mail. */
  readonly knownSigners: readonly string[];
  /** Signs of forgery that the content showed (lookalike domain, foreign brand in the display name). */
  readonly suspicions: readonly string[];
}

/** Never throws for what a message contains; a DNS failure makes the verdict `pending`. */
export async function verifyMessage(deps: VerifyDeps, input: VerifyInput): Promise<Verdict> {
  const { dns, signatures } = await withDnsBudget(deps.resolveTxt, deps.dnsBudgetMs ?? DNS_BUDGET_MS, async (resolveTxt) => {
    const recorded = recordDns(resolveTxt);
    return { signatures: await verifySignatures(input, recorded.resolver), dns: recorded };
  });
  const graded = grade({
    fromDomain: domainOf(input.message.from.address),
    signatures,
    duplicates: duplicateHeaders(input.raw),
    reported: reportedOutcome(input.message, input.providerHost),
    addressedToOwner: isAddressedTo(input.message, input.ownerAddresses),
    knownSigners: input.knownSigners,
    suspicions: input.suspicions,
    hoursSinceArrival: (Date.parse(input.now) - Date.parse(input.arrivedAt)) / 3_600_000,
    isForwarded: input.message.forwarded !== null,
  });
  const pending = signatures.some((signature) => signature.result === 'temperror');
  return { ...graded, pending, signatures, dns: dns.answers, tool: TOOL };
}

async function verifySignatures(
  input: VerifyInput,
  resolver: (name: string, type: string) => Promise<string[][]>,
): Promise<SignatureResult[]> {
  const verified = await dkimVerify(input.raw, { resolver, strict: true, curTime: input.arrivedAt, minBitLength: 1024 });
  const from = registrable(domainOf(input.message.from.address));
  return verified.results
    .filter((result) => result.signingDomain && result.selector)
    .map((result) => ({
      domain: result.signingDomain!.toLowerCase(),
      selector: result.selector!,
      result: outcome(result),
      aligned: from !== null && registrable(result.signingDomain!) === from,
      keyBits: result.modulusLength ?? null,
      signedAt: result.signTime ?? null,
      weaknesses: weaknesses(input.raw, result),
    }));
}

function outcome(result: DKIMResult): SignatureResult['result'] {
  const text = result.status.result;
  if (text === 'pass' || text === 'fail' || text === 'temperror' || text === 'permerror') return text;
  return 'neutral';
}

// Why a signature that passes mathematically proves less than the reader thinks (research: evidence §1.1).
function weaknesses(raw: Buffer, result: DKIMResult): string[] {
  const found: string[] = [];
  if (result.canonBodyLengthLimited || result.status.underSized) found.push('body_length');
  const signed = (result.signingHeaders?.keys ?? '')
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
  for (const name of uncoveredHeaders(raw, signed)) found.push(`uncovered_${name.replaceAll('-', '_')}`);
  return found;
}

/** null when it can't be told. Plus-addressing and a catch-all domain of the owner's count as theirs. */
function isAddressedTo(message: ParsedMessage, owners: readonly string[]): boolean | null {
  if (owners.length === 0) return null;
  const named = [...message.to, ...message.cc].map((address) => plain(address.address)).filter(Boolean);
  if (named.length === 0) return null;
  return owners.some((owner) => named.includes(plain(owner)));
}

function plain(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*@/, '@');
}

/** For tests and re-verification: resolves from recorded answers only. */
export function resolveFromAnswers(answers: Verdict['dns']): ResolveTxt {
  return (name) => {
    const answer = answers.find((entry) => entry.name === name.toLowerCase());
    if (!answer) throw new PermanentError('answer_not_recorded', `no recorded answer for ${name}`);
    return Promise.resolve({ rdata: answer.rdata, resolver: answer.resolver, observedAt: answer.observedAt });
  };
}
