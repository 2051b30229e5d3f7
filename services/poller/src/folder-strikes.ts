// Folders over which the second connection broke again and again: a huge one whose search takes too long, a damaged one that ends the server's
// process. They are left alone for a while, since the history of all the others would wait for them for ever.
import { BREAKS_MAX } from './retry-schedule.ts';

export interface FolderStrikes {
  add(folderId: string): void;
  /** It was read: what was held against it is forgotten. */
  clear(folderId: string): void;
  /** How often in a row; those with the fewest go first. */
  count(folderId: string): number;
  /** To be passed over now. */
  isOut(folderId: string): boolean;
}

/** More than it takes to find the one message over which it breaks, and networks break, too. */
const STRIKES_MAX = BREAKS_MAX + 2;
const PAUSE_MS = 15 * 60_000;

/** @param now in milliseconds, growing steadily. */
export function createFolderStrikes(now: () => number): FolderStrikes {
  const folders = new Map<string, { strikes: number; outUntil: number }>();
  return {
    add(folderId) {
      const strikes = (folders.get(folderId)?.strikes ?? 0) + 1;
      folders.set(folderId, { strikes, outUntil: strikes >= STRIKES_MAX ? now() + PAUSE_MS : 0 });
    },
    count: (folderId) => folders.get(folderId)?.strikes ?? 0,
    clear: (folderId) => void folders.delete(folderId),
    isOut: (folderId) => now() < (folders.get(folderId)?.outUntil ?? 0),
  };
}
