// Reads DER (ITU-T X.690), as far as time-stamp tokens need it: definite lengths, one-byte tags. Strict, since the bytes come from strangers: a
// length that does not fit, or is not written in its shortest form, is refused. No dependency, and no Buffer, so that it runs anywhere.

export class DerError extends Error {
  override readonly name = 'DerError';
}

export interface DerNode {
  readonly tag: number;
  /** The content alone. */
  readonly content: Uint8Array;
  /** Tag, length and content. */
  readonly bytes: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  /** [0] and [3], constructed. */
  context0: 0xa0,
  context3: 0xa3,
} as const;

/** The one value that `bytes` is. @throws DerError. */
export function readDer(bytes: Uint8Array, tag: number): DerNode {
  const node = readAt(bytes, 0);
  if (node.bytes.length !== bytes.length) throw new DerError('there is more than one value');
  return expectTag(node, tag);
}

/** The values inside a constructed one. @throws DerError. */
export function children(node: DerNode): DerNode[] {
  const found: DerNode[] = [];
  for (let at = 0; at < node.content.length; at += found.at(-1)!.bytes.length) found.push(readAt(node.content, at));
  return found;
}

/** @throws DerError where there is none, or another value. */
export function expectTag(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`a value with the tag 0x${tag.toString(16)} is missing`);
  return node;
}

/** Dotted, as `2.16.840.1.101.3.4.2.1`. */
export function readOid(node: DerNode | undefined): string {
  const { content } = expectTag(node, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerError('an object identifier is too long');
    if (byte < 0x80) [arc] = [0, arcs.push(arc)];
  }
  const first = arcs.shift();
  if (first === undefined) throw new DerError('an object identifier is empty');
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - 40 * top, ...arcs].join('.');
}

/** A small whole number. */
export function readSmall(node: DerNode | undefined): number {
  const { content } = expectTag(node, TAG.integer);
  if (content.length === 0 || content.length > 4) throw new DerError('a number is too long');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

/** GeneralizedTime in UTC, `20261128215106.25Z`, as an instant. RFC 3161 §2.4.2 allows a fraction. */
export function readTime(node: DerNode | undefined): string {
  const text = String.fromCharCode(...expectTag(node, TAG.generalizedTime).content.subarray(0, 40));
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text);
  const [, year, month, day, hour, minute, second, fraction = ''] = match ?? [];
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (!match || Number.isNaN(date.getTime())) throw new DerError('a time is malformed');
  return date.toISOString();
}

/** Tag, length, content. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  const bytes = new Uint8Array(head.length + length);
  bytes.set(head);
  let at = head.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A non-negative number from its bytes, in the shortest form. */
export function writeInteger(value: Uint8Array): Uint8Array {
  const first = value.findIndex((byte) => byte !== 0);
  const short = first < 0 ? new Uint8Array([0]) : value.subarray(first);
  return short[0]! >= 0x80 ? writeDer(TAG.integer, new Uint8Array([0]), short) : writeDer(TAG.integer, short);
}

export function writeOid(text: string): Uint8Array {
  const [top = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [top * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left % 128) | 0x80);
    return digits;
  });
  return writeDer(TAG.oid, new Uint8Array(bytes));
}

function readAt(bytes: Uint8Array, start: number): DerNode {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError('a value is cut off or has a long tag');
  let length = first;
  let at = start + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 3 || at + count > bytes.length) throw new DerError('a length is malformed');
    length = 0;
    for (const end = at + count; at < end; at += 1) length = length * 256 + bytes[at]!;
    if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw new DerError('a length is not in its shortest form');
  }
  if (at + length > bytes.length) throw new DerError('a value is cut off');
  return { tag, content: bytes.subarray(at, at + length), bytes: bytes.subarray(start, at + length) };
}
