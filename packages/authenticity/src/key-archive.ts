// Keys that DNS no longer gives. An archive says of a name which key was there and when it was seen; with it an old mail can still be verified,
// and the verdict says whose archive that was. Ours grows by itself with every key that was used; a person may add a file of their own.
import { OBSERVED, type ArchivedKey } from '@quittance/domain/archived-key';
import { ARCHIVE_PREFIX, type DnsAnswer } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';

export type FindKeys = (names: readonly string[]) => Promise<readonly ArchivedKey[]>;

/** Per name the key to try instead of what DNS says: one that DNS does not give now, the nearest in time to the message; ours before others'. */
export function chooseKeys(
  found: readonly ArchivedKey[],
  live: readonly Pick<DnsAnswer, 'name' | 'rdata'>[],
  arrivedAt: Instant,
): Map<string, DnsAnswer> {
  const chosen = new Map<string, DnsAnswer>();
  const isLive = (key: ArchivedKey): boolean => live.some(({ name, rdata }) => name === key.name && rdata.includes(key.record));
  const byWorth = found
    .filter((key) => !isLive(key))
    .toSorted((a, b) => distance(a, arrivedAt) - distance(b, arrivedAt) || Number(b.source === OBSERVED) - Number(a.source === OBSERVED));
  for (const { name, record, source, lastSeenAt } of byWorth) {
    if (chosen.has(name)) continue;
    chosen.set(name, { name, type: 'TXT', rdata: [record], resolver: ARCHIVE_PREFIX + source, observedAt: lastSeenAt });
  }
  return chosen;
}

function distance({ firstSeenAt, lastSeenAt }: ArchivedKey, at: Instant): number {
  if (at < firstSeenAt) return Date.parse(firstSeenAt) - Date.parse(at);
  return at > lastSeenAt ? Date.parse(at) - Date.parse(lastSeenAt) : 0;
}
