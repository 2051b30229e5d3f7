// Who a message says it is from, taken apart: registrable domain, role of the address, the house's name in the display name.
import { getDomain, parse } from 'tldts';
import { domainOf, type Address, type ParsedMessage } from '@quittance/domain/message';
import { cleanName } from './clean-name.ts';
import { ESP_DOMAINS, INTERMEDIARIES, MIXED_DOMAINS, PERSONAL_DOMAINS, type Intermediary } from './intermediaries.ts';

/** What an address says without its display name. */
export interface SenderDomain {
  readonly local: string;
  readonly host: string;
  /** With private suffixes: the tenant's own domain (`shop.myshopify.com`). */
  readonly registrable: string;
  /** By the public suffix list alone: `myshopify.com`. */
  readonly publicDomain: string;
  readonly label: string;
}

export interface Sender extends SenderDomain {
  readonly address: Address;
  /** The display name without what is not the house's name; '' when nothing is left. */
  readonly name: string;
}

export function readSender(address: Address): Sender {
  const domain = readDomain(address.address);
  return { address, ...domain, name: cleanName(address.name, domain.label) };
}

export function readDomain(address: string): SenderDomain {
  const host = domainOf(address);
  const { domain, domainWithoutSuffix } = parse(host);
  return {
    local: address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase(),
    host,
    registrable: getDomain(host, { allowPrivateDomains: true }) ?? domain ?? '',
    publicDomain: domain ?? '',
    label: domainWithoutSuffix ?? '',
  };
}

export function findIntermediary({ publicDomain, host, local }: SenderDomain): Intermediary | null {
  for (const each of INTERMEDIARIES) {
    const hit = each.domains.includes(publicDomain) || each.domains.includes(host);
    if (hit && (each.senders === undefined || each.senders.test(local))) return each;
  }
  return null;
}

// People write from these domains; the houses behind some of them (orange.fr, free.fr) write from a role or a subdomain.
const ROLE =
  /^(?:no[-_.]?reply|ne[-_.]?pas|info|contact|kontakt|klantenservice|kundenservice|servizio|bok|biuro|faktur|rechnung|fattur|service|facture|facturation|billing|support|client|notif|suivi|alerte|news|assistance|bonjour|hello|postmaster|free|orange|sfr|proton|fastmail|online|account|e?mail)/;

export function isPersonal({ publicDomain, host, local }: SenderDomain): boolean {
  if (MIXED_DOMAINS.has(publicDomain)) return host === publicDomain && !ROLE.test(local);
  return PERSONAL_DOMAINS.has(publicDomain);
}

/** The merchant's own domain in Reply-To, when it is one. */
export function replyDomain(message: ParsedMessage): string | null {
  if (message.replyTo === null) return null;
  const reply = readDomain(message.replyTo.address);
  if (reply.registrable === '' || isPersonal(reply) || ESP_DOMAINS.has(reply.publicDomain) || findIntermediary(reply) !== null) return null;
  return reply.registrable;
}
