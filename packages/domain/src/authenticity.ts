// How far a message can be trusted to come from whom it names (research: evidence §1.4).

/** A signed by the known merchant · B signed, sender not yet known · C only reported by the provider · D not verifiable · R likely forged. */
export type Level = 'A' | 'B' | 'C' | 'D' | 'R';

/** From best to worst, as proofs are compared. */
export const LEVELS: readonly Level[] = ['A', 'B', 'C', 'D', 'R'];

/** The lower the better. */
export function levelRank(level: Level): number {
  return LEVELS.indexOf(level);
}

/** Why a message has its level: every code that a verdict may give. i18n has words for each, so that none is left unsaid. */
export const LEVEL_REASONS = [
  'carried_over',
  'signed_aligned',
  'signer_not_known',
  'key_archived_late',
  'short_key',
  'no_signature',
  'header_too_large',
  'key_missing',
  'key_observed_before',
  'key_supplied',
  'dmarc_strict',
  'dmarc_unmet',
  'own_sent_copy',
  'sealed_by_provider',
  'several_senders',
  'uncovered_from',
  'uncovered_subject',
  'uncovered_date',
  'uncovered_content_type',
  'duplicate_header_from',
  'duplicate_header_sender',
  'duplicate_header_subject',
  'duplicate_header_date',
  'duplicate_header_to',
  'duplicate_header_cc',
  'duplicate_header_reply_to',
  'duplicate_header_message_id',
  'duplicate_header_content_type',
  'duplicate_header_mime_version',
  'duplicate_header_content_transfer_encoding',
  'signed_by_other_domain',
  'signature_broken',
  'key_no_longer_available',
  'dns_unavailable',
  'recipient_not_signed',
  'not_addressed_to_owner',
  'forwarded',
  'body_length',
  'reported_by_provider',
  'reported_unattributable',
  'reported_dmarc_fail',
  'lookalike_domain',
  'display_name_mismatch',
  'mixed_script',
] as const;
export type LevelReason = (typeof LEVEL_REASONS)[number];

export interface DnsAnswer {
  readonly name: string;
  readonly type: string;
  /** The answer's text records, each joined; empty for a name that does not exist. */
  readonly rdata: readonly string[];
  readonly resolver: string;
  readonly observedAt: string;
}

export interface SignatureResult {
  readonly domain: string;
  readonly selector: string;
  readonly result: 'pass' | 'fail' | 'neutral' | 'temperror' | 'permerror';
  readonly aligned: boolean;
  readonly keyBits: number | null;
  readonly signedAt: string | null;
  /** Why a `pass` does not count: `body_length`, `uncovered_subject`, … */
  readonly weaknesses: readonly string[];
}

/** DMARC of the From domain by DKIM alone: which server sent the message is not known from a mailbox, so SPF can't be checked. */
export interface DmarcResult {
  /** `invalid`: the sender field names no domain, or several. */
  readonly result: 'pass' | 'fail' | 'none' | 'temperror' | 'invalid';
  /** What the domain asks for mail that fails. */
  readonly policy: 'none' | 'quarantine' | 'reject' | null;
}

/** The seals of servers that handled the message (RFC 8617), and what the last of them says that it found. */
export interface ArcResult {
  /** `fail` also where a key could not be looked up. */
  readonly result: 'pass' | 'fail';
  /** The last sealer's domain. */
  readonly sealer: string;
  /** What the last sealer says of the From domain; `none` where it says nothing, or nothing that its signature covers. */
  readonly reports: 'pass' | 'fail' | 'none';
}

/** What a verdict depends on beside the message, the DNS answers and the time of arrival: with it the verdict can be reached again. */
interface VerdictBasis {
  readonly judgedAt: string;
  readonly ownerAddresses: readonly string[];
  readonly providerHost: string | null;
  readonly knownSigners: readonly string[];
  readonly suspicions: readonly string[];
  /** The owner's own mail, from among their sent mail; absent for all other. */
  readonly isOwnSent?: boolean;
}

export interface Verdict {
  readonly level: Level;
  /** DNS did not answer in time: a later verdict will follow. */
  readonly pending: boolean;
  /** Of LEVEL_REASONS; older verdicts may give others. */
  readonly reasons: readonly string[];
  readonly signatures: readonly SignatureResult[];
  /** Absent in verdicts made before it was recorded, as are the next two. */
  readonly dmarc?: DmarcResult | undefined;
  /** null where nobody sealed the message. */
  readonly arc?: ArcResult | null | undefined;
  readonly basis?: VerdictBasis | undefined;
  /** Every answer used. A key from an archive names it as its resolver: `archive: …`. */
  readonly dns: readonly DnsAnswer[];
  /** The tool that verified, with its version: `mailauth@7.1.0`. */
  readonly tool: string;
}

/** Begins the `resolver` of an answer that came from a key archive instead of DNS. */
export const ARCHIVE_PREFIX = 'archive: ';
