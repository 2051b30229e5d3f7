// Which folders are read, and which one is watched live. Mail that a rule moves to a folder of its own is mail all the same, so all folders
// that hold received or sent mail are read; Gmail shows each message in All Mail, so its labels are not. The person's word goes before all of
// this. Pure.
import type { ListedFolder, SpecialUse } from '@quittance/imap/list-folders';

export interface ChosenFolder {
  readonly path: string;
  readonly specialUse: SpecialUse | null;
  readonly wanted: boolean;
}

/** Copies (flagged, important, virtual "all") and what was never sent. */
const NOT_READ: ReadonlySet<SpecialUse | null> = new Set(['drafts', 'flagged', 'important', 'all']);
const GMAIL_READ: ReadonlySet<SpecialUse | null> = new Set(['all', 'junk', 'trash']);
/** Exchange lists what is no mail. */
const NO_MAIL = /^(calendar|contacts|tasks|notes|journal|outbox|sync issues|conversation history|rss feeds)\b/i;
/** A mailbox with more folders than this reads the special ones and the first of the others. */
const FOLDERS_MAX = 300;

/** @param options.choices the person's word, by path. */
export function chooseFolders(
  listed: readonly ListedFolder[],
  options: { isGmail: boolean; choices?: ReadonlyMap<string, boolean> },
): { live: string; folders: ChosenFolder[] } {
  const choiceOf = (path: string): boolean | undefined => options.choices?.get(path);
  const all = listed.find((folder) => folder.specialUse === 'all' && folder.selectable);
  // All Mail can be hidden from IMAP, or the person may not want it; then Gmail is read like any other.
  const gmail = options.isGmail && all !== undefined && choiceOf(all.path) !== false;
  const inbox = listed.find((folder) => folder.specialUse === 'inbox')?.path ?? 'INBOX';
  const ordered = [...listed].sort((a, b) => Number(b.specialUse !== null) - Number(a.specialUse !== null));
  const live = gmail ? all.path : inbox;
  let wantedCount = 0;
  const folders = ordered.map(({ path, specialUse, selectable }) => {
    const byUse = gmail ? GMAIL_READ.has(specialUse) : !NOT_READ.has(specialUse) && !NO_MAIL.test(path);
    // Mail arrives in the folder that is watched: without it nothing would be read at all.
    const read = path === live || (choiceOf(path) ?? byUse);
    const wanted = selectable && read && wantedCount < FOLDERS_MAX;
    if (wanted) wantedCount += 1;
    return { path, specialUse, wanted };
  });
  if (!folders.some((folder) => folder.path === live)) folders.push({ path: live, specialUse: 'inbox', wanted: true });
  return { live, folders };
}
