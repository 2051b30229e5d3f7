// Opens the ZIP of an export: its head, and its files by name. Whatever else a ZIP may be is no export.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PermanentError } from '@quittance/domain/errors';
import yauzl, { type Entry } from 'yauzl';
import { EXPORT_FORMAT, EXPORT_VERSION, HEAD_FILE, type ExportHead } from './layout.ts';

export interface ExportArchive {
  readonly head: ExportHead;
  /** null where there is no such file. */
  read(name: string): Promise<Buffer | null>;
  /** What is read of it later fails as the ZIP library does: see `asDamage`. */
  stream(name: string): Promise<Readable | null>;
  close(): void;
}

const ENTRIES_MAX = 2_000_000;
const HEAD_BYTES_MAX = 1_000_000;
/** As large as a message may be. */
const FILE_BYTES_MAX = 200 * 1024 * 1024;

/** By its first file, which only an export has. */
export async function isExport(path: string): Promise<boolean> {
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) return entry.fileName === HEAD_FILE;
      return false;
    } finally {
      zip.close();
    }
  } catch {
    return false; // No ZIP, or none that can be read: whoever reads mail files says so.
  }
}

/** @throws PermanentError `export_damaged`, `export_too_new`. */
export async function openExport(path: string): Promise<ExportArchive> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(asDamage);
  const entries = new Map<string, Entry>();
  const stream = async (name: string): Promise<Readable | null> => {
    const entry = entries.get(name);
    return entry ? zip.openReadStreamPromise(entry).catch(asDamage) : null;
  };
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.get(name);
    if (entry && entry.uncompressedSize > FILE_BYTES_MAX)
      throw new PermanentError('export_damaged', `${name} is larger than a message can be.`);
    const unpacked = await stream(name);
    return unpacked && buffer(unpacked).catch(asDamage);
  };
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > ENTRIES_MAX) throw new PermanentError('export_damaged', 'the export has more files than an archive can have.');
    }
    return { head: await readHead(entries.get(HEAD_FILE), read), read, stream, close: () => zip.close() };
  } catch (error) {
    zip.close();
    return asDamage(error);
  }
}

/** What the ZIP library, or zlib below it, makes of bytes that were changed or cut. @throws PermanentError `export_damaged`, or what is ours already. */
export function asDamage(error: unknown): never {
  if (error instanceof PermanentError) throw error;
  throw new PermanentError('export_damaged', "the export can't be unpacked: it was changed or cut.", { cause: error });
}

async function readHead(entry: Entry | undefined, read: (name: string) => Promise<Buffer | null>): Promise<ExportHead> {
  const bytes = entry && entry.uncompressedSize <= HEAD_BYTES_MAX ? await read(HEAD_FILE) : null;
  let head: ExportHead | null = null;
  try {
    head = JSON.parse(bytes?.toString() ?? 'null') as ExportHead | null;
  } catch {
    head = null; // Said below.
  }
  if (head?.format !== EXPORT_FORMAT) throw new PermanentError('export_damaged', 'this ZIP is no export of Quittance.');
  if (head.version > EXPORT_VERSION)
    throw new PermanentError('export_too_new', 'this export was made by a newer Quittance: update this one first.');
  return head;
}
