// What the receiving provider wrote into the topmost Authentication-Results field (RFC 8601 §5). It counts only when the field's author
// can be told to be the owner's own provider: everything below it, and every foreign one, may be forged. Even then it is "reported", since
// the owner of a mailbox can write any header into it.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import { registrable } from './registrable.ts';

export interface Reported {
  /** `pass` or `fail` for the From domain by DMARC, or by an aligned DKIM pass; `none` when nothing usable is reported. */
  readonly outcome: 'pass' | 'fail' | 'none';
  readonly authservId: string | null;
  /** Microsoft writes the field without a name: it can't be told from a forged one. */
  readonly attributable: boolean;
}

// Providers whose field bears another name than their mail domain or IMAP host.
const AUTHSERV_OF_PROVIDER: Readonly<Record<string, readonly string[]>> = {
  'gmail.com': ['google.com'],
  'googlemail.com': ['google.com'],
  'yahoo.com': ['yahoo.com', 'yahoodns.net'],
  'yahoo.fr': ['yahoo.com', 'yahoodns.net'],
  'aol.com': ['yahoo.com', 'aol.com'],
  'icloud.com': ['icloud.com', 'me.com', 'apple.com'],
  'me.com': ['icloud.com', 'me.com', 'apple.com'],
  'fastmail.com': ['messagingengine.com', 'fastmail.com'],
  'proton.me': ['protonmail.ch', 'proton.me', 'protonmail.com'],
  'protonmail.com': ['protonmail.ch', 'proton.me', 'protonmail.com'],
  'gmx.net': ['gmx.net', 'gmx.com'],
  'gmx.de': ['gmx.net', 'gmx.com'],
  'web.de': ['web.de', 'gmx.net'],
  'laposte.net': ['laposte.net'],
  'orange.fr': ['orange.fr', 'orange.com'],
  'free.fr': ['free.fr', 'proxad.net'],
  'sfr.fr': ['sfr.fr', 'sfr.net'],
};

export function reportedOutcome(message: ParsedMessage, providerHost: string | null): Reported {
  const authservId = message.reported[0]?.authservId ?? null;
  const attributable = authservId !== null && isOwnProvider(authservId, message, providerHost);
  if (!attributable && authservId !== null) return { outcome: 'none', authservId, attributable };
  const from = registrable(domainOf(message.from.address));
  const dmarc = message.reported.find((entry) => entry.method === 'dmarc');
  const aligned = message.reported.some(
    (entry) =>
      entry.method === 'dkim' && entry.result === 'pass' && entry.domain !== null && from !== null && registrable(entry.domain) === from,
  );
  if (dmarc?.result === 'fail') return { outcome: 'fail', authservId, attributable };
  const pass = dmarc?.result === 'pass' || aligned;
  return { outcome: pass ? 'pass' : 'none', authservId, attributable };
}

function isOwnProvider(authservId: string, message: ParsedMessage, providerHost: string | null): boolean {
  const author = registrable(authservId);
  if (author === null) return false;
  const providers = providerHost ? [providerHost] : message.deliveredTo.slice(0, 1).map(domainOf);
  return providers.some((provider) => {
    const own = registrable(provider);
    return own !== null && (own === author || (AUTHSERV_OF_PROVIDER[own] ?? []).includes(author));
  });
}
