// From what was verified to a level with its reasons (research: evidence §1.4). Reasons are codes; i18n has their words. The order is: signs
// of forgery first (R), then our own verification (A, B), then the provider's word (C), else not verifiable (D).
import type { Level, SignatureResult } from '@quittance/domain/authenticity';
import { registrable } from './registrable.ts';
import type { Reported } from './reported.ts';

export interface GradeInput {
  readonly fromDomain: string;
  readonly signatures: readonly SignatureResult[];
  readonly duplicates: readonly string[];
  readonly reported: Reported;
  readonly addressedToOwner: boolean | null;
  readonly knownSigners: readonly string[];
  readonly suspicions: readonly string[];
  readonly hoursSinceArrival: number;
  readonly isForwarded: boolean;
}

const KEY_FRESH_HOURS = 24;
const KEY_BITS_GOOD = 2048;
const FORGERY_SUSPICIONS = ['lookalike_domain', 'display_name_mismatch', 'mixed_script'];

export function grade(input: GradeInput): { level: Level; reasons: string[] } {
  const forged = forgerySigns(input);
  if (forged.length > 0) return { level: 'R', reasons: forged };
  const duplicates = input.duplicates.map((name) => `duplicate_header_${name.replaceAll('-', '_')}`);
  const signed = input.signatures.filter((signature) => signature.result === 'pass' && signature.aligned);
  const sound = signed.filter((signature) => signature.weaknesses.length === 0);
  if (sound.length > 0 && duplicates.length === 0 && !input.isForwarded) return gradeSigned(input, sound);
  const flaws = [...duplicates, ...signed.flatMap((signature) => signature.weaknesses), ...(input.isForwarded ? ['forwarded'] : [])];
  if (flaws.length === 0 && input.reported.outcome === 'pass') {
    return input.reported.attributable
      ? { level: 'C', reasons: ['reported_by_provider'] }
      : { level: 'D', reasons: ['reported_unattributable'] };
  }
  return { level: 'D', reasons: flaws.length > 0 ? flaws : [whyUnsigned(input)] };
}

function forgerySigns(input: GradeInput): string[] {
  const signs: string[] = input.suspicions.filter((code) => FORGERY_SUSPICIONS.includes(code));
  const ownPass = input.signatures.some((signature) => signature.result === 'pass' && signature.aligned);
  // A report without an author (Microsoft's form) is believed when it speaks against a message: a forger has no use for that.
  if (input.reported.outcome === 'fail' && !ownPass) signs.push('reported_dmarc_fail');
  return signs;
}

function gradeSigned(input: GradeInput, sound: readonly SignatureResult[]): { level: Level; reasons: string[] } {
  if (input.addressedToOwner === false) return { level: 'D', reasons: ['signed_aligned', 'not_addressed_to_owner'] };
  const known = input.knownSigners.map((domain) => registrable(domain));
  const reservations: string[] = [];
  if (!sound.some((signature) => known.includes(registrable(signature.domain)))) reservations.push('signer_not_known');
  if (input.hoursSinceArrival > KEY_FRESH_HOURS) reservations.push('key_archived_late');
  // Ed25519 keys report no modulus.
  if (!sound.some((signature) => signature.keyBits === null || signature.keyBits >= KEY_BITS_GOOD)) reservations.push('short_key');
  return { level: reservations.length === 0 ? 'A' : 'B', reasons: ['signed_aligned', ...reservations] };
}

function whyUnsigned(input: GradeInput): string {
  const aligned = input.signatures.filter((signature) => signature.aligned);
  if (aligned.some((signature) => signature.result === 'temperror')) return 'dns_unavailable';
  if (aligned.some((signature) => signature.result === 'fail')) return 'signature_broken';
  if (aligned.length > 0) return 'key_no_longer_available';
  return input.signatures.some((signature) => signature.result === 'pass') ? 'signed_by_other_domain' : 'no_signature';
}
