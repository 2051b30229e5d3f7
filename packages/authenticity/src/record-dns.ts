// Wraps a resolver so that every answer used is kept with its time and resolver: the key a merchant has withdrawn later is still provable.
import type { DnsAnswer } from '@quittance/domain/authenticity';

/** Text records of a name, each joined; empty when the name has none. Rejects when DNS gave no answer (that is never final). */
export type ResolveTxt = (
  name: string,
) => Promise<{ readonly rdata: readonly string[]; readonly resolver: string; readonly observedAt: string }>;

export function recordDns(resolveTxt: ResolveTxt): {
  readonly answers: readonly DnsAnswer[];
  readonly resolver: (name: string, type: string) => Promise<string[][]>;
} {
  const answers: DnsAnswer[] = [];
  return {
    answers,
    resolver: async (name, type) => {
      if (type !== 'TXT') throw noData(name);
      const lower = name.toLowerCase();
      const answer = await resolveTxt(lower);
      if (!answers.some((known) => known.name === lower)) answers.push({ name: lower, type, ...answer });
      if (answer.rdata.length === 0) throw noData(name);
      return answer.rdata.map((text) => [text]);
    },
  };
}

// The shape of node:dns, which mailauth reads: no such data, as opposed to no answer.
function noData(name: string): Error {
  return Object.assign(new Error(`no TXT record at ${name}`), { code: 'ENODATA' });
}
