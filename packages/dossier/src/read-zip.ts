// Reads a bundle's ZIP and accepts nothing that we would not have written (zip-format.ts): every byte of the file is accounted for, so what
// is verified here is what any unpacker will see. The bytes come from an opponent.
import { crc32 } from 'node:zlib';
import { BundleError, inBundleOrder, isKnownName, LIMITS } from './bundle-layout.ts';
import type { BundleFiles } from './write-zip.ts';
import { CENTRAL_HEADER_BYTES, centralHeader, END_BYTES, endRecord, LOCAL_HEADER_BYTES, localHeader, type ZipEntry } from './zip-format.ts';

/** @throws BundleError naming the first entry that is not as it should be. */
export function readZip(bytes: Buffer): BundleFiles {
  if (bytes.length > LIMITS.bundleBytes) throw new BundleError('too_big', '', `the file has more than ${LIMITS.bundleBytes} bytes`);
  const entries = readDirectory(bytes);
  const files = new Map<string, Buffer>();
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    const start = offset + header.length;
    const data = bytes.subarray(start, start + entry.size);
    if (entry.offset !== offset || !bytes.subarray(offset, start).equals(header) || data.length !== entry.size) {
      throw bad(entry.name, 'its two headers disagree, or something stands between the files');
    }
    if (crc32(data) !== entry.crc) throw new BundleError('changed', entry.name, 'the bytes are not those that were stored');
    files.set(entry.name, data);
    offset = start + entry.size;
  }
  if (offset !== directoryOffset(bytes)) throw bad('', 'something stands between the files and the directory');
  return files;
}

function readDirectory(bytes: Buffer): ZipEntry[] {
  if (bytes.length < END_BYTES) throw bad('', 'it is no ZIP file, or its end is missing');
  const count = bytes.readUInt16LE(bytes.length - END_BYTES + 8);
  const start = directoryOffset(bytes);
  const end = bytes.length - END_BYTES;
  if (count > LIMITS.files) throw new BundleError('too_big', '', `the file holds more than ${LIMITS.files} entries`);
  if (start > end || !bytes.subarray(end).equals(endRecord(count, end - start, start))) {
    throw bad('', 'it is no ZIP file as Quittance writes it: its end is missing, changed, or followed by something');
  }
  const entries: ZipEntry[] = [];
  let at = start;
  while (at < end) {
    const entry = readEntry(bytes, at, end);
    entries.push(entry);
    at += CENTRAL_HEADER_BYTES + entry.name.length;
  }
  if (entries.length !== count) throw bad('', `the directory says ${count} files and lists ${entries.length}`);
  assertNames(entries.map((entry) => entry.name));
  return entries;
}

function readEntry(bytes: Buffer, at: number, end: number): ZipEntry {
  if (at + CENTRAL_HEADER_BYTES > end) throw bad('', 'the directory is cut');
  const nameBytes = bytes.subarray(at + CENTRAL_HEADER_BYTES, at + CENTRAL_HEADER_BYTES + bytes.readUInt16LE(at + 28));
  // Names are ASCII; anything else is refused with the unknown ones, and only then is it shown.
  const name = nameBytes.toString('latin1');
  if (!isKnownName(name)) throw new BundleError('bad_name', printable(name), `a bundle has no file "${printable(name)}"`);
  const entry: ZipEntry = {
    name,
    crc: bytes.readUInt32LE(at + 16),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  if (bytes.readUInt16LE(at + 10) !== 0) {
    throw bad(name, 'it is compressed: the file was packed anew. Unpack it and run verify.sh in its folder');
  }
  if (!bytes.subarray(at, Math.min(end, at + CENTRAL_HEADER_BYTES + name.length)).equals(centralHeader(entry))) {
    throw bad(name, 'its entry in the directory is not as Quittance writes it');
  }
  if (entry.offset + LOCAL_HEADER_BYTES + name.length + entry.size > bytes.length) throw bad(name, 'it reaches beyond the end of the file');
  return entry;
}

function assertNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new BundleError('bad_name', name, 'the name stands twice');
    seen.add(name);
  }
  const wrong = inBundleOrder(names).find((name, at) => name !== names[at]);
  if (wrong !== undefined) throw bad(wrong, 'the files are not in their order');
}

function directoryOffset(bytes: Buffer): number {
  return bytes.readUInt32LE(bytes.length - END_BYTES + 16);
}

function bad(file: string, message: string): BundleError {
  return new BundleError('bad_zip', file, message);
}

function printable(name: string): string {
  return name.slice(0, 100).replaceAll(/[^\x20-\x7e]/g, '?');
}
