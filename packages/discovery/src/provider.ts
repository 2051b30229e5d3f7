// What is known about a mail provider before anybody is asked: its domains, its server, how people sign in there, and what a person must do first.
import type { TlsMode } from '@quittance/domain/mailbox';

/** `password`: the account's own, an app password where two-step verification is on. `app_password`: nothing else works. `oauth`: no password
 * works. `bridge`: through the provider's own program on this machine. `none`: no program but the provider's own may read the mail. */
export type SignInKind = 'password' | 'app_password' | 'oauth' | 'bridge' | 'none';

/** Which name signs in. Where it is the local part, the whole address is tried first: some providers take both. */
export type UsernameForm = 'address' | 'local_part';

interface BothLanguages {
  readonly en: string;
  readonly fr: string;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** A mail exchanger that ends so belongs to the provider, whatever the address's domain. */
  readonly mxSuffixes?: readonly string[];
  /** null: there is no server to connect to (`none`). */
  readonly server: { readonly host: string; readonly port: number; readonly tls: TlsMode } | null;
  readonly username: UsernameForm;
  readonly signIn: SignInKind;
  /** Whose OAuth sign-in lets programs in, where the operator registered a client there. */
  readonly oauth?: 'google' | 'microsoft';
  /** Where the person makes the password, or switches IMAP on. Shown as a link before the password is asked for. */
  readonly link?: { readonly url: string; readonly does: 'make_app_password' | 'switch_imap_on' | 'read_more' };
  /** What must be done or known first. */
  readonly hint?: BothLanguages;
}
