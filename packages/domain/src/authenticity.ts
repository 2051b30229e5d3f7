// How far a message can be trusted to come from whom it names (research: evidence §1.4).

/** A signed by the known merchant · B signed, sender not yet known · C only reported by the provider · D not verifiable · R likely forged. */
export type Level = 'A' | 'B' | 'C' | 'D' | 'R';

/** From best to worst, as proofs are compared. */
export const LEVELS: readonly Level[] = ['A', 'B', 'C', 'D', 'R'];

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

export interface Verdict {
  readonly level: Level;
  /** DNS did not answer in time: a later verdict will follow. */
  readonly pending: boolean;
  /** Codes with a wording per language in i18n: `signed_aligned`, `no_signature`, `duplicate_header_from`, … */
  readonly reasons: readonly string[];
  readonly signatures: readonly SignatureResult[];
  readonly dns: readonly DnsAnswer[];
  /** The tool that verified, with its version: `mailauth@7.1.0`. */
  readonly tool: string;
}
