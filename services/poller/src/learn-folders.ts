// Lists the folders of a mailbox and writes down which are read. @returns the id of the one to watch live.
import { invariant } from '@quittance/domain/errors';
import type { ImapConnection } from '@quittance/imap/connection';
import { listFolders, saveFolders } from '@quittance/store/folders';
import { chooseFolders } from './choose-folders.ts';
import { followRenames } from './follow-renames.ts';
import type { ReadDeps, ReadTarget } from './poller-deps.ts';

export async function learnFolders(deps: ReadDeps, connection: ImapConnection, target: ReadTarget): Promise<string> {
  const { mailbox } = target;
  const listed = await deps.source.listFolders(connection);
  await followRenames(deps, connection, target, listed);
  const known = await listFolders(deps.db, mailbox.id);
  const choices = new Map(known.flatMap(({ path, choice }) => (choice === null ? [] : [[path, choice] as const])));
  const { live, folders } = chooseFolders(listed, { isGmail: connection.isGmail, choices });
  await saveFolders(deps.db, mailbox, folders);
  const saved = (await listFolders(deps.db, mailbox.id)).find((folder) => folder.path === live);
  invariant(saved, 'the live folder was saved');
  return saved.id;
}
