// Reads what a statement of silence is made of: the mailboxes with their folders and the times at which those were watched, and the messages about
// the subscription. Run it inside `asUser`.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { listWatched } from '@quittance/store/coverage';
import type { Tx } from '@quittance/store/database';
import { listFolders } from '@quittance/store/folders';
import { listMailboxes } from '@quittance/store/mailboxes';
import type { Silence } from '@quittance/verifier/silence';
import { stateSilence, type SilenceInput, type WatchedMailbox } from './state-silence.ts';

export interface SilenceRequest extends Pick<SilenceInput, 'awaited' | 'from' | 'until'> {
  readonly subscription: FoldedSubscription;
  readonly events: readonly SubscriptionEvent[];
  /** The newest signed head of the log, verbatim. */
  readonly checkpoint: string;
}

export async function readSilence(tx: Tx, userId: string, request: SilenceRequest): Promise<Silence> {
  const { awaited, from, until, subscription, events } = request;
  const { origin, size, root } = readUnverifiedCheckpoint(request.checkpoint);
  const { id, name, domains } = { ...subscription.merchant, id: subscription.id };
  return stateSilence({
    awaited,
    from,
    until,
    subscription: { id, merchant: name, domains: [...domains] },
    log: { origin, size, root: root.toString('base64') },
    mailboxes: await readWatched(tx, userId, from, until),
    // Likely forgeries were found too: leaving them out would make the silence look deeper than it was.
    found: events.flatMap(({ message, kind, occurredAt }) =>
      message && occurredAt >= from && occurredAt <= until ? [{ sha256: message.sha256, kind, at: occurredAt }] : [],
    ),
  });
}

async function readWatched(tx: Tx, userId: string, from: string, until: string): Promise<WatchedMailbox[]> {
  const watched: WatchedMailbox[] = [];
  for (const { id, address, host } of await listMailboxes(tx, userId)) {
    const folders = await listFolders(tx, id);
    const intervals = Map.groupBy(await listWatched(tx, id, from, until), (one) => one.path);
    watched.push({
      address,
      host,
      folders: folders
        .filter((folder) => folder.wanted || intervals.has(folder.path))
        .map(({ path, lowUid, checkedAt }) => ({
          path,
          historyRead: checkedAt !== null && lowUid <= 1,
          intervals: (intervals.get(path) ?? []).map((one) => ({
            from: one.fromAt,
            until: one.untilAt,
            uidValidity: one.uidValidity,
            uidNext: one.uidNext,
          })),
        })),
      foldersNotWatched: folders.filter((folder) => !folder.wanted && !intervals.has(folder.path)).length,
    });
  }
  return watched;
}
