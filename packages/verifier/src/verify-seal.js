// Step 3: the seal. SHA256SUMS lists every file but itself and its note, and the note signs the list's hash with the key of the log. A list
// alone could be made anew by whoever changes a file. Part of the verifier: plain JavaScript for Node and the browser.
import { byBytes, hex, latin1 } from './bytes.js';
import { FILE, UNLISTED_FILES } from './layout.js';
import { BundleError } from './problems.js';
import { openNote } from './signed-note.js';
import { sha256 } from './web-crypto.js';

const HASH_AND_SPACES = 66;

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {import('./signed-note.js').VerifierKey} key
 */
export async function verifySeal(files, key) {
  const sums = files.get(FILE.sums) ?? new Uint8Array();
  const note = await openNote(files.get(FILE.seal) ?? new Uint8Array(), key);
  if (typeof note === 'string') throw new BundleError(note, FILE.seal);
  if (note.signatures !== 1) throw new BundleError('seal_form', FILE.seal);
  if (note.text !== `quittance dossier v1\n${key.name}\n${hex(await sha256(sums))}\n`) throw new BundleError('seal_other_list', FILE.sums);
  const listed = new Set(latin1(sums).split('\n'));
  const own = await sumsOf(files);
  for (const line of own.split('\n')) {
    if (!listed.delete(line)) throw new BundleError('seal_changed', line.slice(HASH_AND_SPACES));
  }
  for (const line of listed) throw new BundleError('seal_missing', line.slice(HASH_AND_SPACES));
  if (own !== latin1(sums)) throw new BundleError('seal_list_form', FILE.sums);
}

/** @param {import('./read-zip.js').BundleFiles} files */
async function sumsOf(files) {
  const names = [...files.keys()].filter((name) => !UNLISTED_FILES.includes(name)).sort(byBytes);
  const lines = await Promise.all(names.map(async (name) => `${hex(await sha256(files.get(name) ?? new Uint8Array()))}  ${name}\n`));
  return lines.join('');
}
