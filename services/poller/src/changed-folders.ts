// Which folders the second connection is to look into: all of them when a session begins, then those in which the live connection saw a change; and
// whether it saw one that nobody knows yet.
export interface ChangedFolders {
  readonly isEmpty: boolean;
  add(folderId: string): void;
  /** The server lists a folder that is not known. */
  addUnknown(): void;
  /** Whether there was one since the last call: to be learned now. */
  takeUnknown(): boolean;
  /** Those since the last call, which are the caller's to read now; null when there are none. */
  take(): FolderFilter | null;
  /** Calls `wake` whenever one is added. @returns the function that stops it. */
  readonly onAdded: (wake: () => void) => () => void;
}

/** `changed`: the live connection saw that; `unseen`: nobody has asked yet; null: not to be looked into now. */
export type FolderFilter = (folderId: string) => 'changed' | 'unseen' | null;

export function createChangedFolders(): ChangedFolders {
  let isAll = true;
  let hasUnknown = false;
  let ids = new Set<string>();
  const listeners = new Set<() => void>();
  return {
    get isEmpty() {
      return !isAll && !hasUnknown && ids.size === 0;
    },
    add(folderId) {
      ids.add(folderId);
      for (const wake of listeners) wake();
    },
    addUnknown() {
      hasUnknown = true;
      for (const wake of listeners) wake();
    },
    takeUnknown() {
      const taken = hasUnknown;
      hasUnknown = false;
      return taken;
    },
    take() {
      if (!isAll && ids.size === 0) return null;
      const [wasAll, taken] = [isAll, ids];
      isAll = false;
      ids = new Set();
      return (folderId) => (taken.has(folderId) ? 'changed' : wasAll ? 'unseen' : null);
    },
    onAdded(wake) {
      listeners.add(wake);
      return () => listeners.delete(wake);
    },
  };
}
