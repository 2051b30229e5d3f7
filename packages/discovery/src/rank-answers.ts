// Decides between what a domain said about its mail server: its autoconfig file over https first, then its SRV records (RFC 6186), then the
// bundled list by its mail exchanger. Pure. A host outside the domain is only ever a proposal: DNS can be forged and files are written by strangers.
import type { Discovery } from './discovery.ts';
import { findListedByExchanger, providerOfHost, usernamesOf } from './find-known.ts';
import { isPublicHostName, isWithin, type MailAddress } from './mail-address.ts';
import { readAutoconfig } from './read-autoconfig.ts';

export interface SrvRecord {
  readonly target: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

export interface Answers {
  /** Files as they came, by the host that served them, in the order they were asked for. */
  readonly files: readonly { readonly host: string; readonly xml: string }[];
  readonly imaps: readonly SrvRecord[];
  readonly imap: readonly SrvRecord[];
  readonly exchangers: readonly string[];
}

/** Best first. Each must still be checked for where its host leads. */
export function rankAnswers(address: MailAddress, answers: Answers): Discovery[] {
  const listed = findListedByExchanger(address, answers.exchangers);
  return [
    ...answers.files.map((file) => fromFile(address, file)),
    fromSrv(address, `_imaps._tcp.${address.domain}`, answers.imaps, 'tls'),
    fromSrv(address, `_imap._tcp.${address.domain}`, answers.imap, 'starttls'),
    listed,
  ].filter((one) => one !== null);
}

/** The hosts that are tried when nobody says anything. */
export function guessedHosts({ domain }: MailAddress): string[] {
  return [`imap.${domain}`, `mail.${domain}`].filter(isPublicHostName);
}

export function fromProbe(address: MailAddress, host: string): Discovery {
  return {
    address: address.address,
    provider: providerOfHost(host),
    found: {
      source: 'probe',
      saidBy: null,
      host,
      port: 993,
      tls: 'tls',
      usernames: usernamesOf(address, 'local_part'),
      needsConfirmation: true,
    },
  };
}

function fromFile(address: MailAddress, file: { readonly host: string; readonly xml: string }): Discovery | null {
  const answer = readAutoconfig(file.xml, address);
  if (!answer.ok) return null;
  const { host, tls, username } = answer;
  return {
    address: address.address,
    provider: providerOfHost(host),
    found: {
      source: 'autoconfig',
      saidBy: file.host,
      host,
      port: tls === 'tls' ? 993 : 143,
      tls,
      // What the file names comes first here: it may be no part of the address at all.
      usernames: username === address.address ? [username] : [username, address.address],
      needsConfirmation: !isWithin(host, address.domain),
    },
  };
}

const SRV_PORT = { tls: 993, starttls: 143 } as const;

function fromSrv(address: MailAddress, name: string, records: readonly SrvRecord[], tls: 'tls' | 'starttls'): Discovery | null {
  const usable = records
    .map((record) => ({ ...record, target: record.target.toLowerCase().replace(/\.$/, '') }))
    // A target of "." says that the service is not offered (RFC 6186 §3.4): it is no host name, and falls away here.
    .filter(({ target, port }) => port === SRV_PORT[tls] && isPublicHostName(target))
    .sort((a, b) => a.priority - b.priority || b.weight - a.weight);
  const host = usable[0]?.target;
  if (host === undefined) return null;
  return {
    address: address.address,
    provider: providerOfHost(host),
    found: {
      source: 'srv',
      saidBy: name,
      host,
      port: SRV_PORT[tls],
      tls,
      usernames: usernamesOf(address, 'local_part'),
      needsConfirmation: !isWithin(host, address.domain),
    },
  };
}
