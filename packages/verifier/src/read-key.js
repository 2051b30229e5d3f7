// Step 2: the key. It lies in the bundle twice, as a C2SP verifier key and as PEM for openssl; both must be the same. Whether it is the right
// one, only the reader can tell, who knows it another way. Part of the verifier: plain JavaScript for Node and the browser.
import { latin1 } from './bytes.js';
import { FILE, LIMITS } from './layout.js';
import { BundleError } from './problems.js';
import { openNote, pemOf, readNoteText, readVerifierKey } from './signed-note.js';
import { ed25519Spki } from './web-crypto.js';

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {string | undefined} expected
 * @returns {Promise<import('./signed-note.js').VerifierKey>}
 */
export async function readKey(files, expected) {
  const line = latin1(files.get(FILE.key) ?? new Uint8Array());
  const key = await readVerifierKey(line.slice(0, -1));
  if (key === 'key_form' || !line.endsWith('\n')) throw new BundleError('key_form', FILE.key);
  if (key === 'key_id') throw new BundleError('key_id', FILE.key);
  if (latin1(files.get(FILE.keyPem) ?? new Uint8Array()) !== pemOf(ed25519Spki(key.publicKey)))
    throw new BundleError('key_pem', FILE.keyPem);
  const known = await readRotations(files, key);
  if (expected !== undefined && !known.includes(expected.trim())) throw new BundleError('key_other', FILE.key);
  return key;
}

const ROTATION = 'quittance key rotation v1';

/**
 * The keys that the log had before, each handing over to the next by a note that both signed: whoever knows one of them knows this key.
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {import('./signed-note.js').VerifierKey} key
 */
async function readRotations(files, key) {
  const known = [];
  let last = '';
  for (let n = 1; n <= LIMITS.rotations && files.has(`keys/rotation-${n}.note`); n += 1) {
    const file = `keys/rotation-${n}.note`;
    const note = files.get(file) ?? new Uint8Array();
    const [, from = '', to = ''] = (readNoteText(note) ?? '').split('\n');
    for (const text of [from, to]) {
      const own = await readVerifierKey(text);
      const opened = typeof own === 'string' || own.name !== key.name ? null : await openNote(note, own);
      if (!opened || typeof opened === 'string' || opened.text !== `${ROTATION}\n${from}\n${to}\n`) throw new BundleError('rotation', file);
    }
    if (n > 1 && from !== last) throw new BundleError('rotation', file);
    known.push(from);
    last = to;
  }
  if (last !== '' && last !== key.text) throw new BundleError('rotation', `keys/rotation-${known.length}.note`);
  return [...known, key.text];
}
