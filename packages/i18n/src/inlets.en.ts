// Watched folders, in English.
export const inletsEn = {
  title: 'Watched folders',
  lead: 'A Maildir that another program fills, or a folder into which you drop .eml files. New mail in it is taken in by itself.',
  kinds: { maildir: 'Maildir', drop: 'Drop folder' },
  /** How each treats the files. */
  kindNotes: {
    maildir: 'Read where it lies; nothing in it is moved or changed.',
    drop: 'A file is read once nothing has been written to it for some seconds, or minutes where it looks half copied. It is then moved to “done”, or to “failed” beside a text that says why. One that still grows is read again.',
  },
  watching: 'Watched',
  problem: 'Cannot be read',
  checked: (when: string) => `looked at ${when}`,
  neverChecked: 'not looked at yet',
  files: (count: number, text: string) => `${text} ${count === 1 ? 'message' : 'messages'} taken in`,
  unreadable: (count: number) => `${count} ${count === 1 ? 'file' : 'files'} could not be read`,
  path: 'Folder on the machine that Quittance runs on',
  kind: 'What it is',
  taken: 'Taken in',
  state: 'State',
  add: 'Watch this folder',
  remove: 'Watch no longer',
  removeNote: 'What was read stays.',
  allowed: (roots: string) => `Folders under ${roots} may be watched.`,
  noneAllowed: 'To watch folders, set WATCH_FOLDERS to the folders in which they may lie, and start again.',
  exists: 'That folder is watched already.',
  problems: {
    folder_not_absolute: 'Write the whole path, from the root: /home/me/Maildir.',
    folder_not_found: 'There is no such folder, or it cannot be opened.',
    folder_not_allowed: 'That folder does not lie in one that may be watched (WATCH_FOLDERS).',
    folder_unreadable: 'The folder cannot be read, or its files cannot be moved: check its permissions.',
    not_a_maildir: 'That folder is no Maildir: it has no “cur” and “new”.',
    is_a_maildir: 'That folder is a Maildir: choose “Maildir”, so that nothing in it is moved.',
    empty_file: 'The file is empty.',
    not_mail: 'The file does not begin like a mail.',
    mail_too_big: 'The file is bigger than a mail that is read.',
    file_unreadable: 'The file cannot be read: check its permissions.',
  } as Readonly<Record<string, string>>,
};

export type InletTexts = typeof inletsEn;
