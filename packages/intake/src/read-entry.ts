// What a packed file or an archive's entry turns out to hold, as a stream: an mbox, one message, or nothing of ours. Names are only labels.
import { detectBytes } from './detect-source.ts';
import { nested, problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { tooBig, unwrapEmlx } from './read-eml.ts';
import { mboxItems } from './read-mbox.ts';

/** Of what a Mac or a mail program puts beside mail. */
export const isBesideMail = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(name);

/** An entry's name as it may stand in a path that is kept: archives allow anything, of any length. */
export const labelOf = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, '')
    .slice(-FILE_LIMITS.entryNameCharsMax)
    .toWellFormed();

export async function* readEntry(path: string, stream: AsyncIterable<Buffer>): AsyncGenerator<FileItem> {
  const { head, all } = await peek(stream);
  yield* readPeeked(path, head, all);
}

/** @param head the first bytes of `all`. */
export async function* readPeeked(path: string, head: Buffer, all: AsyncIterable<Buffer>): AsyncGenerator<FileItem> {
  const kind = detectBytes(head);
  if (kind === 'mbox') yield* mboxItems(path, all);
  else if (kind === 'eml') yield await oneMessage(path, all);
  else if (kind === 'zip' || kind === 'tar' || (kind === 'gzip' && MAIL_PACKED.test(path))) {
    yield nested(path);
  }
}

/** Other packed files lie in archives, too. */
const MAIL_PACKED = /\.(?:tgz|(?:tar|mbox|mbx|emlx?)\.gz)$/i;

async function oneMessage(path: string, chunks: AsyncIterable<Buffer>): Promise<FileItem> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > FILE_LIMITS.messageBytesMax) return tooBig(path);
    parts.push(chunk);
  }
  return { kind: 'message', path, raw: unwrapEmlx(Buffer.concat(parts)) };
}

export async function peek(stream: AsyncIterable<Buffer>): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const chunks = stream[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < FILE_LIMITS.peekBytes) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { head: head.subarray(0, FILE_LIMITS.peekBytes), all: all() };
}

/** It unpacks to far more than it is. */
export class TooDense extends Error {}

export const tooDense = (path: string): FileItem =>
  problem(path, 'zip_too_dense', 'unpacks to far more than it is: the rest of it was passed over');

export function archiveProblem(path: string, error: unknown): FileItem {
  if (error instanceof TooDense) return tooDense(path);
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return problemOf(path, error);
  // yauzl, zlib and the reader of tar tell of broken archives by plain errors.
  return problem(path, 'zip_damaged', `is damaged: ${error instanceof Error ? error.message : 'unreadable'}`);
}
