// What our own data says, without asking anybody: the provider table first, then the bundled list. Pure but for reading the list.
import type { Discovery, DiscoverySource, FoundSettings } from './discovery.ts';
import { listedServer, type ListedServer } from './ispdb.ts';
import { isWithin, type MailAddress } from './mail-address.ts';
import type { Provider, UsernameForm } from './provider.ts';
import { PROVIDERS } from './providers.ts';
import { expand } from './read-autoconfig.ts';

/** By the domain of the address; null when it is in none of the two. */
export function findKnown(address: MailAddress): Discovery | null {
  const provider = PROVIDERS.find((one) => one.domains.includes(address.domain));
  if (provider) return ofProvider(address, provider, { source: 'provider', saidBy: null });
  const listed = listedServer(address.domain);
  return listed && ofListed(address, listed, { source: 'list', saidBy: null });
}

/** By mail exchangers, the preferred one first: a provider of the table, which a domain's own statements don't outweigh. */
export function findByExchanger(address: MailAddress, exchangers: readonly string[]): Discovery | null {
  for (const exchanger of exchangers) {
    const provider = PROVIDERS.find((one) => one.mxSuffixes?.some((suffix) => isWithin(exchanger, suffix)));
    if (provider) return ofProvider(address, provider, { source: 'mx', saidBy: exchanger });
  }
  return null;
}

/** By mail exchangers, in the bundled list: `mx2.mail.example.net` → `mail.example.net`, `example.net`. Weaker, since a customer's machine may lie
 * under its provider's domain. */
export function findListedByExchanger(address: MailAddress, exchangers: readonly string[]): Discovery | null {
  for (const exchanger of exchangers) {
    const labels = exchanger.split('.');
    for (let from = 1; from <= labels.length - 2; from += 1) {
      const listed = listedServer(labels.slice(from).join('.'));
      if (listed) return ofListed(address, listed, { source: 'mx', saidBy: exchanger });
    }
  }
  return null;
}

/**
 * Whose server this is, so that its hints are shown however it was found. On one's own machine the port tells: Proton's Bridge runs there, and so
 * may anything.
 */
export function providerOfHost(host: string, port?: number): Provider | null {
  const isLoopback = host.startsWith('127.');
  return PROVIDERS.find(({ server }) => server?.host === host && (!isLoopback || port === undefined || server.port === port)) ?? null;
}

interface Origin {
  readonly source: DiscoverySource;
  readonly saidBy: string | null;
}

function ofProvider(address: MailAddress, provider: Provider, origin: Origin): Discovery {
  const { server } = provider;
  const found: FoundSettings | null = server && {
    ...origin,
    ...server,
    usernames: usernamesOf(address, provider.username),
    needsConfirmation: false,
  };
  return { address: address.address, provider, found };
}

function ofListed(address: MailAddress, listed: ListedServer, origin: Origin): Discovery {
  const host = expand(listed.host, address);
  const provider = providerOfHost(host);
  const found: FoundSettings = {
    ...origin,
    host,
    port: listed.tls === 'tls' ? 993 : 143,
    tls: listed.tls,
    usernames: usernamesOf(address, listed.username === '%EMAILLOCALPART%' ? 'local_part' : 'address'),
    needsConfirmation: false,
  };
  return { address: address.address, provider, found };
}

/** The whole address first: providers that document the local part mostly take both. */
export function usernamesOf(address: MailAddress, form: UsernameForm): readonly [string, ...string[]] {
  return form === 'local_part' ? [address.address, address.localPart] : [address.address];
}
