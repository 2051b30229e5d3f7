// Every way in which a bundle may be changed, as data for tests: a changed byte in any file (packed again so that only the file differs), a changed
// byte anywhere in the container, and containers that are put together otherwise. The same seed gives the same list, so that each verifier
// is asked the same questions.
import { deflateRawSync } from 'node:zlib';
import { concat, utf8 } from '@quittance/verifier/bytes';
import { inBundleOrder } from '@quittance/verifier/layout';
import { CENTRAL_HEADER_BYTES, centralHeader, crc32, endRecord, LOCAL_HEADER_BYTES, localHeader } from '@quittance/verifier/zip-format';
import { readZip } from '@quittance/verifier/read-zip';

/** One byte of the bundle. `crcAt`: where the checksum of `data` stands, when it is to be made anew. */
export interface Edit {
  readonly file: string;
  readonly at: number;
  readonly flip: number;
  readonly data: readonly [start: number, end: number] | null;
  readonly crcAt: readonly number[];
}

export interface Density {
  /** Files up to this size are changed at every byte. */
  readonly wholeBytes: number;
  /** Places in a larger one, besides the first and the last byte. */
  readonly sample: number;
}
/** What a suite that has the time asks. */
export const THOROUGH: Density = { wholeBytes: 130, sample: 20 };

/** In any file: small ones at every byte, larger ones at places picked by chance, the first and the last among them. */
export function fileEdits(bundle: Uint8Array, { wholeBytes, sample }: Density): Edit[] {
  const random = randomOf(1);
  return [...placesOf(bundle)].flatMap(([file, { start, size, crcAt }]) => {
    const places =
      size <= wholeBytes
        ? Array.from({ length: size }, (_, at) => at)
        : [0, size - 1, ...Array.from({ length: sample }, () => Math.floor(random() * size))];
    return places.map((at): Edit => ({ file, at: start + at, flip: 1 + Math.floor(random() * 255), data: [start, start + size], crcAt }));
  });
}

/** Anywhere in the container, checksums left as they are. */
export function containerEdits(bundle: Uint8Array, count: number): Edit[] {
  const random = randomOf(2);
  return Array.from({ length: count }, () => ({
    file: '',
    at: Math.floor(random() * bundle.length),
    flip: 1 + Math.floor(random() * 255),
    data: null,
    crcAt: [],
  }));
}

export function applyEdit(bundle: Uint8Array, { at, flip, data, crcAt }: Edit): Uint8Array {
  // Not `slice`: that of a Buffer would change the original.
  const changed = new Uint8Array(bundle);
  changed[at]! ^= flip;
  const view = new DataView(changed.buffer);
  for (const place of crcAt) view.setUint32(place, crc32(changed.subarray(data![0], data![1])), true);
  return changed;
}

