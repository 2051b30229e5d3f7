// From what was verified to a level with its reasons (research: evidence §1.4). Reasons are codes; i18n has their words. The order is: signs
// of forgery first (R), then our own verification (A, B), then the provider's word (C), else not verifiable (D).
import type { ArcResult, DmarcResult, Level, SignatureResult } from '@quittance/domain/authenticity';
import type { Addressed } from './owner-address.ts';
import { registrable } from './registrable.ts';
import type { Reported } from './reported.ts';

export interface GradeInput {
  readonly signatures: readonly SignatureResult[];
  readonly dmarc: DmarcResult;
  readonly arc: ArcResult | null;
  /** Whether the last sealer is the provider of the mailbox. */
  readonly isSealedByProvider: boolean;
  readonly duplicates: readonly string[];
  /** Its signatures, if it has any, were not verified. */
  readonly isHeaderTooLarge: boolean;
  readonly reported: Reported;
  readonly addressed: Addressed | null;
  readonly knownSigners: readonly string[];
  readonly suspicions: readonly string[];
  readonly hoursSinceArrival: number;
  readonly isForwarded: boolean;
  readonly isOwnSent: boolean;
  /** Where keys of passing signatures came from, other than DNS. */
  readonly keyArchive: 'observed' | 'supplied' | null;
}

interface Graded {
  readonly level: Level;
  readonly reasons: readonly string[];
}

const KEY_FRESH_HOURS = 24;
const KEY_BITS_GOOD = 2048;
/** A key that is missing this soon was hardly withdrawn in the meantime. */
const WITHDRAWN_AFTER_HOURS = 7 * 24;
const FORGERY_SUSPICIONS = ['lookalike_domain', 'display_name_mismatch', 'mixed_script'];

export function grade(input: GradeInput): Graded {
  // A copy of one's own mail shows what one wrote and when it was seen; whether it arrived, and to others who wrote it, it does not show.
  if (input.isOwnSent) return { level: 'D', reasons: ['own_sent_copy'] };
  const signed = input.signatures.filter((signature) => signature.result === 'pass' && signature.aligned);
  const sound = signed.filter((signature) => signature.weaknesses.length === 0);
  const forged = forgerySigns(input, sound);
  if (forged.length > 0) return { level: 'R', reasons: forged };
  const duplicates = input.duplicates.map((name) => `duplicate_header_${name.replaceAll('-', '_')}`);
  const isStrayed = sound.length > 0 && input.dmarc.result === 'fail';
  if (sound.length > 0 && duplicates.length === 0 && !input.isForwarded && !isStrayed) return gradeSigned(input, sound);
  const flaws = [
    ...duplicates,
    ...signed.flatMap((signature) => signature.weaknesses),
    ...(input.isForwarded ? ['forwarded'] : []),
    ...(isStrayed ? ['dmarc_strict'] : []),
  ];
  return flaws.length > 0 ? { level: 'D', reasons: [...new Set(flaws)] } : gradeReported(input);
}

function forgerySigns(input: GradeInput, sound: readonly SignatureResult[]): string[] {
  // Whoever signed this merchant's mail before is not an imitation of it: continuity beats any list.
  const isContinuous = sound.length > 0 && input.duplicates.length === 0 && isKnownSigner(input, sound);
  const counts = (code: string): boolean => FORGERY_SUSPICIONS.includes(code) && !(isContinuous && code === 'lookalike_domain');
  const signs: string[] = input.suspicions.filter(counts);
  if (input.dmarc.result === 'invalid' && input.duplicates.includes('from')) signs.push('several_senders');
  const ownPass = input.signatures.some((signature) => signature.result === 'pass' && signature.aligned);
  // A report without an author (Microsoft's form) is believed when it speaks against a message: a forger has no use for that.
  if (input.reported.outcome === 'fail' && !ownPass) signs.push('reported_dmarc_fail');
  else if (input.isSealedByProvider && input.arc?.reports === 'fail' && !ownPass) signs.push('reported_dmarc_fail');
  return signs;
}

function gradeSigned(input: GradeInput, sound: readonly SignatureResult[]): Graded {
  if (input.addressed === 'other') return { level: 'D', reasons: ['signed_aligned', 'not_addressed_to_owner'] };
  const reservations: string[] = [];
  if (!isKnownSigner(input, sound)) reservations.push('signer_not_known');
  if (input.keyArchive === 'observed') reservations.push('key_observed_before');
  else if (input.keyArchive === null && input.hoursSinceArrival > KEY_FRESH_HOURS) reservations.push('key_archived_late');
  // Ed25519 keys report no modulus.
  if (!sound.some((signature) => signature.keyBits === null || signature.keyBits >= KEY_BITS_GOOD)) reservations.push('short_key');
  if (input.addressed === 'unsigned') reservations.push('recipient_not_signed');
  // A key that the person brought themself is no better than their word, and no worse than a provider's.
  if (input.keyArchive === 'supplied') return { level: 'C', reasons: ['signed_aligned', 'key_supplied', ...reservations] };
  return { level: reservations.length === 0 ? 'A' : 'B', reasons: ['signed_aligned', ...reservations] };
}

function gradeReported(input: GradeInput): Graded {
  const why = whyUnsigned(input);
  if (input.isSealedByProvider && input.arc?.reports === 'pass') return { level: 'C', reasons: ['sealed_by_provider', why] };
  if (input.reported.outcome === 'pass') {
    return input.reported.attributable
      ? { level: 'C', reasons: ['reported_by_provider', why] }
      : { level: 'D', reasons: ['reported_unattributable', why] };
  }
  const isUnmet = input.dmarc.result === 'fail' && (input.dmarc.policy === 'reject' || input.dmarc.policy === 'quarantine');
  return { level: 'D', reasons: [why, ...(isUnmet ? ['dmarc_unmet'] : [])] };
}

function whyUnsigned(input: GradeInput): string {
  if (input.isHeaderTooLarge) return 'header_too_large';
  const aligned = input.signatures.filter((signature) => signature.aligned);
  if (aligned.some((signature) => signature.result === 'temperror')) return 'dns_unavailable';
  if (aligned.some((signature) => signature.result === 'fail')) return 'signature_broken';
  if (aligned.length > 0) return input.hoursSinceArrival > WITHDRAWN_AFTER_HOURS ? 'key_no_longer_available' : 'key_missing';
  return input.signatures.some((signature) => signature.result === 'pass') ? 'signed_by_other_domain' : 'no_signature';
}

function isKnownSigner({ knownSigners }: GradeInput, sound: readonly SignatureResult[]): boolean {
  const known = knownSigners.map((domain) => registrable(domain));
  return sound.some((signature) => known.includes(registrable(signature.domain)));
}
