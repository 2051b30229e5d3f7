// From an address to the settings of its mailbox: our own data first, which asks nobody; then the domain's mail exchanger, which tells a known
// provider more surely than files that web hosts serve for every domain; then what the domain says; last, two usual names are tried. No password
// is part of any of it.
import type { Discovery } from './discovery.ts';
import { findByExchanger, findKnown } from './find-known.ts';
import type { MailAddress } from './mail-address.ts';
import { fromProbe, guessedHosts, rankAnswers, type SrvRecord } from './rank-answers.ts';

/** The ways to ask, each bounded in time and size. None throws: no answer is an empty one. */
export interface Asking {
  /** Preferred first, lower case, without a dot at the end. */
  readonly mailExchangers: (domain: string) => Promise<readonly string[]>;
  readonly srvRecords: (name: string) => Promise<readonly SrvRecord[]>;
  /** The file, over https without redirects; null when there is none. */
  readonly file: (url: URL) => Promise<string | null>;
  /** Whether the name leads somewhere that may be connected to. */
  readonly isAllowed: (host: string) => Promise<boolean>;
  /** Whether an IMAP server with a valid certificate answers on 993. */
  readonly answersImap: (host: string) => Promise<boolean>;
}

export async function discover(asking: Asking, address: MailAddress): Promise<Discovery> {
  const known = findKnown(address);
  if (known) return known;
  const exchangers = await asking.mailExchangers(address.domain);
  const byExchanger = findByExchanger(address, exchangers);
  if (byExchanger) return byExchanger;
  const said = await askDomain(asking, address, exchangers);
  return said ?? (await tryUsualNames(asking, address)) ?? { address: address.address, provider: null, found: null };
}

async function askDomain(asking: Asking, address: MailAddress, exchangers: readonly string[]): Promise<Discovery | null> {
  const urls = autoconfigUrls(address);
  const [texts, imaps, imap] = await Promise.all([
    Promise.all(urls.map((url) => asking.file(url))),
    asking.srvRecords(`_imaps._tcp.${address.domain}`),
    asking.srvRecords(`_imap._tcp.${address.domain}`),
  ]);
  const files = texts.flatMap((xml, index) => (xml === null ? [] : [{ host: urls[index]!.hostname, xml }]));
  for (const proposal of rankAnswers(address, { files, imaps, imap, exchangers })) {
    if (proposal.found && (await asking.isAllowed(proposal.found.host))) return proposal;
  }
  return null;
}

/** The address goes to hosts of its own domain, and over https alone. */
export function autoconfigUrls({ address, domain }: MailAddress): URL[] {
  const first = new URL(`https://autoconfig.${domain}/mail/config-v1.1.xml`);
  first.searchParams.set('emailaddress', address);
  return [first, new URL(`https://${domain}/.well-known/autoconfig/mail/config-v1.1.xml`)];
}

async function tryUsualNames(asking: Asking, address: MailAddress): Promise<Discovery | null> {
  const hosts = guessedHosts(address);
  const answers = await Promise.all(hosts.map((host) => asking.answersImap(host)));
  const host = hosts.find((_host, index) => answers[index]);
  return host === undefined ? null : fromProbe(address, host);
}
