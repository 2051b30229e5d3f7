// A mailbox is an account we read; a folder is an IMAP mailbox inside it.

export const TLS_MODES = ['tls', 'starttls', 'none'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** How to sign in. OAuth fetches a fresh access token per connection. */
export type MailboxCredential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'oauth'; readonly provider: 'google' | 'microsoft'; readonly refreshToken: string };

/** How a mailbox signs in: a password, or a permission of the provider. */
export type MailboxSignIn = 'password' | 'google' | 'microsoft';

export interface MailboxSettings {
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly tls: TlsMode;
  readonly username: string;
}

/** `active` is read; `stopped` waits for the person (credential refused, policy); `removed` keeps its evidence. */
export type MailboxState = 'active' | 'stopped' | 'removed';

/**
 * How the mail that was there before is read. `auto`: the beginning of each message, and the whole of those that may be about a subscription;
 * `sparing`: the same in smaller pieces, for slow or metered links; `whole`: every message.
 */
export const READINGS = ['auto', 'sparing', 'whole'] as const;
export type Reading = (typeof READINGS)[number];

/** The one state each announced UID ends in (design §2); only `pending` must move on. */
export const LOCATION_STATES = ['pending', 'kept', 'ignored', 'gone', 'oversized', 'quarantined'] as const;
export type LocationState = (typeof LOCATION_STATES)[number];

/** Where a message was found: the location key of design §5. */
export interface ImapLocation {
  readonly kind: 'imap';
  readonly mailboxId: string;
  readonly folderId: string;
  readonly path: string;
  /** null on servers that give none. */
  readonly uidValidity: number | null;
  readonly uid: number;
}

/** A message inside an imported file: `path#n` for an mbox, the path alone for an `.eml`. */
export interface ImportLocation {
  readonly kind: 'import';
  readonly path: string;
}
