// The real ways to ask: DNS, one https file, one greeting of a mail server. Five seconds each; the checked address is the one that is dialled;
// whatever goes wrong is no answer, since every step has a next one.
import { Resolver } from 'node:dns/promises';
import type { OutboundAddress } from '@quittance/runtime/outbound';
import { resolveOutbound } from '@quittance/runtime/outbound';
import type { Asking } from './discover.ts';
import { fetchFile } from './fetch-file.ts';
import { probeImap } from './probe-imap.ts';
import { withinLimit } from './time-limit.ts';

export interface NetworkOptions {
  readonly allowPrivateHosts: readonly string[];
  /** Resolvers for MX and SRV, `ip` or `ip:port`; the system's when unset. */
  readonly dnsServers?: readonly string[] | undefined;
  /** For tests: a certificate authority, ports that need no root, another look-up of names, less patience. */
  readonly test?: {
    readonly ca?: string;
    readonly httpsPort?: number;
    readonly imapPort?: number;
    readonly resolve?: (host: string) => Promise<OutboundAddress>;
    readonly limitMs?: number;
  };
}

const LIMIT_MS = 5_000;
const RECORDS_MAX = 20;

export function askNetwork({ allowPrivateHosts, dnsServers, test = {} }: NetworkOptions): Asking {
  const limitMs = test.limitMs ?? LIMIT_MS;
  const resolve = test.resolve ?? ((host: string) => resolveOutbound(host, { allowPrivateHosts }));
  const ask = <T>(question: (resolver: Resolver) => Promise<T[]>): Promise<T[]> => askDns(question, dnsServers ?? [], limitMs);
  return {
    mailExchangers: async (domain) => {
      const records = await ask((resolver) => resolver.resolveMx(domain));
      return records.sort((a, b) => a.priority - b.priority).map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
    },
    srvRecords: async (name) => (await ask((resolver) => resolver.resolveSrv(name))).map((record) => ({ ...record, target: record.name })),
    file: (url) =>
      withinLimit(limitMs, null, async (signal) => {
        const address = await resolve(url.hostname);
        return fetchFile({ url, address, signal, ca: test.ca, port: test.httpsPort });
      }),
    isAllowed: (host) => withinLimit(limitMs, false, () => resolve(host).then(() => true)),
    answersImap: (host) =>
      withinLimit(limitMs, false, async (signal) => {
        const address = await resolve(host);
        return probeImap({ host, address, signal, ca: test.ca, port: test.imapPort ?? 993 });
      }),
  };
}

function askDns<T>(question: (resolver: Resolver) => Promise<T[]>, servers: readonly string[], limitMs: number): Promise<T[]> {
  const resolver = new Resolver({ timeout: Math.ceil(limitMs / 2), tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  return withinLimit(limitMs, [], async (signal) => {
    signal.addEventListener('abort', () => resolver.cancel());
    return (await question(resolver)).slice(0, RECORDS_MAX);
  });
}
