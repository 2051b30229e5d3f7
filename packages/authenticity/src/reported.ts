// What the receiving provider wrote into Authentication-Results (RFC 8601 §5). It counts only in the topmost field under the name of the owner's
// own, known provider, with no other server's hop above it: everything else may be forged. Even then it is "reported", since the owner of
// a mailbox can write any header into it.
import { domainOf, type AuthenticationReport, type ParsedMessage } from '@quittance/domain/message';
import { findProvider, isForeignHop, type Provider } from './providers.ts';
import { registrable } from './registrable.ts';

export interface Reported {
  /** `pass` or `fail` for the From domain by DMARC, or by an aligned DKIM pass; `none` when nothing usable is reported. */
  readonly outcome: 'pass' | 'fail' | 'none';
  readonly authservId: string | null;
  /** Whether it can be told from a forged field. A `fail` is believed without: a forger has no use for it. */
  readonly attributable: boolean;
}

const NOTHING: Reported = { outcome: 'none', authservId: null, attributable: false };

export function reportedOutcome(message: ParsedMessage, providerHost: string | null): Reported {
  const reports = message.reports;
  const owner = providerHost ?? message.deliveredTo[0] ?? null;
  const provider = owner === null ? null : findProvider(owner);
  const own = provider && reports.find((report) => isBy(report, provider));
  if (own) return { outcome: outcomeOf(own, message), authservId: own.authservId, attributable: true };
  const [topmost] = reports;
  if (!topmost || !mayBeTheOwners(topmost, owner)) return { ...NOTHING, authservId: topmost?.authservId ?? null };
  return { outcome: outcomeOf(topmost, message), authservId: topmost.authservId, attributable: false };
}

/** The provider of the mailbox, if it is a known one. */
export function providerOf(message: ParsedMessage, providerHost: string | null): Provider | null {
  const owner = providerHost ?? message.deliveredTo[0];
  return owner === undefined ? null : findProvider(owner);
}

function isBy({ authservId, laterHops }: AuthenticationReport, provider: Provider): boolean {
  const author = authservId === null ? null : registrable(authservId);
  return author !== null && provider.names.includes(author) && !laterHops.some((hop) => isForeignHop(hop, provider));
}

// Written by nobody (Microsoft), or under the name of the owner's own server, which may or may not take out forged fields.
function mayBeTheOwners({ authservId }: AuthenticationReport, owner: string | null): boolean {
  if (authservId === null) return true;
  const author = registrable(authservId);
  return owner !== null && author !== null && author === registrable(domainOf(owner));
}

function outcomeOf({ results }: AuthenticationReport, message: ParsedMessage): Reported['outcome'] {
  const from = registrable(domainOf(message.from.address));
  const dmarc = results.find((entry) => entry.method === 'dmarc');
  if (dmarc?.result === 'fail') return 'fail';
  const aligned = results.some(
    ({ method, result, domain }) =>
      method === 'dkim' && result === 'pass' && domain !== null && from !== null && registrable(domain) === from,
  );
  return dmarc?.result === 'pass' || aligned ? 'pass' : 'none';
}
