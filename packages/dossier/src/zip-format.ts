// The one form of ZIP that a bundle has (APPNOTE 6.3): entries stored, not deflated; no extra fields, comments or data descriptors; fixed
// date and attributes. So a bundle's bytes follow from its files alone, every byte of it can be checked, and no two unpackers can see
// different files in it. Nothing to inflate means no bomb.

/** Attributes of a plain file, and of one that may be run. */
const MODE = { plain: 0o100644, script: 0o100755 } as const;

export function modeOf(name: string): number {
  return name.endsWith('.sh') ? MODE.script : MODE.plain;
}

export const LOCAL_HEADER_BYTES = 30;
export const CENTRAL_HEADER_BYTES = 46;
export const END_BYTES = 22;

// Version 2.0 to extract, names in UTF-8, method "stored", 1 January 1980 0:00.
const VERSION_NEEDED = 20;
const UTF8_NAMES = 0x0800;
const STORED = 0;
const TIME = 0;
const DATE = 0x0021;
// Unix, 6.3.
const VERSION_MADE_BY = 0x033f;

export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

export function localHeader({ name, crc, size }: Omit<ZipEntry, 'offset'>): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  writeEntryFields(header.subarray(4), name, crc, size);
  return Buffer.concat([header, Buffer.from(name)]);
}

export function centralHeader({ name, crc, size, offset }: ZipEntry): Buffer {
  const header = Buffer.alloc(CENTRAL_HEADER_BYTES);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION_MADE_BY, 4);
  writeEntryFields(header.subarray(6), name, crc, size);
  header.writeUInt32LE((modeOf(name) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}

export function endRecord(entries: number, directoryBytes: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(END_BYTES);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

// The fields that both headers of an entry have, in the same order.
function writeEntryFields(at: Buffer, name: string, crc: number, size: number): void {
  at.writeUInt16LE(VERSION_NEEDED, 0);
  at.writeUInt16LE(UTF8_NAMES, 2);
  at.writeUInt16LE(STORED, 4);
  at.writeUInt16LE(TIME, 6);
  at.writeUInt16LE(DATE, 8);
  at.writeUInt32LE(crc, 10);
  at.writeUInt32LE(size, 14);
  at.writeUInt32LE(size, 18);
  at.writeUInt16LE(Buffer.byteLength(name), 22);
}
