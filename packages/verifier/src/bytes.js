// Bytes and their spellings. Base64 and UTF-8 are read strictly: what has two spellings for one value could be changed unseen.
// Part of the verifier: plain JavaScript for Node and the browser.

/** @typedef {Uint8Array} Bytes */

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @param {string} text */
export const utf8 = (text) => ENCODER.encode(text);

/**
 * null where the bytes are no UTF-8.
 * @param {Bytes} bytes
 * @returns {string | null}
 */
export function fromUtf8(bytes) {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null; // The caller names the file.
  }
}

/**
 * One character per byte, whatever the bytes are.
 * @param {Bytes} bytes
 */
export function latin1(bytes) {
  let text = '';
  // In pieces: each argument of a call lies on the stack.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** @param {string} text */
export function fromLatin1(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** @param {Bytes} bytes */
export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {string} text */
export const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** @param {Bytes} bytes */
export const base64 = (bytes) => btoa(latin1(bytes));

/**
 * Standard alphabet with padding; null for any spelling but the canonical one.
 * @param {string} text
 * @returns {Bytes | null}
 */
export function fromBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = fromLatin1(atob(text));
  return base64(bytes) === text ? bytes : null;
}

/** @param {readonly Bytes[]} parts */
export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * @param {Bytes} one
 * @param {Bytes} other
 */
export function equal(one, other) {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/**
 * By the bytes of their ASCII, as `LC_ALL=C sort`.
 * @param {string} a
 * @param {string} b
 */
export function byBytes(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
