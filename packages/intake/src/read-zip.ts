// A zip (Google Takeout, an export of single messages): its mbox and message files, streamed, never unpacked to disk. Names in it are only
// labels. An archive that grows beyond belief is a bomb and is left.
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { problem, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { archiveProblem, isBesideMail, labelOf, readEntry, tooDense } from './read-entry.ts';

export async function* readZip(path: string): AsyncGenerator<FileItem> {
  let zip: ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false, decodeStrings: true });
  } catch (error) {
    yield archiveProblem(path, error);
    return;
  }
  try {
    yield* readEntries(path, zip);
  } catch (error) {
    yield archiveProblem(path, error);
  } finally {
    zip.close();
  }
}

async function* readEntries(path: string, zip: ZipFile): AsyncGenerator<FileItem> {
  let entries = 0;
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || isBesideMail(entry.fileName)) continue;
    total += entry.uncompressedSize;
    if (++entries > FILE_LIMITS.zipEntriesMax || total > FILE_LIMITS.zipTotalBytesMax || isTooDense(entry)) {
      yield tooDense(path);
      return;
    }
    yield* readZipEntry(`${path}/${labelOf(entry.fileName)}`, zip, entry);
  }
}

// yauzl holds the stream to the size that the entry declares, so the declared ratio is the real one.
function isTooDense({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > FILE_LIMITS.zipRatioFromBytes && uncompressedSize > compressedSize * FILE_LIMITS.zipRatioMax;
}

async function* readZipEntry(path: string, zip: ZipFile, entry: Entry): AsyncGenerator<FileItem> {
  if (!entry.canDecodeFileData()) {
    const code = entry.isEncrypted() ? 'zip_encrypted' : 'zip_unsupported';
    yield problem(path, code, "is packed in a way that can't be read: unpack the archive and import the folder");
    return;
  }
  const stream = await zip.openReadStreamPromise(entry);
  try {
    yield* readEntry(path, stream as AsyncIterable<Buffer>);
  } catch (error) {
    // One damaged entry does not spoil the others.
    yield archiveProblem(path, error);
  } finally {
    stream.destroy();
  }
}
