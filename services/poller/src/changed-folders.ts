// Which folders the second connection is to look into: all of them when a session begins, then those in which the live connection saw a change.
export interface ChangedFolders {
  readonly isEmpty: boolean;
  add(folderId: string): void;
  /** Those since the last call, which are the caller's to read now; null when there are none. */
  take(): FolderFilter | null;
  /** Calls `wake` whenever one is added. @returns the function that stops it. */
  readonly onAdded: (wake: () => void) => () => void;
}

/** `changed`: the live connection saw that; `unseen`: nobody has asked yet; null: not to be looked into now. */
export type FolderFilter = (folderId: string) => 'changed' | 'unseen' | null;

export function createChangedFolders(): ChangedFolders {
  let isAll = true;
  let ids = new Set<string>();
  const listeners = new Set<() => void>();
  return {
    get isEmpty() {
      return !isAll && ids.size === 0;
    },
    add(folderId) {
      ids.add(folderId);
      for (const wake of listeners) wake();
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
