// The short way for what is usual: one or a few messages that have just come and of which nothing is known. Facts and bytes come with one answer of the
// server, after one word to the database; each exchange counts while a mail waits for its alert. Everything else goes the way of sync-folder.ts.
import { toInstant } from '@quittance/domain/instant';
import type { ImapConnection } from '@quittance/imap/connection';
import type { MessageFacts } from '@quittance/imap/fetch-messages';
import type { Folder } from '@quittance/store/folders';
import { forgetFirstAttempts, noteFirstAttempts } from '@quittance/store/locations';
import { LIVE_LIMITS, planBatches } from './plan-batches.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { after, LEFT_BEHIND_MS, noteFailure, placeOf, readBatch, type Priority } from './read-batch.ts';

/** Their beginnings fit in memory whatever their sizes; of what is bigger, only so much is read at once as of other live mail. */
const NEWS_MAX = 8;
/** Nineteen mails of twenty are smaller and come whole. */
const BEGINNING_BYTES = 128 * 1024;

export interface News {
  readonly uids: readonly number[];
  readonly priorityOf: (facts: MessageFacts) => Priority;
}

/**
 * Settles the first of them, all of them as a rule: the cursor tells what is left.
 *
 * @returns false, and nothing was asked for, where it is not what is usual.
 */
export async function readNews(
  deps: ReadDeps,
  connection: ImapConnection,
  target: ReadTarget,
  folder: Folder,
  { uids, priorityOf }: News,
): Promise<boolean> {
  if (uids.length > NEWS_MAX) return false;
  const place = placeOf(target, folder);
  const now = deps.clock.now();
  const times = { now: toInstant(now), retryAt: after(now, LEFT_BEHIND_MS) };
  const attempts = await noteFirstAttempts(deps.db, place, uids, times);
  if (attempts === null) return false;
  const { facts, ready } = await look(deps, connection, uids).catch(async (error: unknown) => {
    await noteFailure(deps, place, uids, times.retryAt, error);
    throw error;
  });
  const [first = []] = planBatches(
    uids,
    (uid) => facts.get(uid)?.sizeBytes,
    () => false,
    LIVE_LIMITS,
  );
  await forgetFirstAttempts(deps.db, place, uids.slice(first.length));
  await readBatch(
    deps,
    connection,
    target,
    folder,
    { uids: first, facts, known: new Map(), ready, attempts },
    { mode: 'live', priorityOf },
  );
  return true;
}

async function look(deps: ReadDeps, connection: ImapConnection, uids: readonly number[]) {
  const facts = new Map<number, MessageFacts>();
  const ready = new Map<number, Buffer>();
  await deps.source.fetchBeginnings(connection, uids, BEGINNING_BYTES, (one, bytes) => {
    facts.set(one.uid, one);
    // Both must say so: servers round sizes, and others cut answers short.
    if (bytes.length < BEGINNING_BYTES && bytes.length === one.sizeBytes) ready.set(one.uid, bytes);
  });
  return { facts, ready };
}
