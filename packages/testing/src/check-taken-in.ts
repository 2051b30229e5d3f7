// What must hold after anything that was done to a poller: every delivered message taken in once and byte for byte, one job each, every UID
// of the server accounted for, the mailbox untouched.
import { createHash } from 'node:crypto';
import type { Database } from '@quittance/store/database';
import { openBytes } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';

export interface Expected {
  readonly delivered: readonly Buffer[];
  /** What the server has, by folder. */
  readonly uids: ReadonlyMap<string, readonly number[]>;
  readonly flags: readonly string[];
  /** Everything that was sent to the server, as text. */
  readonly sent: string;
}

/** What may be sent; anything that writes is not among it. */
const READING =
  /^(CAPABILITY|ID|ENABLE|COMPRESS|LOGIN|AUTHENTICATE|NAMESPACE|LIST|LSUB|XLIST|EXAMINE|STATUS|UID SEARCH|UID FETCH|NOOP|IDLE|LOGOUT)\b/;

/** @returns what is wrong; nothing when all holds. */
export async function checkTakenIn(db: Database, vault: Vault, expected: Expected): Promise<string[]> {
  return [
    ...(await wrongContents(db, vault, expected.delivered)),
    ...(await unknownUids(db, expected.uids)),
    ...expected.flags.filter((flags) => flags !== '').map((flags) => `a message has the flags ${flags}`),
    ...writingCommands(expected.sent),
  ];
}

async function wrongContents(db: Database, vault: Vault, delivered: readonly Buffer[]): Promise<string[]> {
  const staged = await db.selectFrom('staged_message').select(['content_id', 'wrapped_key', 'ciphertext']).execute();
  const stored = staged.map((row) => digest(openBytes(vault, row.content_id, { wrappedKey: row.wrapped_key, ciphertext: row.ciphertext })));
  const wanted = new Set(delivered.map(digest));
  const missing = [...wanted].filter((one) => !stored.includes(one)).length;
  const foreign = stored.filter((one) => !wanted.has(one)).length;
  const twice = stored.length - new Set(stored).size;
  const jobs = (await db.selectFrom('outbox').select('content_id').execute()).length;
  return [
    ...(missing > 0 ? [`${missing} of ${wanted.size} messages were not taken in`] : []),
    ...(foreign > 0 ? [`${foreign} messages have other bytes than any that was delivered`] : []),
    ...(twice > 0 ? [`${twice} messages were taken in twice`] : []),
    ...(jobs === stored.length ? [] : [`${jobs} jobs for ${stored.length} messages`]),
  ];
}

async function unknownUids(db: Database, uids: Expected['uids']): Promise<string[]> {
  const wrong: string[] = [];
  for (const [path, known] of uids) {
    const rows = await db
      .selectFrom('location')
      .innerJoin('folder', 'folder.id', 'location.folder_id')
      .select(['location.uid', 'location.content_id'])
      .where('folder.path', '=', path)
      .whereRef('location.uid_validity', '=', 'folder.uid_validity')
      .where('location.content_id', 'is not', null)
      .execute();
    const read = new Set(rows.map(({ uid }) => uid));
    const unread = known.filter((uid) => !read.has(uid));
    if (unread.length > 0) wrong.push(`${path}: nothing is known of the UIDs ${unread.slice(0, 5).join(', ')}`);
  }
  return wrong;
}

function writingCommands(sent: string): string[] {
  const commands = sent.split('\r\n').filter((line) => line !== '' && line !== 'DONE' && line.includes(' '));
  return commands
    .map((line) => line.replace(/^\S+ /, ''))
    .filter((command) => !READING.test(command) || /BODY(?!\.PEEK|STRUCTURE)/.test(command))
    .map((command) => `sent: ${command.slice(0, 60)}`);
}

const digest = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex');
