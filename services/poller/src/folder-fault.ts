// Failures that belong to one folder: it vanished, or the server will not open it or search in it. The other folders and the connection go on.
import { PermanentError, TransientError } from '@quittance/domain/errors';

const REFUSED: ReadonlySet<string> = new Set(['server_refused', 'search_refused']);

export function isFoldersFault(error: unknown): boolean {
  return isFolderMissing(error) || (error instanceof TransientError && REFUSED.has(error.code));
}

/** The connection, or the server, failed while the folder was read: the folder's fault where it happens in it time and again. */
export function mayBeFoldersFault(error: unknown): boolean {
  return isFoldersFault(error) || (error instanceof TransientError && error.code !== 'lease_lost');
}

/** It was deleted or renamed: there is nothing to read in it any more. */
export function isFolderMissing(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'folder_missing';
}
