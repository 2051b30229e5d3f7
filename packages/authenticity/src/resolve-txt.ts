// DNS over the machine's resolvers, or those of DNS_SERVERS. Answers and known absences are cached for a few minutes; a failure is not. While the
// machine is offline, questions fail at once instead of each waiting its time: an import must not take hours for verdicts that will wait anyway.
import { getServers, Resolver } from 'node:dns/promises';
import type { Clock } from '@quittance/domain/instant';
import type { ResolveTxt } from './record-dns.ts';

export interface ResolverOptions {
  /** `ip` or `ip:port`; the system's when empty. */
  readonly servers: readonly string[];
  /** For all servers together: each gets its share, so that a dead first one still leaves time for the next. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

const SERVER_MS_MIN = 300;
const CACHE_MS = 300_000;
const CACHE_ENTRIES_MAX = 5_000;
/** This many silences in a row, from whatever names, and nobody is asked for a while. */
const SILENCES_MAX = 6;
const OFFLINE_MS = 5_000;

export function createResolveTxt(options: ResolverOptions): ResolveTxt {
  const count = options.servers.length > 0 ? options.servers.length : getServers().length;
  const timeout = Math.max(SERVER_MS_MIN, Math.floor(options.timeoutMs / Math.max(1, count)));
  const resolver = new Resolver({ timeout, tries: 1 });
  if (options.servers.length > 0) resolver.setServers([...options.servers]);
  const label = resolver.getServers().join(' ') || 'system';
  const cache = new Map<string, { until: number; answer: Awaited<ReturnType<ResolveTxt>> }>();
  let silences = 0;
  let offlineUntil = 0;
  return async (name) => {
    const now = options.clock.now();
    const hit = cache.get(name);
    if (hit && hit.until > now.getTime()) return hit.answer;
    if (performance.now() < offlineUntil) throw Object.assign(new Error('DNS has been silent'), { code: 'ETIMEOUT' });
    const rdata = await ask(resolver, name).catch((error: NodeJS.ErrnoException) => {
      silences = error.code === 'ETIMEOUT' || error.code === 'ECONNREFUSED' ? silences + 1 : 0;
      if (silences >= SILENCES_MAX) [silences, offlineUntil] = [0, performance.now() + OFFLINE_MS];
      throw error;
    });
    silences = 0;
    const answer = { rdata, resolver: label, observedAt: now.toISOString() };
    if (cache.size >= CACHE_ENTRIES_MAX) cache.clear();
    cache.set(name, { until: now.getTime() + CACHE_MS, answer });
    return answer;
  };
}

async function ask(resolver: Resolver, name: string): Promise<string[]> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error; // SERVFAIL, timeout, refused: no answer, and so no verdict yet.
  }
}
