// A log only grew from an older head to a newer one (RFC 9162 §2.1.4.2). The file has the form in which c2sp.org/tlog-witness sends it: `old <size>`, the
// hashes, an empty line, the newer head verbatim. Part of the verifier: plain JavaScript for Node and the browser.
import { equal, fromBase64, fromUtf8, utf8 } from './bytes.js';
import { sha256 } from './web-crypto.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */
/** @typedef {import('./read-checkpoint.js').Checkpoint} Checkpoint */

const NODE = new Uint8Array([1]);
const HASHES_MAX = 55;

/**
 * @param {{ readonly bytes: Bytes }} file
 * @param {Pick<Checkpoint, 'size' | 'root'>} older
 * @param {Checkpoint} newer
 */
export async function growsTo({ bytes }, older, newer) {
  const text = fromUtf8(bytes) ?? '';
  const end = text.indexOf('\n\n');
  const [head, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const hashes = lines.map(fromBase64);
  const isWritten = head === `old ${older.size}` && equal(utf8(text.slice(end + 2)), newer.note);
  if (!isWritten || hashes.length > HASHES_MAX || !hashes.every((hash) => hash?.length === 32)) return false;
  return isConsistent(older, newer, /** @type {Bytes[]} */ (hashes));
}

/**
 * @param {Pick<Checkpoint, 'size' | 'root'>} older
 * @param {Pick<Checkpoint, 'size' | 'root'>} newer
 * @param {readonly Bytes[]} proof
 */
async function isConsistent(older, newer, proof) {
  if (older.size === 0 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && equal(older.root, newer.root);
  const path = isPower(older.size) ? [older.root, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [position, last] = [older.size - 1, newer.size - 1];
  while (isOdd(position)) [position, last] = [half(position), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const beside of path) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      oldHash = await sha256(NODE, beside, oldHash);
      newHash = await sha256(NODE, beside, newHash);
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      newHash = await sha256(NODE, newHash, beside);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equal(oldHash, older.root) && equal(newHash, newer.root);
}

/** @param {number} value */
const isOdd = (value) => value % 2 === 1;
/** @param {number} value */
const half = (value) => Math.floor(value / 2);
/** @param {number} value */
const isPower = (value) => 2 ** Math.floor(Math.log2(value)) === value;