/** The container put together otherwise, by what was done. */
export function repacked(bundle: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const files = [...readZip(bundle)];
  const bytes = utf8('x');
  const named = (name: string, content: Uint8Array = bytes) => packed([...files, [name, content]], true);
  const swap = files.toSpliced(2, 2, files[3]!, files[2]!);
  const removed = files.map(([name]): [string, Uint8Array] => [`without ${name}`, packed(files.filter(([other]) => other !== name))]);
  return new Map<string, Uint8Array>([
    ...removed,
    ['a file more', named('messages/09/message.eml')],
    ['an unlisted file more', named('messages/01/dkim-9-key.pem')],
    ['an unknown file more', named('readme.html')],
    ['a folder more', named('keys/')],
    ['a name twice', packed([...files.slice(0, 5), files[4]!, ...files.slice(5)])],
    ['another content under a name twice', packed([...files.slice(0, 5), [files[4]![0], bytes], ...files.slice(5)])],
    ['two files in the other order', packed(swap)],
    ['mimetype not first', packed([...files.slice(1), files[0]!])],
    ...[
      '../evil.sh',
      '/etc/passwd',
      'messages/../verify.sh',
      'C:\\evil.exe',
      '..\\evil',
      'verify.sh\0.txt',
      'VERIFY.SH',
      'messages/01/./salt.bin',
    ].map((name): [string, Uint8Array] => [`the name ${JSON.stringify(name)}`, named(name)]),
    ['a file deflated', deflated(files, 'README.txt')],
    ['all files deflated', deflated(files, null)],
    ['a byte behind', concat(bundle, bytes)],
    ['a ZIP behind', concat(bundle, bundle)],
    ['a byte before', concat(bytes, bundle)],
    ['a script before', concat(utf8('#!/bin/sh\nexit 0\n'), bundle)],
    ['the last byte cut', bundle.subarray(0, -1)],
    ['the first byte cut', bundle.subarray(1)],
    ['half of it', bundle.subarray(0, bundle.length / 2)],
    ['a comment', withComment(bundle)],
    ['something between the files', packed(files, false, bytes)],
    ['nothing', new Uint8Array()],
    ['an empty ZIP', endRecord(0, 0, 0)],
    ['no ZIP', utf8('%PDF-1.7\n'.repeat(40))],
  ]);
}

/** A ZIP in the one form, of whatever names in whatever order. */
function packed(files: readonly (readonly [string, Uint8Array])[], sorted = false, between = new Uint8Array()): Uint8Array {
  const order = sorted ? inBundleOrder(files.map(([name]) => name)) : null;
  const entries = order ? order.map((name) => files.findLast(([other]) => other === name)!) : files;
  return assemble(
    entries.map(([name, data]) => ({ name, data, stored: data, method: 0 })),
    between,
  );
}

function deflated(files: readonly (readonly [string, Uint8Array])[], which: string | null): Uint8Array {
  return assemble(
    files.map(([name, data]) => {
      const isOne = name !== 'mimetype' && (which === null || which === name);
      return { name, data, stored: isOne ? deflateRawSync(data) : data, method: isOne ? 8 : 0 };
    }),
    new Uint8Array(),
  );
}

interface Packed {
  readonly name: string;
  readonly data: Uint8Array;
  readonly stored: Uint8Array;
  readonly method: number;
}

function assemble(entries: readonly Packed[], between: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, stored, method } of entries) {
    const entry = { name, crc: crc32(data), size: data.length, offset };
    const local = withMethod(localHeader(entry), 8, method, stored.length);
    directory.push(withMethod(centralHeader(entry), 10, method, stored.length));
    parts.push(local, stored, between);
    offset += local.length + stored.length + between.length;
  }
  const list = concat(...directory);
  return concat(...parts, list, endRecord(entries.length, list.length, offset));
}

function withMethod(header: Uint8Array, at: number, method: number, storedBytes: number): Uint8Array {
  const view = new DataView(header.buffer);
  view.setUint16(at, method, true);
  // Compressed size: ten bytes on in either header.
  view.setUint32(at + 10, storedBytes, true);
  return header;
}

function withComment(bundle: Uint8Array): Uint8Array {
  const changed = concat(bundle, utf8('hi'));
  new DataView(changed.buffer).setUint16(bundle.length - 2, 2, true);
  return changed;
}

function placesOf(bundle: Uint8Array): Map<string, { start: number; size: number; crcAt: number[] }> {
  const places = new Map<string, { start: number; size: number; crcAt: number[] }>();
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let central = view.getUint32(bundle.length - 6, true);
  let local = 0;
  for (const [name, data] of readZip(bundle)) {
    const start = local + LOCAL_HEADER_BYTES + name.length;
    places.set(name, { start, size: data.length, crcAt: [local + 14, central + 16] });
    local = start + data.length;
    central += CENTRAL_HEADER_BYTES + name.length;
  }
  return places;
}

/** Numerical Recipes' linear congruence: good enough to pick places, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
