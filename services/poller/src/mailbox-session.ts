// One life of a mailbox's connections: sign in, learn the folders, then watch live on this connection while a second one, as long as there is
// something for it, tends the other folders and the history. Ends by throwing, or when it is told to stop.
import type { ImapConnection } from '@quittance/imap/connection';
import type { PolledMailbox } from '@quittance/store/mailboxes';
import { createChangedFolders } from './changed-folders.ts';
import { closeOnAbort, connectFor } from './connect-for.ts';
import { learnFolders } from './learn-folders.ts';
import { createLiveFirst } from './live-first.ts';
import { createLookAround } from './look-around.ts';
import type { ReadTarget, SessionDeps } from './poller-deps.ts';
import { createSweeper } from './sweep-folders.ts';
import { tendFolders } from './tend-folders.ts';
import { watchMailbox } from './watch-mailbox.ts';

export interface SessionEvents {
  onLogin(): void;
  /** After each look at the live folder that succeeded. */
  onChecked(): void;
}

/** Returns when `signal` says so; otherwise throws what ended it. */
export async function runSession(
  deps: SessionDeps,
  polled: PolledMailbox,
  target: ReadTarget,
  signal: AbortSignal,
  events: SessionEvents,
): Promise<void> {
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  const connect = (purpose: 'live' | 'history'): Promise<ImapConnection> => connectFor(deps, polled, purpose, both);
  const connection = await connect('live');
  const release = closeOnAbort(connection, both);
  let tending: Promise<void> | undefined;
  try {
    events.onLogin();
    const folderId = await learnFolders(deps, connection, target);
    const liveFirst = createLiveFirst();
    const changed = createChangedFolders();
    const sweeper = createSweeper(deps, target);
    const around = createLookAround(deps, target, { liveFolderId: folderId, changed, sweeper });
    const onChecked = (): void => {
      events.onChecked();
      // Not before the live folder has its epoch: below it begins the history.
      const options = { liveFolderId: folderId, liveFirst, changed, sweeper, signal: both, connect: () => connect('history') };
      tending ??= tendFolders(deps, target, options).catch((error: unknown) => ended.abort(error));
    };
    await watchMailbox(deps, connection, target, {
      folderId,
      liveFirst,
      around,
      signal: both,
      onNewEpoch: () => changed.add(folderId),
      onChecked,
    });
  } catch (error) {
    if (!both.aborted) throw error;
  } finally {
    const tendingFailed = ended.signal.aborted;
    if (!tendingFailed) ended.abort(new Error('the session is over'));
    await connection.logout();
    await tending;
    release();
  }
  if (!signal.aborted) throw ended.signal.reason;
}
