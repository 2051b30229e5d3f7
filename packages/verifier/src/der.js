// Reads DER (ITU-T X.690), as far as time-stamp tokens and certificates need it. Strict: a length that does not fit or is not in its shortest form is
// refused. Part of the verifier: plain JavaScript for Node and the browser.
import { hex, latin1 } from './bytes.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {{ readonly tag: number, readonly content: Bytes, readonly bytes: Bytes }} DerNode `bytes`: tag, length and content */

export const TAG = /** @type {const} */ ({
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context3: 0xa3,
});

/** The bytes are not what they should be. */
export class DerError extends Error {}

/**
 * The one value that the bytes are.
 * @param {Bytes} bytes
 * @param {number} tag
 */
export function readDer(bytes, tag) {
  const node = readAt(bytes, 0);
  if (node.bytes.length !== bytes.length) throw new DerError('more than one value');
  return expectTag(node, tag);
}

/**
 * @param {DerNode} node
 * @returns {DerNode[]}
 */
export function children(node) {
  const found = [];
  for (let at = 0; at < node.content.length; at += found[found.length - 1]?.bytes.length ?? 0) found.push(readAt(node.content, at));
  return found;
}

/**
 * @param {DerNode | undefined} node
 * @param {number} tag
 * @returns {DerNode}
 */
export function expectTag(node, tag) {
  if (node?.tag !== tag) throw new DerError('another value was expected');
  return node;
}

/**
 * The object identifier as the hexadecimal digits of its content: compared, never shown.
 * @param {DerNode | undefined} node
 */
export const oid = (node) => hex(expectTag(node, TAG.oid).content);

/**
 * UTCTime or GeneralizedTime in UTC (RFC 5280 §4.1.2.5, RFC 3161 §2.4.2) as an instant.
 * @param {DerNode | undefined} node
 */
export function readTime(node) {
  const text = latin1(node?.content.subarray(0, 40) ?? new Uint8Array());
  const pattern =
    node?.tag === TAG.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;
  const [whole, year = '', month, day, hour, minute, second, fraction = ''] = pattern.exec(text) ?? [];
  const full = year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year;
  const date = new Date(`${full}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (whole === undefined || (node?.tag !== TAG.utcTime && node?.tag !== TAG.generalizedTime) || Number.isNaN(date.getTime())) {
    throw new DerError('a time is malformed');
  }
  return date.toISOString();
}

/**
 * @param {Bytes} bytes
 * @param {number} start
 * @returns {DerNode}
 */
function readAt(bytes, start) {
  const [tag, first] = [bytes[start], bytes[start + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError('cut off');
  let [length, at] = [first, start + 2];
  if (first >= 0x80) {
    const end = at + (first & 0x7f);
    if (first === 0x80 || first > 0x83 || end > bytes.length) throw new DerError('a length is malformed');
    length = 0;
    for (; at < end; at += 1) length = length * 256 + (bytes[at] ?? 0);
    if (length < 0x80 || length < 2 ** (8 * ((first & 0x7f) - 1))) throw new DerError('a length is not in its shortest form');
  }
  if (at + length > bytes.length) throw new DerError('cut off');
  return { tag, content: bytes.subarray(at, at + length), bytes: bytes.subarray(start, at + length) };
}
