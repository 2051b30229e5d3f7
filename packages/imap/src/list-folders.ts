// The folders of a mailbox with what they are for, and what the server says about one of them without opening it.
import { commandError } from './imap-errors.ts';
import type { ImapConnection } from './connection.ts';
import { nameUses } from './folder-names.ts';

export type SpecialUse = 'inbox' | 'all' | 'archive' | 'junk' | 'trash' | 'sent' | 'drafts' | 'flagged' | 'important';

export interface ListedFolder {
  /** As the server writes it; the key of the folder. */
  readonly path: string;
  readonly specialUse: SpecialUse | null;
  /** False for folders that only hold others. */
  readonly selectable: boolean;
}

const USES: Record<string, SpecialUse> = {
  '\\inbox': 'inbox',
  '\\all': 'all',
  '\\archive': 'archive',
  '\\junk': 'junk',
  '\\trash': 'trash',
  '\\sent': 'sent',
  '\\drafts': 'drafts',
  '\\flagged': 'flagged',
  '\\important': 'important',
};

export async function listFolders(connection: ImapConnection): Promise<ListedFolder[]> {
  try {
    // Not `listOnly`: that leaves out what the folders are for.
    const listed = await connection.client.list();
    const delimiters = new Map(listed.map(({ path, delimiter }) => [path, delimiter]));
    const folders = listed.map((folder) => ({
      path: folder.path,
      specialUse: folder.path.toUpperCase() === 'INBOX' ? 'inbox' : (USES[folder.specialUse?.toLowerCase() ?? ''] ?? null),
      selectable: !hasFlag(folder.flags, '\\noselect') && !hasFlag(folder.flags, '\\nonexistent'),
    }));
    return nameUses(folders, (path) => delimiters.get(path) || '/');
  } catch (error) {
    throw commandError(error, 'LIST');
  }
}

export interface FolderStatus {
  readonly uidValidity: number | null;
  readonly uidNext: number | null;
}

/** null: the server refused it for this folder. Never ask it for the selected folder: some servers answer with old values. */
export async function folderStatus(connection: ImapConnection, path: string): Promise<FolderStatus | null> {
  try {
    const status = await connection.client.status(path, { uidNext: true, uidValidity: true });
    // Old typings of the library say it always resolves; a refused STATUS resolves false.
    if (!status) return null;
    return { uidValidity: status.uidValidity === undefined ? null : Number(status.uidValidity), uidNext: status.uidNext ?? null };
  } catch (error) {
    throw commandError(error, 'STATUS');
  }
}

function hasFlag(flags: ReadonlySet<string>, flag: string): boolean {
  return [...flags].some((one) => one.toLowerCase() === flag);
}
