// DNS over the machine's resolvers, or those of DNS_SERVERS. Answers and known absences are cached for a few minutes; a failure is not.
import { Resolver } from 'node:dns/promises';
import type { Clock } from '@quittance/domain/instant';
import type { ResolveTxt } from './record-dns.ts';

export interface ResolverOptions {
  /** `ip` or `ip:port`; the system's when empty. */
  readonly servers: readonly string[];
  readonly timeoutMs: number;
  readonly clock: Clock;
}

const CACHE_MS = 300_000;
const CACHE_ENTRIES_MAX = 5_000;

export function createResolveTxt(options: ResolverOptions): ResolveTxt {
  const resolver = new Resolver({ timeout: options.timeoutMs, tries: 1 });
  if (options.servers.length > 0) resolver.setServers([...options.servers]);
  const label = resolver.getServers().join(' ') || 'system';
  const cache = new Map<string, { until: number; answer: Awaited<ReturnType<ResolveTxt>> }>();
  return async (name) => {
    const now = options.clock.now();
    const hit = cache.get(name);
    if (hit && hit.until > now.getTime()) return hit.answer;
    const answer = { rdata: await ask(resolver, name), resolver: label, observedAt: now.toISOString() };
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
