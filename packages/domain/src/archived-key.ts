// A sender's public key as an archive knows it: DNS may have withdrawn it since.
import type { Instant } from './instant.ts';

export interface ArchivedKey {
  /** `selector._domainkey.domain`, lower case. */
  readonly name: string;
  /** The text record, joined. */
  readonly record: string;
  /** Whose archive it is: `OBSERVED`, or what the person calls theirs. */
  readonly source: string;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/** The source of keys that this installation saw in DNS itself. */
export const OBSERVED = 'seen by this installation';
