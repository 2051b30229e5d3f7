// The list of what was erased, as a file beside the data: a backup from before an erasure still holds the message, so after it was restored
// the list is worked through again (restore.ts). One JSON line per erasure; a message is named by its content key, an HMAC that tells nothing
// without the key file, and a file that was kept beside an act by the act's id.
import { open, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { makeFolder } from '@quittance/runtime/make-folder';

interface ErasureFacts {
  readonly userId: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface MessageErasure extends ErasureFacts {
  /** `content.content_key`. */
  readonly contentKey: Buffer;
}

/** Of the file beside an act. */
interface FileErasure extends ErasureFacts {
  readonly actId: string;
}

export type ErasureEntry = MessageErasure | FileErasure;

export function isOfMessage(entry: ErasureEntry): entry is MessageErasure {
  return 'contentKey' in entry;
}

export interface ErasureList {
  /** On the disk when it returns. */
  append(entry: ErasureEntry): Promise<void>;
  /** Oldest first; empty where nothing was ever erased. @throws PermanentError `bad_file`. */
  read(): Promise<ErasureEntry[]>;
}

export function openErasureList(path: string): ErasureList {
  return { append: (entry) => append(path, entry), read: () => read(path) };
}

async function append(path: string, entry: ErasureEntry): Promise<void> {
  await makeFolder(dirname(resolve(path)), 0o700);
  const file = await open(path, 'a+', 0o600);
  try {
    // A line that a power cut tore is closed first.
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const { userId, reason, at } = entry;
    const what = isOfMessage(entry) ? { content_key: entry.contentKey.toString('hex') } : { act: entry.actId };
    const line = `${JSON.stringify({ user: userId, ...what, reason, at })}\n`;
    await file.appendFile(size > 0 && last.toString() !== '\n' ? `\n${line}` : line);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function read(path: string): Promise<ErasureEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // A torn line belongs to an erasure that was not committed.
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => parse(line, path));
}

function parse(line: string, path: string): ErasureEntry {
  try {
    const { user, content_key: key, act, reason, at } = JSON.parse(line) as Record<string, unknown>;
    if (typeof user === 'string' && typeof act === 'string' && typeof at === 'string')
      return { userId: user, actId: act, reason: String(reason), at };
    if (typeof user === 'string' && typeof key === 'string' && /^[0-9a-f]{64}$/.test(key) && typeof at === 'string') {
      return { userId: user, contentKey: Buffer.from(key, 'hex'), reason: String(reason), at };
    }
  } catch {
    // No JSON: told below, with what to do.
  }
  throw new PermanentError(
    'bad_file',
    `${path} holds a line that is no erasure: restore the file from its copy; erased mail must not come back.`,
  );
}
