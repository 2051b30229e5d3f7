// Wraps a resolver so that every answer used is kept with its time and resolver: the key a merchant has withdrawn later is still provable.
import type { DnsAnswer } from '@quittance/domain/authenticity';

/** Text records of a name, each joined; empty when the name has none. Rejects when DNS gave no answer (that is never final). */
export type ResolveTxt = (
  name: string,
) => Promise<{ readonly rdata: readonly string[]; readonly resolver: string; readonly observedAt: string }>;

export interface RecordedDns {
  readonly answers: readonly DnsAnswer[];
  /** Names for which DNS gave no answer. */
  readonly failed: ReadonlySet<string>;
  /** As mailauth asks: text records in parts. */
  readonly resolver: (name: string, type: string) => Promise<string[][]>;
}

/** @param instead answers that stand in for those of DNS, by name: keys from an archive. */
export function recordDns(resolveTxt: ResolveTxt, instead: ReadonlyMap<string, DnsAnswer> = new Map()): RecordedDns {
  const answers: DnsAnswer[] = [...instead.values()];
  const failed = new Set<string>();
  const note = (answer: DnsAnswer): void => {
    const isKnown = answers.some((known) => known.name === answer.name && known.resolver === answer.resolver);
    if (!isKnown) answers.push(answer);
  };
  return {
    answers,
    failed,
    resolver: async (name, type) => {
      if (type !== 'TXT') throw noData(name);
      const lower = name.toLowerCase();
      const answer = instead.get(lower) ?? { name: lower, type, ...(await ask(resolveTxt, lower, failed)) };
      note(answer);
      if (answer.rdata.length === 0) throw noData(name);
      return answer.rdata.map((text) => [text]);
    },
  };
}

async function ask(resolveTxt: ResolveTxt, name: string, failed: Set<string>): ReturnType<ResolveTxt> {
  try {
    return await resolveTxt(name);
  } catch (error) {
    failed.add(name);
    throw error;
  }
}

// The shape of node:dns, which mailauth reads: no such data, as opposed to no answer.
function noData(name: string): Error {
  return Object.assign(new Error(`no TXT record at ${name}`), { code: 'ENODATA' });
}
