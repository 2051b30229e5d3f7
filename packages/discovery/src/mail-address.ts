// A mail address taken apart, and host names that may be offered as a mail server. Everything outside this shape is refused, not repaired.

export interface MailAddress {
  readonly address: string;
  readonly localPart: string;
  /** Lower case, in ASCII (punycode). */
  readonly domain: string;
}

const ADDRESS_LENGTH_MAX = 254;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Names that no public mail server has (RFC 6761, RFC 8375, RFC 6762, ICANN's .internal). */
const LOCAL_ENDS = /\.(?:local|localhost|internal|lan|home|corp|arpa|onion|invalid|test|example)$/;

/** null when it is no address of the form `local@domain.tld`. */
export function parseAddress(text: string): MailAddress | null {
  const address = text.trim();
  const match = /^([^\s@"<>(),;:\\[\]\p{Cc}]{1,64})@([^\s@\p{Cc}]{1,253})$/u.exec(address);
  if (!match || address.length > ADDRESS_LENGTH_MAX) return null;
  const domain = toAscii(match[2]!);
  return domain === null ? null : { address, localPart: match[1]!, domain };
}

/** A full name of a host out in the world: no IP address, no single word, no name that only means something on one network. */
export function isPublicHostName(host: string): boolean {
  return isHostName(host) && !LOCAL_ENDS.test(host);
}

/** Whether `name` is `parent` or below it. */
export function isWithin(name: string, parent: string): boolean {
  return name === parent || name.endsWith(`.${parent}`);
}

function isHostName(host: string): boolean {
  const labels = host.split('.');
  // A last label that begins with a digit is an IPv4 address in one of its spellings (WHATWG URL §3.5).
  return host.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d/.test(labels.at(-1)!);
}

function toAscii(domain: string): string | null {
  const text = domain.toLowerCase().replace(/\.$/, '');
  // The URL parser maps international names as browsers do; what it would change beyond that (ports, paths, numbers) is refused here.
  if (/[/?#%:@\\[\]]/.test(text) || !URL.canParse(`https://${text}/`)) return null;
  const { hostname } = new URL(`https://${text}/`);
  return isHostName(hostname) ? hostname : null;
}
