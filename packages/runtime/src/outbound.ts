// The guard of every outbound connection to a host that a person named (IMAP, SMTP, webhooks, discovery): the name is resolved once,
// all answers are checked, and the checked address is the one to dial, so that a second answer can't lead elsewhere. Private targets are
// refused unless the operator's ALLOW_PRIVATE_HOSTS names them.
import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { PermanentError, TransientError } from '@quittance/domain/errors';

export interface OutboundAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

type Lookup = (host: string) => Promise<readonly { address: string; family: number }[]>;

export interface OutboundOptions {
  /** Host names, addresses or CIDRs. */
  readonly allowPrivateHosts: readonly string[];
  /** The system's resolver when unset. */
  readonly lookup?: Lookup;
}

/** The address to dial: IPv4 where there is one, since a machine without IPv6 is more common than a host without IPv4. */
export async function resolveOutbound(host: string, options: OutboundOptions): Promise<OutboundAddress> {
  const addresses = await resolveOutboundAll(host, options);
  return addresses.find((address) => address.family === 4) ?? addresses[0]!;
}

/**
 * All addresses of a host, for a client that tries one after the other.
 * @throws PermanentError `private_address_refused`; `host_not_found`, as TransientError when the resolver itself failed.
 */
export async function resolveOutboundAll(host: string, options: OutboundOptions): Promise<OutboundAddress[]> {
  const name = nameOf(host);
  const answers = isIP(name) ? [{ address: name, family: isIP(name) }] : await resolve(name, options.lookup ?? lookupAll);
  const allowed = readAllowed(options.allowPrivateHosts);
  for (const answer of allowed.names.has(name) ? [] : answers) {
    if (contains(PRIVATE, answer) && !contains(allowed.addresses, answer)) {
      const where = name === answer.address ? `${host} is` : `${host} leads to ${answer.address},`;
      throw new PermanentError(
        'private_address_refused',
        `${where} a private address: if that is meant, the operator can add it to ALLOW_PRIVATE_HOSTS.`,
      );
    }
  }
  return answers.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

/**
 * Said where a person enters an address, so that they need not wait for the first alert to learn it. What cannot be looked up now is no reason to
 * refuse: it is resolved and checked anew each time it is dialled. Alerts tell what somebody pays for: unencrypted they go only where the operator's
 * ALLOW_PRIVATE_HOSTS says that it is their own network.
 * @throws PermanentError `private_address_refused`, `insecure_target`; TransientError `host_not_found`, where only its addresses would tell that it may go unencrypted.
 */
export async function refuseUnsafeTarget(url: string, options: OutboundOptions): Promise<void> {
  const parsed = URL.parse(url);
  const host = parsed?.hostname;
  if (!host) return;
  // A resolver that does not answer keeps nobody waiting.
  const { promise: late, resolve: giveUp } = Promise.withResolvers<null>();
  const timer = setTimeout(giveUp, TARGET_LOOKUP_MS, null);
  let answers: readonly OutboundAddress[] | null = [];
  try {
    answers = await Promise.race([resolveOutboundAll(host, options), late]);
  } catch (error) {
    if (error instanceof PermanentError && error.code === 'private_address_refused') throw error;
    if (error instanceof TransientError) answers = null;
  } finally {
    clearTimeout(timer);
  }
  if (parsed.protocol === 'http:' && !isNamed(host, answers ?? [], options)) {
    // It may stand in a network that is named there.
    if (answers === null && readAllowed(options.allowPrivateHosts).addresses.rules.length > 0) throw notNow(nameOf(host));
    throw new PermanentError(
      'insecure_target',
      `${parsed.origin} would get alerts in the clear: write https://, or, if that host stands in your own network, add it to ALLOW_PRIVATE_HOSTS.`,
    );
  }
}

// By its name, or by every address that it has.
function isNamed(host: string, answers: readonly OutboundAddress[], { allowPrivateHosts }: OutboundOptions): boolean {
  const allowed = readAllowed(allowPrivateHosts);
  return allowed.names.has(nameOf(host)) || (answers.length > 0 && answers.every((answer) => contains(allowed.addresses, answer)));
}

const TARGET_LOOKUP_MS = 3_000;

const lookupAll: Lookup = (host) => systemLookup(host, { all: true, verbatim: true });

async function resolve(name: string, lookup: Lookup): Promise<readonly { address: string; family: number }[]> {
  try {
    const answers = await lookup(name);
    if (answers.length > 0) return answers;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== 'ENOTFOUND' && code !== 'ENODATA') {
      throw notNow(name, cause);
    }
  }
  throw new PermanentError('host_not_found', `there is no host named ${name}: check how it is written.`);
}

function notNow(name: string, cause?: unknown): TransientError {
  return new TransientError('host_not_found', `${name} could not be looked up just now.`, { cause });
}

function nameOf(host: string): string {
  return host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

function readAllowed(items: readonly string[]): { names: Set<string>; addresses: BlockList } {
  const names = new Set<string>();
  const addresses = new BlockList();
  for (const item of items) {
    const [text = '', prefix] = item.replace(/^\[(.*)\]/, '$1').split('/');
    const family = isIP(text);
    if (family === 0) names.add(text.toLowerCase());
    else if (prefix === undefined) addresses.addAddress(text, family === 6 ? 'ipv6' : 'ipv4');
    else addresses.addSubnet(text, Number(prefix), family === 6 ? 'ipv6' : 'ipv4');
  }
  return { names, addresses };
}

// A zone (fe80::1%eth0) is no part of the address that is compared.
function contains(list: BlockList, answer: { address: string; family: number }): boolean {
  return list.check(answer.address.split('%')[0]!, answer.family === 6 ? 'ipv6' : 'ipv4');
}

// IANA's special-purpose registries (RFC 6890 and its updates) and the IPv6 forms that carry an IPv4 address inside.
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, cloud metadata
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96], // unspecified, loopback, IPv4-compatible
  ['::ffff:0:0:0', 96], // IPv4-translated
  ['64:ff9b::', 96], // NAT64
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23], // Teredo, ORCHID
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['fc00::', 7], // unique local
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}
