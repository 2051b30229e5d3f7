// RFC 8785: the one text of a JSON value. A manifest that is written otherwise could show different readers different things (a member that
// stands twice, a number in another form). Apart from packages/ledger, which writes manifests. Part of the verifier: plain JavaScript.
import { byBytes, fromUtf8 } from './bytes.js';

// Deeper than anything we write; keeps hostile nesting from overflowing the stack.
const DEPTH_MAX = 64;

/**
 * The value, or null where the bytes are not its canonical form.
 * @param {Uint8Array} bytes
 * @returns {unknown}
 */
export function readCanonicalJson(bytes) {
  const text = fromUtf8(bytes);
  if (text === null) return null;
  try {
    const value = /** @type {unknown} */ (JSON.parse(text));
    return write(value, 0) === text ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * @param {unknown} value as JSON.parse gives it
 * @returns {string}
 */
export function canonicalJson(value) {
  return write(value, 0);
}

/**
 * @param {unknown} value
 * @param {number} depth
 * @returns {string}
 */
function write(value, depth) {
  if (depth > DEPTH_MAX) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('a lone surrogate has no UTF-8 form');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => byBytes(a, b))
    .map(([key, member]) => `${write(key, depth + 1)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
