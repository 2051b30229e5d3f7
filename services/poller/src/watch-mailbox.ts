// Path of an email, step 1 of 9. Before: the mailbox. After: poller/sync-folder.
// The live connection: search, IDLE, search. A search always stands right before IDLE, so mail that came while we looked elsewhere is
// found at once; IDLE and its hints only say when to look again.
import type { ImapConnection } from '@quittance/imap/connection';
import { heartbeat, idle } from '@quittance/imap/idle';
import { TransientError } from '@quittance/domain/errors';
import type { Folder } from '@quittance/store/folders';
import type { LiveFirst } from './live-first.ts';
import type { LookAround } from './look-around.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';
import { isNewEpoch, syncFolder } from './sync-folder.ts';

export interface WatchOptions {
  readonly folderId: string;
  readonly liveFirst: LiveFirst;
  readonly around: LookAround;
  readonly signal: AbortSignal;
  /** The folder has another history now. */
  readonly onNewEpoch: () => void;
  /** After each look that succeeded. */
  readonly onChecked: () => void;
}

/** Returns when `signal` says so. @throws when the connection is lost or the server misbehaves: the session is over. */
export async function watchMailbox(deps: ReadDeps, connection: ImapConnection, target: ReadTarget, options: WatchOptions): Promise<void> {
  let openedAt = -Infinity;
  let isAnnounced = false;
  let last: Folder | undefined;
  while (!options.signal.aborted) {
    const since = connection.activity;
    const reopen = performance.now() - openedAt > deps.timing.reopenMs;
    const look = (): Promise<Folder> =>
      options.liveFirst.run(() => syncFolder(deps, connection, target, options.folderId, { reopen, last }));
    // History of every mailbox gives way from the announcement on, before a search knows what it is about.
    const now = await (isAnnounced ? deps.liveWork.run(look) : look());
    if (last && isNewEpoch(last, now)) options.onNewEpoch();
    last = now;
    if (reopen) openedAt = performance.now();
    options.onChecked();
    const restMs = connection.supportsIdle ? deps.timing.heartbeatMs : deps.timing.pollMs;
    const heartbeatMs = Math.min(restMs, options.around.dueInMs);
    const end = await idle(connection, { since, heartbeatMs, signal: options.signal });
    isAnnounced = end === 'activity';
    if (end === 'stopped') return;
    if (end === 'closed') throw new TransientError('connection_lost', 'the server closed the connection');
    if (end === 'heartbeat') await heartbeat(connection, deps.timing.answerMs);
    if (options.around.dueInMs === 0) await options.around.look(connection, () => connection.activity !== since);
  }
}
