// What discovery says about an address: who provides the mailbox, which server it is on, who said so, and what the person must see before a
// password goes there.
import type { MailAddress } from './mail-address.ts';
import type { Provider } from './provider.ts';

/** `provider` and `list` are our own data; `mx` is our data, picked by the domain's mail exchanger; the others were said by the domain, or tried. */
export type DiscoverySource = 'provider' | 'list' | 'mx' | 'autoconfig' | 'srv' | 'probe';

export interface FoundSettings {
  readonly source: DiscoverySource;
  /** The name that was asked or that answered, e.g. `autoconfig.example.org`; null for our own data. */
  readonly saidBy: string | null;
  readonly host: string;
  readonly port: number;
  readonly tls: 'tls' | 'starttls' | 'none';
  /** At least one; to be tried in this order. */
  readonly usernames: readonly [string, ...string[]];
  /** A password may go to this host only after the person has seen its name: it was guessed, or a stranger named it. */
  readonly needsConfirmation: boolean;
}

export interface Discovery {
  readonly address: string;
  /** null for a provider that nothing is known of. */
  readonly provider: Provider | null;
  /** null when nothing was found, or when the provider lets no other program in. */
  readonly found: FoundSettings | null;
}

export type Discover = (address: MailAddress) => Promise<Discovery>;
