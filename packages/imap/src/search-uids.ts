// Which UIDs exist: the only truth about new mail. A refused search is an error, never an empty answer: taking "no" for "nothing there"
// is how mail gets lost without a trace.
import { TransientError } from '@quittance/domain/errors';
import type { ImapConnection } from './connection.ts';
import { commandError } from './imap-errors.ts';

/** UIDs of the selected folder from `from` on (to `to`, inclusive), ascending. @throws TransientError `search_refused` */
export async function searchUids(connection: ImapConnection, from: number, to?: number): Promise<number[]> {
  const { client } = connection;
  let found: number[] | false | undefined;
  try {
    found = await client.search({ uid: `${from}:${to ?? '*'}` }, { uid: true });
  } catch (error) {
    throw commandError(error, 'UID SEARCH');
  }
  if (!found) {
    // An empty folder may refuse any sequence; there is nothing to be lost in it.
    if (client.mailbox && client.mailbox.exists === 0) return [];
    throw new TransientError('search_refused', 'the server refused to search the folder');
  }
  // `n:*` with n above the last UID gives the last message (RFC 3501 §6.4.8), so the lower end is checked here.
  return found.filter((uid) => uid >= from && (to === undefined || uid <= to));
}
