// Tries the settings a person entered, before they are saved: signs in, lists the folders, opens the inbox (read-only) and says goodbye.
// A failure is an answer here, with a code the page has words for.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { CONNECT_CODES, type ConnectCode } from './classify-login-failure.ts';
import { connectMailbox, type ConnectOptions } from './connect-mailbox.ts';
import { listFolders, type ListedFolder } from './list-folders.ts';
import { openFolder } from './open-folder.ts';

export type ConnectionTest =
  | { readonly ok: true; readonly folders: readonly ListedFolder[]; readonly messages: number }
  | { readonly ok: false; readonly code: ConnectCode; /** What the server or the system said. */ readonly text: string };

const TIMEOUT_MS = 10_000;

export async function testConnection(options: ConnectOptions): Promise<ConnectionTest> {
  try {
    const connection = await connectMailbox({ ...options, connectTimeoutMs: TIMEOUT_MS, socketTimeoutMs: 2 * TIMEOUT_MS });
    try {
      const folders = await listFolders(connection);
      const inbox = await openFolder(connection, 'INBOX');
      return { ok: true, folders, messages: inbox.messages };
    } finally {
      await connection.logout();
    }
  } catch (error) {
    if (!(error instanceof TransientError || error instanceof PermanentError)) throw error;
    return { ok: false, code: personCode(error.code), text: error.message };
  }
}

// Someone who just typed a password is best served by "check it" when the server gives no reason.
function personCode(code: string): ConnectCode {
  if (code === 'login_refused') return 'credential_refused';
  return code in CONNECT_CODES ? (code as ConnectCode) : 'connection_lost';
}
