// A gzip file (.mbox.gz, .eml.gz, and the .tgz of Google Takeout), streamed, never unpacked to disk. How far it unpacks is known only on the way: a bomb is
// left where it begins to be one.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { detectBytes } from './detect-source.ts';
import { nested, notMail, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { archiveProblem, peek, readPeeked, TooDense } from './read-entry.ts';
import { readTar } from './read-tar.ts';

/** @param isMail whoever named it says that it holds mail: where it does not, that is told. */
export async function* readGzip(path: string, isMail: boolean): AsyncGenerator<FileItem> {
  const file = createReadStream(path, { highWaterMark: FILE_LIMITS.unpackBytes });
  const gunzip = createGunzip({ chunkSize: FILE_LIMITS.unpackBytes });
  pipeline(file, gunzip, () => {}); // Whoever reads from its end is told of what went wrong.
  try {
    const { head, all } = await peek(untilTooDense(gunzip, () => gunzip.bytesWritten));
    const kind = detectBytes(head);
    if (kind === 'tar') yield* readTar(path, all);
    else if (kind === 'mbox' || kind === 'eml') yield* readPeeked(path, head, all);
    else if (isMail) yield kind === 'unknown' ? notMail(path) : nested(path);
  } catch (error) {
    yield archiveProblem(path, error);
  } finally {
    file.destroy();
    gunzip.destroy();
  }
}

async function* untilTooDense(chunks: AsyncIterable<Buffer>, packedBytes: () => number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const isDense = bytes > FILE_LIMITS.streamRatioFromBytes && bytes > packedBytes() * FILE_LIMITS.zipRatioMax;
    if (isDense || bytes > FILE_LIMITS.zipTotalBytesMax) throw new TooDense();
    yield chunk;
  }
}
