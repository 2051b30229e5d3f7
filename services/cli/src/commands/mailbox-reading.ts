// `quittance mailbox folders` and `mailbox reading`: which folders are read, and whether the mail that was there before is read whole.
import { folderJson, type FolderJson } from '@quittance/contract/folder-json';
import { mailboxJson } from '@quittance/contract/mailbox-json';
import { PermanentError } from '@quittance/domain/errors';
import { READINGS, type Reading } from '@quittance/domain/mailbox';
import { setFolderChoices } from '@quittance/store/folder-choices';
import { listFolders, type Folder } from '@quittance/store/folders';
import { listMailboxes } from '@quittance/store/mailboxes';
import { setReading } from '@quittance/store/passed-over';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { findMailbox } from '../find-mailbox.ts';
import { emit, table } from '../output.ts';

export const FOLDER_EXAMPLE: FolderJson = {
  path: 'Archive',
  use: 'archive',
  read: true,
  choice: null,
  listed: true,
  checked_at: '2026-11-23T09:00:00.000Z',
};

export interface FolderOptions {
  readonly read?: readonly string[];
  readonly skip?: readonly string[];
  readonly automatic?: boolean;
}

export async function folders(context: Context, wanted: string, options: FolderOptions): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const mailbox = await findMailbox(context, wanted);
  const choices = choicesOf(context, await listFolders(db, mailbox.id), options);
  if (choices.size > 0) await asUser(db, person.id, (tx) => setFolderChoices(tx, person.id, mailbox.id, choices));
  const items = await listFolders(db, mailbox.id);
  const { words } = context;
  emit(context, { items: items.map(folderJson) }, () =>
    items.length === 0
      ? words.noFolders
      : table(
          [words.folder, words.use, words.isRead],
          items.map((folder) => [folder.path, folder.specialUse ?? '', words.readStates[stateOf(folder)]]),
        ),
  );
}

function choicesOf({ words }: Context, known: readonly Folder[], options: FolderOptions): Map<string, boolean | null> {
  const idOf = (path: string): string => {
    const found = known.find((folder) => folder.path === path) ?? known.find((folder) => folder.path.toLowerCase() === path.toLowerCase());
    if (!found) throw new PermanentError('not_found', words.folderUnknown(path));
    return found.id;
  };
  const both = (options.read ?? []).find((path) => options.skip?.includes(path));
  if (both !== undefined) throw new PermanentError('usage', words.folderBoth(both));
  return new Map<string, boolean | null>([
    ...(options.automatic ? known.filter(({ choice }) => choice !== null).map(({ id }) => [id, null] as const) : []),
    ...(options.read ?? []).map((path) => [idOf(path), true] as const),
    ...(options.skip ?? []).map((path) => [idOf(path), false] as const),
  ]);
}

function stateOf({ listed, wanted, choice }: Folder) {
  if (!listed) return 'vanished';
  if (choice === null) return wanted ? 'read' : 'not';
  return wanted ? 'readByChoice' : 'notByChoice';
}

export async function reading(context: Context, wanted: string, way: string): Promise<void> {
  if (!isReading(way)) throw new PermanentError('usage', context.words.readingUnknown(way, READINGS.join(', ')));
  const { db } = await context.store();
  const person = await context.person();
  const { id, address } = await findMailbox(context, wanted);
  await asUser(db, person.id, (tx) => setReading(tx, person.id, id, way));
  const changed = (await listMailboxes(db, person.id)).find((one) => one.id === id)!;
  emit(context, mailboxJson(changed), () => context.words.readingSet(address, way));
}

function isReading(value: string): value is Reading {
  return (READINGS as readonly string[]).includes(value);
}
