// The one form of ZIP that a bundle has (APPNOTE 6.3): entries stored, not deflated; no extra fields, comments or data descriptors; fixed
// date and attributes. So a bundle's bytes follow from its files alone, every byte of it can be checked, and no two unpackers can see
// different files in it. Nothing to inflate means no bomb. Part of the verifier: plain JavaScript for Node and the browser.
import { concat, utf8 } from './bytes.js';

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} crc
 * @property {number} size
 * @property {number} offset of its local header
 */

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
/** Attributes of a plain file, and of one that may be run. */
const MODE = { plain: 0o100644, script: 0o100755 };

/** @param {string} name */
export function modeOf(name) {
  return name.endsWith('.sh') ? MODE.script : MODE.plain;
}

/** @param {Omit<ZipEntry, 'offset'>} entry */
export function localHeader({ name, crc, size }) {
  const { bytes, view } = record(LOCAL_HEADER_BYTES, 0x04034b50);
  writeEntryFields(view, 4, name, crc, size);
  return concat(bytes, utf8(name));
}

/** @param {ZipEntry} entry */
export function centralHeader({ name, crc, size, offset }) {
  const { bytes, view } = record(CENTRAL_HEADER_BYTES, 0x02014b50);
  view.setUint16(4, VERSION_MADE_BY, true);
  writeEntryFields(view, 6, name, crc, size);
  view.setUint32(38, (modeOf(name) << 16) >>> 0, true);
  view.setUint32(42, offset, true);
  return concat(bytes, utf8(name));
}

/**
 * @param {number} entries
 * @param {number} directoryBytes
 * @param {number} directoryOffset
 */
export function endRecord(entries, directoryBytes, directoryOffset) {
  const { bytes, view } = record(END_BYTES, 0x06054b50);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, directoryOffset, true);
  return bytes;
}

/**
 * @param {number} size
 * @param {number} signature
 */
function record(size, signature) {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  return { bytes, view };
}

// The fields that both headers of an entry have, in the same order.
/**
 * @param {DataView} view
 * @param {number} at
 * @param {string} name
 * @param {number} crc
 * @param {number} size
 */
function writeEntryFields(view, at, name, crc, size) {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, STORED, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, utf8(name).length, true);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/**
 * CRC-32 of ISO 3309, as ZIP has it.
 * @param {Uint8Array} bytes
 */
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
