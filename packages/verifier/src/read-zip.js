// Step 1: the container. Reads a bundle's ZIP and accepts nothing that we would not have written (zip-format.js): every byte of the file is
// accounted for, so what is verified here is what any unpacker will see. The bytes come from an opponent.
import { equal, latin1 } from './bytes.js';
import { inBundleOrder, isKnownName, LIMITS } from './layout.js';
import { BundleError } from './problems.js';
import { CENTRAL_HEADER_BYTES, centralHeader, crc32, END_BYTES, endRecord, LOCAL_HEADER_BYTES, localHeader } from './zip-format.js';

/** @typedef {ReadonlyMap<string, Uint8Array>} BundleFiles */
/** @typedef {import('./zip-format.js').ZipEntry} ZipEntry */

/**
 * @param {Uint8Array} bytes
 * @returns {BundleFiles}
 * @throws {BundleError} naming the first entry that is not as it should be
 */
export function readZip(bytes) {
  if (bytes.length > LIMITS.bundleBytes) throw new BundleError('zip_too_big');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const files = new Map();
  let offset = 0;
  for (const entry of entries) {
    const header = localHeader(entry);
    const start = offset + header.length;
    const data = bytes.subarray(start, start + entry.size);
    if (entry.offset !== offset || !equal(bytes.subarray(offset, start), header) || data.length !== entry.size) {
      throw new BundleError('zip_headers', entry.name);
    }
    if (crc32(data) !== entry.crc) throw new BundleError('zip_crc', entry.name);
    files.set(entry.name, data);
    offset = start + entry.size;
  }
  if (offset !== directoryOffset(view)) throw new BundleError('zip_between');
  return files;
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 */
function readDirectory(bytes, view) {
  if (bytes.length < END_BYTES) throw new BundleError('zip_end');
  const count = view.getUint16(bytes.length - END_BYTES + 8, true);
  const start = directoryOffset(view);
  const end = bytes.length - END_BYTES;
  if (count > LIMITS.files) throw new BundleError('zip_too_many');
  if (start > end || !equal(bytes.subarray(end), endRecord(count, end - start, start))) throw new BundleError('zip_end');
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = start;
  while (at < end) {
    const entry = readEntry(bytes, view, at, end);
    entries.push(entry);
    at += CENTRAL_HEADER_BYTES + entry.name.length;
  }
  if (entries.length !== count) throw new BundleError('zip_count');
  assertNames(entries.map((entry) => entry.name));
  return entries;
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @param {number} at
 * @param {number} end
 * @returns {ZipEntry}
 */
function readEntry(bytes, view, at, end) {
  if (at + CENTRAL_HEADER_BYTES > end) throw new BundleError('zip_cut');
  const nameBytes = bytes.subarray(at + CENTRAL_HEADER_BYTES, at + CENTRAL_HEADER_BYTES + view.getUint16(at + 28, true));
  // Names are ASCII; anything else is refused with the unknown ones, and only then is it shown.
  const name = latin1(nameBytes);
  if (!isKnownName(name)) throw new BundleError('name_unknown', printable(name));
  const entry = {
    name,
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  if (view.getUint16(at + 10, true) !== 0) throw new BundleError('zip_compressed', name);
  if (!equal(bytes.subarray(at, Math.min(end, at + CENTRAL_HEADER_BYTES + name.length)), centralHeader(entry))) {
    throw new BundleError('zip_entry', name);
  }
  if (entry.offset + LOCAL_HEADER_BYTES + name.length + entry.size > bytes.length) throw new BundleError('zip_beyond', name);
  return entry;
}

/** @param {readonly string[]} names */
function assertNames(names) {
  const seen = new Set();
  for (const name of names) {
    if (seen.has(name)) throw new BundleError('name_twice', name);
    seen.add(name);
  }
  const wrong = inBundleOrder(names).find((name, at) => name !== names[at]);
  if (wrong !== undefined) throw new BundleError('zip_order', wrong);
}

/** @param {DataView} view */
function directoryOffset(view) {
  return view.getUint32(view.byteLength - END_BYTES + 16, true);
}

/** @param {string} name */
function printable(name) {
  return name.slice(0, 100).replaceAll(/[^\x20-\x7e]/g, '?');
}
