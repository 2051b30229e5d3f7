// The bundled list of mail providers (data/ispdb.json, derived from Thunderbird's, MPL-2.0), by domain. Read once, when first asked for.
import { readFileSync } from 'node:fs';

export interface ListedServer {
  readonly name: string;
  /** May hold `%EMAILDOMAIN%`. */
  readonly host: string;
  readonly tls: 'tls' | 'starttls';
  readonly username: string;
}

type Entry = readonly [name: string, host: string, tls: 'tls' | 'starttls', username: string, domains: string];

let byDomain: ReadonlyMap<string, ListedServer> | null = null;

export function listedServer(domain: string): ListedServer | null {
  byDomain ??= readList();
  return byDomain.get(domain) ?? null;
}

function readList(): ReadonlyMap<string, ListedServer> {
  const file = new URL('../data/ispdb.json', import.meta.url);
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { readonly entries: readonly Entry[] };
  return new Map(
    entries.flatMap(([name, host, tls, username, domains]) =>
      domains.split(' ').map((domain): [string, ListedServer] => [domain, { name, host, tls, username }]),
    ),
  );
}
