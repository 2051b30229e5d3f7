// A tar (what a .tgz holds): the entries of an archive as ustar, pax and GNU tar write them, streamed. Nothing is unpacked to disk, links and devices
// are passed over, and names are only labels, so that none of them leads anywhere. POSIX.1-2024, pax, "ustar Interchange Format".
import { createReadStream } from 'node:fs';
import type { FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { archiveProblem, isBesideMail, labelOf, readEntry, TooDense } from './read-entry.ts';
import { beforeNul, BLOCK, hasItsChecksum, nameOf, numberAt, paxFields, type Extra } from './tar-header.ts';

export async function* readTarFile(path: string): AsyncGenerator<FileItem> {
  const stream = createReadStream(path, { highWaterMark: FILE_LIMITS.readBytes });
  try {
    yield* readTar(path, stream as AsyncIterable<Buffer>);
  } finally {
    stream.destroy();
  }
}

export async function* readTar(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<FileItem> {
  try {
    for await (const { name, content } of tarEntries(new ByteReader(chunks))) {
      if (!isBesideMail(name)) yield* readEntry(`${path}/${labelOf(name)}`, content);
    }
  } catch (error) {
    yield archiveProblem(path, error);
  }
}

interface TarEntry {
  readonly name: string;
  /** To be read before the next entry is asked for; what is left of it is passed over then. */
  readonly content: AsyncGenerator<Buffer>;
}

/** Regular files, by the old, the POSIX and the contiguous type. */
const FILE_TYPES = '\0' + '07';
/** Hard and symbolic links, devices, folders, pipes: they have no content, whatever size they state. */
const EMPTY_TYPES = '123456';

async function* tarEntries(reader: ByteReader): AsyncGenerator<TarEntry> {
  let extra: Extra = {};
  for (let entries = 0; ; entries++) {
    if (entries > FILE_LIMITS.zipEntriesMax) throw new TooDense();
    let block = await reader.exactly(BLOCK);
    // Zeros end an archive, and another one may be joined to it. What else stands there is no mail's.
    const isEnded = isZero(block);
    while (isZero(block)) {
      const next = await reader.exactlyOrEnd(BLOCK);
      if (next === null) return;
      block = next;
    }
    if (isEnded && !hasItsChecksum(block)) return;
    if (!hasItsChecksum(block)) throw new Error('an entry has no valid header');
    const type = block.toString('latin1', 156, 157);
    const statedBytes = EMPTY_TYPES.includes(type) ? 0 : numberAt(block, 124, 12);
    if (type === 'x' || type === 'L') {
      const text = await readText(reader, statedBytes);
      extra = type === 'L' ? { ...extra, path: beforeNul(text) } : { ...extra, ...paxFields(text) };
      continue;
    }
    const sizeBytes = EMPTY_TYPES.includes(type) ? 0 : (extra.sizeBytes ?? statedBytes);
    let left = sizeBytes;
    async function* content(): AsyncGenerator<Buffer> {
      while (left > 0) {
        const chunk = await reader.some(left);
        left -= chunk.length;
        yield chunk;
      }
    }
    if (FILE_TYPES.includes(type)) yield { name: extra.path ?? nameOf(block), content: content() };
    else if (type === 'S') throw new Error('it holds a sparse file, which is no mail');
    await reader.skip(left + padding(sizeBytes));
    // What stands before all entries, and links' long names, say nothing that is needed.
    if (type !== 'g' && type !== 'K') extra = {};
  }
}

const isZero = (block: Buffer): boolean => block.every((byte) => byte === 0);

const padding = (sizeBytes: number): number => (BLOCK - (sizeBytes % BLOCK)) % BLOCK;

async function readText(reader: ByteReader, sizeBytes: number): Promise<Buffer> {
  if (sizeBytes > FILE_LIMITS.tarHeaderBytesMax) throw new Error('an entry has a header that is too long');
  const text = await reader.exactly(sizeBytes);
  await reader.skip(padding(sizeBytes));
  return text;
}

class EndsEarly extends Error {}

/** Chunks of any size, taken in the sizes that are needed. @throws where the stream ends before. */
class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** At least one byte. */
  async some(bytesMax: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) throw new EndsEarly('it ends too early');
      this.#rest = value;
    }
    const chunk = this.#rest.subarray(0, bytesMax);
    this.#rest = this.#rest.subarray(chunk.length);
    return chunk;
  }

  async exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; left -= parts.at(-1)!.length) parts.push(await this.some(left));
    return Buffer.concat(parts);
  }

  /** null where the stream ends before. */
  async exactlyOrEnd(bytes: number): Promise<Buffer | null> {
    try {
      return await this.exactly(bytes);
    } catch (error) {
      if (error instanceof EndsEarly) return null;
      throw error;
    }
  }

  async skip(bytes: number): Promise<void> {
    for (let left = bytes; left > 0;) left -= (await this.some(left)).length;
  }
}
