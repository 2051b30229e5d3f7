// An entry is in the log: salt and manifest give the leaf (evidence-log.md), and the proof (c2sp.org/tlog-proof@v1) leads from the leaf over
// the hashes beside its way to the root of the bundle's checkpoint (RFC 9162 §2.1.3.2). Part of the verifier: plain JavaScript.
import { equal, fromBase64, fromUtf8, hex, utf8 } from './bytes.js';
import { BundleError } from './problems.js';
import { sha256 } from './web-crypto.js';

/** @typedef {import('./bytes.js').Bytes} Bytes */

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);
const SALT_BYTES = 32;
// 2^53 leaves need 53 hashes.
const HASHES_MAX = 54;

/**
 * @typedef {object} Entry
 * @property {string} kind of the leaf
 * @property {Bytes} manifest
 * @property {{ readonly file: string, readonly bytes: Bytes }} salt
 * @property {{ readonly file: string, readonly bytes: Bytes }} proof
 */

/**
 * @param {Entry} entry
 * @param {import('./read-checkpoint.js').Checkpoint} checkpoint
 * @returns {Promise<number>} its index
 */
export async function verifyEntry({ kind, manifest, salt, proof }, checkpoint) {
  if (salt.bytes.length !== SALT_BYTES) throw new BundleError('salt', salt.file);
  const commitment = await sha256(salt.bytes, await sha256(manifest));
  const leaf = await sha256(LEAF, utf8(`leaf/v1 ${kind} ${hex(commitment)}\n`));
  const { index, hashes } = readProof(proof, checkpoint.note);
  if (!(await leadsToRoot(leaf, index, hashes, checkpoint))) throw new BundleError('proof_root', proof.file);
  return index;
}

/**
 * @param {Entry['proof']} proof
 * @param {Bytes} note
 */
export function readProof({ file, bytes }, note) {
  const text = fromUtf8(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === null || end < 0) throw new BundleError('proof_form', file);
  const [head, indexLine = '', ...lines] = text.slice(0, end).split('\n');
  const index = /^index (0|[1-9]\d{0,15})$/.exec(indexLine)?.[1];
  const hashes = lines.map(fromBase64);
  if (head !== 'c2sp.org/tlog-proof@v1' || index === undefined || !isPath(hashes)) throw new BundleError('proof_form', file);
  if (!equal(utf8(text.slice(end + 2)), note)) throw new BundleError('proof_other_head', file);
  return { index: Number(index), hashes };
}

/**
 * @param {(Bytes | null)[]} hashes
 * @returns {hashes is Bytes[]}
 */
function isPath(hashes) {
  return hashes.length <= HASHES_MAX && hashes.every((hash) => hash?.length === 32);
}

/**
 * @param {Bytes} leaf
 * @param {number} index
 * @param {readonly Bytes[]} hashes
 * @param {Pick<import('./read-checkpoint.js').Checkpoint, 'size' | 'root'>} checkpoint
 */
export async function leadsToRoot(leaf, index, hashes, { size, root }) {
  if (!Number.isSafeInteger(index) || index >= size) return false;
  let [hash, position, last] = [leaf, index, size - 1];
  for (const beside of hashes) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      hash = await sha256(NODE, beside, hash);
      while (!isOdd(position) && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      hash = await sha256(NODE, hash, beside);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && equal(hash, root);
}

// Not by bits: the numbers may have 53 of them.
/** @param {number} value */
const isOdd = (value) => value % 2 === 1;
/** @param {number} value */
const half = (value) => Math.floor(value / 2);
