// The domain a person can register (eTLD+1): what DKIM alignment compares in its relaxed mode.
import { getDomain } from 'tldts';

/** null for an IP address, a bare suffix or an empty name. Private suffixes count, so that two tenants of one host differ. */
export function registrable(domain: string): string | null {
  return getDomain(domain.toLowerCase(), { allowPrivateDomains: true });
}
