// What the server says of messages before their bytes are asked for. A damaged one may end the connection whenever it is asked about: then they are
// asked about one by one, and that one, once it is known, no more for a while (read-batch.ts): the others must not wait for it.
import { TransientError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import { noteAttempts, noteBroken, type KnownUid, type UidPlace } from '@quittance/store/locations';
import type { ReadDeps } from './poller-deps.ts';
import { after, LEFT_BEHIND_MS } from './read-batch.ts';
import { BREAKS_MAX } from './retry-schedule.ts';

/** Networks break, too: no more than these are then asked about, and read, one by one. */
const GROUP = 20;

/** @returns those that the server delivered; of settled ones, and of those over which the connection breaks, nothing is asked. */
export async function askFacts(
  deps: ReadDeps,
  connection: ImapConnection,
  place: UidPlace,
  uids: readonly number[],
  known: ReadonlyMap<number, KnownUid>,
): Promise<Map<number, MessageFacts>> {
  const breaksOf = (uid: number): number => known.get(uid)?.breaks ?? 0;
  const asked = uids.filter((uid) => !known.get(uid)?.settled && breaksOf(uid) < BREAKS_MAX);
  const facts = new Map<number, MessageFacts>();
  for (const group of inGroups(asked, (uid) => breaksOf(uid) > 0)) {
    try {
      for (const [uid, one] of await deps.source.fetchFacts(connection, group)) facts.set(uid, one);
    } catch (error) {
      const now = deps.clock.now();
      const retryAt = after(now, LEFT_BEHIND_MS);
      const isTheirs = !(error instanceof TransientError && error.code === 'throttled');
      await noteAttempts(deps.db, place, group, { now: toInstant(now), retryAt })
        .then(() => noteBroken(deps.db, place, group, { retryAt, isTheirs }))
        .catch(() => {}); // The failure itself is what counts.
      throw error;
    }
  }
  return facts;
}

function inGroups(uids: readonly number[], isSuspected: (uid: number) => boolean): number[][] {
  const groups: number[][] = [];
  for (const uid of uids) {
    const last = groups.at(-1);
    if (isSuspected(uid) || !last || last.length >= GROUP || isSuspected(last[0]!)) groups.push([uid]);
    else last.push(uid);
  }
  return groups;
}
