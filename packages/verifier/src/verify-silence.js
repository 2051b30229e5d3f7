// Step 6: statements of silence. Each is signed by the key of the log, speaks of this log, and its gaps follow from its times.
// Part of the verifier: plain JavaScript for Node and the browser.
import { hex } from './bytes.js';
import { LIMITS, silenceFiles } from './layout.js';
import { BundleError } from './problems.js';
import { openNote } from './signed-note.js';
import { readSilence } from './silence.js';
import { sha256 } from './web-crypto.js';

/** @typedef {{ readonly file: string, readonly statement: import('./silence.js').Silence }} VerifiedSilence */

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {import('./signed-note.js').VerifierKey} key
 * @returns {Promise<VerifiedSilence[]>}
 */
export async function verifySilences(files, key) {
  /** @type {VerifiedSilence[]} */
  const verified = [];
  for (let index = 0; index < LIMITS.silences; index += 1) {
    const { statement: file, note: noteFile } = silenceFiles(index);
    const [bytes, note] = [files.get(file), files.get(noteFile)];
    if (!bytes && !note) continue;
    if (!bytes || !note) throw new BundleError('missing', bytes ? noteFile : file);
    if (verified.length !== index) throw new BundleError('numbering', file);
    const opened = await openNote(note, key);
    if (typeof opened === 'string') throw new BundleError(opened, noteFile);
    if (opened.text !== `quittance silence v1\n${key.name}\n${hex(await sha256(bytes))}\n`) throw new BundleError('silence_other', file);
    const statement = readSilence(bytes);
    if (!statement || statement.log.origin !== key.name) throw new BundleError('silence_form', file);
    verified.push({ file, statement });
  }
  return verified;
}
