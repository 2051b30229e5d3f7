// Reads an autoconfig file (config-v1.1.xml), the format that mail programs ask domains for. The file comes from a stranger: it is bounded, entities
// and document types are refused, and only a server that mail is really read from remains: a full public name, TLS on 993 or STARTTLS on 143.
import { XMLParser } from 'fast-xml-parser';
import { isPublicHostName, type MailAddress } from './mail-address.ts';

/** One `incomingServer` of type imap; host and user name may hold `%EMAILADDRESS%` and the like. */
interface ConfiguredServer {
  readonly host: string;
  readonly tls: 'tls' | 'starttls';
  readonly username: string;
  /** false where only OAuth, Kerberos or certificates sign in. */
  readonly takesPassword: boolean;
}

export interface ConfigFile {
  readonly name: string;
  /** Lower case; `%emaildomain%` stands for any. */
  readonly domains: readonly string[];
  readonly servers: readonly ConfiguredServer[];
}

export type AutoconfigAnswer =
  | { readonly ok: true; readonly name: string; readonly host: string; readonly tls: 'tls' | 'starttls'; readonly username: string }
  | { readonly ok: false; readonly reason: 'unreadable' | 'other_domain' | 'no_safe_server' };

/** Bytes of a file; the largest of the 163 known ones has 9 KB. */
export const AUTOCONFIG_BYTES_MAX = 64 * 1024;
const LIMITS = { depth: 12, domains: 500, servers: 20, textLength: 300 } as const;

export function readAutoconfig(xml: string, address: MailAddress): AutoconfigAnswer {
  const file = readConfigFile(xml);
  if (!file) return { ok: false, reason: 'unreadable' };
  // A host that answers for every name with somebody else's file (a parked domain, a wildcard) must not decide about this one.
  const isMeant = file.domains.length === 0 || file.domains.some((domain) => domain === address.domain || domain === '%emaildomain%');
  if (!isMeant) return { ok: false, reason: 'other_domain' };
  for (const server of file.servers) {
    if (!server.takesPassword) continue;
    const host = expand(server.host, address).toLowerCase();
    const username = expand(server.username, address);
    if (!isPublicHostName(host) || !isUsername(username)) continue;
    return { ok: true, name: file.name, host, tls: server.tls, username };
  }
  return { ok: false, reason: 'no_safe_server' };
}

/** Its parts as written; null when it is no such file. TLS servers stand before STARTTLS ones. */
export function readConfigFile(xml: string): ConfigFile | null {
  if (xml.length > AUTOCONFIG_BYTES_MAX || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  const provider = first(child(child(parse(xml), 'clientConfig'), 'emailProvider'));
  if (!provider) return null;
  const servers = list(child(provider, 'incomingServer'))
    .slice(0, LIMITS.servers)
    .map(readServer)
    .filter((server) => server !== null)
    .sort((a, b) => Number(a.tls === 'starttls') - Number(b.tls === 'starttls'));
  return {
    // The one entity that names hold; it is not expanded anywhere else.
    name: (text(child(provider, 'displayShortName')) || text(child(provider, 'displayName'))).replaceAll('&amp;', '&'),
    domains: list(child(provider, 'domain'))
      .slice(0, LIMITS.domains)
      .map((domain) => text(domain).toLowerCase()),
    servers,
  };
}

/** Fills in what the file leaves open. */
export function expand(template: string, { address, localPart, domain }: MailAddress): string {
  return template
    .replaceAll('%EMAILADDRESS%', () => address)
    .replaceAll('%EMAILLOCALPART%', () => localPart)
    .replaceAll('%EMAILDOMAIN%', () => domain);
}

const ENCRYPTIONS: Readonly<Record<string, 'tls' | 'starttls'>> = { '993 SSL': 'tls', '143 STARTTLS': 'starttls' };

function readServer(server: unknown): ConfiguredServer | null {
  if (text(child(server, '@type')) !== 'imap') return null;
  const host = text(child(server, 'hostname'));
  const tls = ENCRYPTIONS[`${text(child(server, 'port'))} ${text(child(server, 'socketType'))}`];
  if (!tls || host === '') return null;
  const ways = list(child(server, 'authentication')).map(text);
  return {
    host,
    tls,
    // Some files forget the last percent sign, or the element: the whole address is the rule.
    username: text(child(server, 'username')).replace(/^%EMAILADDRESS$/, '%EMAILADDRESS%') || '%EMAILADDRESS%',
    takesPassword: ways.length === 0 || ways.some((way) => way.startsWith('password-') || way === 'plain' || way === 'secure'),
  };
}

function isUsername(name: string): boolean {
  return name.length > 0 && name.length <= LIMITS.textLength && !/[\p{Cc}%]/u.test(name);
}

function parse(xml: string): unknown {
  try {
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      processEntities: false,
      parseTagValue: false,
      parseAttributeValue: false,
      removeNSPrefix: true,
      maxNestedTags: LIMITS.depth,
    }).parse(xml);
  } catch {
    return null; // Broken, too deep or with names that harm: no file for us.
  }
}

function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name) ? (node as Record<string, unknown>)[name] : undefined;
}

function list(node: unknown): unknown[] {
  return node === undefined ? [] : Array.isArray(node) ? node : [node];
}

function first(node: unknown): unknown {
  return list(node)[0];
}

function text(node: unknown): string {
  const value = first(node);
  const content = typeof value === 'string' ? value : child(value, '#text');
  return typeof content === 'string' ? content.trim().slice(0, LIMITS.textLength) : '';
}
