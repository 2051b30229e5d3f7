// A zip (Google Takeout, an export of single messages): its mbox and message files, streamed, never unpacked to disk. Names in it are only
// labels. An archive that grows beyond belief is a bomb and is left.
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { detectBytes } from './detect-source.ts';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { tooBig, unwrapEmlx } from './read-eml.ts';
import { mboxItems } from './read-mbox.ts';

export async function* readZip(path: string): AsyncGenerator<FileItem> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false, decodeStrings: true });
  } catch (error) {
    yield zipProblem(path, error);
    return;
  }
  try {
    yield* readEntries(path, zip);
  } catch (error) {
    yield zipProblem(path, error);
  } finally {
    zip.close();
  }
}

async function* readEntries(path: string, zip: ZipFile): AsyncGenerator<FileItem> {
  let entries = 0;
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$)/.test(entry.fileName)) continue;
    total += entry.uncompressedSize;
    if (++entries > FILE_LIMITS.zipEntriesMax || total > FILE_LIMITS.zipTotalBytesMax || isTooDense(entry)) {
      yield problem(path, 'zip_too_dense', 'unpacks to far more than it is: the rest of it was passed over');
      return;
    }
    yield* readEntry(`${path}/${entry.fileName}`, zip, entry);
  }
}

// yauzl holds the stream to the size that the entry declares, so the declared ratio is the real one.
function isTooDense({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > FILE_LIMITS.zipRatioFromBytes && uncompressedSize > compressedSize * FILE_LIMITS.zipRatioMax;
}

async function* readEntry(path: string, zip: ZipFile, entry: Entry): AsyncGenerator<FileItem> {
  if (!entry.canDecodeFileData()) {
    const code = entry.isEncrypted() ? 'zip_encrypted' : 'zip_unsupported';
    yield problem(path, code, "is packed in a way that can't be read: unpack the archive and import the folder");
    return;
  }
  const stream = await zip.openReadStreamPromise(entry);
  try {
    const { head, all } = await peek(stream);
    const kind = detectBytes(head);
    if (kind === 'mbox') yield* mboxItems(path, all);
    else if (kind === 'eml') yield entry.uncompressedSize > FILE_LIMITS.messageBytesMax ? tooBig(path) : await oneMessage(path, all);
    else if (kind === 'zip') yield problem(path, 'zip_nested', 'is an archive inside an archive: unpack it and import it by itself');
  } catch (error) {
    // One damaged entry does not spoil the others.
    yield zipProblem(path, error);
  } finally {
    stream.destroy();
  }
}

async function oneMessage(path: string, chunks: AsyncIterable<Buffer>): Promise<FileItem> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return { kind: 'message', path, raw: unwrapEmlx(Buffer.concat(parts)) };
}

async function peek(stream: Readable): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer> & AsyncIterable<Buffer>;
  let head: Buffer = Buffer.alloc(0);
  while (head.length < FILE_LIMITS.peekBytes) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    yield* chunks;
  }
  return { head: head.subarray(0, FILE_LIMITS.peekBytes), all: all() };
}

function zipProblem(path: string, error: unknown): FileItem {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return problemOf(path, error);
  // yauzl and zlib tell of broken archives by plain errors.
  return problem(path, 'zip_damaged', `is damaged: ${error instanceof Error ? error.message : 'unreadable'}`);
}
