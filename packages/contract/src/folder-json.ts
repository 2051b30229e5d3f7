// Folders of a mailbox as the command line and the API show them.

export interface FolderJson {
  path: string;
  /** `inbox`, `all`, `archive`, `junk`, `trash`, `sent`, `drafts`, `flagged`, `important`, or null for a folder like any other. */
  use: string | null;
  /** It is read. */
  read: boolean;
  /** The person's word; null while its use decides. */
  choice: boolean | null;
  /** False when the server's list names it no longer. */
  listed: boolean;
  checked_at: string | null;
}

export function folderJson(folder: {
  readonly path: string;
  readonly specialUse: string | null;
  readonly wanted: boolean;
  readonly choice: boolean | null;
  readonly listed: boolean;
  readonly checkedAt: string | null;
}): FolderJson {
  const { path, specialUse, wanted, choice, listed, checkedAt } = folder;
  return { path, use: specialUse, read: wanted, choice, listed, checked_at: checkedAt };
}
