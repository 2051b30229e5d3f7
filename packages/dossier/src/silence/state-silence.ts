// From what was watched to the statement of silence. Pure: it lists every gap, and leaves out nothing that was found.
import type { Instant } from '@quittance/domain/instant';
import { clip, gapsOf } from '@quittance/verifier/coverage';
import type { FoundMessage, Interval, Silence, SilentMailbox } from '@quittance/verifier/silence';

export interface WatchedMailbox {
  readonly address: string;
  readonly host: string;
  readonly folders: readonly { readonly path: string; readonly historyRead: boolean; readonly intervals: readonly Interval[] }[];
  readonly foldersNotWatched: number;
}

export interface SilenceInput {
  readonly awaited: Silence['awaited'];
  readonly from: Instant;
  readonly until: Instant;
  readonly subscription: Silence['subscription'];
  readonly log: Silence['log'];
  readonly mailboxes: readonly WatchedMailbox[];
  readonly found: readonly FoundMessage[];
}

export function stateSilence({ mailboxes, ...rest }: SilenceInput): Silence {
  const period = { from: rest.from, until: rest.until };
  return {
    v: 1,
    kind: 'silence',
    ...rest,
    mailboxes: mailboxes.map(({ folders, ...mailbox }): SilentMailbox => ({
      ...mailbox,
      folders: folders.map(({ path, historyRead, intervals }) => {
        const within = intervals
          .flatMap((one) => clip(one, period) ?? [])
          .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
        return { path, historyRead, intervals: within, gaps: gapsOf(within, period) };
      }),
    })),
  };
}

/** Folders that were watched at any time of the period, and the gaps of all of them. */
export function watchedOf({ mailboxes }: Pick<Silence, 'mailboxes'>): { folders: number; gaps: number } {
  const watched = mailboxes.flatMap((mailbox) => mailbox.folders).filter((folder) => folder.intervals.length > 0);
  return { folders: watched.length, gaps: watched.reduce((sum, folder) => sum + folder.gaps.length, 0) };
}
