// Step 2: the key. It lies in the bundle twice, as a C2SP verifier key and as PEM for openssl; both must be the same. Whether it is the right
// one, only the reader can tell, who knows it another way. Part of the verifier: plain JavaScript for Node and the browser.
import { latin1 } from './bytes.js';
import { FILE } from './layout.js';
import { BundleError } from './problems.js';
import { pemOf, readVerifierKey } from './signed-note.js';
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
  if (expected !== undefined && expected.trim() !== key.text) throw new BundleError('key_other', FILE.key);
  return key;
}
