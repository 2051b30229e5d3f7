// Failures that belong to one folder: it vanished, or the server will not open it. The other folders and the connection go on.
import { PermanentError, TransientError } from '@quittance/domain/errors';

export function isFoldersFault(error: unknown): boolean {
  return isFolderMissing(error) || (error instanceof TransientError && error.code === 'server_refused');
}

/** It was deleted or renamed: there is nothing to read in it any more. */
export function isFolderMissing(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'folder_missing';
}
