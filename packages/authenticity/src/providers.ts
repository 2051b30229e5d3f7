// Providers whose word about a message counts as reported: under which names they write Authentication-Results, and with which domains they seal
// (ARC). Only providers that are known to take out forged fields with their own name are here (RFC 8601 §5); of any other server a sender
// could have written the same field.
import { parse } from 'tldts';
import { registrable } from './registrable.ts';

export interface Provider {
  /** Domains of its addresses and of its IMAP servers, as registrable domains. */
  readonly domains: readonly string[];
  /** Of the name in Authentication-Results, and of its own hops. */
  readonly names: readonly string[];
  /** Of its ARC seals. */
  readonly sealers: readonly string[];
}

const PROVIDERS: readonly Provider[] = [
  provider('gmail.com googlemail.com', 'google.com'),
  // Its field bears no name, so that only its seal can be told from a forgery.
  {
    domains: list('outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr msn.com office365.com'),
    names: ['outlook.com'],
    sealers: ['microsoft.com'],
  },
  provider('yahoo.com yahoo.fr yahoo.co.uk yahoo.de ymail.com rocketmail.com aol.com', 'yahoo.com yahoodns.net aol.com'),
  provider('icloud.com me.com mac.com', 'icloud.com me.com apple.com'),
  provider('fastmail.com fastmail.fm messagingengine.com', 'messagingengine.com fastmail.com'),
  provider('proton.me protonmail.com protonmail.ch pm.me', 'protonmail.ch proton.me protonmail.com proton.ch'),
  provider('gmx.net gmx.de gmx.com gmx.fr web.de', 'gmx.net gmx.com web.de kundenserver.de'),
  provider('zoho.com zohomail.com zoho.eu zohomail.eu', 'zoho.com zohomail.com zoho.eu zohomail.eu'),
  provider('laposte.net', 'laposte.net'),
  provider('orange.fr wanadoo.fr', 'orange.fr orange.com wanadoo.fr'),
  provider('free.fr', 'free.fr proxad.net'),
  provider('sfr.fr neuf.fr', 'sfr.fr sfr.net'),
];

/** @param hostOrAddress host of an IMAP server, or an address of the owner. */
export function findProvider(hostOrAddress: string): Provider | null {
  const own = registrable(hostOrAddress.slice(hostOrAddress.lastIndexOf('@') + 1));
  return PROVIDERS.find(({ domains }) => own !== null && domains.includes(own)) ?? null;
}

/** Whether a hop above a field is another's than the provider's. Names inside a network (`mx1.internal`) and addresses tell nothing. */
export function isForeignHop(host: string, { names, domains }: Provider): boolean {
  const { domain, isIcann } = parse(host);
  return domain !== null && isIcann === true && !names.includes(domain) && !domains.includes(domain);
}

function provider(domains: string, names: string): Provider {
  return { domains: list(domains), names: list(names), sealers: list(names) };
}

function list(text: string): string[] {
  return text.split(' ');
}
