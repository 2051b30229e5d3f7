// Verifies who signed a message and grades how far it can be relied on (design §4: levels A–D and R). Signatures are verified by mailauth
// against DNS answers that are recorded, so that the same verdict can be reached again years later, offline. What mailauth lets pass but a
// dispute would not (duplicate headers, unsigned subjects, `l=`) is judged by our own rules.
import { OBSERVED } from '@quittance/domain/archived-key';
import type { ParsedMessage } from '@quittance/domain/message';
import { ARCHIVE_PREFIX, type DnsAnswer, type SignatureResult, type Verdict } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { withDnsBudget } from './dns-budget.ts';
import { grade, type GradeInput } from './grade.ts';
import { duplicateHeaders, isHeaderTooLarge } from './hygiene.ts';
import { chooseKeys, type FindKeys } from './key-archive.ts';
import { addressedTo } from './owner-address.ts';
import { recordDns, type RecordedDns, type ResolveTxt } from './record-dns.ts';
import { registrable } from './registrable.ts';
import { providerOf, reportedOutcome } from './reported.ts';
import { verifyDmarc } from './verify-dmarc.ts';
import { keyNames, verifySignatures, type SignedBy } from './verify-signatures.ts';

// Kept in step with package.json: the verdict names the tool that reached it.
const TOOL = 'mailauth@7.1.0';

export interface VerifyDeps {
  readonly resolveTxt: ResolveTxt;
  /** For all questions of one message together; what it can't answer by then is asked again later. */
  readonly dnsBudgetMs?: number;
  /** Keys seen or supplied earlier, for signatures that today's DNS no longer verifies. */
  readonly findKeys?: FindKeys;
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
  /** Domains that speak for the merchant: from the curated table, or earlier signers of the same merchant's mail. They may be asked for beside DNS. */
  readonly knownSigners: readonly string[] | Promise<readonly string[]>;
  /** Signs of forgery that the content showed (lookalike domain, foreign brand in the display name). */
  readonly suspicions: readonly string[];
  /** The owner's own mail, from among their sent mail. */
  readonly isOwnSent?: boolean | undefined;
}

/** Never throws for what a message contains; a DNS failure makes the verdict `pending`. */
export async function verifyMessage(deps: VerifyDeps, input: VerifyInput): Promise<Verdict> {
  const { message } = input;
  const { dns, signed, dmarc } = await withDnsBudget(deps.resolveTxt, deps.dnsBudgetMs ?? DNS_BUDGET_MS, async (resolveTxt) => {
    const found = await verifyWithArchive(deps, input, resolveTxt);
    return { ...found, dmarc: await verifyDmarc(found.signed.verified, found.signed.signatures, found.dns) };
  });
  const { signatures, arc } = signed;
  const knownSigners = await input.knownSigners;
  const provider = providerOf(message, input.providerHost);
  const graded = grade({
    signatures,
    dmarc,
    arc,
    isSealedByProvider: arc?.result === 'pass' && (provider?.sealers.includes(registrable(arc.sealer) ?? '') ?? false),
    duplicates: duplicateHeaders(input.raw),
    isHeaderTooLarge: isHeaderTooLarge(input.raw),
    reported: reportedOutcome(message, input.providerHost),
    addressed: addressedTo(message, input.ownerAddresses, signed.covered),
    knownSigners,
    suspicions: input.suspicions,
    hoursSinceArrival: (Date.parse(input.now) - Date.parse(input.arrivedAt)) / 3_600_000,
    isForwarded: message.forwarded !== null,
    isOwnSent: input.isOwnSent ?? false,
    keyArchive: archiveOf(dns.answers, signatures),
  });
  const pending = isPending(signed, dns) && graded.level !== 'R' && !input.isOwnSent;
  return { ...graded, pending, signatures, dmarc, arc, basis: basisOf(input, knownSigners), dns: dns.answers, tool: TOOL };
}

/** Once with DNS as it is; where a signature does not verify by it and an archive knows its key, once more with that key. */
async function verifyWithArchive(
  deps: VerifyDeps,
  input: VerifyInput,
  resolveTxt: ResolveTxt,
): Promise<{ dns: RecordedDns; signed: SignedBy }> {
  const dns = recordDns(resolveTxt);
  const signed = await verifySignatures(input, dns);
  const names = keyNames(signed.signatures);
  if (!deps.findKeys || names.length === 0) return { dns, signed };
  const keys = chooseKeys(await deps.findKeys(names), dns.answers, input.arrivedAt);
  if (keys.size === 0) return { dns, signed };
  const live = new Map(dns.answers.map((answer) => [answer.name, answer]));
  const archived = recordDns((name) => (live.has(name) ? Promise.resolve(live.get(name)!) : resolveTxt(name)), keys);
  const again = await verifySignatures(input, archived);
  const passes = ({ signatures }: SignedBy): number => signatures.filter(({ result }) => result === 'pass').length;
  return passes(again) > passes(signed) ? { dns: archived, signed: again } : { dns, signed };
}

function archiveOf(answers: readonly DnsAnswer[], signatures: readonly SignatureResult[]): GradeInput['keyArchive'] {
  const passing = signatures.filter(({ result, aligned }) => result === 'pass' && aligned);
  const sources = passing.map(({ selector, domain }) => {
    const name = `${selector}._domainkey.${domain}`.toLowerCase();
    const resolver = answers.find((answer) => answer.name === name)?.resolver ?? '';
    if (!resolver.startsWith(ARCHIVE_PREFIX)) return null;
    return resolver.startsWith(`${ARCHIVE_PREFIX}${OBSERVED}`) ? 'observed' : 'supplied';
  });
  // The best of them counts, as for every other property of a signature.
  if (sources.length === 0 || sources.includes(null)) return null;
  return sources.includes('observed') ? 'observed' : 'supplied';
}

// A seal could still lift a message that has no signature of its own.
function isPending({ signatures, arc }: SignedBy, { failed }: RecordedDns): boolean {
  const isKey = [...failed].some((name) => name.includes('._domainkey.'));
  return signatures.some((signature) => signature.result === 'temperror') || (arc?.result === 'fail' && isKey);
}

function basisOf(
  { now, ownerAddresses, providerHost, suspicions, isOwnSent }: VerifyInput,
  knownSigners: readonly string[],
): NonNullable<Verdict['basis']> {
  return { judgedAt: now, ownerAddresses, providerHost, knownSigners, suspicions, ...(isOwnSent && { isOwnSent }) };
}
