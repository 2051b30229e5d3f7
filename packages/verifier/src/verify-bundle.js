// Verifies a dossier's ZIP offline, with nothing but its bytes: what `quittance verify` runs, and the page in the browser. The order is that of
// trust, a file a step: the container, the key, the signed list of files, the head of the log, trusted time, each message, silence. It stops at the first file
// that is not as it should be. Plain JavaScript for Node and the browser; no imports from outside this folder.
import { latin1 } from './bytes.js';
import { FILE, LIMITS, messageFolder, MIMETYPE, REQUIRED_FILES } from './layout.js';
import { BundleError } from './problems.js';
import { readCheckpoint } from './read-checkpoint.js';
import { readKey } from './read-key.js';
import { readZip } from './read-zip.js';
import { stampedAt, verifyAnchors } from './verify-anchors.js';
import { verifyMessage } from './verify-message.js';
import { verifySeal } from './verify-seal.js';
import { verifySilences } from './verify-silence.js';

/**
 * @typedef {object} VerifiedBundle
 * @property {number} files
 * @property {string} verifierKey
 * @property {import('./read-checkpoint.js').Checkpoint} checkpoint
 * @property {readonly (import('./verify-message.js').VerifiedMessage & { readonly stampedAt: string | null })[]} messages `stampedAt`: it existed
 *   then at the latest, by the earliest token; null where it is only chained
 * @property {readonly import('./verify-anchors.js').VerifiedAnchor[]} anchors
 * @property {readonly import('./verify-silence.js').VerifiedSilence[]} silences
 * @property {boolean} hasReport
 */

/**
 * @param {Uint8Array} bytes
 * @param {{ readonly expectedKey?: string | undefined }} [options] `expectedKey`: as the reader knows it another way
 * @returns {Promise<VerifiedBundle>}
 * @throws {BundleError} naming the first bad file
 */
export async function verifyBundle(bytes, options = {}) {
  const files = readZip(bytes);
  assertComplete(files);
  const key = await readKey(files, options.expectedKey);
  await verifySeal(files, key);
  const checkpoint = await readCheckpoint(files, key);
  const anchors = await verifyAnchors(files, checkpoint);
  const messages = [];
  for (const folder of messageFolders(files)) {
    const message = await verifyMessage(files, folder, checkpoint);
    messages.push({ ...message, stampedAt: stampedAt(anchors, message.leafIndex) });
  }
  const silences = await verifySilences(files, key);
  return { files: files.size, verifierKey: key.text, checkpoint, messages, anchors, silences, hasReport: files.has(FILE.report) };
}

/** @param {import('./read-zip.js').BundleFiles} files */
function assertComplete(files) {
  const missing = REQUIRED_FILES.find((name) => !files.has(name));
  if (missing !== undefined) throw new BundleError('missing', missing);
  if (latin1(files.get(FILE.mimetype) ?? new Uint8Array()) !== MIMETYPE) throw new BundleError('mimetype', FILE.mimetype);
}

// They are numbered without gaps.
/** @param {import('./read-zip.js').BundleFiles} files */
function messageFolders(files) {
  const found = new Set(
    [...files.keys()].filter((name) => name.startsWith('messages/')).map((name) => name.slice(0, name.lastIndexOf('/'))),
  );
  if (found.size > LIMITS.messages) throw new BundleError('too_many_messages', 'messages');
  const expected = Array.from({ length: found.size }, (_, index) => messageFolder(index));
  const stray = [...found].find((folder) => !expected.includes(folder));
  if (stray !== undefined) throw new BundleError('numbering', stray);
  return expected;
}
