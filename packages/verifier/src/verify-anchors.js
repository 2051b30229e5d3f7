// Step 6: trusted time. Each folder holds an older head of this log, the proof that the log only grew from it, the proof that it is in the anchor log
// under a head of that, and tokens of time-stamp authorities over that head. So every entry that the older head covers existed at the time of the
// earliest token. Part of the verifier: plain JavaScript for Node and the browser.
import { fromBase64, fromUtf8, hex, utf8 } from './bytes.js';
import { openFolder } from './bundle-folder.js';
import { fromPem } from './certificate.js';
import { ANCHOR_FILE, anchorFolder, LIMITS } from './layout.js';
import { BundleError } from './problems.js';
import { readNoteText } from './signed-note.js';
import { verifyTimeStamp } from './time-stamp.js';
import { leadsToRoot, readProof } from './verify-entry.js';
import { growsTo } from './verify-growth.js';
import { sha256 } from './web-crypto.js';

/** @typedef {import('./bundle-folder.js').Folder} Folder */
/** @typedef {import('./read-checkpoint.js').Checkpoint} Checkpoint */

/**
 * @typedef {object} VerifiedStamp
 * @property {string} file
 * @property {string} genAt
 * @property {string} signer common name of the authority's certificate
 * @property {string} root common name of the certificate that the chain leads to
 * @property {string} rootSha256 its fingerprint, for whoever compares it
 */

/**
 * @typedef {object} VerifiedAnchor
 * @property {string} folder
 * @property {number} size how many entries of the log it covers
 * @property {readonly VerifiedStamp[]} stamps
 */

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {Checkpoint} checkpoint
 * @returns {Promise<readonly VerifiedAnchor[]>}
 */
export async function verifyAnchors(files, checkpoint) {
  const found = new Set(
    [...files.keys()].filter((name) => name.startsWith('anchors/')).map((name) => name.slice(0, name.lastIndexOf('/'))),
  );
  const expected = Array.from({ length: Math.min(found.size, LIMITS.anchors) }, (_, index) => anchorFolder(index));
  const stray = [...found].find((folder) => !expected.includes(folder));
  if (stray !== undefined) throw new BundleError('anchor_numbering', stray);
  const anchors = [];
  for (const folder of expected) anchors.push(await verifyAnchor(openFolder(files, folder), checkpoint));
  return anchors;
}

/**
 * When an entry existed at the latest, by the earliest token that covers it; null for one that is only chained.
 * @param {readonly VerifiedAnchor[]} anchors
 * @param {number} leafIndex
 */
export function stampedAt(anchors, leafIndex) {
  const times = anchors.filter(({ size }) => leafIndex < size).flatMap(({ stamps }) => stamps.map(({ genAt }) => genAt));
  return times.sort()[0] ?? null;
}

/**
 * @param {Folder} folder
 * @param {Checkpoint} checkpoint
 * @returns {Promise<VerifiedAnchor>}
 */
async function verifyAnchor(folder, checkpoint) {
  const archive = folder.get(ANCHOR_FILE.archive);
  const older = readHead(archive);
  if (older.origin !== checkpoint.origin) throw new BundleError('head_other_log', archive.file);
  const growth = folder.get(ANCHOR_FILE.growth);
  if (!(await growsTo(growth, older, checkpoint))) throw new BundleError('growth', growth.file);
  const note = folder.get(ANCHOR_FILE.note);
  const head = readHead(note);
  const proof = folder.get(ANCHOR_FILE.proof);
  const { index, hashes } = readProof(proof, note.bytes);
  const leaf = await sha256(new Uint8Array([0]), utf8(`leaf/v1 checkpoint ${hex(await sha256(archive.bytes))}\n`));
  if (!(await leadsToRoot(leaf, index, hashes, head))) throw new BundleError('anchor_root', proof.file);
  const stamps = [];
  for (let n = 1; n <= LIMITS.tokens && folder.has(`token-${n}.tsr`); n += 1) stamps.push(await verifyToken(folder, n, note.bytes));
  if (stamps.length === 0) throw new BundleError('missing', `${folder.name}/token-1.tsr`);
  folder.assertAllUsed();
  return { folder: folder.name, size: older.size, stamps };
}

/**
 * @param {Folder} folder
 * @param {number} n
 * @param {Uint8Array} data
 * @returns {Promise<VerifiedStamp>}
 */
async function verifyToken(folder, n, data) {
  const token = folder.get(`token-${n}.tsr`);
  const pem = folder.get(`token-${n}-root.pem`);
  const root = fromPem(fromUtf8(pem.bytes));
  if (!root) throw new BundleError('root_form', pem.file);
  const stamp = await verifyTimeStamp(token.bytes, data, root);
  if (!stamp) throw new BundleError('token', token.file);
  return { file: token.file, ...stamp, rootSha256: hex(await sha256(root)) };
}

// Its signature adds nothing: what is proved of it follows from the log's own head, or from the token.
/** @param {{ readonly file: string, readonly bytes: Uint8Array }} note */
function readHead({ file, bytes }) {
  const [origin = '', size = '', root = '', ...rest] = (readNoteText(bytes) ?? '').split('\n');
  const rootBytes = fromBase64(root);
  if (rest.length !== 1 || !/^(0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)) || rootBytes?.length !== 32) {
    throw new BundleError('head_form', file);
  }
  return { origin, size: Number(size), root: rootBytes, note: bytes };
}
