// Step 4: the head of the log (c2sp.org/tlog-checkpoint): its name, the number of its entries, the root of its tree, signed by the key.
// Part of the verifier: plain JavaScript for Node and the browser.
import { fromBase64 } from './bytes.js';
import { FILE } from './layout.js';
import { BundleError } from './problems.js';
import { openNote } from './signed-note.js';

/**
 * @typedef {object} Checkpoint
 * @property {string} origin
 * @property {number} size
 * @property {Uint8Array} root
 * @property {Uint8Array} note verbatim: every proof in the bundle ends with these bytes
 */

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {import('./signed-note.js').VerifierKey} key
 * @returns {Promise<Checkpoint>}
 */
export async function readCheckpoint(files, key) {
  const note = files.get(FILE.checkpoint) ?? new Uint8Array();
  const opened = await openNote(note, key);
  if (typeof opened === 'string') throw new BundleError(opened, FILE.checkpoint);
  // Three lines: an extension would be signed and shown nowhere.
  const [origin = '', size = '', root = '', ...rest] = opened.text.split('\n');
  const rootBytes = fromBase64(root);
  if (rest.length !== 1 || !/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)) || rootBytes?.length !== 32) {
    throw new BundleError('head_form', FILE.checkpoint);
  }
  if (origin !== key.name) throw new BundleError('head_other_log', FILE.checkpoint);
  return { origin, size: Number(size), root: rootBytes, note };
}
