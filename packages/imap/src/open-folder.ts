// Opens a folder read-only (EXAMINE) and says in which epoch it is.
import { PermanentError } from '@quittance/domain/errors';
import type { ImapConnection } from './connection.ts';
import { commandError } from './imap-errors.ts';

export interface OpenFolder {
  readonly path: string;
  /** null on servers that give none. */
  readonly uidValidity: number | null;
  readonly uidNext: number | null;
  readonly messages: number;
}

/** @throws PermanentError `folder_missing`, TransientError otherwise. */
export async function openFolder(connection: ImapConnection, path: string): Promise<OpenFolder> {
  try {
    const opened = await connection.client.mailboxOpen(path, { readOnly: true });
    return describe(opened);
  } catch (error) {
    throw commandError(error, 'EXAMINE');
  }
}

/** The folder that is selected now; null when the server closed it under us. */
export function selectedFolder(connection: ImapConnection): OpenFolder | null {
  return connection.client.mailbox ? describe(connection.client.mailbox) : null;
}

function describe(mailbox: {
  path: string;
  uidValidity?: bigint | undefined;
  uidNext?: number | undefined;
  exists?: number | undefined;
}): OpenFolder {
  const uidValidity = mailbox.uidValidity === undefined ? null : Number(mailbox.uidValidity);
  if (uidValidity !== null && !Number.isSafeInteger(uidValidity)) {
    throw new PermanentError('folder_missing', `the server gives ${String(mailbox.uidValidity)} as UIDVALIDITY`);
  }
  // No UID is 0: servers that don't know the next one say so.
  return { path: mailbox.path, uidValidity, uidNext: mailbox.uidNext || null, messages: mailbox.exists ?? 0 };
}
